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
/// <param name="Qualifier">Account, person, group or period, where one card shows the indicator several times.</param>
public sealed record KpiRow(
    string Code, string Name, string? Value, string? Target = null, string? Trend = null, int? Count = null, string? Qualifier = null,
    Standing Standing = Standing.Unknown)
{
    public string ElementId => Qualifier is null ? Code : $"{Code}.{Qualifier}";
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
            view.Why is { } why ? [new Execute(FigureTexts.Why.In(language), "deviation.explain", why)] : null)
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

/// <summary>One indicator with everything that makes it up.</summary>
/// <param name="Formula">In words.</param>
/// <param name="Sources">Records that it was computed from, one line each; the first ten are shown.</param>
/// <param name="Details">Figures that belong to it, such as the gap to the target.</param>
/// <param name="Notes">What it leaves out or rests on.</param>
public sealed record IndicatorView(
    KpiRow Row, string Formula, string PeriodLabel, string Basis, IReadOnlyList<string>? Sources = null,
    IReadOnlyList<(string Name, string Value)>? Details = null, IReadOnlyList<string>? Notes = null);

/// <summary>Where one indicator comes from: value, formula, period, basis, count, source rows.</summary>
public static class IndicatorCard
{
    /// <summary>So many rows are shown; the others are counted.</summary>
    public const int MostSources = 10;

    public static AdaptiveCard Of(IndicatorView view, Language language)
    {
        var row = view.Row;
        var value = row.Value ?? FigureTexts.NotDefined.In(language);
        var sources = view.Sources ?? [];
        return new AdaptiveCard(
            $"{row.Name}, {view.PeriodLabel}: {value}",
            [
                Parts.Header(row.Name, view.PeriodLabel),
                new TextBlock(value) { Id = row.ElementId, Size = TextSize.ExtraLarge, Bold = true },
                .. Parts.If(row.Target is not null, () => Parts.Row(FigureTexts.TargetLegend.In(language), row.Target!)),
                .. Parts.If(row.Trend is not null, () => Parts.Row(FigureTexts.LastYear.In(language), row.Trend!)),
                .. (view.Details ?? []).Select(detail => Parts.Row(detail.Name, detail.Value)),
                .. (view.Notes ?? []).Select(note => Parts.Remark($"ⓘ {note}")),
                Parts.Row(FigureTexts.Formula.In(language), view.Formula),
                Parts.Row(FigureTexts.Basis.In(language), view.Basis),
                .. Parts.If(row.Count is not null, () => Parts.Row(FigureTexts.Count.In(language), language.Number(row.Count!.Value))),
                .. Parts.If(sources.Count > 0, () => Parts.Caption(FigureTexts.Sources.In(language))),
                .. sources.Take(MostSources).Select(line => Parts.Remark(Words.Clip(line, 200))),
                .. Parts.If(sources.Count > MostSources, () => Parts.Remark($"+ {sources.Count - MostSources}")),
            ]);
    }
}
