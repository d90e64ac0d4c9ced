using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Data;
using SalesBot.Data.Indicators;

namespace SalesBot.Tests.Documents;

/// <summary>Reports on paper: a quarter of a team, a year with all indicators and long names.</summary>
internal static class ReportPapers
{
    private static string In(Language language, string nl, string en) => language == Language.Dutch ? nl : en;

    public static IEnumerable<(string Name, ReportView View)> All(Language language)
    {
        KpiRow Row(string nl, string en, string? value, string? target = null, string? before = null, int? count = null, Standing standing = Standing.Unknown) =>
            new("x", In(language, nl, en), value, target, null, count, null, standing, before);
        yield return ("report-quarter", new(
            new KpiView(
                In(language, "Rapport Team Zuid", "Report Team South"), In(language, "1e kwartaal 2026", "Q1 2026"),
                In(language, "Verbruikt, hele maanden (1e kwartaal 2026), excl. btw", "Consumed, whole months (Q1 2026), excl. VAT"),
                [
                    Row("Omzet", "Revenue", language.Euros(338_450), language.Euros(390_000), language.Euros(370_300), null, Standing.Behind),
                    Row("Omzetgroei", "Revenue growth", language.Percent(-8.6m)),
                    Row("Hitrate", "Hit rate", language.Percent(58.3m), language.Percent(50), language.Percent(61), 36, Standing.OnTarget),
                    Row("Doorlooptijd van een offerte, van aanvraag tot verzending, mediaan in werkuren", "Turnaround of a quote, from request to sending, median in working hours", "6,5 uur", null, "7 uur", 36),
                    Row("NPS", "NPS", null),
                ],
                [new(new(2026, 1, 1), 118_400, 125_000, 109_200), new(new(2026, 2, 1), 131_950, 125_000, 127_300), new(new(2026, 3, 1), 88_100, 140_000, 133_800)]),
            [
                new(new("A-001"), "Philips Eindhoven", BridgeStep.Contraction, -31_200, In(language, "Reisstop sinds januari (Sanne, 12 feb)", "Travel ban since January (Sanne, 12 Feb)")),
                new(new("A-002"), "ASML", BridgeStep.Expansion, 18_450), new(new("A-003"), "Gemeente Helmond", BridgeStep.Lost, -22_700),
            ]));
        yield return ("report-year", new(
            new KpiView(
                In(language, "Rapport Anna Visser", "Report Anna Visser"), "2025", In(language, "Verbruikt, excl. btw", "Consumed, excl. VAT"),
                [.. Enumerable.Range(1, 44).Select(i => Row($"Kengetal {i}", $"Indicator {i}", language.Percent(i), language.Percent(50), language.Percent(i + 1), i * 37))],
                [.. Enumerable.Range(0, 12).Select(i => new MonthFigures(new DateOnly(2025, 1, 1).AddMonths(i), 118_000 + i * 7_500, 125_000, 109_000 + i * 5_000))]),
            [.. Enumerable.Range(1, 22).Select(i => new BridgeRow(new($"A-{i:000}"), i == 2 ? "Koninklijke Nederlandse Vereniging voor Congresorganisatie, Evenementen en Zakelijke Ontmoetingen" : $"Klant {i}", BridgeStep.Contraction, -50_000 + i * 1_000))]));
    }
}
