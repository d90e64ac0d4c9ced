using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using Xunit;
using static SalesBot.Tests.Quotes.Trade;

namespace SalesBot.Tests.Quotes;

/// <summary>Every combination of what the policy looks at goes where a table says that was written without looking at the code.</summary>
public sealed class PolicyTableTests
{
    /// <summary>
    /// The first row that fits counts; a dot fits everything. "asked": the discount is none, within the tier or above it, where
    /// the group has a tier ("tier"). "big": above sven's limit of EUR 25,000. Who decides then: sven, or ingrid above him.
    /// </summary>
    private const string Table = """
        level own      why  tier  asked  commission margin account auto value   route
        2     own      no   .     .      .          .      .       .    .       ask-why
        .     .        .    no    .      .          .      .       .    small   sven
        .     .        .    no    .      .          .      .       .    big     ingrid
        .     .        .    .     above  .          .      .       .    small   sven
        .     .        .    .     above  .          .      .       .    big     ingrid
        1     own      .    .     .      .          .      .       .    small   sven
        1     own      .    .     .      .          .      .       .    big     ingrid
        .     .        .    .     .      above      .      .       .    small   sven
        .     .        .    .     .      above      .      .       .    big     ingrid
        .     .        .    .     .      .          below  .       .    small   sven
        .     .        .    .     .      .          below  .       .    big     ingrid
        .     .        .    .     .      .          .      key     .    small   sven
        .     .        .    .     .      .          .      key     .    big     ingrid
        .     .        .    .     .      .          .      .       on   .       automatic
        .     .        .    .     .      .          .      .       off  small   sven
        .     .        .    .     .      .          .      .       off  big     ingrid
        """;

    private static readonly string[][] Choices =
    [
        ["1", "2"], ["standard", "own"], ["yes", "no"], ["yes", "no"], ["none", "within", "above"], ["none", "within", "above"], ["above", "below"],
        ["key", "other"], ["on", "off"], ["small", "big"],
    ];

    private static readonly string[][] Rows =
        [.. Table.Split('\n').Skip(1).Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static readonly Dictionary<UserId, User> People = new[]
    {
        Person("daan", Role.AccountManager, "sven"), Person("sven", Role.Supervisor, "ingrid", limit: 25_000), Person("ingrid", Role.Supervisor),
    }.ToDictionary(user => user.Id);

    [Fact]
    public void Every_case_goes_where_the_table_says()
    {
        var wrong = new List<string>();
        var cases = Cases().ToList();
        foreach (var one in cases)
        {
            var (route, verdict) = RouteOf(one, TiersOf(one));
            var expected = Rows.First(row => row.SkipLast(1).Zip(one).All(cell => cell.First == "." || cell.First == cell.Second))[^1];
            if (route != expected) wrong.Add($"{string.Join(' ', one)}: {route} instead of {expected}: {string.Join(" | ", verdict.Findings.Select(finding => finding.En))}");
        }

        Assert.True(cases.Count >= 200, $"{cases.Count} cases");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count}:\n{string.Join('\n', wrong.Take(10))}");
    }

    [Fact]
    public void Each_way_out_of_the_table_is_taken()
    {
        var ways = Cases().Select(one => RouteOf(one, TiersOf(one)).Route).ToHashSet();
        Assert.Equal(["ask-why", "automatic", "ingrid", "sven"], ways.Order(StringComparer.Ordinal));
    }

    /// <summary>The same quote, the same code; one number of the tiers differs.</summary>
    [Fact]
    public void A_tier_changed_in_the_data_changes_the_route()
    {
        string[] asked = ["1", "standard", "yes", "yes", "within", "none", "above", "other", "on", "small"];
        Assert.Equal("automatic", RouteOf(asked, TiersOf(asked)).Route);
        Assert.Equal("sven", RouteOf(asked, [new(ProductGroup.Overnight, 1, 10, 4.99m)]).Route);
        Assert.Equal("sven", RouteOf(asked, [new(ProductGroup.Overnight, 1, 1_000, 5)]).Route);
        Assert.Equal("sven", RouteOf(asked, []).Route);
    }

