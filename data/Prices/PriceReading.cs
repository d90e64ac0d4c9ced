using SalesBot.Data.Store;

namespace SalesBot.Data.Prices;

public static class PriceReading
{
    /// <summary>The tenant's price list as it is now.</summary>
    public static async Task<PriceList> ReadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancel)
    {
        var directory = Partition.Directory(tenant);
        var products = await store.ListAsync(directory, Kinds.Product, "", int.MaxValue, cancel);
        var parts = await store.ListAsync(directory, Kinds.PackagePart, "", int.MaxValue, cancel);
        return new(products.Select(stored => stored.Record), parts.Select(stored => stored.Record));
    }
}
