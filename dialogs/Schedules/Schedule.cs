using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Privacy;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Schedules;

/// <summary>A team's timetable at work: what is due, and doing it.</summary>
public sealed class Schedule(IDocumentStore store, IReadOnlyList<Errand> errands)
{
    private const int Batch = 500;

    /// <summary>With everything that the bot does at set times.</summary>
    /// <param name="ledger">Where erasures are written down beside the store; null: nowhere.</param>
    public static Schedule Create(IDocumentStore store, ApprovalSettings approvals, ErasureLedger? ledger = null) =>
        new(store, AllErrands.Of(new QuoteDesk(approvals), new CardViews(store), new PolicyFor(approvals.Policy), ledger ?? new(null)));

    private readonly Commit commit = new(store);
    private readonly Dictionary<string, Errand> byName = errands.ToDictionary(errand => errand.Name);

    /// <summary>What is due in a team at a moment, the longest due first. An errand that a newer version set stays for that version.</summary>
    public async Task<IReadOnlyList<Stored<Due>>> DueAsync(Partition partition, DateTimeOffset now, CancellationToken cancel)
    {
        var range = new IdRange(Kinds.Due.IdOf(""), Kinds.Due.IdOf(Due.Moment(now) + "~"));
        return [.. (await store.ListAsync(partition, range, Batch, cancel)).Select(Kinds.Due.Read).Where(due => byName.ContainsKey(due.Record.Errand))];
    }

    /// <summary>Does one errand and takes it off the timetable, in one commit.</summary>
    /// <returns>False: somebody else did it, or what it read changed meanwhile; true: it is done.</returns>
    public async Task<bool> DoAsync(TenantId tenant, TeamId team, Stored<Due> due, DateTimeOffset now, CancellationToken cancel)
    {
        var round = await RoundAsync(tenant, team, now > due.Record.At ? now : due.Record.At, cancel);
        var effect = await byName[due.Record.Errand].RunAsync(due.Record, round, cancel);
        return await commit.SaveAsync(round, effect, due, cancel);
    }

    /// <summary>Puts on the timetable what has to stand there and does not.</summary>
    public async Task StandAsync(TenantId tenant, TeamId team, DateTimeOffset now, CancellationToken cancel)
    {
        var round = await RoundAsync(tenant, team, now, cancel);
        foreach (var errand in errands)
        {
            var standing = await errand.StandingAsync(round, cancel);
            if (standing.Count == 0) continue;
            var present = (await store.ListAsync(round.Partition, Kinds.Scheduled, $"{errand.Name}|", int.MaxValue, cancel)).Select(stored => stored.Record.Key).ToHashSet();
            // Two writes each; somebody else may put them there at the same time, which is as good.
            foreach (var missing in standing.Where(item => !present.Contains(item.Key)).Chunk(StoreRules.MaxWrites / 2))
            {
                var timetable = new Timetable();
                foreach (var (key, at) in missing) timetable.Set(errand.Name, key, at);
                await store.SaveAsync(round.Partition, $"standing|{Guid.NewGuid():N}", await timetable.WritesAsync(store, round.Partition, null, cancel), cancel);
            }
        }
    }

    private async Task<Round> RoundAsync(TenantId tenant, TeamId team, DateTimeOffset now, CancellationToken cancel) =>
        new(store, tenant, team, now, (await new Organisation(store, tenant).UsersAsync(cancel)).ToDictionary(user => user.Id));
}
