using System.Collections.Concurrent;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Turns;

/// <summary>
/// The names that a person may use, kept in memory. One small document of the team changes with every account and contact: as
/// long as it is the same, so are the names.
/// </summary>
public sealed class NameBook(IDocumentStore store)
{
    private readonly ConcurrentDictionary<(TenantId, UserId), (string? Stamp, Gazetteer Names)> known = new();

    public async Task<Gazetteer> OfAsync(Book book, CancellationToken cancel)
    {
        var stamp = (await store.FindAsync(book.Partition, NamesStamp.Kind, NamesStamp.Key, cancel))?.ETag;
        if (known.TryGetValue((book.Tenant, book.Reader.Id), out var kept) && kept.Stamp == stamp) return kept.Names;
        var names = await ReadAsync(store, book.Tenant, [book.Partition], await book.AccountsAsync(cancel), cancel);
        known[(book.Tenant, book.Reader.Id)] = (stamp, names);
        return names;
    }

    /// <summary>All names of a tenant, whoever may use them: for work without a speaker.</summary>
    public static async Task<Gazetteer> OfTenantAsync(IDocumentStore store, TenantId tenant, CancellationToken cancel)
    {
        var teams = (await new Organisation(store, tenant).TeamsAsync(cancel)).Select(team => Partition.Of(tenant, team.Id)).ToList();
        var accounts = new List<Account>();
        foreach (var team in teams)
            accounts.AddRange((await store.ListAsync(team, Kinds.Account, "", int.MaxValue, cancel)).Select(stored => stored.Record));
        return await ReadAsync(store, tenant, teams, accounts, cancel);
    }

    private static async Task<Gazetteer> ReadAsync(
        IDocumentStore store, TenantId tenant, IReadOnlyList<Partition> teams, IReadOnlyList<Account> accounts, CancellationToken cancel)
    {
        var seen = accounts.Select(account => account.Id).ToHashSet();
        var contacts = new List<Contact>();
        foreach (var team in teams) contacts.AddRange((await store.ListAsync(team, Kinds.Contact, "", int.MaxValue, cancel)).Select(stored => stored.Record));
        var products = await store.ListAsync(Partition.Directory(tenant), Kinds.Product, "", int.MaxValue, cancel);
        return new(
            [.. accounts.Select(account => new AccountName(account.Id, account.Name, account.Aliases))],
            [.. contacts.Where(contact => seen.Contains(contact.Account)).Select(contact => contact.Name).Distinct()],
            [.. products.SelectMany(product => Spoken(product.Record)).Distinct()], []);
    }

    private static IEnumerable<string> Spoken(Product product) => [product.NameNl, product.NameEn, .. product.Aliases];
}
