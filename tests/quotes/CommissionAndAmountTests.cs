using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

public sealed class CommissionAndAmountTests
{
    [Fact]
    public void A_commission_leaves_what_the_customer_pays_and_lessens_the_margin()
    {
        var version = Version(new([new(Room, 10)], CommissionPercent: 8));

        // 1,350.00, of which 108.00 goes to the intermediary and 500.00 is cost.
        Assert.Equal((1_350.00m, 108.00m, 742.00m, 55.0m), (version.Total, version.Commission, version.Margin, version.MarginPercent));
        Assert.Equal(1_633.50m, version.TotalInclVat);
    }

    [Fact]
    public void An_amount_off_is_spread_over_what_may_be_discounted()
    {
        var version = Version(new([new(Hall, 1), new(Breakfast, 10), new(Dinner, 5)], DiscountAmount: 100));

        // 475.00 and 224.75 bear 67.88 and 32.12; breakfast bears nothing.
        Assert.Equal([407.12m, 183.50m, 192.63m], version.Lines.Select(line => line.Net));
        Assert.Equal(783.25m, version.Total);
        // 67.88 of 475.00 is 14.2905 %, 32.12 of 224.75 is 14.2914 %: rounded up for the tier.
        Assert.Equal([14.30m, 0m, 14.30m], version.Lines.Select(line => line.DiscountPercent));
    }

    [Theory]
    [InlineData(700, 0)]
    [InlineData(-1, 0)]
    [InlineData(0.001, 0)]
    [InlineData(50, 5)]
    public void An_amount_that_can_not_be_is_refused(double amount, int percent)
    {
        var result = Pricing.Price(
            Prices, new([new(Hall, 1), new(Breakfast, 10), new(Dinner, 5)], percent, DiscountAmount: (decimal)amount), 1, new("daan"), Now, Today);

        Assert.Equal("bad_discount", Assert.Single(Assert.IsType<PricingResult.NotPriced>(result).Problems).Code);
    }

    [Fact]
    public void A_commission_and_an_agreed_price_are_part_of_what_was_approved()
    {
        var plain = Version(new([new(Room, 10)]));
        var number = new Data.QuoteNumber("Q-2026-0001");
        string[] hashes =
        [
            QuoteContent.Hash(number, plain),
            QuoteContent.Hash(number, plain with { CommissionPercent = 5 }),
            QuoteContent.Hash(number, plain with { CommissionPercent = 5, Commission = 1 }),
            QuoteContent.Hash(number, plain with { DiscountAmount = 5 }),
            QuoteContent.Hash(number, plain with { Lines = [plain.Lines[0] with { Agreement = "A" }] }),
            QuoteContent.Hash(number, plain with { Lines = [plain.Lines[0] with { Agreement = "B" }] }),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void An_agreed_rate_holds_on_its_own_days_and_is_named()
    {
        AgreedRates[] agreements = [new("Jaarafspraak", new(2026, 3, 1), new(2026, 3, 21), [new(Room, null, 110m, null)])];

        var priced = Pricing.Price(Prices, new([new(Room, 2, 4, new(2026, 3, 20))]), 1, new("daan"), Now, Today, agreements);

        var lines = Assert.IsType<PricingResult.Priced>(priced).Version.Lines;
        Assert.Equal([(2m, 110m, "Jaarafspraak", 135m), (2m, 135m, null, null)], lines.Select(line => (line.Times, line.UnitPrice, line.Agreement, line.ListPrice)));
        Assert.Equal([440.00m, 540.00m], lines.Select(line => line.Net));
    }

    [Fact]
    public void The_most_particular_rate_counts_and_of_two_agreements_the_later()
    {
        var room = Prices.Find(Room, Today)!;
        AgreedRates old = new("oud", new(2025, 1, 1), new(2026, 12, 31), [new(null, ProductGroup.Overnight, null, 20)]);
        AgreedRates recent = new("nieuw", new(2026, 1, 1), new(2026, 12, 31), [new(null, null, null, 5), new(Room, null, 120m, null)]);

        Assert.Equal((120m, "nieuw"), AgreedRates.Of([old, recent], room, Today));
        Assert.Equal((108m, "oud"), AgreedRates.Of([old], room, Today));
        // What allows no discount gets none by a percentage.
        Assert.Null(AgreedRates.Of([recent], Prices.Find(Breakfast, Today)!, Today));
    }
}
