using SalesBot.Cards;
using SalesBot.Cards.Figures;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>"Why?" below figures: the bridge comes as a message of its own, the figures stay.</summary>
internal sealed class DeviationPress(PolicyFor policy) : PressAction("deviation.explain", "deviation.accounts")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (await PressedFigures.OfAsync(press, turn, cancel) is not { } asked) return FigureSlots.NoAccount(turn);
        var effect = press.Verb == "deviation.accounts" && Enum.TryParse<BridgeStep>(press.Text("step"), out var step) && Enum.IsDefined(step)
            ? await AccountsAsync(step, asked, turn, cancel)
            : await ExplainDeviation.AnswerAsync(asked, false, turn, policy, cancel);
        effect.KeepsPressedCard = true;
        return effect;
    }

    /// <summary>The accounts of one step of the bridge, largest first.</summary>
    private async Task<Effect> AccountsAsync(BridgeStep step, Asked asked, Turn turn, CancellationToken cancel)
    {
        if (await ExplainDeviation.BridgeAsync(asked, false, Asked.Reading(turn, policy), cancel) is not { } bridge)
            return Effect.Of(Message.Of(turn.Say(FigureSentences.NothingToExplain)));
        var label = turn.Say(bridge.Against == BridgeBase.Target ? FigureSentences.Target : FigureSentences.LastYear).ToLower(turn.Language.Culture());
        var rows = bridge.Lines.Where(line => line.Step == step && line.Account is not null)
            .Select(line => new RankingRow(line.Account!.Value.Value, line.Name!, line.Actual, line.Base, label)).ToList();
        RankingRow? rest = rows.Count > MostRows
            ? new("", $"+ {rows.Count - MostRows}", rows.Skip(MostRows).Sum(row => row.Amount), rows.Skip(MostRows).Sum(row => row.Compared), label)
            : null;
        var view = new RankingView(
            turn.Say(FigureSentences.Step(step, asked.Name)), turn.Language.Period(bridge.Period), [.. rows.Take(MostRows)], turn.Say(FigureSentences.Basis(bridge.Period)),
            turn.Say(FigureSentences.Nothing), rest);
        return asked.Answer(Message.Of(RankingCard.Of(view, turn.Language)), turn);
    }

    private const int MostRows = 20;
}
