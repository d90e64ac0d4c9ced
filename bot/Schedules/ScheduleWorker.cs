using System.Collections.Concurrent;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Bot.Schedules;

/// <summary>
/// Does what is due in every team. Several instances share the work by a lease per team; that each errand is done once does not
/// rest on the lease but on its commit. One that fails is tried again later and holds up nobody else.
/// </summary>
internal sealed partial class ScheduleWorker(
    IDocumentStore store, Schedule schedule, OutboxSignal outbox, SalesBotSettings settings, TimeProvider time, ILogger<ScheduleWorker> log) : BackgroundService
{
    private const int ParallelTeams = 4;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15), StandingEvery = TimeSpan.FromHours(1), LeaseTime = TimeSpan.FromMinutes(2),
        ErrandTime = TimeSpan.FromSeconds(30), LongestPause = TimeSpan.FromHours(1);

    private readonly Leases leases = new(store, "schedule");
    private readonly ConcurrentDictionary<string, (int Attempts, DateTimeOffset NotBefore)> failed = new();
    private readonly ConcurrentDictionary<Partition, DateTimeOffset> stood = new();

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                ScheduleFailed(e.GetType().Name);
            }
            await Task.Delay(Beat, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Does what is due now in all teams.</summary>
    internal async Task RoundAsync(CancellationToken cancel)
    {
        foreach (var tenant in settings.Tenants)
        {
            await Parallel.ForEachAsync(
                await new Organisation(store, tenant).TeamsAsync(cancel),
                new ParallelOptions { MaxDegreeOfParallelism = ParallelTeams, CancellationToken = cancel },
                async (team, token) => await RoundAsync(tenant, team.Id, token));
        }
    }

    private async Task RoundAsync(TenantId tenant, TeamId team, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, team);
        var now = time.GetUtcNow();
        var stands = !stood.TryGetValue(partition, out var last) || TimeProvider.System.GetUtcNow() - last > StandingEvery;
        if (!stands && await WaitingAsync(partition, now, cancel) is []) return;
        if (await leases.TakeAsync(partition, LeaseTime, cancel) is not { } lease) return;
        try
        {
            if (stands)
            {
                await schedule.StandAsync(tenant, team, now, cancel);
                stood[partition] = TimeProvider.System.GetUtcNow();
            }
            // Read again: another instance may have done some before it gave the lease back.
            foreach (var due in await WaitingAsync(partition, now, cancel))
            {
                if (TimeProvider.System.GetUtcNow() + ErrandTime > lease.Record.Until) return;
                await DoAsync(tenant, team, due, now, cancel);
            }
            outbox.Wake(tenant, partition);
        }
        finally
        {
            await leases.ReleaseAsync(partition, lease);
        }
    }

    private async Task DoAsync(TenantId tenant, TeamId team, Stored<Due> due, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(ErrandTime);
            await schedule.DoAsync(tenant, team, due, now, limit.Token);
            failed.TryRemove(due.Id, out _);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            var attempts = failed.TryGetValue(due.Id, out var before) ? before.Attempts + 1 : 1;
            var pause = TimeSpan.FromSeconds(Math.Min(Beat.TotalSeconds * Math.Pow(2, Math.Min(attempts, 10)), LongestPause.TotalSeconds));
            failed[due.Id] = (attempts, TimeProvider.System.GetUtcNow() + pause);
            ErrandFailed(due.Record.Errand, due.Id, e.GetType().Name, attempts);
        }
    }

    private async Task<IReadOnlyList<Stored<Due>>> WaitingAsync(Partition partition, DateTimeOffset now, CancellationToken cancel) =>
        [.. (await schedule.DueAsync(partition, now, cancel)).Where(due => !failed.TryGetValue(due.Id, out var entry) || entry.NotBefore <= TimeProvider.System.GetUtcNow())];

    [LoggerMessage(LogEvents.ErrandFailed, LogLevel.Error, "The errand {Errand} ({Id}) could not be done: {Error}, try {Attempt}. It is tried again.")]
    private partial void ErrandFailed(string errand, string id, string error, int attempt);

    [LoggerMessage(LogEvents.ScheduleFailed, LogLevel.Error, "The schedule could not be worked on: {Error}. It goes on.")]
    private partial void ScheduleFailed(string error);
}
