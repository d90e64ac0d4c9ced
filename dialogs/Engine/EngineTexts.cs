using SalesBot.Cards;
using SalesBot.Data;

namespace SalesBot.Dialogs.Engine;

/// <summary>What the engine itself says, whatever the flow.</summary>
internal static class EngineTexts
{
    public static readonly Text NothingToConfirm = new(
        "Er staat nu niets open om te bevestigen. Wat wil je doen?", "There is nothing waiting for your yes. What would you like to do?");

    public static readonly Text NothingToCancel = new("Er loopt nu niets, dus er valt niets te stoppen.", "Nothing is going on, so there is nothing to stop.");

    public static readonly Text NothingToRepeat = new("Ik heb nog niets gevraagd.", "I have not asked you anything yet.");

    public static readonly Text WhatToChange = new(
        "Wat klopt er niet? Zeg bijvoorbeeld “45 kamers”, kies “Wijzigen” op de kaart, of zeg “stop”.",
        "What is not right? Say for example “45 rooms”, choose “Change” on the card, or say “stop”.");

    public static readonly Text CanNotSkip = new("Zonder dit antwoord kan ik niet verder.", "I can't go on without this answer.");

    public static readonly Text OutOfScope = new(
        "Daar kan ik je niet mee helpen. Ik leg bezoeken vast, maak offertes en geef omzet en cijfers. Zeg “help” voor voorbeelden.",
        "I can't help you with that. I log visits, make quotes and give you revenue and figures. Say “help” for examples.");

    public static readonly Text OutOfScopeUnaided = new(
        "Dit heb ik niet begrepen. Mijn taalmodel geeft nu geen antwoord; met een korte, gewone zin lukt het ook zonder. Zeg “help” voor voorbeelden.",
        "I did not understand this. My language model is not answering just now; a short, plain sentence works without it too. Say “help” for examples.");

    public static readonly Text NotYet = new(
        "Ik snap wat je bedoelt, maar dat kan ik nog niet. Zeg “help” om te zien wat ik wel kan.",
        "I understand, but I can't do that yet. Say “help” to see what I can do.");

    public static readonly Text NotUnderstood = new("Dat antwoord begrijp ik niet.", "I did not get that answer.");

    public static readonly Text Thanks = new("Graag gedaan!", "You're welcome!");

    public static readonly Text SpeaksNow = new("Prima, we praten Nederlands.", "Fine, English it is.");

    public static readonly Text NewProspect = new("Nieuwe prospect", "New prospect");

    public static readonly Text WaitingForYes = new("Klopt het zo? Zeg “ja”, of wat er anders moet.", "Is this right? Say “yes”, or what should change.");

    public static readonly Text AsItStands = new("Zo staat het er al.", "That is what it says already.");

    public static readonly Text AlreadySaved = new(
        "Dat is al vastgelegd. Zeg “maak dat ongedaan” om het terug te nemen, en vertel het dan opnieuw.",
        "That has been saved already. Say “undo that” to take it back, and then tell me again.");

    /// <param name="characters">So many were read.</param>
    public static Text TooLong(int characters) => new(
        $"Zoveel tekst kan ik niet in één keer verwerken: ik heb de eerste {Language.Dutch.Number(characters)} tekens gelezen. Stuur de rest apart.",
        $"That is more text than I can take in at once: I have read the first {Language.English.Number(characters)} characters. Send the rest separately.");

    public static readonly Text AllCancelled = new("Alles gestopt. Er is niets vastgelegd.", "Stopped all of it. Nothing was saved.");

    public static Text Greeting(string firstName) => new(
        $"Hoi {firstName}! Vertel me over een bezoek, vraag een offerte of vraag hoe je ervoor staat. “Help” geeft voorbeelden.",
        $"Hi {firstName}! Tell me about a visit, ask for a quote, or ask how you are doing. “Help” shows examples.");

    public static Text Cancelled(Text what) => new($"Gestopt: {Lower(what.Nl)}. Er is niets vastgelegd.", $"Stopped: {Lower(what.En)}. Nothing was saved.");

    public static Text BackTo(Text what, string? account) =>
        new($"Terug naar: {Lower(what.Nl)}{Of(account)}.", $"Back to: {Lower(what.En)}{Of(account)}.");

    public static Text WhichAccount(string spoken) => new($"Welke klant bedoel je met “{spoken}”?", $"Which account do you mean by “{spoken}”?");

    public static Text OneOfAccounts(IReadOnlyList<string> names) => new(
        $"Welke klant bedoel je: {string.Join(", ", names.SkipLast(1))} of {names[^1]}?", $"Which account do you mean: {string.Join(", ", names.SkipLast(1))} or {names[^1]}?");

    public static Text UnknownAccount(string spoken) => new(
        $"“{spoken}” staat niet tussen je klanten. Hoe heet de klant precies, of is dit een nieuwe prospect?",
        $"“{spoken}” is not among your accounts. What is its exact name, or is this a new prospect?");

    public static Text NoSuchAccount(string spoken) => new(
        $"“{spoken}” staat niet tussen jouw klanten. Welke klant bedoel je?", $"“{spoken}” is not among your accounts. Which account do you mean?");

    public static Text NowTo(Text what, string? account) => new($"En dan: {Lower(what.Nl)}{Of(account)}.", $"Next: {Lower(what.En)}{Of(account)}.");

    public static Text NoLongerOpen => new("Deze kaart is al afgehandeld; er is niets gewijzigd.", "This card has been dealt with already; nothing was changed.");

    public static Text Unreadable(Text label) => new($"“{label.Nl}” kon ik niet lezen.", $"I could not read “{label.En}”.");

    private static string Of(string? account) => account is null ? "" : $" ({account})";

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
