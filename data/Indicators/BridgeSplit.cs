using SalesBot.Data.Prices;

namespace SalesBot.Data.Indicators;

/// <summary>What an account bought of a product group, in a period and the year before.</summary>
/// <param name="Quantity">Null: not known for all of it.</param>
public sealed record GroupSale(ProductGroup Group, decimal Actual, decimal LastYear, decimal? Quantity, decimal? QuantityLastYear);

public sealed record GroupStep(ProductGroup Group, decimal Amount);

/// <summary>
/// The difference from last year by product group, and by price and volume. Volume is what the change in quantity would have brought at last
/// year's price, price is the rest of it; what has no quantity is not split. All of it adds up to the difference.
/// </summary>
public sealed record BridgeSplit(decimal Difference, IReadOnlyList<GroupStep> Groups, decimal Volume, decimal Price, decimal NotSplit)
{
    public decimal Residual => Difference - Groups.Sum(group => group.Amount) is not 0 and var groups ? groups : Difference - Volume - Price - NotSplit;

    /// <param name="sales">Of each account and group once.</param>
    public static BridgeSplit Of(IReadOnlyList<GroupSale> sales)
    {
        var (volume, price, notSplit) = (0m, 0m, 0m);
        foreach (var sale in sales)
        {
            var difference = sale.Actual - sale.LastYear;
            if (VolumeOf(sale) is { } effect) (volume, price) = (volume + effect, price + difference - effect);
            else notSplit += difference;
        }
        return new(
            sales.Sum(sale => sale.Actual - sale.LastYear),
            [.. sales.GroupBy(sale => sale.Group).Select(group => new GroupStep(group.Key, group.Sum(sale => sale.Actual - sale.LastYear)))
                .Where(step => step.Amount != 0).OrderByDescending(step => Math.Abs(step.Amount)).ThenBy(step => step.Group)],
            volume, price, notSplit);
    }

    // Something new or gone is all volume: there is no price to compare with.
    private static decimal? VolumeOf(GroupSale sale)
    {
        if (sale is not { Quantity: { } now, QuantityLastYear: { } before }) return null;
        if (now == 0 || before == 0) return sale.Actual - sale.LastYear;
        return Cents.Round((now - before) * sale.LastYear / before);
    }
}
