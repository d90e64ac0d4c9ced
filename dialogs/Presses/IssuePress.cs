using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Issues;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>Closes an issue in the list; the list comes back as it then is.</summary>
internal sealed class IssuePress() : PressAction("issue.close")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var issue = (await turn.Book.OpenIssuesAsync(cancel)).FirstOrDefault(stored => stored.Id == press.Text("id"));
        if (issue is null) effect.Refused = "not_found";
        else
        {
            await PlanTasks.CloseAsync(issue, issue.Record with { ClosedAt = turn.Now }, turn, effect, cancel);
            effect.Undoable = press.Write(turn, issue.Record.What);
        }
        return effect.Say(Message.Of(await ListIssues.CardAsync(turn, null, 0, cancel, without: issue?.Id)));
    }
}
