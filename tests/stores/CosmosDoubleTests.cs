using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Data.Store.Cosmos;
using SalesBot.Tests.Stores.Wire;
using Xunit;

namespace SalesBot.Tests.Stores;

/// <summary>The double itself, through the SDK: it must refuse what the service refuses, or the suite on it shows nothing.</summary>
public sealed class CosmosDoubleTests : IAsyncLifetime
{
    private static readonly PartitionKey Key = new("p");
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly CosmosClient client;
    private Container container = null!;

    public CosmosDoubleTests()
    {
        var account = new CosmosDouble(clock);
        client = CosmosAccount.Client(new(CosmosDouble.Endpoint, CosmosDouble.Key, "salesbot"), () => new(account, disposeHandler: false));
    }

    public async ValueTask InitializeAsync() => container = await CosmosAccount.ContainerAsync(client, "salesbot", default);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_answers_with_the_codes_of_the_documentation()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await container.ReadItemStreamAsync("a", Key)).StatusCode);
        var created = await container.CreateItemStreamAsync(Item("a"), Key);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Matches("^\"[^\"]+\"$", created.Headers.ETag);
        Assert.Equal(HttpStatusCode.Conflict, (await container.CreateItemStreamAsync(Item("a"), Key)).StatusCode);
        var replaced = await container.ReplaceItemStreamAsync(Item("a"), "a", Key, new() { IfMatchEtag = created.Headers.ETag });
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.NotEqual(created.Headers.ETag, replaced.Headers.ETag);
        var stale = new ItemRequestOptions { IfMatchEtag = created.Headers.ETag };
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await container.ReplaceItemStreamAsync(Item("a"), "a", Key, stale)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await container.DeleteItemStreamAsync("a", Key, stale)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await container.DeleteItemStreamAsync("a", Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await container.DeleteItemStreamAsync("a", Key)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await container.ReplaceItemStreamAsync(Item("a"), "a", Key)).StatusCode);
    }

    [Fact]
    public async Task It_refuses_what_the_service_refuses()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await container.CreateItemStreamAsync(Item("a?b"), Key)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await container.CreateItemStreamAsync(Item(new('a', 256)), Key)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await container.CreateItemStreamAsync(Item("a"), new("other"))).StatusCode);
        var large = Item("a", $",\"text\":\"{new string('x', 2 * 1024 * 1024)}\"");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await container.CreateItemStreamAsync(large, Key)).StatusCode);
        var query = container.GetItemQueryStreamIterator("SELECT * FROM c", requestOptions: new() { PartitionKey = Key, EnableOptimisticDirectExecution = true });
        Assert.Equal(HttpStatusCode.BadRequest, (await query.ReadNextAsync()).StatusCode);
        var batch = container.CreateTransactionalBatch(Key);
        for (var n = 0; n < 101; n++) batch.CreateItemStream(Item($"{n}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await batch.ExecuteAsync()).StatusCode);
    }

    [Fact]
    public async Task A_batch_fails_as_a_whole_and_names_what_failed()
    {
        await container.CreateItemStreamAsync(Item("b"), Key);
        var answer = await container.CreateTransactionalBatch(Key).CreateItemStream(Item("a")).CreateItemStream(Item("b")).DeleteItem("b").ExecuteAsync();
        Assert.Equal(
            [HttpStatusCode.FailedDependency, HttpStatusCode.Conflict, HttpStatusCode.FailedDependency], answer.Select(result => result.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await container.ReadItemStreamAsync("a", Key)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await container.ReadItemStreamAsync("b", Key)).StatusCode);
    }

    [Fact]
    public async Task An_items_time_to_live_ends_it()
    {
        await container.CreateItemStreamAsync(Item("a", ",\"ttl\":60"), Key);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.OK, (await container.ReadItemStreamAsync("a", Key)).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await container.ReadItemStreamAsync("a", Key)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await container.CreateItemStreamAsync(Item("a"), Key)).StatusCode);
    }

    [Fact]
    public async Task A_container_of_another_shape_is_refused()
    {
        Database other = await client.CreateDatabaseIfNotExistsAsync("other");
        await other.CreateContainerAsync(new(CosmosAccount.ContainerName, "/tenant") { DefaultTimeToLive = -1 });
        await Assert.ThrowsAsync<InvalidDataException>(() => CosmosAccount.ContainerAsync(client, "other", default));
        Database endless = await client.CreateDatabaseIfNotExistsAsync("endless");
        await endless.CreateContainerAsync(new(CosmosAccount.ContainerName, "/pk"));
        await Assert.ThrowsAsync<InvalidDataException>(() => CosmosAccount.ContainerAsync(client, "endless", default));
    }

    private static MemoryStream Item(string id, string more = "") => new(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","pk":"p"{{more}}}"""));
}
