using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using Xunit;
using static SalesBot.Tests.Indicators.Book;

namespace SalesBot.Tests.Indicators;

public sealed class RollupTests
{
    /// <summary>More with SALESBOT_TEST_WRITES, such as 10000.</summary>
    private static readonly int Writes = int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_TEST_WRITES"), out var writes) ? writes : 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rollups_kept_change_by_change_and_undo_by_undo_equal_those_counted_anew(int seed)
    {
        await using var book = await OpenAsync();
        var team = new RandomTeam(book, new Random(seed));
        for (var change = 0; change < Writes; change++) await team.WriteOrUndoAsync();
        var kept = await book.RollupsAsync();
        Assert.NotEmpty(kept);

        Assert.Equal(0, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));

        // Counted anew from nothing they are the same, so that the rebuild above did look.
        var documents = await book.Store.ListAsync(book.Partition, Kinds.Rollup, "", int.MaxValue, default);
        foreach (var batch in documents.Chunk(StoreRules.MaxWrites))
            await book.Store.SaveAsync(book.Partition, Guid.NewGuid().ToString(), [.. batch.Select(Kinds.Rollup.Delete)], default);
        Assert.Equal(kept.Count, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));
        var counted = await book.RollupsAsync();
        Assert.Equal(kept.Keys, counted.Keys);
        Assert.All(kept, rollup => Assert.Equal(rollup.Value.OrderBy(count => count.Key), counted[rollup.Key].OrderBy(count => count.Key)));
    }

    [Fact]
    public async Task Fifty_writes_undone_in_any_order_leave_no_count_behind()
    {
        await using var book = await OpenAsync();
        var random = new Random(50);
        var team = new RandomTeam(book, random);
        var ids = Enumerable.Range(0, 50).ToArray();
        foreach (var id in ids) await team.WriteNewAsync(id);
        Assert.NotEmpty(await book.RollupsAsync());
        random.Shuffle(ids);
        foreach (var id in ids) await team.TakeBackAsync(id);
        Assert.Empty(await book.RollupsAsync());
    }

    [Fact]
    public async Task Figures_equal_those_reckoned_from_the_records_themselves()
    {
        await using var book = await OpenAsync();
        var random = new RandomTeam(book, new Random(7));
        for (var change = 0; change < 900; change++) await random.WriteOrUndoAsync();
        async Task<List<T>> All<T>(Kind<T> kind) where T : class =>
            [.. (await book.Store.ListAsync(book.Partition, kind, "", int.MaxValue, default)).Select(stored => stored.Record)];
        var period = Period.Year(2025);
        var owned = (await All(Kinds.Account)).Where(account => account.Owner == Daan).Select(account => account.Id).ToHashSet();
        var quotes = (await All(Kinds.Quote)).Where(quote => quote.Owner == Daan).ToList();
        var visits = (await All(Kinds.Visit)).Where(visit => visit.User == Daan && visit.VisitedOn.Year == 2025).ToList();
        var decided = quotes.Where(quote => quote.DecidedAt?.Year == 2025
            && quote.Status is (QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired)).ToList();

        var set = await book.Reading().OfUserAsync(Daan, period, default);

        Assert.Equal((await All(Kinds.Revenue)).Where(row => row.Month.Year == 2025 && owned.Contains(row.Account)).Sum(row => row.Amount),
            set["revenue"]!.Value);
        var denied = (await All(Kinds.TurnedDown)).Where(request => request.Owner == Daan && request.At.Year == 2025).ToList();
        Assert.Equal(quotes.Count(quote => quote.RequestedAt.Year == 2025) + denied.Count, set["quote_requests"]!.Value);
        Assert.Equal(Reckoning.Percent(denied.Count(request => request.IsForLack), set["quote_requests"]!.Value!.Value), set["denial_rate"]!.Value);
        Assert.Equal(decided.Count, set["hit_rate"]!.Count);
        Assert.NotEmpty(decided);
        Assert.Equal(Math.Round(100m * decided.Count(quote => quote.Status == QuoteStatus.Accepted) / decided.Count, 1,
            MidpointRounding.AwayFromZero), set["hit_rate"]!.Value);
        Assert.Equal(visits.Count, set["logged_within_24h"]!.Count);
        Assert.Equal((await All(Kinds.Lead)).Where(lead => lead.Owner == Daan && lead.CreatedAt.Year == 2025)
            .Sum(lead => lead.ExpectedValue), set["lead_value"]!.Value);
    }

    [Fact]
    public async Task An_account_that_changes_hands_takes_its_revenue_along()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan));
        await book.PutAsync(Kinds.Revenue, Row("a1", "2025-02", ProductGroup.Overnight, 100), Row("a1", "2025-03", ProductGroup.Fnb, 20));

        await book.PutAsync(Kinds.Account, Account("a1", Eva));

        Assert.Equal(0, (await book.Reading().OfUserAsync(Daan, Period.Year(2025), default))["revenue"]!.Value);
        Assert.Equal(120, (await book.Reading().OfUserAsync(Eva, Period.Year(2025), default))["revenue"]!.Value);
        Assert.Equal(120, (await book.Reading().OfTeamAsync(Period.Year(2025), default))["revenue"]!.Value);
        Assert.Equal(0, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));
    }

    [Fact]
    public async Task What_is_undone_leaves_nothing_behind()
    {
        await using var book = await OpenAsync();
        var visit = new Visit("v1", new("a1"), Daan, new(2026, 2, 10), At("2026-02-11 18:00"), [new("c1")], "Doel", "Uitkomst", "Stap");
        await book.PutAsync(Kinds.Visit, visit);
        Assert.Equal(2, (await book.RollupsAsync()).Count);

        await book.DeleteAsync(Kinds.Visit, visit);

        Assert.Empty(await book.RollupsAsync());
    }

    [Fact]
    public async Task Two_turns_that_count_in_the_same_month_do_not_lose_one_another()
    {
        await using var book = await OpenAsync();
        var visit = new Visit("v1", new("a1"), Daan, new(2026, 2, 10), At("2026-02-11 18:00"), []);
        await book.PutAsync(Kinds.Visit, visit);
        var first = await Rollups.WritesAsync(book.Store, book.Partition, [new(null, visit with { Id = "v2" })], default);
        await book.PutAsync(Kinds.Visit, visit with { Id = "v3" });

        Assert.IsType<SaveResult.Conflict>(await book.Store.SaveAsync(book.Partition, "late", first, default));
    }

    [Fact]
    public async Task After_an_import_everything_is_counted_anew()
    {
        await using var book = await OpenAsync();
        await book.ImportAsync(Kinds.Account, [.. Enumerable.Range(0, 300).Select(i => Account($"a{i}", i % 2 == 0 ? Daan : Eva))]);
        await book.ImportAsync(Kinds.Revenue,
            [.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Range(1, 3)
            .Select(month => Row($"a{i}", $"2025-0{month}", ProductGroup.Overnight, i)))]);

        // 299 years of accounts, as account 0 has amounts of 0; 2 owners with what they have now, what they had in 2025 and what
        // that makes of the twelve months up to 2026; the months that are known, and how many accounts there are; and of 14 months what was bought in the year
        // up to them.
        Assert.Equal(299 + 2 * 3 + 2 + 14, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));
        Assert.Equal(0, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));
        Assert.Equal(3 * 299 * 300 / 2, (await book.Reading().OfTeamAsync(Period.Year(2025), default))["revenue"]!.Value);
    }
}
