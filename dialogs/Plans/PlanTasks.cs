using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Plans;

/// <summary>Keeps the actions of plans and the follow-ups that stand for them together: what is done in one place is done in the other.</summary>
internal static class PlanTasks
{
    /// <summary>
    /// A version was approved: its dated actions are to be done from now on, those of the version before only as far as they are still in it.
    /// What was put off or given to somebody else stays so.
    /// </summary>
    public static async Task FollowAsync(AccountPlan before, AccountPlan after, IDocumentStore store, Partition partition, DateTimeOffset now, Changes changes, CancellationToken cancel)
    {
        var wanted = PlanSteps.FollowUps(after, now).ToDictionary(task => task.Id);
        var asked = PlanSteps.FollowUps(before, now).ToDictionary(task => task.Id);
        foreach (var open in await AccountIndex.OpenFollowUpsAsync(store, partition, after.Account, cancel))
        {
            if (open.Record.Step?.Plan != after.Key) continue;
            if (!wanted.Remove(open.Record.Id, out var task)) changes.Delete(Kinds.FollowUp, open);
            else if (!asked.TryGetValue(task.Id, out var old) || (old.What, old.Due, old.Owner) != (task.What, task.Due, task.Owner))
                changes.Replace(Kinds.FollowUp, open, open.Record with { What = task.What, Due = task.Due, Owner = task.Owner });
        }
        foreach (var task in wanted.Values) changes.Create(Kinds.FollowUp, task);
    }

    /// <summary>Actions of a plan that holds and is not over which no follow-up stands for.</summary>
    public static async Task<IReadOnlyList<FollowUp>> MissingAsync(AccountPlan plan, IDocumentStore store, Partition partition, DateTimeOffset now, CancellationToken cancel)
    {
        var wanted = PlanSteps.FollowUps(plan, now);
        if (wanted.Count == 0 || plan.To < Reckoning.LocalDay(now)) return [];
        var there = (await AccountIndex.OpenFollowUpsAsync(store, partition, plan.Account, cancel)).Select(open => open.Record.Id).ToHashSet();
        return [.. wanted.Where(task => !there.Contains(task.Id))];
    }

    /// <summary>Ticks a follow-up off, and the action that it stands for.</summary>
    public static async Task DoneAsync(Stored<FollowUp> task, Turn turn, Effect effect, CancellationToken cancel)
    {
        effect.Changes.Replace(Kinds.FollowUp, task, task.Record with { DoneAt = turn.Now });
        if (task.Record.Step is not { } step || await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.AccountPlan, step.Plan, cancel) is not { } plan) return;
        if (PlanSteps.Done(plan.Record, step.Action, turn.Now) is { } after) effect.Changes.Replace(Kinds.AccountPlan, plan, after);
    }

    /// <summary>Ticks an action off, and the follow-up that stands for it.</summary>
    /// <returns>Null: there is nothing to tick off.</returns>
    public static async Task<AccountPlan?> DoneAsync(Stored<AccountPlan> plan, string action, Account account, Turn turn, Effect effect, CancellationToken cancel)
    {
        if (PlanSteps.Done(plan.Record, action, turn.Now) is not { } after) return null;
        effect.Changes.Replace(Kinds.AccountPlan, plan, after);
        foreach (var task in await turn.Book.OpenFollowUpsAsync(account, cancel))
            if (task.Record.Step is { } step && step.Plan == after.Key && step.Action == action) effect.Changes.Replace(Kinds.FollowUp, task, task.Record with { DoneAt = turn.Now });
        return after;
    }

    /// <summary>Closes an issue, and ticks off what plans meant to do about it.</summary>
    public static async Task CloseAsync(Stored<Issue> issue, Issue closed, Turn turn, Effect effect, CancellationToken cancel)
    {
        effect.Changes.Replace(Kinds.Issue, issue, closed);
        if (await turn.Book.AccountAsync(closed.Account, cancel) is not { Record: var account }) return;
        foreach (var plan in await turn.Book.PlansAsync(account, cancel))
            if (PlanSteps.Done(plan.Record, PlanSteps.ActionFor(closed.Id), turn.Now) is { } after) effect.Changes.Replace(Kinds.AccountPlan, plan, after);
    }
}
