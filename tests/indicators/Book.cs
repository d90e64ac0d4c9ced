using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Indicators;

/// <summary>A team's records in a real store, saved the way a turn does: records and rollups in one save.</summary>
internal sealed class Book(IDocumentStore store) : IAsyncDisposable
{
    public static readonly TenantId Tenant = new("00000000-0000-0000-0000-000000000001");
    public static readonly TeamId Team = new("amsterdam");
    public static readonly UserId Daan = new("daan"), Eva = new("eva");
    public static readonly DateOnly Today = new(2026, 3, 10);
    private int saves;

    public IDocumentStore Store => store;
    public Partition Partition { get; } = Partition.Of(Tenant, Team);

    public static async Task<Book> OpenAsync() => new(await TestStores.Sqlite());

    public IndicatorReading Reading(DateOnly? today = null) => new(store, Tenant, Team, today ?? Today);

    public Task PutAsync<T>(Kind<T> kind, params T[] records) where T : class => SaveAsync(kind, records, delete: false);

    public Task DeleteAsync<T>(Kind<T> kind, params T[] records) where T : class => SaveAsync(kind, records, delete: true);

    /// <summary>Saves records alone, as an import does before it counts everything anew.</summary>
    public async Task ImportAsync<T>(Kind<T> kind, params T[] records) where T : class
    {
        foreach (var batch in records.Chunk(StoreRules.MaxWrites))
            Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Partition, $"import-{saves++}", [.. batch.Select(kind.Put)],
                CancellationToken.None));
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>> RollupsAsync() =>
        (await store.ListAsync(Partition, Kinds.Rollup, "", int.MaxValue, CancellationToken.None))
            .ToDictionary(rollup => rollup.Record.Key, rollup => rollup.Record.Counts);

    private async Task SaveAsync<T>(Kind<T> kind, IReadOnlyList<T> records, bool delete) where T : class
    {
        foreach (var batch in records.Chunk(10))
        {
            var (writes, changes) = (new List<Write>(), new List<RecordChange>());
            foreach (var record in batch)
            {
                var stored = await store.FindAsync(Partition, kind.IdOf(record), CancellationToken.None) is { } found ? kind.Read(found)
                    : null;
                changes.Add(new(stored?.Record, delete ? null : record));
                writes.Add(delete ? kind.Delete(stored!) : stored is null ? kind.Create(record) : kind.Replace(stored, record));
            }
            writes.AddRange(await Rollups.WritesAsync(store, Partition, changes, CancellationToken.None));
            Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Partition, $"save-{saves++}", writes, CancellationToken.None));
        }
    }

    public static Account Account(string id, UserId owner, int? cadence = null) =>
        new(new(id), "Hotelklant " + id, [], "corporate", "Amsterdam", owner, AccountStatus.Active, null, cadence);

    public static Revenue Row(string account, string month, ProductGroup group, decimal amount) =>
        new(new(account), DateOnly.ParseExact(month, "yyyy-MM", null), group, amount);

    public static Target Goal(TargetScope scope, string id, string month, decimal amount, ProductGroup? group = null) =>
        new(scope, id, DateOnly.ParseExact(month, "yyyy-MM", null), group, amount);

    public static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(1));

    /// <summary>A quote from an older system.</summary>
    public static Quote Old(
        string number, UserId owner, decimal value, QuoteStatus status, string? sent = "2026-02-05 12:00",
        string? decided = "2026-02-20 12:00", string requested = "2026-02-02 12:00",
        int returned = 0, int versions = 1, string account = "a1") =>
        new(new(number), new(account), owner, status, At(requested), [], At(requested), At(requested), sent is null ? null : At(sent),
            decided is null ? null : At(decided), returned)
        {
            Imported = new(value, versions),
        };

    public ValueTask DisposeAsync() => (store as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask;
}
