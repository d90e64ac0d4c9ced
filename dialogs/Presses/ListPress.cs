using SalesBot.Data;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>Turns a page of the follow-up list, or ticks one off; the list comes back as it then is.</summary>
internal sealed class FollowUpPress() : PressAction("follow-up.done", "list.more")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (press.Verb == "follow-up.done")
        {
            var task = (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).FirstOrDefault(stored => stored.Record.Id == press.Text("follow-up"));
            if (task is null) effect.Refused = "not_found";
            else
            {
                effect.Changes.Replace(Kinds.FollowUp, task, task.Record with { DoneAt = turn.Now });
                effect.Undoable = new($"{turn.Now.UtcDateTime:yyyyMMddHHmmssfff}-{Commit.KeyOf(turn.Incoming.TurnId)[..12]}", task.Record.What);
            }
        }
        var done = effect.Changes.All.Count > 0 ? press.Text("follow-up") : null;
        var of = press.Text("subject") is { Length: > 0 } account ? AccountId.Of(account) : (AccountId?)null;
        return effect.Say(Message.Of(await ListFollowUps.CardAsync(turn, of, press.Number("skip") ?? 0, cancel, without: done)));
    }
}
