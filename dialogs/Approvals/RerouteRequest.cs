using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// Who was asked can not decide now: an absence began or ended, or a role or limit changed. Who can decide is asked. Every hour each
/// team's waiting requests are looked at; an absence puts those of its own team on the timetable itself.
/// </summary>
internal sealed class RerouteRequest(ApprovalDesk desk) : Errand(Called)
{
    public const string Called = "approval-route";

    public override async Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel)
    {
        var mandates = await MandateReading.ReadAsync(round.Store, round.Tenant, round.Now, cancel);
        var due = new List<(string, DateTimeOffset)>();
        foreach (var waiting in await round.Store.ListAsync(round.Partition, Kinds.Approval, "", int.MaxValue, cancel))
        {
            if (waiting.Record.State != ApprovalState.Waiting || !IsAway(waiting.Record, mandates)) continue;
            due.Add((waiting.Record.Subject.Value, round.Now));
        }
        return due;
    }

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        var reading = new ApprovalReading(round.Store, round.Tenant, round.Team, round.Now);
        if (await ApprovalFile.ReadAsync(reading, Subject.Of(due.Key), null, cancel) is not { Approval: { Record: { State: ApprovalState.Waiting } approval } stored } file
            || file.Matter.Version != approval.Version || !CanNot(approval, file)
            || !file.Mandates.People.TryGetValue(approval.RequestedBy, out var requester)
            || ApprovalRules.FirstApprover(requester, file.Matter, file.Mandates) is not { } route || route.Approver.Id == approval.Approver) return effect;
        var asked = approval.AskNow(route, round.Now);
        effect.Changes.Replace(Kinds.Approval, stored, asked);
        desk.TellDeciders(asked, round.Team, effect);
        desk.Await(asked, file.Mandates, round.Now, effect);
        return effect;
    }

    private static bool CanNot(Approval approval, ApprovalFile file) =>
        IsAway(approval, file.Mandates)
        || ApprovalRules.MayDecide(file.Mandates.People[approval.Approver], approval, file.Matter, file.Mandates) is Permission.Refused;

    private static bool IsAway(Approval approval, Mandates mandates) =>
        !mandates.People.TryGetValue(approval.Approver, out var approver) || mandates.AbsenceOf(approver) is not null
        || approver.Role != Data.People.Role.Supervisor && !mandates.NamesOf(approver).Any(name => name.Role == Data.People.Role.Supervisor);
}
