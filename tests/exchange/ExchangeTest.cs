using Microsoft.Extensions.Time.Testing;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Store;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Exchange;

/// <summary>A folder for files, and an empty store of an own tenant that counts what is saved and can fail on request.</summary>
public abstract class ExchangeTest : IAsyncLifetime
{
    private protected static readonly TenantId Tenant = new("c0ffee00-0000-4000-8000-000000000001");

    private protected const string Users = """
        aad_object_id,name,email,role,level,team,manager_email,language,approval_limit_eur,approval_limit_discount
        u-sven,Sven Mulder,sven@noord.example,supervisor,,noord,,nl,25000,12.5
        u-anna,Anna Visser,anna@noord.example,account_manager,2,noord,sven@noord.example,nl,,
        u-eva,Eva Kuipers,eva@zuid.example,account_manager,1,zuid,sven@noord.example,,,
        """;

    private protected const string Accounts = """
        account_id,name,aliases,segment,city,owner_email,status,wallet_eur,cadence_days
        A1,Philips Nederland BV,Philips|PN,technologie,Eindhoven,anna@noord.example,active,120000.00,30
        A2,"De Haan, Events",,evenementen,,eva@zuid.example,prospect,,
        """;

    private protected const string Contacts = """
        contact_id,account_id,name,role,email,phone,since
        C1,A1,Jan de Vries,booker,jan@philips.example,+31 6 1234,2024-01-01
        C2,A2,Sophie 't Hart,intermediary,,,
        """;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("salesbot-exchange-").FullName;
    private protected WatchedStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = new(await TestStores.Sqlite(Path.Combine(Folder, "store", "sales.db")));

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Store.Inner).DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string File(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, Path.GetRandomFileName())).FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private protected Task<ImportReport> Import(string name, string text) => ImportPaths(File(name, text));

    private protected Task<ImportReport> ImportPaths(params string[] paths) =>
        new Importer(Store, Tenant, new FakeTimeProvider()).ImportAsync(paths, null, CancellationToken.None);

    private protected async Task ImportBasics()
    {
        foreach (var (name, text) in new[] { ("users.csv", Users), ("accounts.csv", Accounts), ("contacts.csv", Contacts) })
            Assert.Empty((await Import(name, text)).Problems);
    }

    /// <returns>The folder with the files.</returns>
    private protected async Task<string> Export(IDocumentStore? store = null)
    {
        var folder = Path.Combine(Folder, Path.GetRandomFileName());
        await new Exporter(store ?? Store, Tenant).ExportAsync(folder, CancellationToken.None);
        return folder;
    }

    private protected async Task<string[]> ExportedLines(string file) => await System.IO.File.ReadAllLinesAsync(Path.Combine(await Export(), file));

    private protected async Task<IReadOnlyList<T>> Held<T>(string team, Kind<T> kind) where T : class =>
        [.. (await Store.ListAsync(Partition.Of(Tenant, new(team)), kind, "", int.MaxValue, CancellationToken.None)).Select(stored => stored.Record)];
}

/// <summary>Counts the documents written, and loses the connection before a given save.</summary>
internal sealed class WatchedStore(IDocumentStore inner) : IDocumentStore
{
    public IDocumentStore Inner => inner;
    public int Saves { get; private set; }
    public int? FailBeforeSave { get; set; }
    public Action<IReadOnlyList<Write>>? BeforeSave { get; set; }

    public Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel) => inner.FindAsync(partition, id, cancel);

    public Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel) =>
        inner.RangeAsync(partition, range, take, cancel);

    public Task<SaveResult> SaveAsync(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        if (Saves == FailBeforeSave) throw new StoreUnavailableException("The cable was pulled.");
        Saves++;
        BeforeSave?.Invoke(writes);
        return inner.SaveAsync(partition, operation, writes, cancel);
    }

    public Task<ChangePage> ChangesAsync(Partition partition, string? since, int take, CancellationToken cancel) =>
        inner.ChangesAsync(partition, since, take, cancel);
}
