using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Lists;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Quotes.Orders;
using SalesBot.Dialogs.Understanding;
using static SalesBot.Dialogs.Flows.Quotes.QuoteSlots;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>Changes a quote by words, which makes its next version, or copies it into a new one. Either goes to the supervisor again.</summary>
internal sealed partial class ChangeQuote(QuoteDesk desk) : Flow(
    Intents.ChangeQuote, new("Offerte wijzigen", "Change the quote"),
    Number, Account, Rooms, Nights, Delegates, Lines, From, Dates, Discount, AmountOff, Commission, OptionUntil, Reason, Base, Copy, Unread, Remarks)
{
    private static readonly Slot<string> Number = Slot.Words(
        SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), new("Welke offerte bedoel je?", "Which quote do you mean?"));

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Voor welke klant?", "For which account?"), required: false);

    /// <summary>Number and version that the lines were taken from, and whether the customer had it already.</summary>
    private static readonly Slot<string> Base = Slot.Derived("base", value => (value as SlotValue.Text)?.Value);

    private static readonly Slot<string> Copy = Slot.Derived("copy", value => (value as SlotValue.Text)?.Value);

    /// <summary>More quotes than this are not named in a question.</summary>
    private const int MostNamed = 5, MostLatest = 50;

    public override bool Needs(Slot slot, Answers known) => slot != Dates || !known.Has(From);

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked)
    {
        if (asked == SlotNames.QuoteNumber) return said;
        var taken = QuoteSlots.Take(words, said, asked);
        return asked is null && Copies().IsMatch(words) ? [.. taken, new(Copy.Name, new SlotValue.Text("copy"))] : taken;
    }

    public override bool Claims(string words, Progress? open, Turn turn) => open is not null
        ? open.Asked is not (SlotNames.Reason or SlotNames.QuoteNumber) && (OrderClaims.IsChange(words, turn) || MovesOption(words) || open.Asked == Progress.Confirm && JustificationIn(words) is not null)
        : words.Length < 200 && Copies().IsMatch(words) || turn.Lean.ContainsKey(SlotNames.QuoteNumber) && (OrderClaims.IsChange(words, turn) || MovesOption(words));

    public override async ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (!known.Has(Base))
        {
            var (begun, obstacle, ends) = await BeginAsync(known, turn, cancel);
            // Where there is nothing to choose it is no question: nobody is held to it.
            if (begun is null) return ends is null ? new(known.With(Number, []), Number, obstacle) : new(known) { Ends = Refused(new Effect(), ends, obstacle, turn) };
            known = begun;
        }
        if (await SourceAsync(known, turn, cancel) is not { } source) return new(known.With(Base, []).With(Number, []), Number, QuoteSentences.NoQuote);
        var basis = await BasisAsync(known, source, turn, cancel);
        var before = OrderOf(known);
        // A copy is for another day: what is said of days is about its first one, and the others keep their distance.
        var moves = known.Has(Copy) && known.Has(Unread);
        known = QuoteSlots.Read(moves ? known.With(From, []) : known, basis, turn, out var unclear);
        if (moves) known = Moved(known, before);
        if (!known.Has(Lines)) return new(known, Lines);
        var untouched = !known.Has(Copy) && !Differs(known, source, basis, turn);
        if (unclear || untouched) return new(known, Lines, known.All(Remarks) is { Count: > 0 } said ? new(said[^1], said[^1]) : QuoteTexts.WhatToChange(source.Record.Number.Value));
        if (known.Has(Copy) && known.Of(From) < turn.Today) return new(known, From);
        return Asks(Compose(known, source, basis, turn), known, known.Of(Account)?.Name) ?? new(known);
    }

    public override async ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var source = (await SourceAsync(known, turn, cancel))!;
        var basis = await BasisAsync(known, source, turn, cancel);
        var composed = (Composition.Composed)Compose(known, source, basis, turn);
        var account = await turn.Book.AccountAsync(known.Of(Account)?.Id ?? source.Record.Account, cancel);
        var copied = known.Has(Copy);
        List<string> note = [.. known.All(Remarks)];
        if (!copied && QuoteTexts.Voids(source.Record) is { } voids) note.Add(turn.Say(voids));
        note.Add(turn.Say(await (copied ? QuoteDesk.RouteAsync(composed, turn, cancel) : QuoteDesk.RouteAsync(source.Record, composed, turn, cancel)) is { } route ? QuoteSentences.Goes(composed.Verdict, route.Approver.Name) : ApprovalSentences.NobodyDecides));
        return new(
            [
                new(turn.Say(copied ? QuoteTexts.CopyOf(source.Record) : QuoteTexts.VersionOf(source.Record)),
                    [new(turn.Say(Account.Label), known.Of(Account)?.Name ?? account?.Record.Name ?? ""), .. Rows(known, turn, [From, OptionUntil, Reason])]),
                .. copied ? [] : QuoteChanges.Of(source.Record.Current, composed.Version, turn.Language),
                QuotePreview.Lines(composed.Version, turn.Language),
                QuotePreview.Policy(composed.Verdict, turn.Language),
            ],
            string.Join(" ", note));
    }

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await SourceAsync(known, turn, cancel) is not { } source) return Refused(effect, "not_found", QuoteSentences.NoQuote, turn);
        var basis = await BasisAsync(known, source, turn, cancel);
        if (!known.Has(Copy) && known.Of(Base) != BaseOf(source.Record)) return Refused(effect, "old_version", QuoteTexts.ChangedMeanwhile(source.Record.Number.Value), turn);
        if (Compose(known, source, basis, turn) is not Composition.Composed composed) throw new InvalidOperationException("What was previewed can no longer be priced.");
        if (known.Has(Copy))
        {
            var account = known.Of(Account) is { } named
                ? await AccountFor.AsyncOrNew(named, known.Id, turn, effect, cancel)
                : (await turn.Book.AccountAsync(source.Record.Account, cancel))!.Record;
            await desk.SubmitNewAsync(account, composed, turn, effect, cancel);
        }
        else await desk.ReviseAsync(source, composed, turn, effect, cancel);
        if (effect.Changes.All.Select(change => change.After).OfType<Quote>().LastOrDefault() is { } quote)
            effect.Lean[SlotNames.QuoteNumber] = new SlotValue.Text(quote.Number.Value);
        return effect;
    }

    /// <summary>Finds the quote and takes its lines; null and why not: a question, or with a code the end of it.</summary>
    private async Task<(Answers? Known, Cards.Text Obstacle, string? Ends)> BeginAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var named = known.Of(Number) ?? (known.Has(Account) && !known.All(Unread).Any(ThatOne().IsMatch) ? null : turn.Lean.GetValueOrDefault(SlotNames.QuoteNumber) is SlotValue.Text { Value: var last } ? last : null);
        var meant = named is not null
            ? [.. await QuoteNumbering.FindAsync(named, turn.Book, cancel)]
            : known.Of(Account)?.Id is { } id
                ? (await turn.Book.QuotesAsync(id, cancel)).Where(stored => stored.Record.Imported is null && (known.Has(Copy) || !IsClosed(stored.Record.Status))).ToList()
                : [.. await LatestAsync(quote => quote.Imported is null && (known.Has(Copy) || !IsClosed(quote.Status)), turn, cancel)];
        // Of several with the same short number that of this year is meant.
        if (meant.Count > 1 && meant.Where(stored => stored.Record.RequestedAt.Year == turn.Today.Year).ToList() is [var recent]) meant = [recent];
        if (meant.Count == 0) return (null, QuoteSentences.NoQuote, null);
        if (meant.Count > 1) return (null, QuoteTexts.WhichOne([.. meant.Take(MostNamed).Select(stored => stored.Record)]), null);
        var quote = meant[0].Record;
        if (quote.Versions.Count == 0) return (null, QuoteTexts.WithoutLines(quote.Number.Value), "no_lines");
        if (!known.Has(Copy) && IsClosed(quote.Status)) return (null, QuoteTexts.Closed(quote.Number.Value), "closed");
        if (turn.User.Role == Role.Administrator) return (null, QuoteTexts.NotYours(quote.Number.Value), "not_yours");
        var version = quote.Current;
        // For a copy the customer named is whom it is for; else it is whose quote it is.
        var begun = known.With(Base, [new SlotValue.Text(BaseOf(quote))]).With(Number, [new SlotValue.Text(quote.Number.Value)]);
        if (known.Of(Account)?.Id == quote.Account) begun = begun.With(Account, []);
        if (!known.Has(OptionUntil) && version.OptionDate is { } option && !known.Has(Copy)) begun = begun.With(OptionUntil, [new SlotValue.Date(option)]);
        if (!known.Has(Reason) && version.Justification is { } why) begun = begun.With(Reason, [new SlotValue.Text(why)]);
        var said = begun.Raw(Unread);
        return (QuoteSlots.With(begun, QuoteOrder.Of(version, await turn.Book.PricesAsync(cancel), turn.Language)).With(Unread, said), default, null);
    }

    private static async Task<Stored<Quote>?> SourceAsync(Answers known, Turn turn, CancellationToken cancel) =>
        known.Of(Base)?.Split('|') is [var number, ..] ? await turn.Book.QuoteAsync(new QuoteNumber(number), cancel) : null;

    private Task<QuoteBasis> BasisAsync(Answers known, Stored<Quote> source, Turn turn, CancellationToken cancel) =>
        QuoteComposer.BasisAsync(known.Of(Account) is { } other ? other.Id : source.Record.Account, desk.Policy, turn, cancel);

    private static Composition Compose(Answers known, Stored<Quote> source, QuoteBasis basis, Turn turn) => QuoteComposer.Compose(
        new(OrderOf(known), known.Of(OptionUntil), known.Of(Reason)), basis, turn, known.Has(Copy) ? 1 : source.Record.Current.Number + 1);

    private static bool Differs(Answers known, Stored<Quote> source, QuoteBasis basis, Turn turn) =>
        !OrderOf(known).Says(QuoteOrder.Of(source.Record.Current, basis.Prices, turn.Language))
        || known.Of(OptionUntil) != source.Record.Current.OptionDate || known.Of(Reason) != source.Record.Current.Justification;

    /// <summary>A copy's own days move with its first one; "voor juni" is the same weekday in the same week of that month.</summary>
    private static Answers Moved(Answers known, Order before)
    {
        var order = OrderOf(known);
        var first = known.Of(Dates) is { } month && before.From is { } old ? SameDayIn(month, old) : order.From ?? before.From;
        var from = order with { From = before.From, Around = null };
        return QuoteSlots.With(known, first is { } day ? OrderReader.Moved(from, day) : from);
    }

    private static DateOnly SameDayIn(Data.Indicators.Period period, DateOnly old)
    {
        var day = period.From.AddDays(((int)old.DayOfWeek - (int)period.From.DayOfWeek + 7) % 7).AddDays((old.Day - 1) / 7 * 7);
        return day <= period.To ? day : day.AddDays(-7);
    }

    private static string BaseOf(Quote quote) => $"{quote.Number}|{quote.Current.Number}|{(quote.Status == QuoteStatus.Sent ? "sent" : "inside")}";

    /// <summary>Enough to see that there are several.</summary>
    private static async Task<IReadOnlyList<Stored<Quote>>> LatestAsync(Func<QuoteFacts, bool> wanted, Turn turn, CancellationToken cancel) =>
        (await turn.Book.QuotePageAsync([new(Listing.OpenQuotes), new(Listing.ClosedQuotes)], entry => wanted(entry.Quote!), 0, MostLatest, cancel)).Items;

    private static bool IsClosed(QuoteStatus status) => status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired;

    private static Effect Refused(Effect effect, string code, Cards.Text why, Turn turn)
    {
        effect.Refused = code;
        return effect.Say(Message.Of(turn.Say(why)));
    }

    [GeneratedRegex(@"\b(die|deze|dit|that|this|hem)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatOne();

    [GeneratedRegex(@"^\W*(kun je |kan je |wil je |can you |could you |please |graag )?(een kopie|kopi[eë]er|kopi[eë]ren|dupliceer|maak een kopie|make a copy|a copy|copy|duplicate|clone)\b.*(offerte|off\b|quote|Q-\d|\d{1,4}\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Copies();
}
