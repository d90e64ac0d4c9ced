using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Figures;

/// <summary>How a figure compares with what was wanted.</summary>
public enum Standing { Unknown, OnTarget, Behind }

/// <summary>Indicators of a person, an account or a team over a period.</summary>
/// <param name="Basis">What counts when: booked or consumed, excl. VAT.</param>
/// <param name="Why">Asks for the explanation of the deviation (deviation.explain); null: there is none to explain.</param>
public sealed record KpiView(
    string Title, string PeriodLabel, string Basis, IReadOnlyList<KpiRow> Rows,
    IReadOnlyList<MonthFigures>? Months = null, IReadOnlyList<GroupFigures>? Groups = null, ActionData? Why = null);

/// <summary>An indicator as it is shown.</summary>
/// <param name="Code">One of the codes of the indicators, which is the id of its element.</param>
/// <param name="Value">Written out; null: not defined, as there is nothing to divide by.</param>
/// <param name="Count">How many it was computed from.</param>
/// <param name="Before">The same a year before, written out.</param>
/// <param name="Qualifier">Account, person, group or period, where one card shows the indicator several times.</param>
public sealed record KpiRow(
    string Code, string Name, string? Value, string? Target = null, string? Trend = null, int? Count = null, string? Qualifier = null,
    Standing Standing = Standing.Unknown, string? Before = null)
{
    public string ElementId => Qualifier is null ? Code : $"{Code}.{Qualifier}";
}

/// <summary>Buttons that hand over figures as files, and turn the pages of the rows behind one.</summary>
public static class ReportVerbs
{
    public const string Excel = "report.excel", Pdf = "report.pdf", Rows = "indicator.rows", RowsExcel = "indicator.excel";
}

/// <summary>How it stands: each indicator with its target, and revenue drawn.</summary>
public static class KpiCard
{
    public static AdaptiveCard Of(KpiView view, Language language)
    {
        // Right below revenue, as on a phone nobody scrolls past a dozen rows to a chart.
        var first = view.Rows.TakeWhile(row => row.Code != "revenue").Count() + 1;
        var rows = view.Rows.Select((row, index) => RowOf(row, index, language)).ToList();
        return new AdaptiveCard(
            $"{view.Title}, {view.PeriodLabel}: {string.Join("; ", view.Rows.Take(3).Select(row => $"{row.Name} {ValueOf(row, language)}"))}",
            [
                Parts.Header(view.Title, view.PeriodLabel),
                .. rows.Take(first),
                .. Parts.If(view.Months is { Count: > 0 }, () => RevenueCharts.ByMonth(view.Months!, language)),
                .. rows.Skip(first),
                .. Parts.If(view.Groups?.Any(group => group.Amount > 0) == true, () => RevenueCharts.ByGroup(view.Groups!, language)),
                Parts.Remark(view.Basis, Spacing.Medium),
            ],
            view.Why is { } why
                ? [new Execute(FigureTexts.Why.In(language), "deviation.explain", why), new Execute("Excel", ReportVerbs.Excel, why), new Execute("PDF", ReportVerbs.Pdf, why)]
                : null)
        { IsWide = true };
    }

    private static ColumnSet RowOf(KpiRow row, int index, Language language)
    {
        var value = Parts.Figure(ValueOf(row, language)) with
        {
            Id = row.ElementId,
            Bold = row.Value is not null,
            Subtle = row.Value is null,
            Color = row.Standing switch
            {
                Standing.OnTarget => TextColor.Good,
                Standing.Behind => TextColor.Attention,
                _ => TextColor.Default,
            },
        };
        return Parts.Entry(row.Name, Below(row, language), value, separator: index > 0);
    }

    private static string ValueOf(KpiRow row, Language language) => row.Value ?? FigureTexts.NotDefined.In(language);

    private static string? Below(KpiRow row, Language language)
    {
        List<string> parts = [];
        if (row.Target is not null) parts.Add($"{FigureTexts.Target.In(language)} {row.Target}");
        if (row.Trend is not null) parts.Add(row.Trend);
        if (row.Count is { } count) parts.Add($"n={language.Number(count)}");
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
