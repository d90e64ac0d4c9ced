using Microsoft.Azure.Cosmos;

namespace SalesBot.Data.Store.Cosmos;

/// <param name="Endpoint">The account's address.</param>
/// <param name="Key">Null: the managed identity, or who is signed in at a developer's machine.</param>
/// <param name="Database">Created where it is missing and the caller may.</param>
/// <param name="ConnectionMode">The mode that the tests run is Gateway.</param>
/// <param name="TrustAnyCertificate">For an emulator on the own machine only.</param>
public sealed record CosmosOptions(
    Uri Endpoint, string? Key, string Database, ConnectionMode ConnectionMode = ConnectionMode.Gateway, bool TrustAnyCertificate = false);
