using SalesBot.Data.Store;

namespace SalesBot.Tests.Stores;

public sealed class SqliteCompliance : StoreCompliance
{
    private readonly string path = TestStores.NewPath();

    private protected override Task<IDocumentStore> OpenAsync() => TestStores.Sqlite(path);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(path))!, recursive: true);
    }
}
