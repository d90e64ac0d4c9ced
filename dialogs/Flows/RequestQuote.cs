using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Quotes;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Quotes.Orders;
using SalesBot.Dialogs.Understanding;
using static SalesBot.Dialogs.Flows.Quotes.QuoteSlots;

namespace SalesBot.Dialogs.Flows;

/// <summary>From what the customer wants to a quote priced from the list, which goes to the supervisor for a decision.</summary>
internal sealed class RequestQuote(QuoteDesk desk) : Flow(
    Intents.RequestQuote, new("Offerte", "Quote"),
    Account, Rooms, Nights, Delegates, Lines, From, Dates, Discount, AmountOff, Commission, OptionUntil, Budget, Reason, Unread, Remarks)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Voor welke klant is de offerte?", "Which account is the quote for?"));

    private static readonly Slot<decimal?> Budget = Slot.Money(
        SlotNames.Amount, new("Budget van de klant", "Customer's budget"), new("Wat is het budget?", "What is the budget?"));

    public override bool Needs(Slot slot, Answers known) => slot != Dates || !known.Has(From);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => QuoteSlots.Take(words, said, asked);

    public override bool Claims(string words, Progress? open, Turn turn) => open is not null && open.Asked != SlotNames.Reason
        && (OrderClaims.IsChange(words, turn) || MovesOption(words) || open.Asked == Progress.Confirm && JustificationIn(words) is not null);

    /// <summary>"Geef 5 % op de zalen" while this quote is on the table is about this quote.</summary>
    public override IReadOnlyList<HeardSlot>? Absorb(string other, IReadOnlyList<HeardSlot> said, Turn turn) =>
        other == Intents.ChangeQuote && said.All(slot => slot.Name != SlotNames.QuoteNumber) ? said : null;

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var basis = await BasisAsync(known, turn, cancel);
        known = QuoteSlots.Read(known, basis, turn, out var unclear);
        // What was said as a discount or a rate is no budget.
        if (known.Of(Budget) is { } budget && (known.Of(AmountOff) == budget || known.Has(Remarks))) known = known.With(Budget, []);
        if (!known.Has(Account)) return new(known, Account);
        if (!known.Has(Lines)) return new(known, Lines);
        if (unclear) return new(known, Lines, OrderTexts.WhatToChange);
        return Asks(QuoteComposer.Compose(Wish(known), basis, turn), known, known.Of(Account)?.Name) ?? new(known);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var composed = (Composition.Composed)QuoteComposer.Compose(Wish(known), await BasisAsync(known, turn, cancel), turn);
        List<string> note = [.. known.All(Remarks)];
        if (known.Of(Budget) is { } budget && composed.Version.Total > budget) note.Add(turn.Say(QuoteSentences.OverBudget(composed.Version.Total - budget)));
        note.Add(turn.Say(await QuoteDesk.RouteAsync(composed, turn, cancel) is { } route ? QuoteSentences.Goes(composed.Verdict, route.Approver.Name) : ApprovalSentences.NobodyDecides));
        return new(
            [
                new(turn.Say(Title), Rows(known, turn, [Account, From, OptionUntil, Budget, Reason])),
                QuotePreview.Lines(composed.Version, turn.Language),
                QuotePreview.Policy(composed.Verdict, turn.Language),
            ],
            string.Join(" ", note));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        if (QuoteComposer.Compose(Wish(known), await BasisAsync(known, turn, cancel), turn) is not Composition.Composed composed)
            throw new InvalidOperationException("What was previewed can no longer be priced.");
        await desk.SubmitNewAsync(account, composed, turn, effect, cancel);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        if (effect.Changes.All.Select(change => change.After).OfType<Quote>().FirstOrDefault() is { } quote)
            effect.Lean[SlotNames.QuoteNumber] = new SlotValue.Text(quote.Number.Value);
        return effect;
    }

    private Task<QuoteBasis> BasisAsync(Answers known, Turn turn, CancellationToken cancel) => QuoteComposer.BasisAsync(known.Of(Account)?.Id, desk.Policy, turn, cancel);

    private static QuoteWish Wish(Answers known) => new(OrderOf(known), known.Of(OptionUntil), known.Of(Reason));
}
