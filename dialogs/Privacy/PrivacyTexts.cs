using SalesBot.Cards;

namespace SalesBot.Dialogs.Privacy;

internal static class PrivacyTexts
{
    public static readonly Text
        ForGood = new(
            "Naam, e-mail en telefoon verdwijnen overal: verslagen, acties, gesprekken, wachtende berichten. Dit kan niet ongedaan worden gemaakt.",
            "Name, e-mail and phone disappear everywhere: notes, follow-ups, talks, waiting messages. This can not be undone."),
        AdministratorsOnly = new("Alleen een beheerder kan persoonsgegevens wissen of opvragen.", "Only an administrator can erase or export personal data."),
        PrivateOnly = new("Vraag me dat in onze privéchat.", "Ask me that in our private chat.");

    public static Text Begun(string name) => new(
        $"Ik wis nu overal de gegevens van {name}. Zodra het klaar is krijg je het bewijs.",
        $"I am erasing the data of {name} everywhere now. You get the proof as soon as it is done.");

    public static Text NotFound(string name) => new($"Ik ken geen contactpersoon {name}. Hoe heet deze persoon precies?", $"I know no contact {name}. What is the exact name?");

    public static Text Several(IReadOnlyList<string> accounts) => new(
        $"Er zijn er meer met die naam: bij {string.Join(", ", accounts.Distinct())}. Bij welke klant?", $"There are several of that name: at {string.Join(", ", accounts.Distinct())}. At which account?");
}
