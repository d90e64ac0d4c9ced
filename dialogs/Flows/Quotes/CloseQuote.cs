using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Quotes;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>
/// What became of a quote: the customer signed, declined, or let it lapse; or we take it back. Lost asks why; a competitor that was
/// named is also noted for the team.
/// </summary>
internal sealed class CloseQuote(QuoteDesk desk) : Flow(Intents.CloseQuote, new("Uitkomst van de offerte", "Outcome of the quote"), Number, Account, Outcome, Reason, Competitor)
{
    private static readonly Slot<string> Number = Slot.Words(
        SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), new("Welke offerte bedoel je?", "Which quote do you mean?"));

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<QuoteStatus?> Outcome = new(
        SlotNames.Outcome, CardTexts.Outcome, new("Wat is het geworden: akkoord, afgewezen, verlopen of ingetrokken?", "What became of it: accepted, rejected, expired or withdrawn?"),
        FieldInput.Text, value => (value as SlotValue.Text)?.Value is { } code && Enum.TryParse<QuoteStatus>(code, out var outcome) && QuoteOutcomes.IsOutcome(outcome) ? outcome : null,
        (value, language) => CardTexts.Of(value!.Value, language).Text, typed => CustomerWords.OutcomeOf(typed) is { } outcome ? new SlotValue.Text(outcome.ToString()) : null)
    {
        Required = true,
        Hidden = true,
    };

    private static readonly Slot<string> Reason = Slot.Words(
        SlotNames.Reason, CardTexts.Reason, new("Jammer! Wat was de reden?", "That's a pity! What was the reason?"), input: FieldInput.LongText);

    private static readonly Slot<string> Competitor = Slot.Words(SlotNames.Competitor, CardTexts.Competitor, new("Naar welke concurrent?", "To which competitor?"));

    public override bool Claims(string words, Progress? open, Turn turn)
    {
        if (open?.Asked == SlotNames.Reason) return !words.TrimEnd().EndsWith('?') && Understanding.Talk.Commands.Of(Understanding.Words.Of(words)) is null;
        if (open is not null && words.Length < 80 && CustomerWords.ReasonOf(words) is not null) return true;
        return !Understanding.Sentences.FigureWords.TellsCause(words) && CustomerWords.OutcomeOf(words) is not null && (open is not null || !CustomerWords.Sends(words));
    }

    public override bool Needs(Slot slot, Answers known) => slot.Name switch
    {
        SlotNames.Reason or SlotNames.Competitor => known.Of(Outcome) is not QuoteStatus.Accepted,
        _ => true,
    };

    // What is lost has a reason: the next quote learns from it.
    public override bool MayStayOpen(Slot slot) => false;

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked)
    {
        List<HeardSlot> taken = [.. said.Where(slot => slot.Name is SlotNames.QuoteNumber or SlotNames.Account or SlotNames.Competitor)];
        if (CustomerWords.OutcomeOf(words) is { } outcome) taken.Add(new(SlotNames.Outcome, new SlotValue.Text(outcome.ToString())));
        if (asked == SlotNames.Reason && CustomerWords.OutcomeOf(words) is null) taken.Add(new(SlotNames.Reason, new SlotValue.Text(words.Trim())));
        else if (CustomerWords.ReasonOf(words) is { } reason) taken.Add(new(SlotNames.Reason, new SlotValue.Text(reason)));
        return taken;
    }

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var outcome = known.Of(Outcome);
        var (stored, question) = await QuoteMeant.FindAsync(known.Of(Number), known.Of(Account)?.Id, quote => quote.Owner == turn.User.Id && Fits(quote.Status, outcome), turn, cancel);
        if (stored is null) return new(known.With(Number, []), Number, question);
        var quote = stored.Record;
        known = known.With(Number, [new SlotValue.Text(quote.Number.Value)]);
        if (Obstacle(quote, outcome, turn) is not { } why) return outcome is QuoteStatus.Rejected && !known.Has(Reason) ? new(known, Reason) : new(known);
        return new Checked(known) { Ends = new Effect { Refused = why.Code }.Say(Message.Of(why.In(turn.Language))) };
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var file = (await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, new(known.Of(Number)!), null, cancel))!;
        var quote = file.Quote.Record;
        var note = QuoteOutcomes.MayBeCorrected(quote) ? turn.Say(CustomerSentences.Corrects(quote.Status)) : null;
        return new(
            [new(turn.Say(Title),
            [
                new(CardTexts.Quote.In(turn.Language), quote.Number.Value), new(turn.Say(Account.Label), file.Account.Name),
                new(CardTexts.TotalExcl.In(turn.Language), turn.Language.Money(quote.Value)), .. Rows(known, turn, [Outcome, Reason, Competitor]),
            ])],
            note);
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var file = (await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, new(known.Of(Number)!), null, cancel))!;
        var (outcome, competitor) = (known.Of(Outcome)!.Value, known.Of(Competitor));
        var step = QuoteOutcomes.Record(file.Quote.Record, file.Approval?.Record, outcome, turn.Now, known.Of(Reason), competitor);
        if (!QuoteDesk.Take(step, file.Quote, file.Approval, turn, effect)) return effect;
        var after = ((QuoteStep.Done)step).Quote;
        if (outcome is QuoteStatus.Rejected && competitor is not null)
            effect.Changes.Create(Kinds.MarketInfo, MarketFact.Of(known.Id, competitor, CustomerSentences.LostTo(file.Account.Name, competitor, after.Reason).In(turn.Language), file.Account.Id, turn));
        desk.Refresh(effect, after, file.Approval?.Record, file.Team);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(file.Account.Name, file.Account.Id, []);
        effect.Lean[SlotNames.QuoteNumber] = new SlotValue.Text(after.Number.Value);
        return effect;
    }

    private static bool Fits(QuoteStatus status, QuoteStatus? outcome) => outcome is QuoteStatus.Withdrawn ? Quote.MayStillBecome(status) : status is QuoteStatus.Sent;

    private static Refusal? Obstacle(Quote quote, QuoteStatus? outcome, Turn turn)
    {
        if (quote.Owner != turn.User.Id) return new("not_owner", CustomerSentences.NotYours.Nl, CustomerSentences.NotYours.En);
        if (outcome is null || Fits(quote.Status, outcome) || QuoteOutcomes.MayBeCorrected(quote) && quote.Status != outcome) return null;
        return QuoteSteps.Close(quote, null, outcome.Value, turn.Now) is QuoteStep.Refused { Why: var why } ? why : null;
    }
}
