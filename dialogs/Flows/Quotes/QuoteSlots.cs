using System.Text.RegularExpressions;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Quotes.Orders;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>What is known of a quote that is being made or changed, and how words about its lines get in there.</summary>
internal static partial class QuoteSlots
{
    public const string CommissionName = "commission_percent", AmountOffName = "discount_amount", SaidName = "said", RemarksName = "remarks";

    private const char Bar = '\u001F', Comma = '\u001E';

    public static readonly Slot<decimal?> Rooms = Slot.Number(SlotNames.Rooms, new("Kamers", "Rooms"), new("Hoeveel kamers?", "How many rooms?"));

    public static readonly Slot<decimal?> Nights = Slot.Number(SlotNames.Nights, new("Nachten", "Nights"), new("Hoeveel nachten?", "How many nights?"));

    public static readonly Slot<decimal?> Delegates = Slot.Number(
        SlotNames.Delegates, new("Personen", "Delegates"), new("Voor hoeveel personen?", "For how many people?"));

    /// <summary>A line each, as <see cref="OrderLine"/> writes it.</summary>
    public static readonly Slot<string> Lines = Slot.Words(
        SlotNames.Product, new("Producten", "Products"), new(
            "Wat wil je aanbieden? Bijvoorbeeld “40 kamers”, “vergaderarrangement”, “lunch” of “grote zaal”.",
            "What do you want to offer? For example “40 rooms”, “day delegate rate”, “lunch” or “large room”."), many: true);

    public static readonly Slot<DateOnly?> From = Slot.Day(
        SlotNames.Date, new("Eerste dag", "First day"), new("Op welke dag begint het?", "On which day does it start?"));

    public static readonly Slot<Period?> Dates = Slot.Span(SlotNames.Period, new("Periode", "Dates"), new("Voor wanneer?", "For when?"));

    public static readonly Slot<decimal?> Discount = Slot.Percent(
        SlotNames.DiscountPercent, new("Korting %", "Discount %"), new("Hoeveel korting?", "How much discount?"));

    public static readonly Slot<decimal?> AmountOff = Slot.Money(
        AmountOffName, new("Korting in euro's", "Discount in euros"), new("Hoeveel korting?", "How much discount?"));

    public static readonly Slot<decimal?> Commission = Slot.Percent(
        CommissionName, new("Commissie %", "Commission %"), new("Hoeveel commissie?", "How much commission?"));

    public static readonly Slot<DateOnly?> OptionUntil = Slot.Deadline(
        SlotNames.OptionDate, new("Optie tot", "Option until"), new("Tot wanneer geldt de optie?", "Until when does the option hold?"));

    public static readonly Slot<string> Reason = Slot.Words(
        SlotNames.Reason, new("Onderbouwing", "Justification"), new(
            "Dit valt buiten het standaardassortiment. Waarom is het nodig?", "This is outside the standard assortment. Why is it needed?"),
        input: Cards.Preview.FieldInput.LongText);

    /// <summary>Words that are still to be read.</summary>
    public static readonly Slot<string> Unread = Slot.Derived(SaidName, value => (value as SlotValue.Text)?.Value, many: true);

    /// <summary>What is to be said beside the next preview.</summary>
    public static readonly Slot<string> Remarks = Slot.Derived(RemarksName, value => (value as SlotValue.Text)?.Value, many: true);

    private static readonly HashSet<string> ReadHere =
        [SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates, SlotNames.Product, SlotNames.Quantity, SlotNames.Date, SlotNames.Period, SlotNames.DiscountPercent];

    /// <summary>"Omdat ze ook naar Van der Valk kijken", said to the preview: why it deserves what it asks for. Null: it is no such thing.</summary>
    public static string? JustificationIn(string words) =>
        words.Length <= 600 && Because().Match(words) is { Success: true } because ? because.Groups["why"].Value.Trim(' ', '.', ',') : null;

