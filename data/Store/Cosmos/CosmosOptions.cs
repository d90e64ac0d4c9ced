namespace SalesBot.Data.Store.Cosmos;

/// <param name="Endpoint">The account's address.</param>
/// <param name="Key">Null: the managed identity, or who is signed in at a developer's machine.</param>
/// <param name="Database">Created where it is missing and the caller may.</param>
/// <param name="Direct">Connects to the partitions directly instead of through the gateway, which is what the tests run.</param>
/// <param name="TrustAnyCertificate">For an emulator on the own machine only.</param>
public sealed record CosmosOptions(
    Uri Endpoint, string? Key, string Database, bool Direct = false, bool TrustAnyCertificate = false);
