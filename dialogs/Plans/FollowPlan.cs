using SalesBot.Data;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Plans;

/// <summary>
/// Gives the actions of a plan that holds their follow-ups where nothing else did: it was approved before an action had any, or came by an
/// import. Every hour each team's plans are looked at.
/// </summary>
internal sealed class FollowPlan() : Errand("plan-follow")
{
    public override async Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel)
    {
        var due = new List<(string, DateTimeOffset)>();
        foreach (var plan in await round.Store.ListAsync(round.Partition, Kinds.AccountPlan, "", int.MaxValue, cancel))
            if ((await PlanTasks.MissingAsync(plan.Record, round.Store, round.Partition, round.Now, cancel)).Count > 0) due.Add((plan.Record.Key, round.Now));
        return due;
    }

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await round.Store.FindAsync(round.Partition, Kinds.AccountPlan, due.Key, cancel) is not { Record: var plan }) return effect;
        foreach (var task in await PlanTasks.MissingAsync(plan, round.Store, round.Partition, round.Now, cancel)) effect.Changes.Create(Kinds.FollowUp, task);
        return effect;
    }
}
