using System.Text.RegularExpressions;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Advising;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Advising;

/// <summary>What was recommended to a customer, and what it would be worth.</summary>
internal sealed partial class LogAdvice() : Flow(
    Intents.LogAdvice, new("Advies aan de klant", "Advice to the customer"), Account, What, Value, Slot.Message)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Aan welke klant was het advies?", "Which account was the advice to?"));

    private static readonly Slot<string> What = Slot.Words(
        SlotNames.What, new("Advies", "Advice"), new("Wat heb je geadviseerd?", "What did you advise?"), required: true, input: FieldInput.LongText);

    private static readonly Slot<decimal?> Value = Slot.Money(SlotNames.Amount, new("Levert op", "Worth"), new("Wat levert het op?", "What is it worth?"));

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) =>
        new(new Checked(!known.Has(What) && known.Of(Slot.Message) is { } words && Recommended(words) is { } what ? known.With(What, [new SlotValue.Text(what)]) : known));

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        effect.Changes.Create(Kinds.Advice, new Advice(known.Id, account.Id, turn.User.Id, known.Of(What)!, turn.Now, AddedValue: known.Of(Value)));
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    /// <summary>What was recommended, in a message that says so; null: it does not say what.</summary>
    public static string? Recommended(string words) =>
        Content().Match(words) is { Success: true } found && found.Groups["what"].Value.Trim(' ', '.', ',', ':') is { Length: > 3 } what ? FlowTexts.AsLine(what) : null;

    [GeneratedRegex(
        @"(\b(geadviseerd|adviseerde?|aangeraden|aanraden)\b[^.!?\n]{0,30}?\b(om( te)?|:)\s*|\b(geadviseerd|adviseerde?|aangeraden)\s+(?!om\b)|\b(advised|recommended|advise|recommend)\b[^.!?\n]{0,40}?\b(to|:)\s+|\b(advies|advice|recommendation)\b[^.!?\n:]{0,60}:\s*)(?<what>[^.!?\n]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Content();
}
