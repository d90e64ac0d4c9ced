using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// Who was asked can not decide now, so who can is asked. Every hour each team's waiting requests are looked at; an absence puts those
/// of its own team on the timetable itself.
/// </summary>
internal sealed class RerouteRequest(ApprovalDesk desk) : Errand(Called)
{
    public const string Called = "approval-route";

    public override async Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel)
    {
        var mandates = await MandateReading.ReadAsync(round.Store, round.Tenant, round.Now, cancel);
        var reading = new ApprovalReading(round.Store, round.Tenant, round.Team, round.Now);
        var due = new List<(string, DateTimeOffset)>();
        foreach (var waiting in await reading.WaitingApprovalsAsync(cancel))
        {
            var approval = waiting.Record;
            if (AllApprovals.Of(approval.Subject.Kind) is not { } kind) continue;
            if (await kind.FindAsync(reading, approval.Subject.Key, cancel) is not { Matter: var matter } || !Rerouting.IsNeeded(approval, matter, mandates)) continue;
            if (Rerouting.Instead(approval, matter, mandates) is not null || !approval.Findings.Contains(WaitsFor(approval, mandates))) due.Add((approval.Subject.Value, round.Now));
        }
        return due;
    }

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        var reading = new ApprovalReading(round.Store, round.Tenant, round.Team, round.Now);
        if (await ApprovalFile.ReadAsync(reading, Subject.Of(due.Key), null, cancel) is not { Approval: { Record: var approval } stored } file
            || !Rerouting.IsNeeded(approval, file.Matter, file.Mandates)) return effect;
        await MoveAsync(file, stored, desk, round, effect, cancel);
        return effect;
    }

    /// <summary>Asks who can decide; where there is nobody, the requester learns once that it stays where it is.</summary>
    internal static async Task MoveAsync(ApprovalFile file, Stored<Approval> stored, ApprovalDesk desk, Round round, Effect effect, CancellationToken cancel)
    {
        var approval = stored.Record;
        if (Rerouting.Instead(approval, file.Matter, file.Mandates) is { } route) approval = approval.AskNow(route, round.Now);
        else if (WaitsFor(approval, file.Mandates) is var why && !approval.Findings.Contains(why))
        {
            approval = approval with { Findings = approval.Because(why) };
            await desk.TellOwnerAsync(file, ApprovalSentences.Stays(file.Matter.Name, file.Account.Name, file.NameOf(approval.Approver)), round, effect, cancel);
        }
        if (approval != stored.Record)
        {
            effect.Changes.Replace(Kinds.Approval, stored, approval);
            desk.RefreshWaiting(file.Item, stored.Record, approval, round.Team, effect);
        }
        desk.Await(approval, file.Mandates, round.Now, effect);
    }

    private static Finding WaitsFor(Approval approval, Data.Approvals.Mandates mandates) =>
        ApprovalSentences.WhyStays(mandates.People.TryGetValue(approval.Approver, out var approver) ? approver.Name : "?");
}
