using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Schedules;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// A request that has waited: who is asked is reminded each so many working days, and after some more the next manager is asked as
/// well. The errand goes off the timetable with the decision, and looks itself whether it still matters.
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
            // Nobody can approve it any more: the requester is told, and nobody is reminded of it.
            await TellAsync(file, (language, _) => ApprovalSentences.Stuck(file.Matter.Name, file.Account.Name, obstacle).In(language), round, effect, cancel);
            return effect;
        }
        var next = await NextAsync(file, approval, round, effect, cancel);
        effect.Changes.Replace(Kinds.Approval, stored, next);
        desk.TellDeciders(next, round.Team, effect);
        desk.Await(next, file.Mandates, round.Now, effect);
        return effect;
    }

    /// <summary>Asked of the next manager where it has waited long enough and there is one; else reminded of.</summary>
    private async Task<Approval> NextAsync(ApprovalFile file, Approval approval, Round round, Effect effect, CancellationToken cancel)
    {
        var reminded = approval with { Reminders = approval.Reminders + 1 };
        var zone = file.Mandates.People.TryGetValue(approval.Approver, out var approver) ? Round.ZoneOf(approver) : TimeZoneInfo.Utc;
        if (WorkingDays.Between(approval.WaitsSince, round.Now, zone) < settings.EscalateAfter) return reminded;
        if (!file.Mandates.People.TryGetValue(approval.RequestedBy, out var requester)
            || ApprovalRules.NextApprover(requester, file.Matter, approval, file.Mandates) is not { } route) return reminded;
        await TellAsync(
            file, (language, _) => ApprovalSentences.Escalated(file.Matter.Name, file.Account.Name, file.NameOf(approval.Approver), route.Approver.Name).In(language), round, effect, cancel);
        return reminded.AskNow(route with { Why = ApprovalSentences.WhyEscalated(file.NameOf(approval.Approver), route.Approver.Name, settings.EscalateAfter) }, round.Now);
    }

    private static async Task TellAsync(ApprovalFile file, Func<Language, User, string> words, Round round, Effect effect, CancellationToken cancel)
    {
        if (!file.Mandates.People.TryGetValue(file.Matter.Owner, out var owner)) return;
        effect.Sends.Add((new(Person: owner.Id), Message.Of(words(await round.LanguageOfAsync(owner, cancel), owner))));
    }
}
