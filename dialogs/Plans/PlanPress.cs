using SalesBot.Cards.Plans;
using SalesBot.Data;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Plans;

/// <summary>Buttons on account plans: shown from the list, and an action ticked off. That an action is done changes no plan.</summary>
internal sealed class PlanPress(PolicyFor policy) : PressAction(PlanCard.ShowVerb, PlanCard.DoneVerb)
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        if (press.Text("plan") is not { } key || !PressReading.IsKey(key) || await FindAsync(key, turn, cancel) is not { } stored
            || await turn.Book.AccountAsync(stored.Record.Account, cancel) is not { Record: var account })
            return FigureSlots.NoAccount(turn);
        var (plan, effect) = (stored.Record, new Effect());
        var view = await PlanReading.ViewAsync(plan, account, turn, policy, cancel);
        if (press.Verb == PlanCard.ShowVerb) effect.KeepsPressedCard = true;
        else if (view.MayAct && plan.Current.Actions.FirstOrDefault(action => action.Id == press.Text("id")) is { DoneAt: null } action
            && await PlanTasks.DoneAsync(stored, action.Id, account, turn, effect, cancel) is { } after)
        {
            plan = after;
            effect.Undoable = press.Write(turn, turn.Say(PlanSentences.ActionDone(action.What)));
        }
        return effect.Say(Message.Of(PlanCard.Of(view with { Plan = plan }, turn.Language)));
    }

    private static async Task<Stored<AccountPlan>?> FindAsync(string key, Turn turn, CancellationToken cancel) =>
        await turn.Book.Store.FindAsync(turn.Book.Partition, Kinds.AccountPlan, key, cancel);
}
