using SalesBot.Data.Store;
using SalesBot.Tests.Stores.Wire;

namespace SalesBot.Tests.Stores;

public sealed class CosmosDoubleCompliance : StoreCompliance
{
    private readonly CosmosDouble account = new();

    private protected override Task<IDocumentStore> OpenAsync() => TestStores.CosmosDouble(account);
}
