using SalesBot.Cards;
using SalesBot.Cards.Model;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Data.People;

namespace SalesBot.Tests.Cards;

/// <summary>Every card in every state that matters, with data as a sales team has it, long names and long lists included.</summary>
internal static partial class CardGallery
{
    public static readonly Language[] Languages = [Language.Dutch, Language.English];

    public static readonly DateOnly Today = new(2026, 3, 3);

    public static readonly DateTimeOffset Now = new(2026, 3, 3, 8, 30, 0, TimeSpan.Zero);

    /// <summary>Name of the picture to cards, in the order of the documentation page.</summary>
    public static IReadOnlyList<(string Name, AdaptiveCard Card)> All(Language language) =>
    [
        ("welcome", WelcomeCard.Of(new WelcomeView("Sanne van den Berg"), language)),
        ("welcome-team", WelcomeCard.ToTeam(language)),
        ("help", HelpCard.Of(Role.AccountManager, language)),
        ("help-supervisor", HelpCard.Of(Role.Supervisor, language)),
        ("help-topic", HelpCard.Of(5, Role.AccountManager, language)),
        ("preview", PreviewCard.Of(Visit(language), language)),
        ("preview-summary", PreviewCard.Of(Summarised(language, false), language)),
        ("preview-summary-ai", PreviewCard.Of(Summarised(language, true), language)),
        ("form", FormCard.Of(QuoteForm(language), language)),
        ("done", DoneCard.Of(new DoneView(In(language, "Bezoek Philips", "Philips visit"), Visit(language).Sections, "w-01J9"), language)),
        ("cancelled", CancelledCard.Of(In(language, "Bezoek Philips", "Philips visit"), language)),
        ("superseded", SupersededCard.Of(In(language, "Bezoek Philips", "Philips visit"), language)),
        ("undone", UndoneCard.Of(In(language, "Bezoek Philips", "Philips visit"), language)),
        ("choice", ChoiceCard.Of(WhichAccount(language, 2), language)),
        ("choice-long", ChoiceCard.Of(WhichAccount(language, 9), language)),
        ("error", ErrorCard.Of("0HN4-7K2Q", language)),
        .. Quotes(language),
        .. Rules(language),
        .. Approvals(language),
        .. Lists(language),
        .. Figures(language),
        .. Plans(language),
        .. Accounts(language),
        .. Records(language),
        .. Nudges(language),
        .. Privacy(language),
        .. Sharing(language),
        .. Imports(language),
    ];

    public static string In(Language language, string nl, string en) => new Text(nl, en).In(language);

    private static FlowPreview Visit(Language language) => new(
        In(language, "Bezoek Philips", "Philips visit"), "p-01J9XK", 3,
        [
            new(In(language, "Bezoekverslag", "Visit note"),
            [
                new(In(language, "Klant", "Account"), "Koninklijke Philips Electronics Nederland, vestiging Eindhoven"),
                new(In(language, "Datum", "Date"), language.Date(Today)),
                new(In(language, "Gesproken met", "Met"), "Jan de Vries"),
                new(In(language, "Uitkomst", "Outcome"), In(language, "Tevreden over februari; wil in maart met twee groepen terugkomen", "Pleased with February; wants to return in March with two groups")),
            ]),
            new("Lead",
            [
                new(In(language, "Kamers", "Rooms"), "45"),
                new(In(language, "Periode", "Period"), In(language, "maart 2026", "March 2026")),
            ]),
            new(In(language, "Marktinformatie", "Market information"), [new(In(language, "Concurrent", "Competitor"), "Van der Valk")]),
            new(In(language, "Opvolging", "Follow-up"),
            [
                new(In(language, "Wat", "What"), In(language, "Offerte sturen", "Send a quote")),
                new(In(language, "Wanneer", "When"), language.Date(Today.AddDays(7))),
            ]),
        ],
        [
            new("account", In(language, "Klant", "Account"), FieldInput.Text, "Philips", true, []),
            new("date", In(language, "Datum", "Date"), FieldInput.Date, "2026-03-03", true, []),
            new("rooms", In(language, "Kamers", "Rooms"), FieldInput.Number, "45", false, []),
            new("outcome", In(language, "Uitkomst", "Outcome"), FieldInput.LongText, null, false, []),
        ],
        In(language, "Jan de Vries is nieuw; ik voeg hem toe als contactpersoon.", "Jan de Vries is new; I add him as a contact."));

