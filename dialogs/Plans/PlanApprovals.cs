using SalesBot.Cards.Approvals;
using SalesBot.Cards.Plans;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Dialogs.Plans;

/// <summary>How account plans are decided on.</summary>
internal sealed class PlanApprovals() : ApprovalKind<AccountPlan>(SubjectKind.AccountPlan, Kinds.AccountPlan)
{
    public static readonly PlanApprovals Shared = new();

    private static DateOnly Today(ApprovalReading reading) => Reckoning.LocalDay(reading.Now);

    protected override Matter MatterOf(AccountPlan record) => PlanMatter.Of(record);

    protected override AccountPlan After(AccountPlan record, Approval approval) => PlanMatter.After(record, approval);

    protected override Task FollowAsync(AccountPlan before, AccountPlan after, ApprovalReading reading, Changes changes, CancellationToken cancel) =>
        after.Status == PlanStatus.Approved ? PlanTasks.FollowAsync(before, after, reading.Store, reading.Partition, reading.Now, changes, cancel) : Task.CompletedTask;

    protected override ApprovalBody Describe(AccountPlan record, int version, Audience audience, Language language) => PlanApproval.Of(record, version, audience, language);

    protected override async ValueTask<ChangedRecord<AccountPlan>> ChangeAsync(AccountPlan record, Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
    {
        var version = record.Current;
        var (numbers, days) = (new Dictionary<int, decimal>(), new Dictionary<int, DateOnly>());
        // The one of the planned revenue goes with the plan's own revenue and time.
        foreach (var (objective, place) in version.Objectives.Select((objective, place) => (objective, place)).Where(one => !one.objective.IsPlannedRevenue))
        {
            if (wishes.Number(PlanForm.Objective(place), objective.Number) is { } wanted) numbers[place] = wanted;
            if (wishes.Day(PlanForm.Day(place), objective.Date) is not { } day) continue;
            if (day < Today(reading) || day < record.From || day > record.To) return ChangedRecord<AccountPlan>.Not(PlanSentences.DayOutside(objective.What, record));
            days[place] = day;
        }
        if (!wishes.IsReadable) return ChangedRecord<AccountPlan>.Not(Wishes.Unreadable);
        var next = new PlanChange(wishes.Money(PlanForm.Revenue, version.Revenue), wishes.Money(PlanForm.Cost, version.Cost), numbers, days).Apply(version, decider, reading.Now);
        // What was said of the planned revenue beside target and history was said of another one.
        var standing = await PlanStanding.ReadAsync(reading.Store, reading.Tenant, reading.Team, record, Today(reading), await reading.PolicyAsync(cancel), cancel);
        return new(record with { Versions = [.. record.Versions, next] }, PlanPreview.Findings(next, standing), PlanChange.Between(version, next), null);
    }

    /// <summary>Neither a time that is over nor an objective that says nothing can be approved.</summary>
    protected override ValueTask<Refusal?> ObstacleAsync(AccountPlan record, ApprovalReading reading, CancellationToken cancel)
    {
        if (record.To < Today(reading))
            return new(new Refusal("term_over", $"De looptijd van {record.Name} is voorbij.", $"The time of {record.Name} is over."));
        return new(PlanGaps.In(record.Current.Objectives) is [var flaw, ..]
            ? new Refusal(
                "not_substantiated", $"Doel {flaw.Number} “{flaw.Objective.What}” mist {PlanTexts.Missing(flaw.Missing, Language.Dutch)}.",
                $"Objective {flaw.Number} “{flaw.Objective.What}” lacks {PlanTexts.Missing(flaw.Missing, Language.English)}.")
            : null);
    }
}
