using System.Globalization;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Figures;

/// <summary>How quotes ended in a month.</summary>
public sealed record MonthHits(DateOnly Month, int Accepted, int Decided)
{
    /// <summary>Percent of the decided ones.</summary>
    public decimal Rate => Math.Round(100m * Accepted / Decided, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What may still come in a month, EUR excl. VAT, weighted.</summary>
public sealed record MonthPipeline(DateOnly Month, decimal Amount);

/// <param name="Hits">Only months in which something was decided.</param>
/// <param name="Pipeline">Only months in which something may come.</param>
public sealed record MonthTrends(IReadOnlyList<MonthHits> Hits, IReadOnlyList<MonthPipeline> Pipeline);

/// <summary>Hit rate and pipeline drawn by month; a single month needs no drawing.</summary>
internal static class TrendCharts
{
    public static IEnumerable<Element> Of(MonthTrends? trends, Language language)
    {
        if (trends is { Hits.Count: > 1 }) yield return Hits(trends.Hits, language);
        if (trends is { Pipeline.Count: > 1 }) yield return Pipeline(trends.Pipeline, language);
    }

    private static VerticalBarChart Hits(IReadOnlyList<MonthHits> months, Language language)
    {
        var labels = Labels([.. months.Select(month => month.Month)], language);
        return new(
            FigureTexts.HitsByMonth.In(language), [.. months.Select((month, i) => new Point(labels[i], month.Rate, "categoricalTeal"))],
            new Table(
                [2, 2, 3], [FigureTexts.Month.In(language), FigureTexts.HitRate.In(language), FigureTexts.AcceptedOf.In(language)],
                [.. months.Select((month, i) => (IReadOnlyList<string>)[labels[i], language.Percent(month.Rate), string.Create(CultureInfo.InvariantCulture, $"{month.Accepted} / {month.Decided}")])]))
        { Id = "hit_rate.months", Spacing = Spacing.Medium };
    }

    private static VerticalBarChart Pipeline(IReadOnlyList<MonthPipeline> months, Language language)
    {
        var labels = Labels([.. months.Select(month => month.Month)], language);
        return new(
            FigureTexts.PipelineByMonth.In(language), [.. months.Select((month, i) => new Point(labels[i], month.Amount, "categoricalPurple"))],
            new Table(
                [2, 3], [FigureTexts.Month.In(language), FigureTexts.Amount.In(language)],
                [.. months.Select((month, i) => (IReadOnlyList<string>)[labels[i], language.Euros(month.Amount)])]))
        { Id = "pipeline.months", Spacing = Spacing.Medium };
    }

    private static List<string> Labels(IReadOnlyList<DateOnly> months, Language language)
    {
        var format = months[0].Year == months[^1].Year ? "MMM" : "MMM yy";
        return [.. months.Select(month => month.ToString(format, language.Culture()))];
    }
}
