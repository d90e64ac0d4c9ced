using System.Collections.Concurrent;
using System.Threading.Channels;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Outbox;

/// <summary>Wakes the outbox worker for a team, without waiting for its next sweep.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<(TenantId Tenant, Partition Partition)> woken =
        System.Threading.Channels.Channel.CreateBounded<(TenantId, Partition)>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<(TenantId, UserId), bool> reachable = new();

    public ChannelReader<(TenantId Tenant, Partition Partition)> Woken => woken.Reader;

    public void Wake(TenantId tenant, Partition partition) => woken.Writer.TryWrite((tenant, partition));

    /// <summary>This person's chat has become known: what waited for that may go now, from whichever team it comes.</summary>
    public void Reachable(TenantId tenant, User user)
    {
        reachable[(tenant, user.Id)] = true;
        Wake(tenant, Partition.Of(tenant, user.Team));
    }

    public bool HasBecomeReachable(TenantId tenant, UserId person) => reachable.ContainsKey((tenant, person));

    public void Reached(TenantId tenant, UserId person) => reachable.TryRemove((tenant, person), out _);
}
