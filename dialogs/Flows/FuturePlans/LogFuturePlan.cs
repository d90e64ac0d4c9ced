using System.Text.RegularExpressions;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.FuturePlans;

/// <summary>What a customer means to do next year, and when they choose where: "congres in 2027, ze kiezen in september".</summary>
internal sealed partial class LogFuturePlan() : Flow(
    Intents.LogFuturePlan, new("Toekomstplan", "Future plan"), Account, What, Horizon, Window, Value, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    private static readonly Slot<string> What = Slot.Words(
        SlotNames.What, new("Plan", "Plan"), new("Wat zijn ze van plan?", "What are they planning?"), required: true, input: FieldInput.LongText);

    private static readonly Slot<Period?> Horizon = Slot.SpanAhead(
        SlotNames.Horizon, new("Voor wanneer", "For when"), new("Wanneer moet het plaatsvinden?", "When is it to take place?"), (words, turn) => Said.PlannedFor(words, turn));

    private static readonly Slot<Period?> Window = Slot.SpanAhead(
        SlotNames.Window, new("Ze kiezen", "They choose"), new("Wanneer kiezen ze een locatie?", "When do they choose a venue?"), (words, turn) => Said.ChoosesIn(words, turn));

    private static readonly Slot<decimal?> Value = Slot.Money(SlotNames.Amount, new("Verwachte waarde", "Expected value"), new("Wat is het waard?", "What is it worth?"));

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (!known.Has(What) && known.Of(Slot.Message) is { } words && Lines.Tells(words)) known = known.With(What, [new SlotValue.Text(Lines.Of(words, Lead()))]);
        return new(known.Has(Account) && known.Has(What) && !known.Has(Horizon) ? new Checked(known, Horizon) : new(known));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        effect.Changes.Create(Kinds.FuturePlan, Of(known.Id, account.Id, known.Of(What)!, known.Of(Horizon)!.Value, known.Of(Window), known.Of(Value), turn));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    public static FuturePlan Of(string id, AccountId account, string what, Period horizon, Period? window, decimal? value, Turn turn, string? visit = null) =>
        new(id, account, turn.User.Id, what, horizon.To, turn.Now, turn.Now, window?.From, window?.To, value, Visit: visit);

    [GeneratedRegex(@"^\s*(noteer|leg vast|log|note|record|nieuw|new)?\s*(een|a|the|het|dit|this)?\s*(toekomstplan(nen)?|future plans?|plan)\b\s*((van|voor|bij|of|for|at)\s+[^:]{1,60})?\s*[:,-]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();
}
