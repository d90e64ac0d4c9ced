using System.Runtime.CompilerServices;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Cosmos;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Tests.Stores.Wire;

namespace SalesBot.Tests.Stores;

/// <summary>Empty stores of their own for tests of what stands on a store. Dispose of them where they are <see cref="IAsyncDisposable"/>.</summary>
internal static class TestStores
{
    /// <summary>A new file in the temporary folder; opened again with the same path, it is the same data.</summary>
    public static async Task<IDocumentStore> Sqlite(string? path = null, TimeProvider? time = null) =>
        await SqliteStore.OpenAsync(path ?? NewPath(), CancellationToken.None, time);

    public static string NewPath() => Path.Combine(Directory.CreateTempSubdirectory("salesbot-").FullName, "store", "sales.db");

    /// <summary>The Cosmos edition, its unmodified SDK talking to a double; opened again with the same double, it is the same data.</summary>
    public static async Task<IDocumentStore> CosmosDouble(HttpMessageHandler? account = null, TimeSpan? budget = null) => await CosmosStore.OpenAsync(
        new(Wire.CosmosDouble.Endpoint, Wire.CosmosDouble.Key, "salesbot"), Http(account ?? new CosmosDouble()), budget ?? CosmosStore.Budget,
        CancellationToken.None);

    // The SDK disposes of its client; the account must outlive it.
    private static Func<HttpClient> Http(HttpMessageHandler account) => () => new(account, disposeHandler: false);

    // Before the first client is made: the SDK then uses the query planner that its package ships for Linux, and asks nobody for a plan.
    // Undocumented: for tests only.
    [ModuleInitializer]
    internal static void PlanQueriesHere() => Environment.SetEnvironmentVariable("AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX", "true");
}
