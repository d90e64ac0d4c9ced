using SalesBot.Cards;

namespace SalesBot.Bot.Channel;

/// <summary>What the host itself says, where no conversation can.</summary>
internal static class TurnTexts
{
    public static readonly Text UnknownPerson = new(
        "Hallo! Ik ken je nog niet, dus ik kan je niet verder helpen. Vraag je beheerder om je toe te voegen aan SalesBot.",
        "Hello! I don't know you yet, so I can't help you any further. Please ask your administrator to add you to SalesBot.");

    public static readonly Text TooLarge = new(
        "Dit antwoord is te groot voor Teams. Vraag om een kortere periode of een kleinere selectie.",
        "This answer is too large for Teams. Ask for a shorter period or a smaller selection.");

    public static readonly Text Nothing = new("Daar kan ik nu niets mee.", "There is nothing I can do with that now.");

    public static readonly Text TooFast = new(
        "Dat gaat me te snel. Wacht een minuutje en stuur het dan nog eens; er is niets opgeslagen.",
        "That is too fast for me. Wait a minute and send it again; nothing was saved.");

    public static readonly Text WordsNotKept = new(
        "Dank je, je duim telt mee. Wat je erbij schreef, bewaar ik niet. Klopt er iets niet? Typ het me hier, dan zet ik het recht.",
        "Thank you, your thumb counts. I don't keep the words beside it. Is something wrong? Type it here and I'll put it right.");

    /// <param name="reference">Finds the log entry.</param>
    public static Text Failed(string reference) => new(
        $"Er ging bij mij iets mis. Er is niets opgeslagen. Probeer het nog eens; lukt het dan niet, geef je beheerder dan dit kenmerk: {reference}.",
        $"Something went wrong on my side. Nothing was saved. Please try again; if it fails again, give your administrator this reference: {reference}.");

    /// <summary>After a timeout nobody knows whether the save took place, and the bot does not pretend to.</summary>
    public static Text Unsure(string reference) => new(
        $"Ik kan nu niet bij mijn gegevens en weet niet zeker of dit is opgeslagen. Vraag het me zo nog eens. Kenmerk: {reference}.",
        $"I can't reach my records just now and am not sure that this was saved. Ask me again in a moment. Reference: {reference}.");
}
