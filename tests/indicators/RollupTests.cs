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
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rollups_kept_change_by_change_equal_those_counted_anew(int seed)
    {
        await using var book = await OpenAsync();
        var random = new Random(seed);
        for (var change = 0; change < 250; change++) await ChangeAsync(book, random);
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
    public async Task Figures_equal_those_reckoned_from_the_records_themselves()
    {
        await using var book = await OpenAsync();
        var random = new Random(7);
        for (var change = 0; change < 250; change++) await ChangeAsync(book, random);
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
        Assert.Equal(quotes.Count(quote => quote.RequestedAt.Year == 2025), set["quote_requests"]!.Value);
        Assert.Equal(decided.Count, set["hit_rate"]!.Count);
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

        // 300 years of accounts and 2 persons with 3 months; account 0 has amounts of 0.
        Assert.Equal(299 + 6, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));
        Assert.Equal(0, await Rollups.RebuildAsync(book.Store, Tenant, Team, default));
        Assert.Equal(3 * 299 * 300 / 2, (await book.Reading().OfTeamAsync(Period.Year(2025), default))["revenue"]!.Value);
    }

    private static async Task ChangeAsync(Book book, Random random)
    {
        var (id, user, account) = (random.Next(12), random.Next(2) == 0 ? Daan : Eva, $"a{random.Next(5)}");
        DateTimeOffset Moment() => At("2024-06-01 12:00").AddHours(random.Next(24 * 700));
        await (random.Next(8) switch
        {
            0 => book.PutAsync(Kinds.Account, Account(account, user)),
            1 or 2 => book.PutAsync(Kinds.Revenue,
            Row(account, $"202{random.Next(4, 7)}-0{random.Next(1, 6)}", (ProductGroup)random.Next(6), random.Next(-100, 100_000) / 100m)),
            3 => book.PutAsync(Kinds.Target,
            Goal(TargetScope.Account, account, $"2025-0{random.Next(1, 6)}", random.Next(1_000), random.Next(2) == 0 ? null
            : ProductGroup.Av)),
            4 => book.PutAsync(Kinds.Quote, RandomQuote($"Q-{id}", user, account, random, Moment())),
            5 => ChangeOrDeleteAsync(book, Kinds.Visit, random,
            new Visit($"v{id}", new("a1"), user, new DateOnly(2025, 1 + id, 3), At($"2025-{1 + id:00}-03 20:00").AddHours(random.Next(40)),
                random.Next(2) == 0 ? [] : [new("c")], "Doel", random.Next(2) == 0 ? null : "Uitkomst", "Stap")),
            6 => book.PutAsync(Kinds.Lead, RandomLead($"l{id}", id, user, random)),
            _ => ChangeOrDeleteAsync(book, Kinds.FollowUp, random,
            new FollowUp($"f{id}", random.Next(3) == 0 ? null : new AccountId(account), Daan, new(2025, 1 + id, 9), "Bellen", Moment())),
        });
    }

    private static Quote RandomQuote(string number, UserId user, string account, Random random, DateTimeOffset at)
    {
        var status = (QuoteStatus)random.Next(10);
        DateTimeOffset? Later(int days) => random.Next(4) == 0 ? null : at.AddDays(days);
        QuoteLine line = new(new("room"), "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 1, random.Next(1, 5),
            new DateOnly(2025, 1, 29).AddDays(random.Next(500)), 1, 0, random.Next(1, 99_999) / 100m, 0, true);
        return new(new(number), new(account), user, status, at, [new(1, [line], 0, line.Net, 0, [], null, null, user, at)], Later(1),
            Later(2), Later(3), Later(9), random.Next(2));
    }

    private static Lead RandomLead(string id, int month, UserId user, Random random) =>
        new(id, new("a2"), user, At($"2025-{1 + month:00}-05 10:00"), (LeadStatus)random.Next(4), "fair", ExpectedValue: random.Next(3) == 0
            ? null : random.Next(5) * 1_000);

    private static async Task ChangeOrDeleteAsync<T>(Book book, Kind<T> kind, Random random, T record) where T : class
    {
        if (random.Next(3) > 0 || await book.Store.FindAsync(book.Partition, kind.IdOf(record), default) is null) await book.PutAsync(kind,
            record);
        else await book.DeleteAsync(kind, record);
    }
}
