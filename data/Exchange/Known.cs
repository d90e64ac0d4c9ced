using SalesBot.Data.Accounts;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>What a tenant's rows may refer to, and where their records lie.</summary>
internal sealed class Known(TenantId tenant)
{
    public Partition Directory { get; } = Partition.Directory(tenant);
    public Dictionary<UserId, User> Users { get; } = [];
    public Dictionary<string, User> UsersByEmail { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<AccountId, Account> Accounts { get; } = [];
    public Dictionary<ContactId, Contact> Contacts { get; } = [];
    public ILookup<ProductId, Product> Products { get; private set; } = Array.Empty<Product>().ToLookup(product => product.Id);

    /// <summary>Those that people are in, and those that they were in when an import began.</summary>
    public IReadOnlyList<TeamId> Teams { get; private set; } = [];

    /// <summary>The year in which the files say what they say; null: not asked.</summary>
    public int? Year { get; init; }

    public Partition Of(TeamId team) => Partition.Of(tenant, team);
    public TeamId? TeamOf(UserId user) => Users.TryGetValue(user, out var person) ? person.Team : null;
    public TeamId? TeamOf(AccountId account) => Accounts.TryGetValue(account, out var found) ? TeamOf(found.Owner) : null;

    /// <summary>For export: a person who is gone is named by the id.</summary>
    public string EmailOf(UserId user) => Users.TryGetValue(user, out var person) ? person.Email : user.Value;

    /// <param name="alsoTeams">Teams that nobody is in any more, where records may still lie.</param>
    public static async Task<Known> LoadAsync(IDocumentStore store, TenantId tenant, IEnumerable<TeamId> alsoTeams, CancellationToken cancel, int? year = null)
    {
        var known = new Known(tenant) { Year = year };
        foreach (var user in await new Organisation(store, tenant).UsersAsync(cancel)) known.Learn(user);
        known.Teams = [.. known.Users.Values.Select(user => user.Team).Union(alsoTeams).OrderBy(team => team.Value, StringComparer.Ordinal)];
        foreach (var team in known.Teams)
        {
            foreach (var account in await All(store, known.Of(team), Kinds.Account, cancel)) known.Accounts[account.Id] = account;
            foreach (var contact in await All(store, known.Of(team), Kinds.Contact, cancel)) known.Contacts[contact.Id] = contact;
        }
        known.Products = (await All(store, known.Directory, Kinds.Product, cancel)).ToLookup(product => product.Id);
        return known;
    }

    public void Learn(User user)
    {
        // Two people may swap addresses.
        if (Users.Remove(user.Id, out var before) && UsersByEmail.TryGetValue(before.Email, out var holder) && holder.Id == user.Id)
            UsersByEmail.Remove(before.Email);
        Users[user.Id] = user;
        UsersByEmail[user.Email] = user;
    }

    private static async Task<IEnumerable<T>> All<T>(IDocumentStore store, Partition partition, Kind<T> kind, CancellationToken cancel) where T : class =>
        (await store.ListAsync(partition, kind, "", int.MaxValue, cancel)).Select(stored => stored.Record);
}
