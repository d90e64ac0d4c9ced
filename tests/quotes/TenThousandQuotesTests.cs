using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

/// <summary>Ten thousand quotes of every sort, reckoned again in whole cents by other means.</summary>
public sealed class TenThousandQuotesTests
{
    private const int Rounds = 10_000;

    private static readonly ProductId[] Products = [Room, Breakfast, Dinner, Hall, Ddr, Stay, Dome];

    private static readonly AgreedRates[] Agreements =
    [
        new("Jaarafspraak 2026", new(2026, 1, 1), new(2026, 12, 31), [new(Room, null, 119.95m, null), new(null, ProductGroup.RoomHire, null, 12.5m)]),
    ];

    /// <summary>What a generated quote asks; the products with discounts of their own are those that allow one.</summary>
    private static QuoteRequest Asked(Random random)
    {
        var amount = random.Next(4) == 0;
        var lines = Enumerable.Range(0, random.Next(1, 31)).Select(_ =>
        {
            var product = Products[random.Next(Products.Length)];
            decimal? own = !amount && product != Breakfast && random.Next(3) == 0 ? random.Next(0, 10_001) / 100m : null;
            return new LineRequest(product, random.Next(1, 2_000), random.Next(1, 15), random.Next(3) == 0 ? null : new DateOnly(2025, 12, 20).AddDays(random.Next(30)), own);
        }).ToList();
        if (amount) lines.Add(new(Hall, random.Next(1, 5), 2, new(2026, 2, 1)));
        return new(lines, amount ? 0 : random.Next(0, 4_001) / 100m, null, null, random.Next(2) * random.Next(0, 2_001) / 100m, amount ? random.Next(1, 40_000) / 100m : 0);
    }

    [Fact]
    public void Lines_equal_the_total_and_vat_classes_add_up_to_the_cent()
    {
        var random = new Random(4);
        for (var round = 0; round < Rounds; round++)
        {
            var request = Asked(random);
            var agreements = random.Next(2) == 0 ? Agreements : [];

            var version = Assert.IsType<PricingResult.Priced>(Pricing.Price(Prices, request, 1, new("daan"), Now, Today, agreements)).Version;

            Assert.Equal(version.Lines.Sum(line => line.Net), version.Total);
            Assert.All(version.Lines, line => Assert.Equal(decimal.Truncate(line.Net * 100), line.Net * 100));
            Assert.Equal(version.Total, version.Vat.Sum(vat => vat.Basis));
            Assert.All(version.Vat, vat => Assert.Equal(Cents(vat.Basis * vat.Percent / 100), vat.Vat));
            Assert.Equal(version.Total + version.Vat.Sum(vat => vat.Vat), version.TotalInclVat);
            Assert.Equal(Cents(version.Total * request.CommissionPercent / 100), version.Commission);
            Assert.Equal(version.Total - version.Lines.Sum(line => line.Cost) - version.Commission, version.Margin);
            Assert.Equal(request.Lines.Sum(line => line.Quantity * line.Times), version.Lines.Sum(line => line.Units));
            Assert.All(version.Lines, line => Assert.Equal(PriceOf(line, agreements.Length > 0), line.UnitPrice));
            CheckDiscounts(request, version);
        }
    }

    /// <summary>An amount off goes off whole and in proportion; a percentage is each line's own. Breakfast allows none.</summary>
    private static void CheckDiscounts(QuoteRequest request, QuoteVersion version)
    {
        if (request.DiscountAmount == 0)
        {
            Assert.All(version.Lines, line => Assert.Equal(Cents(line.UnitPrice * line.Units * (100 - line.DiscountPercent) / 100), line.Net));
            Assert.All(version.Lines, line => Assert.True(line.Product != Breakfast || line.DiscountPercent == 0));
            return;
        }
        Assert.Equal(version.Lines.Sum(line => line.Gross) - request.DiscountAmount, version.Total);
        var discountable = version.Lines.Where(line => line.Product != Breakfast).Sum(line => line.Gross);
        foreach (var line in version.Lines)
        {
            var share = line.Gross - line.Net;
            Assert.InRange(share - (line.Product == Breakfast ? 0 : request.DiscountAmount * line.Gross / discountable), -0.01m, 0.01m);
            Assert.InRange(line.DiscountPercent - share / line.Gross * 100, 0, 0.01m);
        }
    }

    [Fact]
    public void A_version_asked_for_again_is_the_same_version()
    {
        var random = new Random(40);
        for (var round = 0; round < Rounds / 10; round++)
        {
            var version = Version(Asked(random));
            var again = Version(QuoteRequest.Of(version));
            Assert.Equal(QuoteContent.Hash(new("Q-2026-0001"), version), QuoteContent.Hash(new("Q-2026-0001"), again));
        }
    }

    [Fact]
    public void What_the_list_does_not_know_is_never_priced_whatever_stands_beside_it()
    {
        var random = new Random(400);
        for (var round = 0; round < Rounds; round++)
        {
            var request = Asked(random);
            var at = random.Next(request.Lines.Count);
            var unknown = random.Next(2) == 0
                ? request.Lines[at] with { Product = new($"unknown-{round}") }
                : request.Lines[at] with { From = new DateOnly(2024, 12, 31).AddDays(-random.Next(1_000)) };
            var result = Pricing.Price(Prices, request with { Lines = [.. request.Lines.Select((line, i) => i == at ? unknown : line)] }, 1, new("daan"), Now, Today, Agreements);
            Assert.Contains(at, Assert.IsType<PricingResult.NotPriced>(result).Problems.Select(problem => problem.Line));
        }
    }

    private static decimal PriceOf(QuoteLine line, bool agreed)
    {
        var year = (line.From ?? Today).Year;
        return line.Product.Value switch
        {
            "room" => year < 2026 ? 129.50m : agreed ? 119.95m : 135m,
            "breakfast" => 18.35m,
            "dinner" => 44.95m,
            "hall" => year >= 2026 && agreed ? 415.63m : 475m,
            "ddr" => 67.33m,
            "stay" => 150m,
            _ => year >= 2026 && agreed ? 2_100m : 2_400m,
        };
    }

    private static decimal Cents(decimal amount) => decimal.Floor(amount * 100 + 0.5m) / 100;
}
