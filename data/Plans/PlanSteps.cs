using SalesBot.Data.Visits;

namespace SalesBot.Data.Plans;

/// <summary>
/// The dated actions of a plan that holds, as follow-ups: listed, told of in time and counted like everything else that somebody will do.
/// </summary>
public static class PlanSteps
{
    private const string OfIssue = "issue-";

    /// <summary>Of an action that an issue asks for: the issue has a due date of its own and is told of itself.</summary>
    public static string ActionFor(string issue) => OfIssue + issue;

    /// <summary>Those still to be done.</summary>
    public static IReadOnlyList<FollowUp> FollowUps(AccountPlan plan, DateTimeOffset at) =>
    [
        .. from action in plan.InForce?.Actions ?? []
           where action is { DoneAt: null, Due: not null } && !action.Id.StartsWith(OfIssue, StringComparison.Ordinal)
           select new FollowUp($"{plan.Id}.{action.Id}", plan.Account, action.Owner ?? plan.Owner, action.Due!.Value, action.What, at) { Step = new(plan.Key, action.Id) },
    ];

    /// <summary>The plan with an action ticked off, in every version that has it.</summary>
    /// <returns>Null: there is no such action, or it is done.</returns>
    public static AccountPlan? Done(AccountPlan plan, string action, DateTimeOffset at) =>
        !plan.Versions.Any(version => version.Actions.Any(one => one.Id == action && one.DoneAt is null)) ? null : plan with
        {
            Versions =
            [
                .. plan.Versions.Select(version => version with
                {
                    Actions = [.. version.Actions.Select(one => one.Id == action && one.DoneAt is null ? one with { DoneAt = at } : one)],
                }),
            ],
        };
}
