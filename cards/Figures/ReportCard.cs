using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Figures;

/// <summary>A month or a quarter on one card: how it stands, and the largest deviations with what people said of them.</summary>
/// <param name="Deviations">Largest first; null: not for who reads here.</param>
public sealed record ReportView(KpiView Figures, IReadOnlyList<BridgeRow>? Deviations, MonthTrends? Trends = null);

public static class ReportCard
{
    private const int MostDeviations = 5;

    public static AdaptiveCard Of(ReportView view, Language language)
    {
        var figures = KpiCard.Of(view.Figures, language);
        var deviations = view.Deviations ?? [];
        return figures with
        {
            Body =
            [
                .. figures.Body.SkipLast(1),
                .. TrendCharts.Of(view.Trends, language),
                .. Parts.If(deviations.Count > 0, () => Parts.Caption(FigureTexts.Deviations.In(language))),
                .. deviations.OrderByDescending(account => Math.Abs(account.Amount)).Take(MostDeviations).Select(account => BridgeCard.RowOf(account, language)),
                figures.Body[^1],
            ],
        };
    }
}
