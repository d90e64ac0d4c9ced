using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Puts the team's waiting requests on the timetable when it changes who can decide; those of other teams are found by the hour.</summary>
internal static class Rerouting
{
    /// <summary>A commit is bounded; what does not fit is found by the hour as well.</summary>
    private const int Most = 20;

    public static async Task SetAsync(Turn turn, DateTimeOffset from, Effect effect, CancellationToken cancel)
    {
        var waiting = (await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.Approval, "", int.MaxValue, cancel))
            .Where(stored => stored.Record.State == ApprovalState.Waiting && stored.Record.Deciders.Contains(turn.User.Id)).Take(Most);
        foreach (var stored in waiting) effect.Timetable.Set(RerouteRequest.Called, stored.Record.Subject.Value, from > turn.Now ? from : turn.Now);
    }
}
