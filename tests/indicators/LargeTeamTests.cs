using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Indicators;

/// <summary>What an answer reads does not grow with the accounts of the team.</summary>
public sealed class LargeTeamTests
{
    private static readonly AccountId Philips = new("A-1001");

    [Theory]
    [InlineData("Vertel me alles over Philips")]
    [InlineData("Hoe sta ik ervoor dit jaar?")]
    [InlineData("Hoeveel key-accounts heb ik?")]
    [InlineData("Wat is mijn retentie dit jaar?")]
    [InlineData("Hoeveel omzet heb ik dit jaar?")]
    [InlineData("Hoeveel omzet hadden we vorig jaar bij ASML?")]
    [InlineData("Wat kan ik Philips nog meer verkopen?")]
    public async Task An_answer_reads_as_many_documents_in_a_team_of_three_thousand_accounts_as_in_one_of_two_thousand(string words)
    {
        await using var talk = await Talk.BeginAsync();
        await AddAsync(talk, 0, 2_100);
        await talk.SayAsync("Anna", "help");
        await talk.SayAsync("Anna", words);
        var shown = talk.Shown;
        var reads = await CountAsync(talk, words);
        await AddAsync(talk, 2_100, 3_100);
        await talk.SayAsync("Anna", "help");
        Assert.Equal(reads, await CountAsync(talk, words));
        Assert.Contains(shown.Split('\n')[0], talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_behind_a_figure_of_a_large_team_come_when_they_are_asked_for()
    {
        await using var talk = await Talk.BeginAsync();
        await AddAsync(talk, 0, 2_100);
        await talk.SayAsync("Anna", "Hoeveel key-accounts heb ik?");
        Assert.DoesNotContain("1–10", talk.Shown, StringComparison.Ordinal);
        await talk.PressAsync("Anna", "indicator.rows");
        Assert.Contains("Bronregels 1–10", talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comparable_accounts_buy_is_counted_without_the_account_itself()
    {
        await using var talk = await Talk.BeginAsync();
        var all = await BuyingHistory.ReadAsync(talk.Store, Talk.Tenant, new("corporate"), new(2026, 3, 4), default);
        var peers = await Peers.ReadAsync(talk.Store, Talk.Tenant, new("corporate"), new(2026, 3, 4), default);
        Assert.Equal(all.Values.Count(account => account.Last.Values.Sum() > 0), peers.Buyers);
        var others = all.Values.Where(account => account.Account != Philips).ToList();
        foreach (var group in Enum.GetValues<ProductGroup>())
        {
            var amounts = others.Select(account => account.LastOf(group)).Where(amount => amount > 0).Order().ToList();
            var (accounts, typical) = peers.Without(all[Philips]).Of(group);
            Assert.Equal(amounts.Count, accounts);
            // To two figures.
            if (accounts > 0) Assert.InRange(typical, amounts[accounts / 2] * 0.95m, amounts[accounts / 2] * 1.05m);
        }
    }

    private static async Task<int> CountAsync(Talk talk, string words)
    {
        await talk.SayAsync("Anna", words);
        var before = talk.Reads.Count;
        await talk.SayAsync("Anna", words);
        return talk.Reads.Count - before;
    }

    private static async Task AddAsync(Talk talk, int from, int to)
    {
        var anna = talk.Person("Anna").Id;
        foreach (var some in Enumerable.Range(from, to - from).Chunk(40))
        {
            await talk.Store.SaveAsync(talk.Corporate, $"more-{some[0]}",
            [
                .. some.Select(number => Kinds.Account.Create(new Account(new($"N-{number}"), $"Onderneming {number}", [], "zorg", null, anna, AccountStatus.Active))),
                .. some.Select(number => Kinds.Revenue.Create(new Revenue(new($"N-{number}"), new(2026, 1, 1), ProductGroup.Overnight, 100 + number))),
            ], default);
        }
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), default);
    }
}
