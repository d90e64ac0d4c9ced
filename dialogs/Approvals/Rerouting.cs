using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Who was asked may no longer be the one who can decide: an absence, another role, a smaller limit, a stand-in whose days are over.</summary>
internal static class Rerouting
{
    /// <summary>A commit is bounded; what does not fit is found by the hour as well.</summary>
    private const int Most = 20;

    /// <summary>Puts the team's waiting requests on the timetable when it changes who can decide; those of other teams are found by the hour.</summary>
    public static async Task SetAsync(Turn turn, DateTimeOffset from, Effect effect, CancellationToken cancel)
    {
        var waiting = (await new ApprovalReading(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Now).WaitingApprovalsAsync(cancel))
            .Where(stored => stored.Record.Deciders.Contains(turn.User.Id)).Take(Most);
        foreach (var stored in waiting) effect.Timetable.Set(RerouteRequest.Called, stored.Record.Subject.Value, from > turn.Now ? from : turn.Now);
    }

    /// <summary>Whether somebody can decide now: there, and with the right to.</summary>
    public static bool Can(UserId decider, Approval approval, Matter matter, Mandates mandates) =>
        mandates.People.TryGetValue(decider, out var user) && mandates.AbsenceOf(user) is null
        && ApprovalRules.MayDecide(user, approval, matter, mandates) is Permission.Allowed;

    /// <summary>Whether it is worth looking for somebody else: it waits, could be approved, and who was asked can not.</summary>
    public static bool IsNeeded(Approval approval, Matter matter, Mandates mandates) =>
        approval.State == ApprovalState.Waiting && matter is { Stage: Stage.Submitted, Obstacle: null } && matter.Version == approval.Version
        && !Can(approval.Approver, approval, matter, mandates);

    /// <summary>Who can decide instead; null: nobody.</summary>
    public static Route? Instead(Approval approval, Matter matter, Mandates mandates) =>
        mandates.People.TryGetValue(approval.RequestedBy, out var requester)
        && ApprovalRules.FirstApprover(requester, matter, mandates) is { } route && route.Approver.Id != approval.Approver ? route : null;
}
