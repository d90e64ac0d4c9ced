using System.Collections.Concurrent;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Turns;

/// <summary>
/// Questions that changed nothing are answered without waiting for the disk. That they were seen is written down a moment
/// later, many at a time, and known here until then.
/// </summary>
internal sealed class SeenLater(IDocumentStore store)
{
    /// <summary>So many wait at most; beyond that a question waits for the disk like everything else.</summary>
    private const int Most = 5000, Tries = 5;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20), Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<(Partition Partition, string Key), SeenTurn> waiting = new();
    private int writing, count;

    public bool HasRoom => Volatile.Read(ref count) < Most;

    public void Add(Partition partition, SeenTurn seen)
    {
        if (waiting.TryAdd((partition, seen.Key), seen)) Interlocked.Increment(ref count);
        if (Interlocked.Exchange(ref writing, 1) == 0) _ = Task.Run(WriteAsync);
    }

    public SeenTurn? Find(Partition partition, string key) => waiting.GetValueOrDefault((partition, key));

    private async Task WriteAsync()
    {
        do
        {
            do
            {
                await Task.Delay(Gathering);
                foreach (var team in waiting.Keys.GroupBy(turn => turn.Partition))
                {
                    foreach (var keys in team.Chunk(StoreRules.MaxWrites)) await WriteAsync(team.Key, keys);
                }
            }
            while (!waiting.IsEmpty);
            Volatile.Write(ref writing, 0);
        }
        // Somebody may have put one in just before.
        while (!waiting.IsEmpty && Interlocked.Exchange(ref writing, 1) == 0);
    }

    private async Task WriteAsync(Partition partition, (Partition, string)[] keys)
    {
        Write[] writes = [.. keys.Select(key => SeenTurn.Kind.Put(waiting[key]))];
        var operation = $"questions|{Guid.NewGuid():N}";
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                await store.SaveAsync(partition, operation, writes, CancellationToken.None);
                break;
            }
            catch (Exception e) when (e is StoreUnavailableException or ObjectDisposedException)
            {
                // They changed nothing: where the store stays away, the worst is that a repeated delivery is answered again.
                await Task.Delay(Pause * attempt);
            }
        }
        foreach (var key in keys) waiting.TryRemove(key, out _);
        Interlocked.Add(ref count, -keys.Length);
    }
}
