using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Figures;

/// <summary>A month's revenue, EUR excl. VAT.</summary>
/// <param name="Month">First day of the month.</param>
public sealed record MonthFigures(DateOnly Month, decimal Actual, decimal? Target = null, decimal? LastYear = null);

public sealed record GroupFigures(ProductGroup Group, decimal Amount);

/// <summary>Revenue drawn, with the same numbers in a table where nothing can be drawn.</summary>
internal static class RevenueCharts
{
    /// <summary>Against target and last year, as far as these are known.</summary>
    public static Chart ByMonth(IReadOnlyList<MonthFigures> months, Language language)
    {
        var hasTarget = months.Any(month => month.Target is not null);
        var hasLastYear = months.Any(month => month.LastYear is not null);
        var labels = months.Select(month => LabelOf(month.Month, months, language)).ToList();
        List<Series> series = [Line(FigureTexts.Actual, "categoricalBlue", month => month.Actual)];
        if (hasTarget) series.Add(Line(FigureTexts.TargetLegend, "categoricalMarigold", month => month.Target ?? 0));
        if (hasLastYear) series.Add(Line(FigureTexts.LastYear, "neutral", month => month.LastYear ?? 0));
        return new GroupedBarChart(FigureTexts.RevenueByMonth.In(language), series, MonthTable()) { Id = "revenue.months", Spacing = Spacing.Medium };

        Series Line(Text legend, string color, Func<MonthFigures, decimal> value) =>
            new(legend.In(language), [.. months.Select((month, i) => new Point(labels[i], value(month)))], color);

        Table MonthTable() => new(
            [2, .. series.Select(_ => 3)], [FigureTexts.Month.In(language), .. series.Select(one => one.Legend)],
            [.. labels.Select((label, i) => (IReadOnlyList<string>)[label, .. series.Select(one => language.Euros(one.Points[i].Y))])]);
    }

    /// <summary>Shares of the product groups; a group that earned nothing has none.</summary>
    public static Chart ByGroup(IReadOnlyList<GroupFigures> groups, Language language)
    {
        var earning = groups.Where(group => group.Amount > 0).OrderByDescending(group => group.Amount).ToList();
        return new DonutChart(
            FigureTexts.RevenueByGroup.In(language),
            [.. earning.Select(group => new Slice(FigureTexts.Of(group.Group, language), group.Amount))],
            new Table(
                [3, 2], [FigureTexts.Group.In(language), FigureTexts.Amount.In(language)],
                [.. earning.Select(group => (IReadOnlyList<string>)[FigureTexts.Of(group.Group, language), language.Euros(group.Amount)])]))
        { Id = "revenue.groups", Spacing = Spacing.Medium };
    }

    private static string LabelOf(DateOnly month, IReadOnlyList<MonthFigures> months, Language language) =>
        month.ToString(months[0].Month.Year == months[^1].Month.Year ? "MMM" : "MMM yy", language.Culture());
}
