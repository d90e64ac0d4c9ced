using SalesBot.Data.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data;

/// <summary>A page of a list.</summary>
/// <param name="Total">How many there are in all, as far as was counted.</param>
/// <param name="IsWhole">All were counted; else there are more than the total.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, bool IsWhole)
{
    public static PageOf<T> Of(IReadOnlyList<T> all, int skip, int take) => new([.. all.Skip(skip).Take(take)], all.Count, true);
}

/// <summary>A list between two days of its places, with both; null: from the beginning, to the end.</summary>
public readonly record struct Stretch(string List, DateOnly? From = null, DateOnly? To = null);

/// <summary>Quotes by the lists that are kept of them: no question reads all of a team's.</summary>
public sealed partial class Book
{
    /// <summary>So many entries of a list are counted. Beyond them a page is looked for on, but not for ever.</summary>
    private const int MostCounted = 1000, MostLookedAt = 10_000;

    private const int PerRead = 200, AtOnce = 20;

    /// <summary>Of an account that this reader sees, highest number first.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> QuotesAsync(AccountId account, CancellationToken cancel) =>
        await AccountAsync(account, cancel) is { } found ? await QuotesAsync(found.Record, cancel) : [];

    /// <summary>Those whose number ends as the one spoken; two or three years may each have one.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> QuotesNumberedAsync(string spoken, CancellationToken cancel)
    {
        if (!spoken.Any(char.IsAsciiDigit)) return [];
        var seen = new List<Stored<Quote>>();
        foreach (var quote in await OfListAsync(Kinds.Listed.Range($"{Listing.Numbers}|{Listing.LastDigits(spoken)}|", descending: true), Most, cancel))
            if (SeesTeam || await AccountAsync(quote.Record.Account, cancel) is not null) seen.Add(quote);
        return seen;
    }

    /// <summary>Quotes that may still become something, the one asked for last first.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> OpenQuotesAsync(Func<QuoteFacts, bool> wanted, CancellationToken cancel)
    {
        var page = await QuotePageAsync([new(Listing.OpenQuotes)], entry => wanted(entry.Quote!), 0, Most, cancel);
        return page.Items;
    }

    /// <summary>Quotes of accounts this reader sees whose option ends from the one day up to the other, the first to end first.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> OptionsAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var range = new IdRange(
            Kinds.Listed.IdOf($"{Listing.Options}|{Listing.Place(from)}"), Kinds.Listed.IdOf($"{Listing.Options}|{Listing.Place(to)}|~"));
        var seen = await SeenAsync(cancel);
        return [.. (await OfListAsync(range, Most, cancel)).Where(quote => seen(quote.Record.Account))];
    }

    /// <summary>A page of one list behind another, each newest first; only the quotes of the page are read.</summary>
    /// <param name="seen">The accounts that this reader sees, where they are known already; whoever shows a quote looks at its account again.</param>
    public async Task<PageOf<Stored<Quote>>> QuotePageAsync(
        IEnumerable<Stretch> lists, Func<Listed, bool> wanted, int skip, int take, CancellationToken cancel, Func<AccountId, bool>? seen = null)
    {
        seen ??= await SeenAsync(cancel);
        var (found, looked, isWhole) = (new List<Listed>(), 0, true);
        foreach (var list in lists)
        {
            await foreach (var entry in EntriesAsync(RangeOf(list), cancel))
            {
                if (looked == MostLookedAt || looked >= MostCounted && found.Count > (long)skip + take)
                {
                    isWhole = false;
                    break;
                }
                looked++;
                if (seen(entry.Account) && wanted(entry)) found.Add(entry);
            }
            if (!isWhole) break;
        }
        return new(await QuotesOfAsync(found.Skip(skip).Take(take), cancel), found.Count, isWhole);
    }

    // Places are moments in UTC: a day of the reader's begins and ends within the days around it.
    private static IdRange RangeOf(Stretch list)
    {
        var all = Kinds.Listed.Range(list.List + "|", descending: true);
        if (list.From is { } from && from > DateOnly.MinValue) all = all with { From = Kinds.Listed.IdOf($"{list.List}|{Listing.Place(from.AddDays(-1))}") };
        if (list.To is { } to && to < DateOnly.MaxValue.AddDays(-2)) all = all with { To = Kinds.Listed.IdOf($"{list.List}|{Listing.Place(to.AddDays(2))}") };
        return all;
    }

    private async Task<Func<AccountId, bool>> SeenAsync(CancellationToken cancel)
    {
        if (SeesTeam) return _ => true;
        return (await AccountsAsync(cancel)).Select(account => account.Id).ToHashSet().Contains;
    }

    private async IAsyncEnumerable<Listed> EntriesAsync(IdRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        while (await store.RangeAsync(Partition, range, PerRead, cancel) is { Count: > 0 } page)
        {
            foreach (var document in page) yield return Kinds.Listed.Read(document).Record;
            if (page.Count < PerRead) yield break;
            range = range.Descending ? range with { To = page[^1].Id } : range with { From = page[^1].Id + " " };
        }
    }

    private async Task<IReadOnlyList<Stored<Quote>>> OfListAsync(IdRange range, int most, CancellationToken cancel) =>
        await QuotesOfAsync((await store.ListAsync(Partition, range, most, cancel)).Select(document => Kinds.Listed.Read(document).Record), cancel);

    private async Task<IReadOnlyList<Stored<Quote>>> QuotesOfAsync(IEnumerable<Listed> entries, CancellationToken cancel)
    {
        var quotes = new List<Stored<Quote>>();
        foreach (var some in entries.Chunk(AtOnce))
            quotes.AddRange((await Task.WhenAll(some.Select(entry => store.FindAsync(Partition, Kinds.Quote, entry.Key, cancel)))).OfType<Stored<Quote>>());
        return quotes;
    }
}
