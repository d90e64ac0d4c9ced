using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace SalesBot.Data.Store.Cosmos;

/// <summary>
/// Documents in one container of Azure Cosmos DB. A save is one transactional batch, whose first write is a note of its operation: where
/// a reply is lost, the repeat meets the note and nothing happens twice.
/// </summary>
public sealed class CosmosStore : IDocumentStore, IAsyncDisposable
{
    /// <summary>For one call, all tries together.</summary>
    internal static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    private readonly CosmosClient client;
    private readonly Container container;
    private readonly CosmosPatience patience;

    private CosmosStore(CosmosClient client, Container container, CosmosPatience patience) =>
        (this.client, this.container, this.patience) = (client, container, patience);

    /// <summary>Connects; creates the database and the container where they are missing and the caller may.</summary>
    /// <exception cref="InvalidDataException">The container is not one of SalesBot's.</exception>
    /// <exception cref="StoreUnavailableException">The account does not answer, or refuses the caller.</exception>
    public static Task<CosmosStore> OpenAsync(CosmosOptions options, CancellationToken cancel) => OpenAsync(options, null, Budget, cancel);

    /// <param name="http">Where requests go instead of over the network as usual; Gateway mode only.</param>
    internal static async Task<CosmosStore> OpenAsync(CosmosOptions options, Func<HttpClient>? http, TimeSpan budget, CancellationToken cancel)
    {
        var client = CosmosAccount.Client(options, http);
        try
        {
            var patience = new CosmosPatience(budget);
            return new(client, await patience.TryAsync(token => CosmosAccount.ContainerAsync(client, options.Database, token), cancel), patience);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel)
    {
        StoreRules.CheckFind(partition, id);
        return patience.TryAsync(token => container.ItemAsync(partition, id, CosmosItem.Document, token), cancel);
    }

    public Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel)
    {
        StoreRules.CheckRange(partition, range, take);
        var to = string.CompareOrdinal(range.To, StoreRules.Reserved) < 0 ? range.To : StoreRules.Reserved;
        // The key is a condition too: the plan then needs nothing but this one partition.
        var query = new QueryDefinition(
                $"SELECT TOP @n * FROM c WHERE c.pk=@p AND c.id>=@from AND c.id<@to ORDER BY c.id{(range.Descending ? " DESC" : "")}")
            .WithParameter("@n", take).WithParameter("@p", partition.Key).WithParameter("@from", range.From).WithParameter("@to", to);
        var options = new QueryRequestOptions { PartitionKey = new(partition.Key), EnableOptimisticDirectExecution = true };
        return patience.TryAsync<IReadOnlyList<Document>>(async token =>
        {
            var documents = new List<Document>();
            using var pages = container.GetItemQueryStreamIterator(query, requestOptions: options);
            while (pages.HasMoreResults && documents.Count < take)
            {
                using var page = await pages.ReadNextAsync(token);
                CosmosPatience.Demand(page);
                using var json = CosmosItem.Parse(page.Content);
                documents.AddRange(CosmosItem.Documents(json.RootElement));
            }
            return documents;
        }, cancel);
    }

    public Task<SaveResult> SaveAsync(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        StoreRules.CheckSave(partition, operation, writes);
        cancel.ThrowIfCancellationRequested();
        var save = new CosmosSave(container, partition, operation, writes);
        return patience.TryAsync(save.TryAsync, cancel);
    }

    public Task<ChangePage> ChangesAsync(Partition partition, string? since, int take, CancellationToken cancel)
    {
        StoreRules.CheckChanges(partition, take);
        return patience.TryAsync(async token =>
        {
            using var pages = Changes(partition, since, take);
            while (true)
            {
                using var page = await pages.ReadNextAsync(token);
                if (page.StatusCode == HttpStatusCode.NotModified) return new ChangePage([], page.ContinuationToken);
                if (page.StatusCode == HttpStatusCode.BadRequest && since is not null)
                    throw new ArgumentException($"'{since}' is not a place in the changes.", nameof(since));
                CosmosPatience.Demand(page);
                using var json = CosmosItem.Parse(page.Content);
                // An empty page means the end: one that has nothing but operations is passed over.
                if (CosmosItem.Documents(json.RootElement).ToList() is { Count: > 0 } documents) return new(documents, page.ContinuationToken);
            }
        }, cancel);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private FeedIterator Changes(Partition partition, string? since, int take)
    {
        var start = since is null
            ? ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(new(partition.Key)))
            : ChangeFeedStartFrom.ContinuationToken(since);
        return container.GetChangeFeedStreamIterator(start, ChangeFeedMode.LatestVersion, new() { PageSizeHint = take });
    }
}

internal static class CosmosReading
{
    public static async Task<T?> ItemAsync<T>(
        this Container container, Partition partition, string id, Func<JsonElement, T?> read, CancellationToken cancel) where T : class
    {
        using var response = await container.ReadItemStreamAsync(id, new(partition.Key), cancellationToken: cancel);
        if (CosmosPatience.IsMissing(response)) return null;
        CosmosPatience.Demand(response);
        using var json = CosmosItem.Parse(response.Content);
        return read(json.RootElement);
    }
}
