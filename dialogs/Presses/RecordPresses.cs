using SalesBot.Cards.Accounts;
using SalesBot.Data;
using SalesBot.Data.Advising;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Flows.Advising;
using SalesBot.Dialogs.Flows.Market;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>The customer accepted advice; the list comes back as it then is.</summary>
internal sealed class AdvicePress() : PressAction("advice.accept")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var advice = (await OpenAdvice.OfAsync(turn, null, cancel)).FirstOrDefault(stored => stored.Id == press.Text("id"));
        if (advice is null) effect.Refused = "not_found";
        else
        {
            effect.Changes.Replace(Kinds.Advice, advice, advice.Record with { Status = AdviceStatus.Accepted, DecidedAt = turn.Now });
            effect.Undoable = press.Write(turn, advice.Record.What);
        }
        return effect.Say(Message.Of(await ListAdvice.CardAsync(turn, null, cancel, without: advice?.Id)));
    }
}

/// <summary>Market information that no longer holds, taken back by who noted it.</summary>
internal sealed class MarketPress() : PressAction("market.retract")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var fact = (await RetractMarketInfo.MineAsync(turn, cancel)).FirstOrDefault(stored => stored.Id == press.Text("id"));
        if (fact is null) effect.Refused = "not_found";
        else
        {
            effect.Changes.Replace(Kinds.MarketInfo, fact, RetractMarketInfo.Ended(fact.Record, turn));
            effect.Undoable = press.Write(turn, fact.Record.Text);
        }
        return effect.Say(Message.Of(await AskMarket.CardAsync(turn, null, null, null, cancel, without: fact?.Id)));
    }
}

/// <summary>"Bekijk" on the call list: the account as a message of its own, the list stays.</summary>
internal sealed class PreparePress(PolicyFor policy) : PressAction("account.prepare")
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (press.Text("id") is not { Length: > 0 and < 100 } id || !PressReading.IsId(id) || await turn.Book.AccountAsync(new(id), cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var effect = Privately.Answer(Message.Of(AccountCard.Of(await ShowAccount.ViewAsync(account, prepares: true, turn, policy, cancel), turn.Language)), turn);
        effect.KeepsPressedCard = true;
        return effect;
    }
}