    [Fact]
    public void Each_setting_of_the_policy_changes_the_verdict()
    {
        string[] asked = ["1", "standard", "yes", "yes", "within", "within", "above", "key", "on", "small"];
        PolicySettings Set(string name, string value) => new PolicySettings(AutomaticApproval: true).With(new PolicySetting(name, value))!;
        Assert.Equal("sven", RouteOf(asked, TiersOf(asked)).Route);
        Assert.Equal("automatic", RouteOf(asked, TiersOf(asked), Set(PolicySettings.KeyAccountsSeen, "false")).Route);
        Assert.Equal("automatic", RouteOf(asked, TiersOf(asked), Set(PolicySettings.KeyAccount, "15000.01")).Route);
        string[] other = [.. asked[..7], "other", .. asked[8..]];
        Assert.Equal("automatic", RouteOf(other, TiersOf(other)).Route);
        Assert.Equal("sven", RouteOf(other, TiersOf(other), Set(PolicySettings.MaxCommission, "9.99")).Route);
        Assert.Equal("sven", RouteOf(other, TiersOf(other), Set(PolicySettings.MarginFloor, "90")).Route);
        string[] wider = [.. asked[..4], "above", .. asked[5..]];
        PolicySettings both = Set(PolicySettings.KeyAccountExtra, "3").With(new PolicySetting(PolicySettings.KeyAccountsSeen, "false"))!;
        Assert.Equal("automatic", RouteOf(wider, TiersOf(wider), both).Route);
        Assert.Equal("sven", RouteOf([.. wider[..7], "other", .. wider[8..]], TiersOf(wider), both).Route);
    }

    [Fact]
    public void Every_finding_says_in_both_languages_what_was_asked_or_allowed()
    {
        foreach (var finding in Cases().SelectMany(one => RouteOf(one, TiersOf(one)).Verdict.Findings))
        {
            Assert.EndsWith(".", finding.Nl, StringComparison.Ordinal);
            Assert.EndsWith(".", finding.En, StringComparison.Ordinal);
            Assert.NotEqual(finding.Nl, finding.En);
        }
    }

    private static IEnumerable<string[]> Cases() => Choices.Aggregate(
        (IEnumerable<string[]>)[[]], (cases, choices) => cases.SelectMany(one => choices.Select(choice => (string[])[.. one, choice])));

    // Five percent is the tier from ten nights on, at either level.
    private static DiscountTier[] TiersOf(string[] one) => one[3] == "no" ? [] : [new(ProductGroup.Overnight, int.Parse(one[0]), 10, 5)];

    private static (string Route, Verdict Verdict) RouteOf(string[] one, IReadOnlyList<DiscountTier> tiers, PolicySettings? settings = null)
    {
        var requester = Person("daan", Role.AccountManager, "sven", level: int.Parse(one[0]));
        var version = VersionOf(one);
        var standing = new AccountStanding(one[7] == "key" ? 15_000.01m : 15_000.00m);
        var verdict = QuotePolicy.Judge(version, tiers, requester, settings ?? new PolicySettings(AutomaticApproval: one[8] == "on"), standing);
        if (verdict.NeedsJustification) return ("ask-why", verdict);
        if (verdict.Automatic) return ("automatic", verdict);
        return (ApprovalRules.FirstApprover(requester, QuoteMatter.Of(Draft(version)), new(People, [], Now))!.Approver.Name, verdict);
    }

    /// <summary>Twenty nights at a price that makes the total exactly small or big.</summary>
    private static QuoteVersion VersionOf(string[] one)
    {
        var discount = one[4] switch { "none" => 0m, "within" => 5m, _ => 5.5m };
        var commission = one[5] switch { "none" => 0m, "within" => 10m, _ => 10.5m };
        var total = one[9] == "small" ? 25_000.00m : 25_000.01m;
        var cost = one[6] == "above" ? total * 0.6m : total * 0.85m;
        QuoteLine line = new(
            Room, "Standaardkamer", "Standard room", ProductGroup.Overnight, PriceUnit.RoomNight, 20, 1, null, total / 20, discount, total, cost, one[1] == "standard");
        return new(1, [line], discount, total, cost, [], null, one[2] == "yes" ? "Jubileum van de klant." : null, new("daan"), Now, commission, total * commission / 100);
    }
}
