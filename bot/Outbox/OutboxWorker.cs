using System.Collections.Concurrent;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Outbox;

/// <summary>
/// Delivers what the turns left in the outboxes of all teams: at once when woken, else by a sweep. Several instances share the
/// work by a lease per team; messages to one recipient leave in order, and one that is stuck holds up nobody else.
/// </summary>
internal sealed partial class OutboxWorker(
    IDocumentStore store, Outgoing outgoing, OutboxSignal signal, SalesBotSettings settings, TimeProvider time, ILogger<OutboxWorker> log)
    : BackgroundService
{
    private const int Batch = 500, ParallelTeams = 4, ParallelRecipients = 8;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1), Sweep = TimeSpan.FromSeconds(15), TeamsReread = TimeSpan.FromMinutes(1),
        LeaseTime = TimeSpan.FromSeconds(30), DeliveryTime = TimeSpan.FromSeconds(20), Skew = TimeSpan.FromMinutes(5);

    private readonly Leases leases = new(store, "outbox");
    private readonly ConcurrentDictionary<Partition, TenantId> busy = new();
    private Dictionary<Partition, TenantId> teams = [];

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        // By the machine's clock: the bot's own may be a made-up one that stands still.
        DateTimeOffset reread = default, swept = default;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (TimeProvider.System.GetUtcNow() - reread > TeamsReread)
                {
                    teams = await TeamsAsync(stop);
                    reread = TimeProvider.System.GetUtcNow();
                }
                var due = new Dictionary<Partition, TenantId>(busy);
                if (TimeProvider.System.GetUtcNow() - swept > Sweep)
                {
                    foreach (var (partition, tenant) in teams) due[partition] = tenant;
                    swept = TimeProvider.System.GetUtcNow();
                }
                while (signal.Woken.TryRead(out var woken)) due[woken.Partition] = woken.Tenant;
                await Parallel.ForEachAsync(
                    due, new ParallelOptions { MaxDegreeOfParallelism = ParallelTeams, CancellationToken = stop },
                    async (team, cancel) => await EmptyAsync(team.Value, team.Key, cancel));
                await WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                OutboxFailed(e.GetType().Name);
                await Task.Delay(Beat, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Delivers what is due in one team's outbox, if no other instance does.</summary>
    internal async Task EmptyAsync(TenantId tenant, Partition partition, CancellationToken cancel)
    {
        try
        {
            var waiting = await store.ListAsync(partition, OutboxMessage.Kind, "", Batch, cancel);
            if (waiting.Count == 0)
            {
                busy.TryRemove(partition, out _);
                return;
            }
            busy[partition] = tenant;
            var now = time.GetUtcNow();
            var queues = waiting.Select(stored => stored.Record).GroupBy(message => message.To).Select(Queue).Where(queue => IsDue(tenant, queue.Peek(), now)).ToList();
            if (queues.Count == 0 || await leases.TakeAsync(partition, LeaseTime, cancel) is not { } lease) return;
            try
            {
                await Parallel.ForEachAsync(
                    queues, new ParallelOptions { MaxDegreeOfParallelism = ParallelRecipients, CancellationToken = cancel },
                    async (queue, token) => await EmptyAsync(tenant, partition, queue, lease.Record.Until, token));
            }
            finally
            {
                await leases.ReleaseAsync(partition, lease);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            OutboxFailed(e.GetType().Name);
        }
    }

    private async Task EmptyAsync(TenantId tenant, Partition partition, Queue<OutboxMessage> queue, DateTimeOffset until, CancellationToken cancel)
    {
        while (queue.TryDequeue(out var listed))
        {
            // The lease may have gone to another instance meanwhile.
            if (TimeProvider.System.GetUtcNow() + DeliveryTime > until || cancel.IsCancellationRequested) return;
            // It may have been delivered by its turn since it was listed.
            if (await store.FindAsync(partition, OutboxMessage.Kind, listed.Id, cancel) is not { Record: var message }) continue;
            if (!IsDue(tenant, message, time.GetUtcNow())) return;
            // Not cut off by a stop: whether a message that is on its way arrives would not be known.
            using var limit = new CancellationTokenSource(DeliveryTime);
            var isOut = await outgoing.TryAsync(tenant, partition, message, limit.Token);
            Instruments.Deliveries.Add(1, new KeyValuePair<string, object?>("delivered", isOut));
            if (message.To.Person is { } person) signal.Reached(tenant, person);
            if (!isOut) return;
        }
    }

    private bool IsDue(TenantId tenant, OutboxMessage message, DateTimeOffset now) =>
        message.NotBefore is not { } moment || moment <= now
        // Put off at a time that is still to come, by more than instances' clocks differ: the clock was set back.
        || (message.PutOffAt ?? message.CreatedAt) > now + Skew
        || (message is { Attempts: > 0, To.Person: { } person } && signal.HasBecomeReachable(tenant, person));

    private async Task<Dictionary<Partition, TenantId>> TeamsAsync(CancellationToken cancel)
    {
        var found = new Dictionary<Partition, TenantId>();
        foreach (var tenant in settings.Tenants)
        {
            foreach (var user in await store.ListAsync(Partition.Directory(tenant), Kinds.User, "", int.MaxValue, cancel))
            {
                found[Partition.Of(tenant, user.Record.Team)] = tenant;
            }
        }
        return found;
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop);
        beat.CancelAfter(Beat);
        try
        {
            await signal.Woken.WaitToReadAsync(beat.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nobody called: on with what waits.
        }
    }

    private static Queue<OutboxMessage> Queue(IEnumerable<OutboxMessage> messages) => new(messages.OrderBy(message => message.Id, StringComparer.Ordinal));

    [LoggerMessage(LogEvents.OutboxFailed, LogLevel.Error, "The outbox could not be worked on: {Error}. It goes on.")]
    private partial void OutboxFailed(string error);
}
