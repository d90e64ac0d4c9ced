using System.Text;
using System.Text.Json.Nodes;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Stores;

/// <summary>What every edition of the store promises; an edition adds how it is opened.</summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private int operations;

    // Well formed on every edition, and never a document's.
    private const string Stale = "\"00000000-0000-0000-0000-000000000000\"";

    private protected IDocumentStore Store { get; private set; } = null!;

    /// <summary>A partition that no other test uses.</summary>
    private protected Partition Team { get; } = new($"tenant-{Guid.NewGuid():N}:team:noord");

    /// <summary>Opens the store; called again, opens the same data anew.</summary>
    private protected abstract Task<IDocumentStore> OpenAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
    }

    private protected async Task CloseAsync()
    {
        if (Store is IAsyncDisposable store) await store.DisposeAsync();
    }

    private protected static Write Create(string id, string body = "{}") => new(id, 1, Encoding.UTF8.GetBytes(body), null);
    private protected static Write Put(string id, string body = "{}") => Create(id, body) with { IfMatch = Write.Any };
    private protected static Write Replace(string id, string etag, string body = "{}") => Create(id, body) with { IfMatch = etag };
    private protected static Write Delete(string id, string etag) => new(id, 1, null, etag);

    private protected Task<SaveResult> SaveAsync(params Write[] writes) => SaveAsync(Team, writes);

    private protected Task<SaveResult> SaveAsync(Partition partition, params Write[] writes) =>
        Store.SaveAsync(partition, $"op-{Interlocked.Increment(ref operations)}", writes, None);

    private protected async Task<IReadOnlyList<string>> SavedAsync(params Write[] writes) =>
        Assert.IsType<SaveResult.Saved>(await SaveAsync(writes)).ETags;

    private protected async Task ConflictsAsync(string id, params Write[] writes) =>
        Assert.Equal(new SaveResult.Conflict(id), await SaveAsync(writes));

    private protected Task<Document?> FindAsync(string id) => Store.FindAsync(Team, id, None);

    // As JSON: an edition may keep the values without the spelling.
    private protected async Task<string?> BodyAsync(string id) =>
        await FindAsync(id) is { } found ? JsonNode.Parse(found.Body.Span)!.ToJsonString() : null;

    private protected async Task<string[]> IdsAsync(IdRange range, int take = 1000) =>
        [.. (await Store.RangeAsync(Team, range, take, None)).Select(document => document.Id)];

    private protected static int Count(Document document) => (int)JsonNode.Parse(document.Body.Span)!["n"]!;
}
