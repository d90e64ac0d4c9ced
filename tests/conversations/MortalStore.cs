using SalesBot.Data.Store;

namespace SalesBot.Tests.Conversations;

/// <summary>A store whose process is killed at a save: before it took effect or after it.</summary>
internal sealed class MortalStore(IDocumentStore inner) : IDocumentStore
{
    /// <summary>At the next save.</summary>
    public Death Dies { get; set; }

    public Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel) => inner.FindAsync(partition, id, cancel);

    public Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel) =>
        inner.RangeAsync(partition, range, take, cancel);

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
