using MiniExcelLibs;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using Xunit;

namespace SalesBot.Tests.Indicators;

public sealed class ReportTests
{
    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text_in_a_workbook()
    {
        var bytes = Workbook.Of([new("Klanten", ["Klant", "Bedrag", "Dag"], [["=HYPERLINK(1)", 12.5m, new DateOnly(2026, 3, 4)], ["Philips", null, null]])]);

        using var stream = new MemoryStream(bytes);
        var rows = stream.Query(useHeaderRow: true, sheetName: "Klanten").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal("'=HYPERLINK(1)", rows[0]["Klant"]);
        Assert.Equal(12.5, rows[0]["Bedrag"]);
        Assert.Equal("Philips", rows[1]["Klant"]);
    }

    [Fact]
    public void Price_and_volume_and_groups_add_up_to_the_difference()
    {
        var random = new Random(3);
        for (var round = 0; round < 1_000; round++)
        {
            decimal? Quantity() => random.Next(5) == 0 ? null : random.Next(0, 200);
            var sales = Enumerable.Range(0, random.Next(0, 30)).Select(i =>
                new GroupSale((ProductGroup)random.Next(6), random.Next(-1_000, 900_000) / 100m, random.Next(-1_000, 900_000) / 100m, Quantity(), Quantity())).ToList();
            var split = BridgeSplit.Of(sales);
            Assert.Equal(0, split.Residual);
            Assert.Equal(split.Difference, split.Volume + split.Price + split.NotSplit);
        }
        // 100 nights at 100 became 90 at 110: ten nights less are 1,000, ten euros more on ninety nights 900.
        var nights = BridgeSplit.Of([new(ProductGroup.Overnight, 9_900, 10_000, 90, 100)]);
        Assert.Equal((-1_000m, 900m, 0m), (nights.Volume, nights.Price, nights.NotSplit));
    }

    [Fact]
    public void A_target_of_100_with_twenty_lost_five_less_nine_more_and_four_new_is_missed_by_twelve()
    {
        var bridge = Bridge.Build(Period.Month(2026, 2), BridgeBase.Target,
            [new(new("a"), "A", 0, 20), new(new("b"), "B", 25, 30), new(new("c"), "C", 59, 50), new(new("d"), "D", 4, 0)], 100);
        Assert.Equal((-12m, 0m), (bridge.Difference, bridge.Residual));
        Assert.Equal([4m, 9m, -5m, -20m, 0m], bridge.Bars.Select(bar => bar.Amount));
        Assert.Equal(["A"], bridge.Lines.Where(line => line.Step == BridgeStep.Lost).Select(line => line.Name));
    }
}
