using SalesBot.Cards.Approvals;
using SalesBot.Cards.Plans;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Dialogs.Plans;

/// <summary>How account plans are decided on.</summary>
internal sealed class PlanApprovals() : ApprovalKind<AccountPlan>(SubjectKind.AccountPlan, Kinds.AccountPlan)
{
    public static readonly PlanApprovals Shared = new();

    protected override Matter MatterOf(AccountPlan record) => PlanMatter.Of(record);

    protected override AccountPlan After(AccountPlan record, Approval approval) => PlanMatter.After(record, approval);

    protected override Task FollowAsync(AccountPlan before, AccountPlan after, ApprovalReading reading, Changes changes, CancellationToken cancel) =>
        after.Status == PlanStatus.Approved ? PlanTasks.FollowAsync(before, after, reading.Store, reading.Partition, reading.Now, changes, cancel) : Task.CompletedTask;

    protected override ApprovalBody Describe(AccountPlan record, int version, Audience audience, Language language) => PlanApproval.Of(record, version, audience, language);

    protected override ValueTask<ChangedRecord<AccountPlan>> ChangeAsync(AccountPlan record, Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
    {
        var version = record.Current;
        var objectives = new Dictionary<int, decimal>();
        foreach (var (objective, place) in version.Objectives.Select((objective, place) => (objective, place)))
            if (wishes.Number(PlanForm.Objective(place), objective.Number) is { } wanted) objectives[place] = wanted;
        var next = new PlanChange(wishes.Money(PlanForm.Revenue, version.Revenue), wishes.Money(PlanForm.Cost, version.Cost), objectives).Apply(version, decider, reading.Now);
        // What was said of the planned revenue beside target and history was said of another one.
        IReadOnlyList<Finding>? findings = next.Revenue == version.Revenue ? null : [PlanPreview.Substantiated(next)];
        return new(new ChangedRecord<AccountPlan>(record with { Versions = [.. record.Versions, next] }, findings, PlanChange.Between(version, next), null));
    }

    /// <summary>Neither a time that is over nor an objective that says nothing can be approved.</summary>
    protected override ValueTask<Refusal?> ObstacleAsync(AccountPlan record, ApprovalReading reading, CancellationToken cancel)
    {
        if (record.To < DateOnly.FromDateTime(reading.Now.UtcDateTime))
            return new(new Refusal("term_over", $"De looptijd van {record.Name} is voorbij.", $"The time of {record.Name} is over."));
        return new(PlanGaps.In(record.Current.Objectives) is [var flaw, ..]
            ? new Refusal(
                "not_substantiated", $"Doel {flaw.Number} “{flaw.Objective.What}” mist {PlanTexts.Missing(flaw.Missing, Language.Dutch)}.",
                $"Objective {flaw.Number} “{flaw.Objective.What}” lacks {PlanTexts.Missing(flaw.Missing, Language.English)}.")
            : null);
    }
}
