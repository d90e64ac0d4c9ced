using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

public sealed class PricingTests
{
    [Fact]
    public void An_all_in_price_falls_in_its_vat_classes_by_market_value()
    {
        var version = Version(new([new(Stay, 1, 1, new(2026, 3, 20))]));

        Assert.Equal(150.00m, version.Total);
        Assert.Equal([new(21, 120.00m, 25.20m), new(9, 30.00m, 2.70m)], version.Vat);
        Assert.Equal(177.90m, version.TotalInclVat);
    }

    [Fact]
    public void A_discount_leaves_what_is_not_discountable_alone()
    {
        var version = Version(new([new(Room, 40, 2, new(2026, 3, 20)), new(Breakfast, 80)], DiscountPercent: 10));

        // 80 nights of 135.00 less 10 %, and 80 breakfasts of 18.35 in full.
        Assert.Equal([9_720.00m, 1_468.00m], version.Lines.Select(line => line.Net));
        Assert.Equal([10m, 0m], version.Lines.Select(line => line.DiscountPercent));
        Assert.Equal(11_188.00m, version.Total);
        Assert.Equal(80 * 50m + 80 * 7m, version.Cost);
        Assert.Equal([new(21, 9_720.00m, 2_041.20m), new(9, 1_468.00m, 132.12m)], version.Vat);
    }

    [Fact]
    public void Nights_over_a_change_of_price_and_vat_are_priced_night_by_night()
    {
        var version = Version(new([new(Room, 3, 4, new(2025, 12, 30))]) { OptionDate = new(2026, 4, 1) });

        Assert.Equal(2, version.Lines.Count);
        Assert.Equal((new DateOnly(2025, 12, 30), 2m, 129.50m, 777.00m),
            (version.Lines[0].From!.Value, version.Lines[0].Times, version.Lines[0].UnitPrice, version.Lines[0].Net));
        Assert.Equal((new DateOnly(2026, 1, 1), 2m, 135.00m, 810.00m),
            (version.Lines[1].From!.Value, version.Lines[1].Times, version.Lines[1].UnitPrice, version.Lines[1].Net));
        Assert.Equal([new(21, 810.00m, 170.10m), new(9, 777.00m, 69.93m)], version.Vat);
    }

    [Fact]
    public void A_package_splits_where_the_vat_of_a_part_changes()
    {
        var version = Version(new([new(Stay, 1, 2, new(2025, 12, 31))]));

        // The night of 2025 is wholly in 9 %, that of 2026 for four fifths in 21 %.
        Assert.Equal(2, version.Lines.Count);
        Assert.Equal([new(21, 120.00m, 25.20m), new(9, 180.00m, 16.20m)], version.Vat);
    }

    [Fact]
    public void Without_a_day_the_price_of_the_day_of_asking_counts()
    {
        Assert.Equal(135.00m, Version(new([new(Room, 1)])).Total);
        var asked = Assert.IsType<PricingResult.Priced>(Pricing.Price(Prices, new([new(Room, 1)]), 1, new("daan"), Now, new(2025, 6, 1)));
        Assert.Equal(129.50m, asked.Version.Total);
    }

    [Fact]
    public void What_has_no_price_gets_no_number_but_a_reason_for_each_line()
    {
        var result = Pricing.Price(
            Prices, new([new(new("yurt"), 1), new(Room, 2, 1, new(2024, 12, 31)), new(Hall, 0), new(Breakfast, 3, 1, null, 5),
            new(Dinner, 1)], DiscountPercent: 101),
            1, new("daan"), Now, Today);

        var problems = Assert.IsType<PricingResult.NotPriced>(result).Problems;
        Assert.Equal(
            [("bad_discount", null), ("unknown_product", 0), ("bad_quantity", 2), ("not_discountable", 3), ("no_price", 1)],
            problems.Select(problem => (problem.Code, problem.Line)));
        Assert.All(problems, problem => Assert.NotEqual(problem.Nl, problem.En));
    }

    [Fact]
    public void A_stay_that_outlasts_the_price_list_is_not_priced()
    {
        var list = new PriceList([Row(Room, "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 100, 21, until: "2026-12-31")],
            []);

        var result = Pricing.Price(list, new([new(Room, 1, 3, new(2026, 12, 30))]), 1, new("daan"), Now, Today);

        Assert.Equal("no_price", Assert.Single(Assert.IsType<PricingResult.NotPriced>(result).Problems).Code);
    }

    [Fact]
    public void A_package_whose_part_has_no_rate_is_not_priced()
    {
        var list = new PriceList([Row(Stay, "All-in", "All-in", ProductGroup.Package, PriceUnit.RoomNight, 150, 21)],
            [new(Stay, Room, 1, 280)]);

        var result = Pricing.Price(list, new([new(Stay, 1)]), 1, new("daan"), Now, Today);

        Assert.Equal("no_price", Assert.Single(Assert.IsType<PricingResult.NotPriced>(result).Problems).Code);
    }

    /// <summary>Reckons 3,000 random quotes again in whole cents with integers and compares every figure.</summary>
    [Fact]
    public void Lines_vat_classes_and_totals_of_any_quote_agree_to_the_cent()
    {
        var random = new Random(20260310);
        ProductId[] products = [Room, Breakfast, Dinner, Hall, Ddr, Stay, Dome];
        for (var round = 0; round < 3_000; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 9)).Select(_ => new LineRequest(
                products[random.Next(products.Length)], random.Next(1, 400), random.Next(1, 8),
                random.Next(3) == 0 ? null : new DateOnly(2025, 12, 20).AddDays(random.Next(30)))).ToList();
            var discount = random.Next(0, 4001) / 100m;

            var version = Version(new(lines, discount));

            Assert.Equal(lines.Sum(line => line.Quantity * line.Times), version.Lines.Sum(line => line.Units));
            Assert.All(version.Lines, line => Assert.Equal(NetCents(line, discount), line.Net * 100));
            Assert.Equal(version.Lines.Sum(line => line.Net), version.Total);
            Assert.Equal(version.Total, version.Vat.Sum(vat => vat.Basis));
            Assert.All(version.Vat, vat => Assert.Equal(HalfUp((long)(vat.Basis * 100) * (long)vat.Percent, 100), vat.Vat * 100));
            Assert.Equal(version.Vat.Count, version.Vat.Select(vat => vat.Percent).Distinct().Count());
            // Every euro of 9 % comes from food, an older night or their share of a package: within a cent per line.
            Assert.InRange(version.Vat.Where(vat => vat.Percent == 9).Sum(vat => vat.Basis) - version.Lines.Sum(LowShare),
                -0.01m * version.Lines.Count, 0.01m * version.Lines.Count);
        }
    }

    // Price in cents x units x hundredths of a percent left, in whole numbers.
    private static long NetCents(QuoteLine line, decimal discount)
    {
        var left = line.Product == Breakfast ? 10_000 : 10_000 - (long)(discount * 100);
        return HalfUp((long)(line.UnitPrice * 100) * (long)line.Units * left, 10_000);
    }

    private static long HalfUp(long number, long by) => (number + by / 2) / by;

    private static decimal LowShare(QuoteLine line) => line.Product.Value switch
    {
        "breakfast" or "dinner" => line.Net,
        "room" => (line.From ?? Today).Year < 2026 ? line.Net : 0,
        "stay" => (line.From ?? Today).Year < 2026 ? line.Net : line.Net / 5,
        "ddr" => line.Net * 29.17m / 60.17m,
        _ => 0,
    };
}