    private static FlowPreview Summarised(Language language, bool byModel) => Visit(language) with
    {
        Summary = new(
            [
                new(In(language, byModel ? "Philips zoekt 45 kamers in maart voor een training van twee dagen." : "Ze zoeken 45 kamers in maart voor een training van twee dagen.",
                    byModel ? "Philips wants 45 rooms in March for a training of two days." : "They want 45 rooms in March for a training of two days."), byModel ? [1, 4] : [4]),
                new(In(language, "Over het ontbijt van vorig jaar had hij een klacht, dat was te laat klaar en het was koud.", "He complained about last year's breakfast, it was late and it was cold."), [5]),
                new(In(language, "Ze kijken ook naar Van der Valk omdat die dichter bij de snelweg zit.", "They also look at Van der Valk because it is closer to the motorway."), [6]),
            ],
            byModel,
            [
                In(language, "Vanochtend bij Philips geweest en gesproken met Jan de Vries.", "Visited Philips this morning and spoke with Jan de Vries."),
                In(language, "We zaten in de nieuwe vergaderzaal op de derde verdieping, mooi licht en goede koffie.", "We sat in the new meeting room on the third floor, nice light and good coffee."),
                In(language, "Jan vertelde eerst uitgebreid over zijn vakantie in Portugal.", "Jan first told me all about his holiday in Portugal."),
                In(language, "Ze zoeken 45 kamers in maart voor een training van twee dagen.", "They want 45 rooms in March for a training of two days."),
                In(language, "Over het ontbijt van vorig jaar had hij een klacht, dat was te laat klaar en het was koud.", "He complained about last year's breakfast, it was late and it was cold."),
                In(language, "Ze kijken ook naar Van der Valk omdat die dichter bij de snelweg zit.", "They also look at Van der Valk because it is closer to the motorway."),
            ]),
    };

    private static FormView QuoteForm(Language language) => new(
        In(language, "Offerte voor ASML", "Quote for ASML"), "p-01J9XM", 1,
        [
            new("product", "Product", FieldInput.Choice, "ddr", true, [new("ddr", In(language, "Vergaderarrangement 8 uur", "Day delegate rate, 8 hours")), new("room", In(language, "Overnachting", "Overnight"))]),
            new("delegates", In(language, "Aantal personen", "Number of persons"), FieldInput.Number, null, true, []),
            new("date", In(language, "Vanaf welke dag?", "From which day?"), FieldInput.Date, null, true, []),
            new("reason", In(language, "Toelichting", "Justification"), FieldInput.LongText, null, false, []),
        ],
        [new(In(language, "Wat ik al weet", "What I know so far"), [new(In(language, "Korting", "Discount"), language.Percent(5))])],
        In(language, "Nog een paar vragen.", "A few more questions."));

    private static ChoiceView WhichAccount(Language language, int count)
    {
        string[] names = ["Philips Eindhoven", "Philips Medical Systems Best", "Philips Lighting", "Philips Drachten", "Philips Amsterdam", "Philips Pensioenfonds", "Philips Museum", "Philips Sportvereniging", "Philips Fruittuin"];
        return new(
            In(language, "Welke Philips bedoel je?", "Which Philips do you mean?"), "p-01J9XN", 2, "account",
            [.. names.Take(count).Select((name, i) => new FieldChoice($"A-{i:000}", name))]);
    }
}