    [GeneratedRegex(@"^\W*(omdat|want(?!\s+\d)|because|(de )?(toelichting|onderbouwing|reden|motivatie) is( dat)?|(toelichting|onderbouwing|reden|motivatie|reason|justification)\s*:|the (reason|justification) is( that)?)\s+(?<why>.{5,})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Because();

    /// <summary>"Maak de optie 20 maart", "extend the option until 20 March": no day of the stay.</summary>
    public static bool MovesOption(string words) => words.Length <= 100 && OptionMoves().IsMatch(words);

    /// <summary>An option lies ahead: a day without its year is the coming one.</summary>
    private static DateOnly? OptionIn(string words, Turn turn) =>
        Recognizer.Recognize(words, turn.Language, turn.LocalNow).Select(value => value.Value).OfType<Reading.Day>().Select(day => (DateOnly?)day.Date).LastOrDefault() is not { } day ? null
        : day < turn.Today && day.AddYears(1) > turn.Today && !words.Contains($"{day.Year}", StringComparison.Ordinal) ? day.AddYears(1) : day;

    [GeneratedRegex(@"^\W*((nee|no|ja|yes|please|en|and)\W+)?(maak|zet|verleng|verschuif|verplaats|verzet|wijzig|verander|make|set|extend|move|change|push)\b.{0,30}\b(optie|optiedatum|option|option date)\b.{2,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OptionMoves();

    [GeneratedRegex(
        @"\b(en|and|plus)\s+(een|a|an)\s+(?<what>(?!(korting|optie|discount|option|nacht|night|dag|day|kamer|room|half|halve|extra|beetje|bit|few|paar|couple)\b)\p{L}[\p{L}-]{3,}(\s\p{L}[\p{L}-]{3,})?)\s*[.!]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OneMore();

    /// <summary>Keeps the words for the lines, and of the values only those that the lines do not read themselves.</summary>
    public static IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked)
    {
        if (asked == SlotNames.Reason) return said;
        if (MovesOption(words))
            return [.. said.Where(slot => slot.Name is SlotNames.QuoteNumber or SlotNames.Account), new(SaidName, new SlotValue.Text(string.Join(Bar, asked, "+", "", words)))];
        if (asked == Progress.Confirm && JustificationIn(words) is { } why) return [new(SlotNames.Reason, new SlotValue.Text(why))];
        var kept = said.Where(slot => slot.Name == asked && !slot.Not && asked != SlotNames.Product || !ReadHere.Contains(slot.Name)).ToList();
        var products = said.Where(slot => slot is { Name: SlotNames.Product, Not: false }).Select(slot => slot.Value).OfType<SlotValue.Text>().Select(text => text.Value).ToList();
        // "... en een boottocht": what nobody knows is asked about, not left out.
        if (asked is null && OneMore().Match(words) is { Success: true } more && said.All(slot => slot.Start > more.Groups["what"].Index || slot.Start + slot.Length <= more.Groups["what"].Index))
            products.Add(more.Groups["what"].Value);
        kept.Add(new(SaidName, new SlotValue.Text(string.Join(Bar, asked, kept.Count > 0 ? "+" : "", string.Join(Comma, products), words))));
        return kept;
    }

    /// <summary>The order with all that was said read into it.</summary>
    /// <param name="unclear">Nothing of the last words was about the order.</param>
    public static Answers Read(Answers known, QuoteBasis basis, Turn turn, out bool unclear)
    {
        unclear = false;
        if (!known.Has(Unread)) return known;
        var order = OrderOf(known);
        var remarks = new List<SlotValue>();
        foreach (var said in known.All(Unread))
        {
            if (said.Split(Bar, 4) is not [var asked, var others, var products, var text]) continue;
            if (MovesOption(text) && OptionIn(text, turn) is { } until)
            {
                known = known.With(OptionUntil, [new SlotValue.Date(until)]);
                continue;
            }
            var words = new OrderWords(text, basis.Prices, turn.Language, turn.LocalNow, turn.Names, products.Split(Comma, StringSplitOptions.RemoveEmptyEntries));
            var read = OrderReader.Read(
                order, words, basis.Prices, turn.Language, bare: asked is SlotNames.Rooms or SlotNames.Nights or SlotNames.Delegates or SlotNames.DiscountPercent);
            order = read.Order;
            unclear = !read.Understood && others.Length == 0;
            if (unclear && asked == SlotNames.Product && text.Length <= 60)
            {
                order = order.Plus(OrderLine.Parse(text.Trim(' ', '.', '!')));
                unclear = false;
            }
            remarks.AddRange(read.Remarks.Select(remark => new SlotValue.Text(turn.Say(remark))));
        }
        return With(known.With(Unread, []).With(Remarks, remarks), Found(order, basis, turn));
    }

    /// <summary>Names that only come near one of the list become that one.</summary>
    private static Order Found(Order order, QuoteBasis basis, Turn turn) => order with
    {
        Lines = [.. order.Lines.Select(line => basis.Prices.Named(line.Name) is null
            && basis.Prices.Search(line.Name, order.DayOf(line) ?? turn.Today, turn.Language) is [var likeliest, ..] ? line with { Name = likeliest.Name(turn.Language) } : line)],
    };

    public static Order OrderOf(Answers known) => new(
        [.. known.All(Lines).Select(OrderLine.Parse)], known.Of(Rooms), known.Of(Nights), known.Of(Delegates), known.Of(From), known.Of(Dates),
        known.Of(Discount) ?? 0, known.Of(AmountOff) ?? 0, known.Of(Commission) ?? 0);

    public static Answers With(Answers known, Order order) => known
        .With(Lines, [.. order.Lines.Select(line => new SlotValue.Text(line.ToString()))])
        .With(Rooms, Number(order.Rooms)).With(Nights, Number(order.Nights)).With(Delegates, Number(order.Delegates))
        .With(From, order.From is { } day ? [new SlotValue.Date(day)] : [])
        .With(Dates, order.Around is { } around && order.From is null ? [new SlotValue.Span(around)] : [])
        .With(Discount, Number(order.Discount == 0 ? null : order.Discount)).With(AmountOff, Number(order.DiscountAmount == 0 ? null : order.DiscountAmount))
        .With(Commission, Number(order.Commission == 0 ? null : order.Commission));

    private static IReadOnlyList<SlotValue> Number(decimal? number) => number is { } value ? [new SlotValue.Number(value)] : [];

    /// <summary>The question that a composition leaves open; null: it can be shown.</summary>
    /// <param name="account">Whom it is for, where that was said.</param>
    public static Checked? Asks(Composition composition, Answers known, string? account) => composition switch
    {
        Composition.Missing { What: Missing.Delegates } => new(known, Delegates),
        Composition.Missing { What: Missing.Rooms } => new(known, Rooms),
        Composition.Missing { What: Missing.Day } => new(known, From),
        Composition.Missing { What: Missing.Nights } => new(known, Nights),
        Composition.Missing { What: Missing.PerPerson } => new(known, Lines, QuoteSentences.WhatForThePeople(known.Of(Delegates) ?? 0)),
        // What is not in the list is taken out again, so that the next answer replaces it.
        Composition.NotInList { Spoken: var spoken, Offers: var offers } => new(
            known.With(Lines, [.. known.Raw(Lines).Where(value => OrderLine.Parse(((SlotValue.Text)value).Value).Name != spoken)]), Lines,
            QuoteSentences.NotInList(spoken, offers, account)),
        Composition.NotPriced { Problem: var problem } => new(known, AsksAbout(problem), new(problem.Nl, problem.En)),
        Composition.Composed { Verdict.NeedsJustification: true } => new(known, Reason),
        _ => null,
    };

    private static Slot AsksAbout(Data.Quotes.PricingProblem problem) => problem.Code switch
    {
        "bad_discount" or "not_discountable" => Discount,
        "bad_commission" => Commission,
        "option_date_passed" => OptionUntil,
        "bad_quantity" or "no_lines" or "unknown_product" => Lines,
        _ => From,
    };
}
