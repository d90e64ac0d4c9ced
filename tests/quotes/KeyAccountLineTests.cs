using System.Globalization;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Quotes;

/// <summary>Which account is a key account is said in one place, the organisation's policy: figures, cards and quotes all follow it.</summary>
public sealed class KeyAccountLineTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TeamId Team = new("corporate");

    /// <summary>February is the last whole month of the talk's day.</summary>
    private static readonly Period Year = new(new(2025, 3, 1), new(2026, 2, 28));

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("40000")]
    [InlineData("1000000")]
    public async Task Figures_count_by_the_line_that_is_set(string? line)
    {
        await using var talk = await Talk.BeginAsync();
        if (line is not null) await SetAsync(talk, line);
        var limit = decimal.Parse(line ?? "15000", CultureInfo.InvariantCulture);
        var revenue = (await talk.Store.ListAsync(talk.Corporate, Kinds.Revenue, "", int.MaxValue, None)).Select(stored => stored.Record)
            .Where(row => Year.From <= row.Month && row.Month <= Year.To).GroupBy(row => row.Account).Select(rows => rows.Sum(row => row.Amount));
        var set = await new IndicatorReading(talk.Store, Talk.Tenant, Team, new(2026, 3, 4)).OfTeamAsync(Year, None);
        Assert.Equal(revenue.Count(sum => sum > limit), set["key_accounts"]?.Value ?? 0);
        Assert.Equal(revenue.Count(sum => sum > limit), set.Accounts.Count(account => account.IsKey));
    }

    [Fact]
    public async Task The_card_of_an_account_and_its_quote_say_the_same()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Anna", "Klantoverzicht Philips");
        Assert.Contains("Key-account", talk.Shown);
        await SetAsync(talk, "1000000");
        await talk.SayAsync("Anna", "Klantoverzicht Philips");
        Assert.DoesNotContain("Key-account", talk.Shown);
        await talk.SayAsync("Anna", "Offerte voor Philips, 20 kamers, 1 nacht vanaf 6 mei");
        Assert.DoesNotContain("Key-account", talk.Shown);
    }

    [Fact]
    public async Task What_a_turn_counts_is_what_counting_anew_finds()
    {
        await using var talk = await Talk.BeginAsync();
        await SetAsync(talk, "40000");
        await talk.SayAsync("Anna", "Net bij Philips geweest, gesproken met Jan de Vries. Ze willen in september 2027 weer een congres.");
        await talk.SayAsync("Anna", "ja");
        Assert.NotEmpty(talk.Last.Trace.Wrote);
        Assert.Equal(0, await Rollups.RebuildAsync(talk.Store, Talk.Tenant, Team, None));
    }

    private static async Task SetAsync(Talk talk, string line)
    {
        var setting = new PolicySetting(PolicySettings.KeyAccount, line);
        await talk.Store.SaveAsync(Partition.Directory(Talk.Tenant), $"line-{line}", [Kinds.Policy.Put(setting)], None);
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, Team, None);
    }
}
