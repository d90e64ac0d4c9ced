using SalesBot.Cards.Welcome;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>All examples of one group of the help, or the overview again.</summary>
internal sealed class HelpPress() : PressAction(HelpCard.Verb)
{
    public override Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel) =>
        Task.FromResult(Effect.Of(Message.Of(HelpCard.Of(press.Number(HelpCard.Topic) ?? -1, turn.User.Role, turn.Language))));
}
