using System.Globalization;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Figures;

/// <summary>One indicator with everything that makes it up.</summary>
/// <param name="Formula">In words.</param>
/// <param name="Sources">Records that it was computed from, one line each; a page of them is shown. Null: they are asked for by a button.</param>
/// <param name="Details">Figures that belong to it, such as the gap to the target.</param>
/// <param name="Notes">What it leaves out or rests on.</param>
public sealed record IndicatorView(
    KpiRow Row, string Formula, string PeriodLabel, string Basis, IReadOnlyList<string>? Sources = null,
    IReadOnlyList<(string Name, string Value)>? Details = null, IReadOnlyList<string>? Notes = null)
{
    /// <summary>How many of the sources stand on pages before this one.</summary>
    public int Skip { get; init; }

    /// <summary>How many sources count that the reader may not see.</summary>
    public int Hidden { get; init; }

    /// <summary>Lets the rows be seen, paged and taken away as Excel; null: there are no rows for the reader.</summary>
    public ActionData? Opens { get; init; }

    public IReadOnlyList<MonthHits> Hits { get; init; } = [];
    public IReadOnlyList<MonthPipeline> Pipeline { get; init; } = [];
}

/// <summary>Where one indicator comes from: value, formula, period, basis, count, source rows.</summary>
public static class IndicatorCard
{
    /// <summary>So many rows are shown at once.</summary>
    public const int PageSize = 10;

    /// <summary>Rows of accounts that the reader does not see.</summary>
    public static Text Hidden(int count) => new(
        count == 1 ? "1 regel van een klant van een collega telt mee, maar staat hier niet" : $"{count} regels van klanten van collega's tellen mee, maar staan hier niet",
        count == 1 ? "1 row of a colleague's account counts, but is not listed here" : $"{count} rows of colleagues' accounts count, but are not listed here");

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
                .. TrendCharts.Of(new(view.Hits, view.Pipeline), language),
                Parts.Row(FigureTexts.Formula.In(language), view.Formula),
                Parts.Row(FigureTexts.Basis.In(language), view.Basis),
                .. Parts.If(row.Count is not null, () => Parts.Row(FigureTexts.Count.In(language), language.Number(row.Count!.Value))),
                .. Parts.If(sources.Count > 0, () => Parts.Caption(Heading(view.Skip, sources.Count, language))),
                .. sources.Skip(view.Skip).Take(PageSize).Select(line => Parts.Remark(Words.Clip(line, 200))),
                .. Parts.If(view.Hidden > 0, () => Parts.Remark($"ⓘ {Hidden(view.Hidden).In(language)}")),
            ],
            view.Opens is { } opens && (view.Sources is null || sources.Count > 0) ? [.. Buttons(opens, view.Skip, sources.Count, language)] : null)
        { IsWide = view.Hits.Count > 1 || view.Pipeline.Count > 1 };
    }

    private static string Heading(int skip, int count, Language language) => count <= PageSize
        ? FigureTexts.Sources.In(language)
        : string.Create(CultureInfo.InvariantCulture, $"{FigureTexts.Sources.In(language)} {skip + 1}–{Math.Min(skip + PageSize, count)} / {count}");

    private static IEnumerable<CardAction> Buttons(ActionData opens, int skip, int count, Language language)
    {
        if (count == 0) yield return new Execute(FigureTexts.Sources.In(language), ReportVerbs.Rows, opens.With(("skip", 0)));
        if (skip > 0) yield return new Execute(FigureTexts.Previous.In(language), ReportVerbs.Rows, opens.With(("skip", Math.Max(0, skip - PageSize))));
        if (skip + PageSize < count) yield return new Execute(FigureTexts.Next.In(language), ReportVerbs.Rows, opens.With(("skip", skip + PageSize)));
        yield return new Execute("Excel", ReportVerbs.RowsExcel, opens);
    }
}
