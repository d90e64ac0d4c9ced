using System.Text.Json;
using SalesBot.Cards;
using SalesBot.Cards.Quotes;
using SalesBot.Cards.Sharing;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Lists;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Sharing;

/// <summary>
/// Finds accounts and quotes to put into a message. Reads only. What is found by a name that is kept in memory is read again before it
/// is shown: the record says whether this person may see it.
/// </summary>
internal sealed class ShareSearch(IDocumentStore store, NameBook names)
{
    private const int MostRecent = 40, MostByName = 8, MostByNumber = 200, ShortestMisspelt = 4;

    public async Task<SearchPage> SearchAsync(Search search, CancellationToken cancel)
    {
        var book = new Book(store, search.Tenant, search.User);
        var speaks = await SpeaksAsync(search.Tenant, search.User, search.ClientLanguage, cancel);
        var owners = new Owners(book);
        List<Shareable> items = [];
        if (search.For == SearchFor.Accounts)
        {
            foreach (var account in await AccountsAsync(search, book, cancel))
                items.Add(new(account.Name, SharedAccountCard.About(account), SharedAccountCard.Of(account, await owners.NameAsync(account.Owner, cancel), speaks)));
        }
        else
        {
            foreach (var (quote, account) in await QuotesAsync(search, book, cancel))
                items.Add(Of(quote, account, await owners.NameAsync(quote.Owner, cancel), search.Home, speaks));
        }
        return new(items, speaks);
    }

    /// <summary>The quote that a link names; null: there is none that this person may see.</summary>
    public async Task<Shareable?> LinkedAsync(TenantId tenant, User user, Language? client, Uri home, QuoteNumber number, CancellationToken cancel)
    {
        var file = await QuoteFile.ReadAsync(store, tenant, user.Team, number, null, cancel);
        // Whoever manages several teams sees what those ask for.
        if (file is null && user.Role is not Role.AccountManager)
        {
            foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
                if (team.Id != user.Team && file is null) file = await QuoteFile.ReadAsync(store, tenant, team.Id, number, null, cancel);
        }
        if (file is null || !file.MayBeSeenBy(user)) return null;
        var quote = file.Quote.Record;
        return Of(quote, file.Account, file.NameOf(quote.Owner), home, await SpeaksAsync(tenant, user, client, cancel));
    }

    private static Shareable Of(Quote quote, Account account, string owner, Uri? home, Language speaks) => new(
        $"{quote.Number} · {account.Name}", $"{speaks.Money(quote.Value)} · {QuoteTexts.Of(quote.Status, speaks).Text}",
        SharedQuoteCard.Of(quote, account.Name, owner, home is null ? null : QuoteLink.Of(home, quote.Number), speaks));

    private async Task<IEnumerable<Account>> AccountsAsync(Search search, Book book, CancellationToken cancel)
    {
        var all = await names.OfAsync(book, cancel);
        var found = search.Words.Length > 0 ? Named(all, search.Words).Select(name => name.Id)
            : (await RecentAsync(book, cancel)) is var recent && recent.Count == 0 ? NameSearch.Of(all).Find("").Select(name => name.Id)
            : recent.Concat(NameSearch.Of(all).Find("").Select(name => name.Id).Where(id => !recent.Contains(id)));
        var read = await Task.WhenAll(found.Skip(search.Skip).Take(search.Take).Select(id => book.AccountAsync(id, cancel)));
        return read.OfType<Stored<Account>>().Select(stored => stored.Record);
    }

    private async Task<IEnumerable<(Quote, Account)>> QuotesAsync(Search search, Book book, CancellationToken cancel)
    {
        var all = await names.OfAsync(book, cancel);
        var seen = NameSearch.Of(all).Ids;
        IEnumerable<Quote> found;
        if (search.Words.Length == 0)
        {
            var page = await book.QuotePageAsync([new(Listing.OpenQuotes), new(Listing.ClosedQuotes)], _ => true, search.Skip, search.Take, cancel, seen.Contains);
            found = page.Items.Select(stored => stored.Record);
        }
        else
        {
            List<Quote> hits = [.. (await book.QuotesNumberedAsync(search.Words, cancel)).Select(stored => stored.Record)];
            if (QuoteLink.CanBe(search.Words) && search.Words.Any(char.IsAsciiDigit))
                hits.AddRange((await store.ListAsync(book.Partition, Kinds.Quote, search.Words.ToUpperInvariant(), MostByNumber, cancel, descending: true)).Select(stored => stored.Record).Where(quote => seen.Contains(quote.Account)));
            foreach (var name in Named(all, search.Words).Take(MostByName)) hits.AddRange((await book.QuotesAsync(name.Id, cancel)).Select(stored => stored.Record));
            // The very number stands first: several years have one that ends so.
            found = hits.DistinctBy(quote => quote.Number).OrderBy(quote => !quote.Number.Value.Equals(search.Words, StringComparison.OrdinalIgnoreCase)).Skip(search.Skip).Take(search.Take);
        }
        List<(Quote, Account)> sharing = [];
        foreach (var quote in found)
            if (await book.AccountAsync(quote.Account, cancel) is { Record: var account }) sharing.Add((quote, account));
        return sharing;
    }

    /// <summary>As it is typed; where no name begins so, as it may have been meant.</summary>
    private static IEnumerable<AccountName> Named(Gazetteer all, string typed)
    {
        using var found = NameSearch.Of(all).Find(typed).GetEnumerator();
        if (!found.MoveNext())
        {
            foreach (var meant in typed.Length < ShortestMisspelt ? [] : all.FindAccounts(typed)) yield return meant;
            yield break;
        }
        do yield return found.Current;
        while (found.MoveNext());
    }

    /// <summary>The accounts that this person last wrote something about, the latest first.</summary>
    private async Task<IReadOnlyList<AccountId>> RecentAsync(Book book, CancellationToken cancel)
    {
        var writes = await store.ListAsync(book.Partition, WriteRecord.Kind, $"{book.Reader.Id}|", MostRecent, cancel, descending: true);
        return [.. writes.SelectMany(write => write.Record.Changes).Select(AccountOf).OfType<AccountId>().Distinct()];
    }

    private static AccountId? AccountOf(WrittenChange change) => change switch
    {
        { Kind: var kind } when kind == Kinds.Account.Name => new(change.Id[(kind.Length + 1)..]),
        { After: { ValueKind: JsonValueKind.Object } record } when record.TryGetProperty("account", out var account) && account.ValueKind == JsonValueKind.String => new(account.GetString()!),
        _ => null,
    };

    private async Task<Language> SpeaksAsync(TenantId tenant, User user, Language? client, CancellationToken cancel) =>
        (await store.FindAsync(Partition.Of(tenant, user.Team), Preferences.Kind, user.Id.Value, cancel))?.Record.Language ?? user.Language ?? client ?? Language.Dutch;

    /// <summary>What the people are called whose they are; each is looked up once.</summary>
    private sealed class Owners(Book book)
    {
        private readonly Dictionary<UserId, string> found = [];

        public async Task<string> NameAsync(UserId owner, CancellationToken cancel) =>
            found.TryGetValue(owner, out var name) ? name : found[owner] = (await book.Organisation.FindUserAsync(owner, cancel))?.Name ?? "?";
    }
}
