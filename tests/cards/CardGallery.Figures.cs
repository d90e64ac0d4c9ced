using SalesBot.Cards;
using SalesBot.Cards.Accounts;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Figures;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Visits;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static readonly MonthFigures[] Quarter =
        [new(new(2026, 1, 1), 118_400, 125_000, 109_200), new(new(2026, 2, 1), 131_950, 125_000, 127_300), new(new(2026, 3, 1), 88_100, 140_000, 133_800)];

    private static readonly MonthFigures[] Year =
        [.. Enumerable.Range(0, 12).Select(i => new MonthFigures(new DateOnly(2025, 4, 1).AddMonths(i), 8_000 + i * 750, null, 7_400 + i * 600))];

    private static readonly GroupFigures[] Groups =
        [new(ProductGroup.Overnight, 168_300), new(ProductGroup.Package, 97_250), new(ProductGroup.RoomHire, 41_900), new(ProductGroup.Fnb, 24_000), new(ProductGroup.Av, 7_000), new(ProductGroup.Other, 0)];

    private static readonly BridgeRow[] Differences =
    [
        new(new("A-001"), "Philips Eindhoven", BridgeStep.Contraction, -31_200, "Reisstop sinds januari (Sanne, 12 feb)"),
        new(new("A-002"), "ASML", BridgeStep.Expansion, 18_450, "Nieuwe trainingsreeks (Sanne, 3 feb)"),
        new(new("A-003"), "Gemeente Helmond", BridgeStep.Lost, -22_700, null),
        new(new("A-004"), "VDL Groep", BridgeStep.New, 9_900, null),
        new(new("A-005"), "Brabantse Ontwikkelings Maatschappij", BridgeStep.Contraction, -26_000, null),
    ];

    private static IEnumerable<(string, AdaptiveCard)> Figures(Language language)
    {
        var quarter = In(language, "1e kwartaal 2026", "Q1 2026");
        var basis = In(language, "Verbruikt in de periode, excl. btw; tot en met 3 maart.", "Consumed in the period, excl. VAT; up to 3 March.");
        yield return ("kpi", KpiCard.Of(
            new KpiView(
                In(language, "Team Zuid", "Team South"), quarter, basis,
                [
                    new("revenue", In(language, "Omzet", "Revenue"), language.Euros(338_450), language.Euros(390_000), In(language, "-8,6 % t.o.v. vorig jaar", "-8.6% on last year"), 412, Standing: Standing.Behind),
                    new("on_the_books", In(language, "In de boeken", "On the books"), language.Euros(212_800)),
                    new("hit_rate", In(language, "Hitrate", "Hit rate"), language.Percent(58.3m), language.Percent(50), null, 36, Standing: Standing.OnTarget),
                    new("quote_turnaround", In(language, "Doorlooptijd offerte (werkuren, mediaan)", "Quote turnaround (working hours, median)"), "6,5", "8", null, 36, Standing: Standing.OnTarget),
                    new("cadence", In(language, "Contact op tijd", "Contacted in time"), language.Percent(71), language.Percent(80), null, 48, Standing: Standing.Behind),
                    new("nps", "NPS", null, null, null, 0),
                ],
                Quarter, Groups, new ActionData(("scope", "team"), ("id", "zuid"), ("period", "2026-01-01/2026-03-31"))),
            language));
        yield return ("indicator", IndicatorCard.Of(
            new IndicatorView(
                new KpiRow("hit_rate", In(language, "Hitrate", "Hit rate"), language.Percent(58.3m), language.Percent(50), null, 36),
                In(language, "akkoord / (akkoord + afgewezen + ingetrokken + verlopen), besloten in de periode", "accepted / (accepted + rejected + withdrawn + expired), decided in the period"),
                quarter, In(language, "datum van besluit", "date of decision"),
                [.. Enumerable.Range(1, 36).Select(i => $"{language.Date(Today.AddDays(-i))} · {(i % 2 == 0 ? "ASML" : "Philips Eindhoven")} · Q-2026-{i:0000} · {(i % 3 == 0 ? In(language, "afgewezen", "rejected") : In(language, "akkoord", "accepted"))} · {language.Money(1_250.50m * i)}")],
                Notes: [In(language, "Van 3 aanvragen is de herkomst niet bekend", "The source of 3 requests is not known")])
            {
                Skip = 10,
                Hidden = 4,
                Opens = new ActionData(("scope", "team"), ("indicator", "hit_rate")),
                Hits = [new(new(2026, 1, 1), 7, 12), new(new(2026, 2, 1), 9, 14), new(new(2026, 3, 1), 5, 10)],
            },
            language));
        yield return ("bridge", BridgeCard.Of(
            new BridgeView(
                In(language, "Waarom: omzet team Zuid", "Why: revenue of team South"), quarter, In(language, "Doel", "Target"), 390_000, 338_450,
                Differences, basis, In(language, "Wat is de oorzaak bij Gemeente Helmond (-€ 22.700)? Zeg: “oorzaak bij Gemeente Helmond: …”", "What is the cause at Gemeente Helmond (-€22,700)? Say: “cause at Gemeente Helmond: …”"),
                BridgeSplit.Of([
                    new(ProductGroup.Overnight, 180_000, 205_000, 1_500, 1_800), new(ProductGroup.RoomHire, 90_000, 98_000, null, null), new(ProductGroup.Package, 68_450, 60_000, 900, 800),
                ]),
                new ActionData(("scope", "team"))),
            language));
        yield return ("ranking", RankingCard.Of(
            new RankingView(
                In(language, "Grootste dalers: Team Zuid", "Biggest fallers: Team South"), quarter,
                [.. Differences.Where(row => row.Amount < 0).OrderBy(row => row.Amount).Select(row => new RankingRow(row.Id.Value, row.Name, 60_000 + row.Amount, 60_000, In(language, "vorig jaar", "last year")))],
                basis, In(language, "Er is niets om te tonen.", "There is nothing to show.")),
            language));
        yield return ("report", ReportCard.Of(
            new ReportView(
                new KpiView(
                    In(language, "Rapport Team Zuid", "Report Team South"), quarter, basis,
                    [
                        new("revenue", In(language, "Omzet", "Revenue"), language.Euros(338_450), language.Euros(390_000), In(language, "vorig jaar € 370.300 ▼", "last year €370,300 ▼"), null, Standing: Standing.Behind),
                        new("plan_coverage", In(language, "Dekking van het doel", "Plan coverage"), language.Percent(82.5m), null, null, 6),
                        new("csat", In(language, "Klanttevredenheid", "Customer satisfaction"), language.Percent(86.7m), null, null, 15),
                    ],
                    Quarter, Why: new ActionData(("scope", "team"))),
                Differences,
                new([new(new(2026, 1, 1), 7, 12), new(new(2026, 2, 1), 9, 14), new(new(2026, 3, 1), 5, 10)], [new(new(2026, 3, 1), 18_250), new(new(2026, 4, 1), 31_400), new(new(2026, 5, 1), 12_000)])),
            language));
        yield return ("revenue", RevenueCard.Of(
            new RevenueView(
                "Philips Eindhoven", quarter, basis, 41_230.50m, 45_000, 38_900, 12_400, Quarter, Groups,
                Note: In(language, "Key-account: € 148.200 in 12 maanden, grens € 15.000.", "Key account: €148,200 in 12 months, line €15,000."),
                Why: new ActionData(("scope", "account"), ("id", "A-001"), ("period", "2026-01-01/2026-03-31"))),
            language));
        yield return ("revenue-team", RevenueCard.Of(
            new RevenueView(
                In(language, "team Zuid", "team South"), quarter, basis, 338_450, null, 0,
                Accounts: [.. Enumerable.Range(1, 11).Select(i => new AccountFigures(new($"A-{i:000}"), i == 3 ? "Brabantse Ontwikkelings Maatschappij" : $"Klant {i}", 60_000 - i * 4_321))]),
            language));
    }

    private static IEnumerable<(string, AdaptiveCard)> Lists(Language language)
    {
        FollowUp Task(int i, int days, string what, bool done = false) =>
            new($"f-{i}", new("A-001"), Requester, Today.AddDays(days), what, Now.AddDays(-9), done ? Now : null);
        yield return ("follow-ups", FollowUpsCard.Of(
            new FollowUpsView(
                [
                    new(Task(1, -4, In(language, "Offerte Q-2026-0003 nabellen", "Call about quote Q-2026-0003")), "Philips Eindhoven"),
                    new(Task(2, 0, In(language, "Menukaart en plattegrond van de boardroom sturen aan mevrouw Van Beukering", "Send the menu and the boardroom's floor plan to Mrs Van Beukering")), "ASML"),
                    new(Task(3, 2, In(language, "Zaal reserveren", "Reserve the room"), true), "VDL Groep"),
                    new(Task(4, 7, In(language, "Offerte sturen", "Send a quote")), "Philips Eindhoven"),
                    new(Task(5, 21, In(language, "Kwartaalplan bijwerken", "Update the quarter's plan")), null),
                ],
                Today, 12, new ListMore("follow-ups", 5)),
            language));
        yield return ("follow-ups-none", FollowUpsCard.Of(new FollowUpsView([], Today, 0), language));
        yield return ("quotes", QuotesCard.Of(
            new QuotesView(
                [
                    new(QuoteOf(QuoteStatus.Submitted), "Philips Eindhoven"),
                    new(QuoteOf(QuoteStatus.Sent) with { Number = new("Q-2026-0005") }, "Brabantse Ontwikkelings Maatschappij"),
                    new(QuoteOf(QuoteStatus.Expired) with { Number = new("Q-2025-0391") }, "ASML"),
                ],
                Team, MayOpen: true),
            language));
        yield return ("approvals", ApprovalsCard.Of(
            new ApprovalsView([new(ApprovalOf(ApprovalState.Waiting), "Q-2026-0007", language.Money(Offered.Total), "Philips Eindhoven", "Sanne van den Berg")], Team), language));
    }

    private static IEnumerable<(string, AdaptiveCard)> Accounts(Language language)
    {
        var account = new Account(new("A-001"), "Philips Eindhoven", [], In(language, "Industrie", "Industry"), "Eindhoven", Requester, AccountStatus.Active, 400_000, 30);
        var view = new AccountView(
            account, "Sanne van den Berg", Today, In(language, "€ 148.200,00 in 12 maanden, grens € 15.000,00.", "€148,200.00 in 12 months, line €15,000.00."), 148_200, Year,
            [
                new(new("C-1"), account.Id, "Jan de Vries", ContactRole.Principal, "jan.de.vries@philips.example", "+31 40 555 01 01"),
                new(new("C-2"), account.Id, "Marie-Louise van Beukering-Huijbregts", ContactRole.Booker),
                new(new("C-3"), account.Id, "T. Smit", null, null, "+31 6 55 50 10 12"),
            ],
            [ContactRole.Finance, ContactRole.Specialist], Today.AddDays(-41), Today.AddDays(-11),
            [QuoteOf(QuoteStatus.Submitted), QuoteOf(QuoteStatus.Sent) with { Number = new("Q-2026-0003") }],
            [new("L-1", account.Id, Requester, Now, LeadStatus.Qualified, In(language, "bezoek", "visit"), Rooms: 45, Nights: 2, From: new(2026, 3, 24), ExpectedValue: 11_600)],
            [new("M-1", MarketTopic.Competitor, In(language, "Kijkt ook naar Van der Valk, 10 % korting geboden.", "Also looking at Van der Valk, which offered 10% off."), Requester, Now, In(language, "bezoek", "visit"), Today.AddMonths(6))],
            [
                new("f-1", account.Id, Requester, Today.AddDays(-2), In(language, "Offerte nabellen", "Call about the quote"), Now),
                new("f-2", account.Id, Requester, Today.AddDays(7), In(language, "Offerte sturen", "Send a quote"), Now),
                new("f-3", account.Id, Requester, Today.AddDays(9), In(language, "Rondleiding plannen", "Plan a tour"), Now),
                new("f-4", account.Id, Requester, Today.AddDays(30), In(language, "Kerst peilen", "Sound out Christmas"), Now),
            ],
            [In(language, "Wie tekent de facturen? Finance is nog niet bekend.", "Who signs the invoices? Finance is not known yet.")],
            [In(language, "AV bij de trainingen: 3 van de 5 keer elders gehuurd.", "AV with the trainings: rented elsewhere 3 times out of 5.")]);
        yield return ("account", AccountCard.Of(view, language));
        yield return ("account-prepare", AccountCard.Of(
            view with
            {
                Prepares = true,
                Months = [],
                Issues = [new("i-1", account.Id, Requester, Data.Issues.IssueKind.Looming, Data.Issues.IssueSeverity.Medium, In(language, "Overweegt Van der Valk vanwege de parkeerplaatsen", "Considers Van der Valk because of the parking"), Today.AddDays(3), Requester, Now)],
                Plans = [new("p-1", account.Id, Requester, In(language, "Verkoopconferentie voor 300 man in januari", "Sales conference for 300 in January"), new(2027, 1, 31), Now, Now, new(2026, 9, 1), new(2026, 9, 30))],
                Advice = [new("a-1", account.Id, Requester, In(language, "24-uursarrangement in plaats van losse zaalhuur", "A 24-hour package instead of room hire"), Now)],
                Score = new("s-1", account.Id, Requester, Now, Data.Satisfaction.SatisfactionScale.Grade, 8),
            },
            language));
        yield return ("account-channel", AccountCard.Of(view with { ShowsPersons = false }, language));
        yield return ("account-new", AccountCard.Of(
            new AccountView(
                account with { Status = AccountStatus.Prospect, City = null }, "Sanne van den Berg", Today, null, null, [], [],
                [ContactRole.Principal, ContactRole.Booker], null, null, [], [], [], [], [], []),
            language));
    }
}
