using System.Globalization;
using SalesBot.Cards.Preview;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>From what the customer wants to a quote priced from the list, which goes to the supervisor for a decision.</summary>
internal sealed class RequestQuote(QuoteDesk desk) : Flow(
    Intents.RequestQuote, new("Offerte", "Quote"),
    Account, Rooms, Nights, Delegates, Product, Counts, From, Dates, Discount, Option, Budget, Reason)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Voor welke klant is de offerte?", "Which account is the quote for?"));

    private static readonly Slot<decimal?> Rooms = Slot.Number(SlotNames.Rooms, new("Kamers", "Rooms"), new("Hoeveel kamers?", "How many rooms?"));

    private static readonly Slot<decimal?> Nights = Slot.Number(SlotNames.Nights, new("Nachten", "Nights"), new("Hoeveel nachten?", "How many nights?"));

    private static readonly Slot<decimal?> Delegates = Slot.Number(
        SlotNames.Delegates, new("Personen", "Delegates"), new("Voor hoeveel personen?", "For how many people?"));

    private static readonly Slot<string> Product = Slot.Words(
        SlotNames.Product, new("Producten", "Products"), new(
            "Wat wil je aanbieden? Bijvoorbeeld “40 kamers”, “vergaderarrangement”, “lunch” of “grote zaal”.",
            "What do you want to offer? For example “40 rooms”, “day delegate rate”, “lunch” or “large room”."), many: true);

    private static readonly Slot<string> Counts = Slot.Words(
        SlotNames.Quantity, new("Aantallen", "Numbers"), new("Hoeveel van elk?", "How many of each?"), many: true);

    private static readonly Slot<DateOnly?> From = Slot.Day(
        SlotNames.Date, new("Eerste dag", "First day"), new("Op welke dag begint het?", "On which day does it start?"));

    private static readonly Slot<Period?> Dates = Slot.Span(SlotNames.Period, new("Periode", "Dates"), new("Voor wanneer?", "For when?"));

    private static readonly Slot<decimal?> Discount = Slot.Percent(
        SlotNames.DiscountPercent, new("Korting %", "Discount %"), new("Hoeveel korting?", "How much discount?"));

    private static readonly Slot<DateOnly?> Option = Slot.Deadline(
        SlotNames.OptionDate, new("Optie tot", "Option until"), new("Tot wanneer geldt de optie?", "Until when does the option hold?"));

    private static readonly Slot<decimal?> Budget = Slot.Money(
        SlotNames.Amount, new("Budget van de klant", "Customer's budget"), new("Wat is het budget?", "What is the budget?"));

    private static readonly Slot<string> Reason = Slot.Words(
        SlotNames.Reason, new("Onderbouwing", "Justification"), new(
            "Dit valt buiten het standaardassortiment. Waarom is het nodig?", "This is outside the standard assortment. Why is it needed?"),
        input: FieldInput.LongText);

    /// <summary>A spoken period of at most so many days is the stay itself; a longer one only says about when.</summary>
    private const int LongestStay = 14;

    public override bool Needs(Slot slot, Answers known) => slot != Dates || !known.Has(From);

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (known.Of(Dates) is { } dates && !known.Has(From) && dates.To.DayNumber - dates.From.DayNumber <= LongestStay)
        {
            known = known.With(From, [new SlotValue.Date(dates.From)]);
            if (!known.Has(Nights) && dates.To > dates.From) known = known.With(Nights, [new SlotValue.Number(dates.To.DayNumber - dates.From.DayNumber)]);
        }
        var wish = Wish(known, turn);
        if (!known.Has(Account)) return new(known, Account);
        if (wish.Products.Count == 0 && wish.Rooms is null) return new(known, Product);
        return await desk.ComposeAsync(wish, turn, cancel) switch
        {
            Composition.Missing { What: Missing.Delegates } => new(known, Delegates),
            Composition.Missing { What: Missing.Rooms } => new(known, Rooms),
            Composition.Missing { What: Missing.Day } => new(known, From),
            Composition.Missing { What: Missing.Nights } => new(known, Nights),
            Composition.Missing { What: Missing.PerPerson } => new(known, Product, QuoteSentences.WhatForThePeople(wish.Delegates ?? 0)),
            // What is not in the list is taken out again, so that the next answer replaces it.
            Composition.NotInList { Spoken: var spoken, Offers: var offers } => new(
                known.With(Product, [.. known.Raw(Product).Where(value => (value as SlotValue.Text)?.Value != spoken)]), Product,
                QuoteSentences.NotInList(spoken, offers)),
            Composition.NotPriced { Problem: var problem } => new(known, From, new(problem.Nl, problem.En)),
            Composition.Composed { Verdict.NeedsJustification: true } => new(known, Reason),
            _ => new(known),
        };
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var composed = (Composition.Composed)await desk.ComposeAsync(Wish(known, turn), turn, cancel);
        var route = await QuoteDesk.RouteAsync(composed, turn, cancel);
        var over = known.Of(Budget) is { } budget && composed.Version.Total > budget ? turn.Say(QuoteSentences.OverBudget(composed.Version.Total - budget)) + " " : "";
        return new(
            [
                new(turn.Say(Title), Rows(known, turn, [Account, From, Option, Budget, Reason])),
                QuotePreview.Lines(composed.Version, turn.Language),
                QuotePreview.Policy(composed.Verdict, turn.Language),
            ],
            over + turn.Say(route is null ? QuoteSentences.NobodyDecides : QuoteSentences.GoesTo(route.Approver.Name)));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var account = await AccountFor.AsyncOrNew(known.Of(Account)!, known.Id, turn, effect, cancel);
        if (await desk.ComposeAsync(Wish(known, turn), turn, cancel) is not Composition.Composed composed)
            throw new InvalidOperationException("What was previewed can no longer be priced.");
        await desk.SubmitNewAsync(account, composed, turn, effect, cancel);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(account.Name, account.Id, []);
        return effect;
    }

    private static QuoteWish Wish(Answers known, Turn turn) => new(
        known.Of(Rooms), known.Of(Nights), known.Of(Delegates), known.All(Product), known.Of(From), known.Of(Discount) ?? 0, known.Of(Option), known.Of(Reason),
        Counted(known));

    /// <summary>"12 tweepersoonskamers", "2 vergaderzalen"; of two numbers for a product the last counts.</summary>
    private static Dictionary<string, decimal> Counted(Answers known)
    {
        var counts = new Dictionary<string, decimal>();
        foreach (var said in known.All(Counts))
            if (said.Split(' ', 2) is [var number, var product] && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var count))
                counts[product.ToLowerInvariant()] = count;
        return counts;
    }
}
