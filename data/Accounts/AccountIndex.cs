using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Accounts;

/// <summary>
/// Finds what belongs to an account and lies under another key: quotes lie by number, follow-ups by owner. The account's own counts name
/// them, so they are kept in the same save and counted anew like everything else there (docs/decisions/0110-answers-read-what-they-show.md).
/// </summary>
public static class AccountIndex
{
    /// <summary>All of them, in no order.</summary>
    public static async Task<IReadOnlyList<Stored<Quote>>> QuotesAsync(IDocumentStore store, Partition partition, AccountId account, CancellationToken cancel)
    {
        var years = await store.ListAsync(partition, Kinds.Rollup, $"account|{account}|", int.MaxValue, cancel);
        return await ReadAsync(store, partition, Kinds.Quote, years.Where(year => year.Record.Year != Rollup.Now).SelectMany(year => Keys(year.Record, Counter.QuoteOf, 3)), cancel);
    }

    /// <summary>Those that may still become business, in no order.</summary>
    public static Task<IReadOnlyList<Stored<Quote>>> OpenQuotesAsync(IDocumentStore store, Partition partition, AccountId account, CancellationToken cancel) =>
        NowAsync(store, partition, Kinds.Quote, account, Counter.OpenQuote, cancel);

    /// <summary>Whoever's they are, in no order.</summary>
    public static Task<IReadOnlyList<Stored<FollowUp>>> OpenFollowUpsAsync(IDocumentStore store, Partition partition, AccountId account, CancellationToken cancel) =>
        NowAsync(store, partition, Kinds.FollowUp, account, Counter.OpenFollowUp, cancel);

    private static async Task<IReadOnlyList<Stored<T>>> NowAsync<T>(
        IDocumentStore store, Partition partition, Kind<T> kind, AccountId account, string counter, CancellationToken cancel) where T : class =>
        await store.FindAsync(partition, Kinds.Rollup, Rollup.OfAccount(account, Rollup.Now), cancel) is { Record: var now }
            ? await ReadAsync(store, partition, kind, Keys(now, counter, 0), cancel)
            : [];

    private static IEnumerable<string> Keys(Rollup rollup, string counter, int at) =>
        rollup.Counts.Keys.Where(key => key.AsSpan(at).StartsWith(counter)).Select(key => key[(at + counter.Length)..]);

    // What a colleague changes in this very moment may be gone from its place.
    private static async Task<IReadOnlyList<Stored<T>>> ReadAsync<T>(
        IDocumentStore store, Partition partition, Kind<T> kind, IEnumerable<string> keys, CancellationToken cancel) where T : class =>
        [.. (await Task.WhenAll(keys.Select(key => store.FindAsync(partition, kind, key, cancel)))).OfType<Stored<T>>()];
}
