using System.Data.Common;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Cosmos;
using Xunit;

namespace SalesBot.Tests.Stores;

/// <summary>
/// The Cosmos edition on a real account or Microsoft's emulator: the connection string in SALESBOT_TEST_COSMOS, with a Database of its own
/// where it should not be "salesbot-tests". Each test has its own partitions and leaves them behind.
/// </summary>
public sealed class CosmosAccountCompliance : StoreCompliance
{
    private protected override async Task<IDocumentStore> OpenAsync()
    {
        var named = Environment.GetEnvironmentVariable("SALESBOT_TEST_COSMOS");
        if (string.IsNullOrEmpty(named)) Assert.Skip("No account is named by SALESBOT_TEST_COSMOS.");
        var parts = new DbConnectionStringBuilder { ConnectionString = named };
        var endpoint = new Uri((string)parts["AccountEndpoint"]);
        return await CosmosStore.OpenAsync(
            new(endpoint, (string)parts["AccountKey"], parts.TryGetValue("Database", out var database) ? (string)database : "salesbot-tests",
                TrustAnyCertificate: endpoint.IsLoopback),
            default);
    }
}
