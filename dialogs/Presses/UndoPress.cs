using SalesBot.Cards.Preview;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>The undo button below a receipt.</summary>
internal sealed class UndoPress(Undoing undoing) : PressAction("write.undo")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var write = press.Text("write") is { Length: > 0 and < 100 } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? await undoing.NamedAsync(turn, id, cancel)
            : null;
        var effect = await undoing.UndoAsync(write, turn, cancel);
        if (effect.Refused is null) effect.Replies.Insert(0, Message.Of(UndoneCard.Of(write!.Record.What, turn.Language)));
        if (effect.Refused is null) effect.Replies.RemoveAt(1);
        return effect;
    }
}
