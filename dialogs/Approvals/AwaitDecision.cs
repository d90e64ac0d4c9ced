using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Nudges;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// A request that has waited: who can decide is reminded each so many working days, never in their quiet hours, and after some more the
/// next manager is asked as well. The errand goes off the timetable with the decision, and looks itself whether it still matters.
/// </summary>
internal sealed class AwaitDecision(ApprovalDesk desk, ApprovalSettings settings) : Errand(Called)
{
    public const string Called = "approval-wait";

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        var reading = new ApprovalReading(round.Store, round.Tenant, round.Team, round.Now);
        if (await ApprovalFile.ReadAsync(reading, Subject.Of(due.Key), null, cancel) is not { Approval: { Record: { State: ApprovalState.Waiting } approval } stored } file
            || file.Matter.Stage != Stage.Submitted || file.Matter.Version != approval.Version) return effect;
        if (file.Matter.Obstacle is { } obstacle)
        {
            // Nobody can approve it any more: the requester is told, the cards say so, and nobody is reminded of it.
            await desk.TellOwnerAsync(file, ApprovalSentences.Stuck(file.Matter.Name, file.Account.Name, obstacle), round, effect, cancel);
            desk.TellDeciders(approval, round.Team, effect);
            return effect;
        }
        if (await AllowedAsync(approval, file, round, cancel) is var allowed && allowed > round.Now)
        {
            effect.Timetable.Set(Called, due.Key, allowed);
            return effect;
        }
        if (!Rerouting.Can(approval.Approver, approval, file.Matter, file.Mandates))
        {
            await RerouteRequest.MoveAsync(file, stored, desk, round, effect, cancel);
            return effect;
        }
        var next = await NextAsync(file, approval, round, effect, cancel);
        effect.Changes.Replace(Kinds.Approval, stored, next);
        desk.RefreshWaiting(file.Item, approval, next, round.Team, effect);
        desk.Await(next, file.Mandates, round.Now, effect);
        return effect;
    }

    /// <summary>Those who can decide are reminded; where it has waited long enough, the next manager is asked as well.</summary>
    private async Task<Approval> NextAsync(ApprovalFile file, Approval approval, Round round, Effect effect, CancellationToken cancel)
    {
        var reminded = (approval with { Reminders = approval.Reminders + 1 })
            .PostAnew(approval.Deciders.Where(decider => Rerouting.Can(decider, approval, file.Matter, file.Mandates)));
        var approver = file.Mandates.People[approval.Approver];
        // Back again: that it waited for an absent one is no longer so.
        if (approval.Findings.Contains(ApprovalSentences.WhyStays(approver.Name)) && file.Mandates.People.TryGetValue(approval.RequestedBy, out var by)
            && ApprovalRules.FirstApprover(by, file.Matter, file.Mandates) is { } first) reminded = reminded with { Findings = reminded.Because(first.Why) };
        if (WorkingDays.Between(approval.WaitsSince, round.Now, Round.ZoneOf(approver)) < settings.EscalateAfter) return reminded;
        if (!file.Mandates.People.TryGetValue(approval.RequestedBy, out var requester)) return reminded;
        var (name, account) = (file.Matter.Name, file.Account.Name);
        if (ApprovalRules.NextApprover(requester, file.Matter, approval, file.Mandates) is { } route)
        {
            await desk.TellOwnerAsync(file, ApprovalSentences.Escalated(name, account, approver.Name, route.Approver.Name), round, effect, cancel);
            return reminded.AskNow(route with { Why = ApprovalSentences.WhyEscalated(approver.Name, route.Approver.Name, settings.EscalateAfter) }, round.Now);
        }
        var why = ApprovalSentences.WhyNobodyAbove(approver.Name, settings.EscalateAfter);
        if (approval.Findings.Contains(why)) return reminded;
        await desk.TellOwnerAsync(file, ApprovalSentences.NobodyAbove(name, account, approver.Name), round, effect, cancel);
        return reminded with { Findings = reminded.Because(why) };
    }

    /// <summary>The present where who is asked may be spoken to, else the next moment on a working day.</summary>
    private static async Task<DateTimeOffset> AllowedAsync(Approval approval, ApprovalFile file, Round round, CancellationToken cancel)
    {
        if (!file.Mandates.People.TryGetValue(approval.Approver, out var approver)) return round.Now;
        var (zone, partition) = (Round.ZoneOf(approver), Partition.Of(round.Tenant, approver.Team));
        var own = (await round.Store.FindAsync(partition, Kinds.NudgeSettings, approver.Id.Value, cancel))?.Record ?? NudgeSettings.Of(approver.Id);
        var at = own.NextAllowed(round.Now, zone);
        while (!WorkingDays.Is(WallClock.DayOf(at, zone))) at = own.NextAllowed(WallClock.At(WallClock.DayOf(at, zone).AddDays(1), TimeOnly.MinValue, zone), zone);
        return at;
    }
}
