using System.Collections.Concurrent;
using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Turns;

/// <summary>
/// The names that a person may use, kept in memory. One small document of the team changes with every account and contact: as
/// long as it is the same, so are the names.
/// </summary>
internal sealed class NameBook(IDocumentStore store)
{
    private readonly ConcurrentDictionary<(TenantId, UserId), (string? Stamp, Gazetteer Names)> known = new();

    public async Task<Gazetteer> OfAsync(Book book, CancellationToken cancel)
    {
        var stamp = (await store.FindAsync(book.Partition, NamesStamp.Kind, NamesStamp.Key, cancel))?.ETag;
        if (known.TryGetValue((book.Tenant, book.Reader.Id), out var kept) && kept.Stamp == stamp) return kept.Names;
        var accounts = await book.AccountsAsync(cancel);
        var seen = accounts.Select(account => account.Id).ToHashSet();
        var contacts = await store.ListAsync(book.Partition, Kinds.Contact, "", int.MaxValue, cancel);
        var products = await store.ListAsync(Partition.Directory(book.Tenant), Kinds.Product, "", int.MaxValue, cancel);
        var names = new Gazetteer(
            [.. accounts.Select(account => new AccountName(account.Id, account.Name, account.Aliases))],
            [.. contacts.Where(contact => seen.Contains(contact.Record.Account)).Select(contact => contact.Record.Name).Distinct()],
            [.. products.SelectMany(product => Spoken(product.Record)).Distinct()], []);
        known[(book.Tenant, book.Reader.Id)] = (stamp, names);
        return names;
    }

    private static IEnumerable<string> Spoken(Product product) => [product.NameNl, product.NameEn, .. product.Aliases];
}
