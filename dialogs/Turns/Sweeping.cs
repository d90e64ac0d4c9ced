using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Turns;

/// <summary>How long is kept what is kept for a time only, in days.</summary>
/// <param name="UndoDays">Records as they were before a write: so long it can be undone.</param>
/// <param name="DigestDays">Which matters an overview held: so long its card can be drawn anew.</param>
/// <param name="DeadLetterDays">Messages that could not be delivered.</param>
public sealed record Retention(int UndoDays, int DigestDays, int DeadLetterDays)
{
    public static readonly Retention Default = new(90, 30, 30);
}

/// <summary>Takes away what was kept for a time only: how turns were answered, and the records as they were before a write.</summary>
public sealed class Sweeping(IDocumentStore store, TimeProvider clock, Retention? retention = null)
{
    private readonly Retention kept = retention ?? Retention.Default;

    /// <summary>A channel may repeat an activity for so long.</summary>
    public static readonly TimeSpan SeenKept = TimeSpan.FromDays(7);

    /// <returns>How many documents went.</returns>
    public async Task<int> SweepAsync(TenantId tenant, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var swept = 0;
        foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
        {
            var partition = Partition.Of(tenant, team.Id);
            swept += await SweepAsync(partition, SeenTurn.Kind, seen => seen.At < now - SeenKept, cancel);
            swept += await SweepAsync(partition, Kinds.Digest, digest => digest.Day < DateOnly.FromDateTime(now.UtcDateTime).AddDays(-kept.DigestDays), cancel);
            swept += await SweepAsync(partition, WriteRecord.Kind, write => write.At < now.AddDays(-kept.UndoDays), cancel);
        }
        return swept;
    }

    /// <summary>Those of one kind that are old, in batches; a week of a busy team is more than is held at once.</summary>
    public async Task<int> SweepAsync<T>(Partition partition, Kind<T> kind, Func<T, bool> old, CancellationToken cancel) where T : class
    {
        var swept = 0;
        var expired = new List<Write>(StoreRules.MaxWrites);
        await foreach (var document in store.EachAsync(partition, kind.Range(), cancel))
        {
            var stored = kind.Read(document);
            if (!old(stored.Record)) continue;
            expired.Add(kind.Delete(stored));
            if (expired.Count == StoreRules.MaxWrites) await DeleteAsync();
        }
        if (expired.Count > 0) await DeleteAsync();
        return swept;

        async Task DeleteAsync()
        {
            // Whoever changed one of them meanwhile still needs it: the next sweep looks again.
            if (await store.SaveAsync(partition, $"sweep-{Guid.NewGuid():N}", [.. expired], cancel) is SaveResult.Saved) swept += expired.Count;
            expired.Clear();
        }
    }
}
