using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

public sealed class QuotePolicyTests
{
    private static readonly DiscountTier[] Tiers =
    [
        new(ProductGroup.Overnight, 1, 10, 5), new(ProductGroup.Overnight, 1, 40, 8),
        new(ProductGroup.Overnight, 2, 10, 10), new(ProductGroup.Overnight, 2, 40, 15),
        new(ProductGroup.RoomHire, 1, 1, 0), new(ProductGroup.RoomHire, 2, 1, 5),
    ];

    [Theory]
    [InlineData(1, 9, 0, false)]
    [InlineData(1, 9, 0.01, true)]
    [InlineData(1, 10, 5, false)]
    [InlineData(1, 39, 5.01, true)]
    [InlineData(1, 40, 8, false)]
    [InlineData(1, 40, 8.5, true)]
    [InlineData(2, 10, 10, false)]
    [InlineData(2, 40, 15, false)]
    [InlineData(2, 40, 15.01, true)]
    public void A_discount_is_measured_against_the_tier_of_level_and_volume(int level, int rooms, double percent, bool deviates)
    {
        var version = Version(new([new(Room, rooms)], (decimal)percent));

        var verdict = QuotePolicy.Judge(version, Tiers, Person("daan", Role.AccountManager, level: level), PolicySettings.Default);

        Assert.Equal(deviates, verdict.Deviates);
        Assert.Equal("tier", Assert.Single(verdict.Findings).Rule);
    }

    [Fact]
    public void The_volume_of_a_tier_counts_nights_and_not_rooms()
    {
        var version = Version(new([new(Room, 20, 2)], 8));

        Assert.False(QuotePolicy.Judge(version, Tiers, Person("daan", Role.AccountManager, level: 1), PolicySettings.Default).Deviates);
    }

    [Fact]
    public void Without_a_tier_it_always_goes_to_the_supervisor_and_that_is_said()
    {
        var version = Version(new([new(Dinner, 20)]));

        var finding = Assert.Single(QuotePolicy.Judge(version, Tiers, Person("daan", Role.AccountManager, level: 2), PolicySettings.Default)
            .Findings);

        Assert.Equal(("no_tier", true), (finding.Rule, finding.Deviates));
        Assert.Contains("altijd naar de leidinggevende", finding.Nl, StringComparison.Ordinal);
        Assert.Contains("always goes to the supervisor", finding.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_says_what_was_asked_and_what_is_allowed()
    {
        var version = Version(new([new(Room, 40)], 12.5m));

        var finding = Assert.Single(QuotePolicy.Judge(version, Tiers, Person("daan", Role.AccountManager, level: 1), PolicySettings.Default)
            .Findings);

        Assert.Contains("12,5 %", finding.Nl, StringComparison.Ordinal);
        Assert.Contains("8 %", finding.Nl, StringComparison.Ordinal);
        Assert.Contains("12.5%", finding.En, StringComparison.Ordinal);
        Assert.Contains("overnight stays", finding.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null, "assortment", true, false)]
    [InlineData(1, "Jubileum", "assortment", true, false)]
    [InlineData(2, null, "composition", true, true)]
    [InlineData(2, "  ", "composition", true, true)]
    [InlineData(2, "Jubileum", "composition", false, false)]
    public void Outside_the_standard_assortment_level_one_deviates_and_level_two_justifies(
        int level, string? justification, string rule, bool deviates, bool needsJustification)
    {
        var version = Version(new([new(Dome, 1)], 0, null, justification));

        var verdict = QuotePolicy.Judge(version, Tiers, Person("daan", Role.AccountManager, level: level), PolicySettings.Default);

        Assert.Equal(deviates, verdict.Findings.Single(finding => finding.Rule == rule).Deviates);
        Assert.Equal(needsJustification, verdict.NeedsJustification);
    }

    // A room of 135.00 costs 50.00: at 50 % the margin is (67.50 - 50) / 67.50 = 25.9 %, at 54 % (62.10 - 50) / 62.10 = 19.5 %.
    [Theory]
    [InlineData(50, 20, false)]
    [InlineData(54, 20, true)]
    [InlineData(50, 26, true)]
    [InlineData(100, 20, true)]
    public void A_margin_below_the_floor_deviates(int discount, int floor, bool deviates)
    {
        var version = Version(new([new(Room, 40)], discount));

        var verdict = QuotePolicy.Judge(version, Tiers, Person("daan", Role.AccountManager, level: 2),
            new PolicySettings(MarginFloorPercent: floor));

        Assert.Equal(deviates, verdict.Findings.Any(finding => finding.Rule == "margin" && finding.Deviates));
    }

    [Fact]
    public void Automatic_approval_is_off_unless_it_is_chosen() => Assert.False(PolicySettings.Default.AutomaticApproval);

    [Fact]
    public void Everybody_without_a_level_has_one()
    {
        Assert.Equal(1, QuotePolicy.LevelOf(Person("a", Role.AccountManager)));
        Assert.Equal(2, QuotePolicy.LevelOf(Person("b", Role.Supervisor)));
    }
}
