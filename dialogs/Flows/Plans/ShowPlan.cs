using System.Text.RegularExpressions;
using SalesBot.Cards.Plans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Plans;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Plans;

/// <summary>"Hoe staat het plan van Philips ervoor?": each objective against where it should be, what is behind, what comes next. Without an account all plans.</summary>
internal sealed partial class ShowPlan(PolicyFor policy) : Flow(Intents.PlanStatus, new("Stand van het accountplan", "Status of the account plan"), Account, Time)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<Period?> Time = Slot.Span(SlotNames.Period, default, default);

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) => heard == Intent || heard == Intents.CreateAccountPlan && Asks().IsMatch(words);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (known.Of(Account) is not { } named) return Privately.Answer(Message.Of(await ListAsync(turn, cancel)), turn);
        if (named.Id is not { } id || await turn.Book.AccountAsync(id, cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var plans = (await turn.Book.PlansAsync(account, cancel)).Select(stored => stored.Record).ToList();
        var time = known.Of(Time);
        // The one asked for; else that of now, the next one, the last one.
        var plan = time is { } said ? plans.FirstOrDefault(one => one.From <= said.To && said.From <= one.To)
            : plans.FirstOrDefault(one => one.From <= turn.Today && turn.Today <= one.To) ?? plans.Where(one => one.From > turn.Today).MinBy(one => one.From) ?? plans.FirstOrDefault();
        var effect = Privately.Answer(
            plan is null ? Message.Of(turn.Say(None(account.Name))) : Message.Of(PlanCard.Of(await PlanReading.ViewAsync(plan, account, turn, policy, cancel), turn.Language)), turn);
        if (plan is null) effect.Refused = "not_found";
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    /// <summary>Those that words such as "in concept" or "goedgekeurd" ask for, the latest time first.</summary>
    private static async Task<Cards.Model.AdaptiveCard> ListAsync(Turn turn, CancellationToken cancel)
    {
        var words = turn.Incoming.Text ?? "";
        PlanStatus? only = Drafts().IsMatch(words) ? PlanStatus.Draft : Waiting().IsMatch(words) ? PlanStatus.Submitted : Approved().IsMatch(words) ? PlanStatus.Approved : null;
        var names = (await turn.Book.AccountsAsync(cancel)).ToDictionary(account => account.Id, account => account.Name);
        var plans = (await turn.Book.PlansAsync(cancel)).Select(stored => stored.Record).Where(plan => only is null || plan.Status == only || only == PlanStatus.Submitted && plan.Status == PlanStatus.Returned)
            .OrderBy(plan => plan.To < turn.Today).ThenBy(plan => plan.Status).ThenBy(plan => names[plan.Account], StringComparer.OrdinalIgnoreCase);
        return PlansCard.Of([.. plans.Select(plan => new PlansItem(plan, names[plan.Account]))], turn.Language);
    }

    private static Cards.Text None(string account) => new(
        $"Voor {account} is er nog geen accountplan. Zeg “maak een accountplan voor {account}”, dan begin ik met wat ik weet.",
        $"There is no account plan for {account} yet. Say “make an account plan for {account}” and I'll begin with what I know.");

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\W*(heeft|hebben|is er|bestaat|ligt|hoe|wat staat|has|have|is there|do we|does|did|how|what is in)\b.*\?\W*$", Options)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(concept(en)?|drafts?|niet ingediend|not submitted)\b", Options)]
    private static partial Regex Drafts();

    [GeneratedRegex(@"\b(wacht(en)?|liggen|ingediend|waiting|pending|submitted)\b", Options)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\b(goedgekeurde?|approved)\b", Options)]
    private static partial Regex Approved();
}
