using System.Collections.Concurrent;
using SalesBot.Data.Store;

namespace SalesBot.Tests.Conversations;

/// <summary>A store whose process is killed at a save: before it took effect or after it. It remembers what was read.</summary>
internal sealed class MortalStore(IDocumentStore inner) : IDocumentStore
{
    /// <summary>At the next save.</summary>
    public Death Dies { get; set; }

    /// <summary>Ids of all documents that were read.</summary>
    public ConcurrentQueue<string> Reads { get; } = new();

    public async Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel)
    {
        var found = await inner.FindAsync(partition, id, cancel);
        if (found is not null) Reads.Enqueue(id);
        return found;
    }

    public async Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel)
    {
        var found = await inner.RangeAsync(partition, range, take, cancel);
        foreach (var document in found) Reads.Enqueue(document.Id);
        return found;
    }

    public async Task<SaveResult> SaveAsync(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        if (Dies == Death.BeforeSave) throw new KilledException();
        var result = await inner.SaveAsync(partition, operation, writes, cancel);
        return Dies == Death.AfterSave ? throw new KilledException() : result;
    }

    public Task<ChangePage> ChangesAsync(Partition partition, string? since, int take, CancellationToken cancel) =>
        inner.ChangesAsync(partition, since, take, cancel);
}

internal enum Death { None, BeforeSave, AfterSave }

/// <summary>The process is gone; the channel has got no answer and delivers the activity again.</summary>
internal sealed class KilledException : Exception;
