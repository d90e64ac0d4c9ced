using SalesBot.Data.Accounts;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;

namespace SalesBot.Data;

/// <summary>
/// The team's records as one reader may see them: an account manager the own accounts, a supervisor and an administrator the
/// team's. Reads that belong to an account take the <see cref="Account"/> itself, which only a permitted read gives out.
/// What is missing and what is forbidden look the same.
/// </summary>
public sealed partial class Book(IDocumentStore store, TenantId tenant, User reader)
{
    /// <summary>More than this of one list is never read in a turn.</summary>
    private const int Most = 2000;

    public TenantId Tenant => tenant;
    public User Reader => reader;
    public IDocumentStore Store => store;
    public Partition Partition { get; } = Partition.Of(tenant, reader.Team);
    public Organisation Organisation { get; } = new(store, tenant);

    private bool SeesTeam => reader.Role is Role.Supervisor or Role.Administrator;

    public bool MaySee(Account account) => SeesTeam || account.Owner == reader.Id;

    public async Task<Stored<Account>?> AccountAsync(AccountId id, CancellationToken cancel) =>
        await store.FindAsync(Partition, Kinds.Account, id.Value, cancel) is { } found && MaySee(found.Record) ? found : null;

    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition, Kinds.Account, "", int.MaxValue, cancel)).Select(found => found.Record).Where(MaySee)];

    /// <summary>What those of the accounts are called that this reader sees, however many there are besides.</summary>
    public async Task<IReadOnlyDictionary<AccountId, string>> NamesAsync(IEnumerable<AccountId> accounts, CancellationToken cancel)
    {
        var names = new Dictionary<AccountId, string>();
        foreach (var id in accounts.Distinct())
            if (await AccountAsync(id, cancel) is { Record: var account }) names[id] = account.Name;
        return names;
    }

    public Task<IReadOnlyList<Stored<Contact>>> ContactsAsync(Account account, CancellationToken cancel) =>
        store.ListAsync(Partition, Kinds.Contact, $"{account.Id}|", Most, cancel);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Visit>> VisitsAsync(Account account, int take, CancellationToken cancel) =>
        Records(await store.ListAsync(Partition, Kinds.Visit, $"{account.Id}|", take, cancel, descending: true));

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Stored<Lead>>> StoredLeadsAsync(Account account, CancellationToken cancel) => OfAccountAsync(Kinds.Lead, account, cancel);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Lead>> LeadsAsync(Account account, int take, CancellationToken cancel) =>
        Records(await store.ListAsync(Partition, Kinds.Lead, $"{account.Id}|", take, cancel, descending: true));

    /// <summary>The team's shared market information that still holds, newest first.</summary>
    public async Task<IReadOnlyList<MarketInfo>> MarketInfoAsync(DateOnly today, int take, CancellationToken cancel) =>
        Records(await StoredMarketInfoAsync(today, take, cancel));

    /// <inheritdoc cref="MarketInfoAsync"/>
    public async Task<IReadOnlyList<Stored<MarketInfo>>> StoredMarketInfoAsync(DateOnly today, int take, CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition, Kinds.MarketInfo, "", Most, cancel, descending: true)).Where(fact => fact.Record.Expires >= today).Take(take)];

    /// <summary>Open ones, the most urgent first.</summary>
    public Task<IReadOnlyList<Stored<FollowUp>>> OpenFollowUpsAsync(UserId owner, CancellationToken cancel) =>
        store.ListAsync(Partition, Kinds.FollowUp, $"{owner}|open|", Most, cancel);

    /// <summary>Open ones at an account, whoever's they are, the most urgent first.</summary>
    public async Task<IReadOnlyList<Stored<FollowUp>>> OpenFollowUpsAsync(Account account, CancellationToken cancel) =>
        [.. (await AccountIndex.OpenFollowUpsAsync(store, Partition, account.Id, cancel)).OrderBy(task => task.Record.Due).ThenBy(task => task.Id, StringComparer.Ordinal)];

    public async Task<Stored<Quote>?> QuoteAsync(QuoteNumber number, CancellationToken cancel) =>
        await store.FindAsync(Partition, Kinds.Quote, number.Value, cancel) is { } found && await AccountAsync(found.Record.Account, cancel) is not null
            ? found
            : null;

    /// <summary>The quotes of the accounts this reader sees, highest number first.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> QuotesAsync(CancellationToken cancel)
    {
        var all = await store.ListAsync(Partition, Kinds.Quote, "", int.MaxValue, cancel, descending: true);
        return SeesTeam ? all : await MineAsync(all, quote => quote.Account, cancel);
    }

    /// <summary>Of an account, highest number first.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> QuotesAsync(Account account, CancellationToken cancel) =>
        Newest(await AccountIndex.QuotesAsync(store, Partition, account.Id, cancel));

    /// <summary>Those of an account that may still become business, highest number first.</summary>
    public async Task<IReadOnlyList<Stored<Quote>>> OpenQuotesAsync(Account account, CancellationToken cancel) =>
        Newest(await AccountIndex.OpenQuotesAsync(store, Partition, account.Id, cancel));

    public Task<Stored<Approval>?> ApprovalAsync(QuoteNumber number, int version, CancellationToken cancel) =>
        store.FindAsync(Partition, Kinds.Approval, $"{number}|{version:0000}", cancel);

    /// <summary>Of an account, newest last.</summary>
    public async Task<IReadOnlyList<Agreement>> AgreementsAsync(Account account, CancellationToken cancel) =>
        Records(await store.ListAsync(Partition, Kinds.Agreement, $"{account.Id}.", Most, cancel));

    public Task<PriceList> PricesAsync(CancellationToken cancel) => PriceReading.ReadAsync(store, tenant, cancel);

    public async Task<IReadOnlyList<DiscountTier>> TiersAsync(CancellationToken cancel) =>
        Records(await store.ListAsync(Partition.Directory(tenant), Kinds.DiscountTier, "", int.MaxValue, cancel));

    /// <summary>What the organisation has set, over these defaults.</summary>
    public async Task<PolicySettings> PolicyAsync(PolicySettings defaults, CancellationToken cancel) =>
        await PolicySettings.ReadAsync(store, tenant, defaults, cancel);

    /// <summary>Everybody of the tenant.</summary>
    public async Task<IReadOnlyDictionary<UserId, User>> PeopleAsync(CancellationToken cancel) =>
        (await Organisation.UsersAsync(cancel)).ToDictionary(user => user.Id);

    private static IReadOnlyList<Stored<Quote>> Newest(IEnumerable<Stored<Quote>> quotes) => [.. quotes.OrderByDescending(quote => quote.Id, StringComparer.Ordinal)];

    private static IReadOnlyList<T> Records<T>(IReadOnlyList<Stored<T>> stored) where T : class => [.. stored.Select(found => found.Record)];
}
