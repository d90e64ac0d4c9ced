using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Tests.Stores.Wire;

namespace SalesBot.Tests.Stores;

/// <summary>The editions of the document store.</summary>
public enum Edition { Sqlite, Cosmos }

/// <summary>The demo organisation in a store of its own. It is imported once an edition, then copied.</summary>
internal sealed class DemoStore : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> File = new(ImportFileAsync);
    private static readonly Lazy<Task<CosmosDouble>> Account = new(ImportAccountAsync);

    private readonly Func<Task<IDocumentStore>> open;
    private readonly string? path;

    private readonly CosmosDouble? account;

    private DemoStore(Func<Task<IDocumentStore>> open, IDocumentStore store, string? path, CosmosDouble? account) =>
        (this.open, Store, this.path, this.account) = (open, store, path, account);

    public IDocumentStore Store { get; private set; }

    /// <summary>The file, where it is one.</summary>
    public string? Path => path;

    public static async Task<DemoStore> NewAsync(Edition edition)
    {
        if (edition == Edition.Cosmos)
        {
            var account = await NewAccountAsync();
            return await NewAsync(() => TestStores.CosmosDouble(account), null, account);
        }
        var path = await NewFileAsync();
        return await NewAsync(() => TestStores.Sqlite(path), path);
    }

    /// <summary>All that is stored, byte by byte: the database with its log and whatever lies beside it, or the account's items.</summary>
    public IEnumerable<(string Where, string Text)> Raw()
    {
        if (account is not null) return [("account", string.Join('\n', account.Held()))];
        return FilesOf(path!);
    }

    public static IEnumerable<(string Where, string Text)> FilesOf(string path) =>
        System.IO.Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!, System.IO.Path.GetFileName(path) + "*").Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (System.IO.Path.GetFileName(file), System.Text.Encoding.Latin1.GetString(copy.ToArray()));
        });

    /// <summary>A file that nobody has opened yet.</summary>
    public static async Task<string> NewFileAsync()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"salesbot-demo-{Guid.NewGuid():N}.db");
        System.IO.File.Copy(await File.Value, path);
        return path;
    }

    /// <summary>An account that nobody has opened yet.</summary>
    public static async Task<CosmosDouble> NewAccountAsync() => (await Account.Value).Copy();

    public static void DeleteFile(string path)
    {
        foreach (var file in Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!, System.IO.Path.GetFileName(path) + "*")) System.IO.File.Delete(file);
    }

    /// <summary>As after a restart: the same data, nothing kept in memory.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await open();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (path is not null) DeleteFile(path);
    }

    private static async Task<DemoStore> NewAsync(Func<Task<IDocumentStore>> open, string? path, CosmosDouble? account = null) => new(open, await open(), path, account);

    private async ValueTask CloseAsync()
    {
        if (Store is IAsyncDisposable closing) await closing.DisposeAsync();
    }

    private static async Task<string> ImportFileAsync()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"salesbot-demo-{Guid.NewGuid():N}.db");
        await using var store = await SqliteStore.OpenAsync(path, CancellationToken.None);
        await ImportAsync(store);
        return path;
    }

    private static async Task<CosmosDouble> ImportAccountAsync()
    {
        var account = new CosmosDouble();
        var store = await TestStores.CosmosDouble(account);
        await ImportAsync(store);
        if (store is IAsyncDisposable closing) await closing.DisposeAsync();
        return account;
    }

    private static async Task ImportAsync(IDocumentStore store)
    {
        var report = await new Importer(store, DemoOrganisation.Tenant, TimeProvider.System).ImportAsync([DemoOrganisation.Folder], null, CancellationToken.None);
        foreach (var team in report.TouchedTeams) await Rollups.RebuildAsync(store, DemoOrganisation.Tenant, team, CancellationToken.None);
    }
}
