using System.Globalization;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Presses;

/// <summary>"Why?" below figures: the bridge comes as a message of its own, the figures stay.</summary>
internal sealed class DeviationPress(PolicyFor policy) : PressAction("deviation.explain")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var account = press.Text("account") is { Length: > 0 } id ? new SlotValue.Account("", new(id), []) : null;
        var period = Day(press, "from") is { } from && Day(press, "to") is { } to && from <= to ? new Period(from, to) : (Period?)null;
        if (await Asked.OfAsync(account, press.Text("scope"), period, false, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        var card = await ExplainDeviation.CardAsync(asked, false, turn, policy, cancel);
        var effect = card is null ? Effect.Of(Message.Of(turn.Say(FigureSentences.NothingToExplain))) : asked.Answer(Message.Of(card), turn);
        effect.KeepsPressedCard = true;
        return effect;
    }

    private static DateOnly? Day(Press press, string name) =>
        DateOnly.TryParseExact(press.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
