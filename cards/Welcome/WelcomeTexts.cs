using SalesBot.Data.People;

namespace SalesBot.Cards.Welcome;

internal static partial class WelcomeTexts
{
    public static readonly Text
        Hello = new("Hallo", "Hello"),
        WhoIAm = new("Ik ben SalesBot, je assistent voor bezoeken, offertes en cijfers.", "I am SalesBot, your assistant for visits, quotes and figures."),
        Type = new("Typ of dicteer gewoon wat er is, in het Nederlands of Engels:", "Just type or dictate what is up, in Dutch or English:"),
        Nothing = new("Ik sla niets op voordat jij het hebt gezien.", "I save nothing before you have seen it."),
        HelloAll = new("Hallo allemaal", "Hello everyone"),
        Mention = new("Noem mij en stel je vraag, in het Nederlands of Engels:", "Mention me and ask, in Dutch or English:"),
        TeamExample = new("“@SalesBot hoe staan we ervoor dit kwartaal?”", "“@SalesBot how are we doing this quarter?”"),
        OnlyForAll = new(
            "Hier zeg ik alleen wat iedereen hier mag weten; de rest vertel ik je in onze privéchat.",
            "Here I say only what everybody here may know; the rest I tell you in our private chat."),
        Help = new("Dit kun je vragen", "What you can ask"),
        HelpAbout = new("In je eigen woorden, getypt of gedicteerd.", "In your own words, typed or dictated."),
        AnyTime = new(
            "Tussendoor: “nee, 45 kamers” verbetert, “overslaan”, “stop”, “maak dat ongedaan”, “talk English”.",
            "At any time: “no, 45 rooms” corrects, “skip”, “stop”, “undo that”, “praat Nederlands”."),
        MoreAbout = new("Meer voorbeelden van", "More examples of"),
        MoreExamples = new("Meer voorbeelden", "More examples"),
        AllTopics = new("Alle onderwerpen", "All topics"),
        Failed = new("Dit ging mis", "Something went wrong"),
        FailedNote = new("Er is niets opgeslagen. Probeer het zo nog eens.", "Nothing was saved. Please try again in a moment."),
        Reference = new("Referentie", "Reference"),
        Cancel = new("Annuleren", "Cancel"),
        Choose = new("Kiezen", "Choose"),
        YourChoice = new("Jouw keuze", "Your choice"),
        MakeChoice = new("Maak een keuze.", "Please choose.");

    public static readonly Text VisitExample = new(
        "“Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart. Volgende week offerte sturen.”",
        "“Just visited Philips, spoke with Jan de Vries. 40 rooms in March. Send a quote next week.”");

    /// <summary>What a person of this role asks most, short enough for a button.</summary>
    public static IReadOnlyList<Text> Prompts(Role role) => role switch
    {
        Role.Supervisor =>
        [
            new("Welke goedkeuringen wachten?", "Which approvals are waiting?"),
            new("Hoe staan we ervoor dit kwartaal?", "How are we doing this quarter?"),
            new("Wat kun je?", "What can you do?"),
        ],
        _ =>
        [
            new("Wat moet ik nog opvolgen?", "What do I have to follow up?"),
            new("Wat is mijn omzet dit jaar?", "What is my revenue this year?"),
            new("Wat kun je?", "What can you do?"),
        ],
    };
}
