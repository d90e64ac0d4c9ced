using SalesBot.Data.Store;
using SalesBot.Data.Store.Cosmos;
using SalesBot.Tests.Stores.Wire;
using Xunit;

namespace SalesBot.Tests.Stores;

/// <summary>The Cosmos edition on a server written by others, as far as that goes: documents, versions and ranges.</summary>
public sealed class CosmosNpmCompliance(NpmCosmosServer server) : StoreCompliance, IClassFixture<NpmCosmosServer>
{
    private const string NoBatch = "The npm server has no batch: the operations of one are sent alone, so nothing is atomic.";
    private const string NoChanges = "The npm server's change feed ends after the first page and ignores the partition.";

    private protected override async Task<IDocumentStore> OpenAsync()
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        var network = new NpmCosmosBridge(new SocketsHttpHandler());
        return await CosmosStore.OpenAsync(
            new(server.Endpoint!, CosmosDouble.Key, "salesbot"), () => new(network, disposeHandler: false), CosmosStore.Budget, default);
    }

    public override Task A_save_tells_the_version_of_each_document() => Skip(NoBatch);
    public override Task A_save_is_all_or_nothing() => Skip(NoBatch);
    public override Task Saves_of_many_partitions_at_once_do_not_touch_each_other() => Skip(NoBatch);

    public override Task Changes_come_once_oldest_first_and_as_they_are_now() => Skip(NoChanges);
    public override Task Changes_are_read_in_pages() => Skip(NoChanges);
    public override Task Deletions_and_other_partitions_are_no_changes() => Skip(NoChanges);
    public override Task Changes_can_be_followed_after_reopening() => Skip(NoChanges);
    public override Task What_keeps_operations_is_neither_listed_nor_a_change() => Skip(NoChanges);

    private static Task Skip(string reason)
    {
        Assert.Skip(reason);
        return Task.CompletedTask;
    }
}
