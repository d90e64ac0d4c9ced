using SalesBot.Data.Store;

namespace SalesBot.Bot.Outbox;

/// <summary>Who does a kind of work for a partition now.</summary>
/// <param name="Work">The outbox, the schedule.</param>
internal sealed record Lease(string Owner, DateTimeOffset Until, string Work = "outbox")
{
    public static readonly Kind<Lease> Kind = new("lease", 1, () => OutboxJson.Default.Lease, lease => lease.Work);
}

/// <summary>One instance's leases on a kind of work. By the machine's clock: the bot's own may be a made-up one.</summary>
internal sealed class Leases(IDocumentStore store, string work)
{
    private readonly string owner = Guid.NewGuid().ToString("N");

    /// <summary>Null: another instance has it.</summary>
    public async Task<Stored<Lease>?> TakeAsync(Partition partition, TimeSpan time, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var lease = new Lease(owner, now + time, work);
        var held = await store.FindAsync(partition, Lease.Kind, work, cancel);
        if (held is not null && held.Record.Owner != owner && held.Record.Until > now) return null;
        var write = held is null ? Lease.Kind.Create(lease) : Lease.Kind.Replace(held, lease);
        return await store.SaveAsync(partition, $"lease|{Guid.NewGuid():N}", [write], cancel) is SaveResult.Saved { ETags: [var etag] }
            ? new Stored<Lease>(lease, write.Id, etag)
            : null;
    }

    /// <summary>So that the next instance needs not wait; where it fails, time does it.</summary>
    public async Task ReleaseAsync(Partition partition, Stored<Lease> lease) =>
        await store.SaveAsync(
            partition, $"lease|{Guid.NewGuid():N}", [Lease.Kind.Replace(lease, lease.Record with { Until = DateTimeOffset.UnixEpoch })], CancellationToken.None);
}
