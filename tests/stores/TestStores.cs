using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;

namespace SalesBot.Tests.Stores;

/// <summary>Empty stores of their own for tests of what stands on a store. Dispose of them where they are <see cref="IAsyncDisposable"/>.</summary>
internal static class TestStores
{
    /// <summary>A new file in the temporary folder; opened again with the same path, it is the same data.</summary>
    public static async Task<IDocumentStore> Sqlite(string? path = null, TimeProvider? time = null) =>
        await SqliteStore.OpenAsync(path ?? NewPath(), CancellationToken.None, time);

    public static string NewPath() => Path.Combine(Directory.CreateTempSubdirectory("salesbot-").FullName, "store", "sales.db");
}
