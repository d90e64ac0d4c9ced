using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>Where quotes stand: one by its number or account, or a list of them by status, period, value, or the option that lapses.</summary>
internal sealed class ShowQuotes() : Flow(Intents.QuoteStatus, new("Offertes", "Quotes"), Account, Number, Dates, Amounts, Asked)
{
    /// <summary>What its next page is asked for by.</summary>
    public const string List = "quotes";

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Number = Slot.Words(SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), default);

    private static readonly Slot<Period?> Dates = Slot.Span(SlotNames.Period, default, default, SlotNames.Date, SlotNames.DueDate, SlotNames.OptionDate);

    private static readonly Slot<SlotValue.Number> Amounts = Slot.Derived(SlotNames.Amount, value => value as SlotValue.Number, many: true);

    private static readonly Slot<string> Asked = Slot.Derived("asked", value => (value as SlotValue.Text)?.Value);

    public override bool Confirms => false;

    public override bool Claims(string words, Progress? open, Turn turn) =>
        open is null && QuoteFilter.IsAskedFor(words) && !(turn.User.Role is Role.Supervisor && words.Contains("goedkeuring", StringComparison.OrdinalIgnoreCase))
        && !(turn.User.Role is Role.Supervisor && words.Contains("approval", StringComparison.OrdinalIgnoreCase));

    public override IReadOnlyList<HeardSlot> Take(string words, IReadOnlyList<HeardSlot> said, string? asked) => [.. said, new("asked", new SlotValue.Text(words))];

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var account = known.Of(Account);
        var filter = QuoteFilter.Of(known.Of(Asked) ?? "", account?.Id, known.Of(Dates), [.. known.All(Amounts).Select(amount => amount.Value)], turn.Today);
        var effect = new Effect();
        if (account?.Id is not null) effect.Lean[SlotNames.Account] = account;
        if (known.Of(Number) is { } number)
        {
            var meant = await QuoteNumbering.FindAsync(number, turn.Book, cancel);
            if (meant is [var single]) return await OneAsync(single, turn, effect, cancel);
            if (meant.Count == 0) return effect.Say(Message.Of(turn.Say(QuoteSentences.NoQuote)));
            return effect.SayPrivately(Message.Of(await CardOfAsync(PageOf<Stored<Quote>>.Of(meant, 0, ListCard.PageSize), filter, 0, turn, cancel)), turn);
        }
        var page = await ReadAsync(filter, 0, turn, cancel);
        // A customer's one quote that still counts is what "the quote for Philips" means.
        if (account?.Id is { } whose && page.Total > 1 && filter is { Statuses.Count: 0, Period: null, Above: null, Below: null }
            && filter.Choose(await turn.Book.QuotesAsync(whose, cancel), turn.User.Id).Where(stored => stored.Record.IsOpen).ToList() is [var current])
            return await OneAsync(current, turn, effect, cancel);
        return page is { Total: 1, IsWhole: true, Items: [var one] }
            ? await OneAsync(one, turn, effect, cancel)
            : effect.SayPrivately(Message.Of(await CardOfAsync(page, filter, 0, turn, cancel)), turn);
    }

    /// <summary>A page of the list, as it is now.</summary>
    public static async Task<AdaptiveCard> PageAsync(QuoteFilter filter, int skip, Turn turn, CancellationToken cancel) =>
        await CardOfAsync(await ReadAsync(filter, Math.Max(skip, 0), turn, cancel), filter, Math.Max(skip, 0), turn, cancel);

    private static async Task<PageOf<Stored<Quote>>> ReadAsync(QuoteFilter filter, int skip, Turn turn, CancellationToken cancel)
    {
        if (filter.Account is null && !filter.Lapsing)
            return await turn.Book.QuotePageAsync(filter.Lists, entry => filter.Chooses(entry.Quote!, turn.User.Id), skip, ListCard.PageSize, cancel);
        var few = filter.Account is { } account
            ? await turn.Book.QuotesAsync(account, cancel)
            : await turn.Book.OptionsAsync(filter.Period?.From ?? DateOnly.MinValue, filter.Period?.To ?? DateOnly.MaxValue, cancel);
        return PageOf<Stored<Quote>>.Of([.. filter.Choose(few, turn.User.Id)], skip, ListCard.PageSize);
    }

    private static async Task<AdaptiveCard> CardOfAsync(PageOf<Stored<Quote>> page, QuoteFilter filter, int skip, Turn turn, CancellationToken cancel)
    {
        var shown = page.Items.Select(stored => stored.Record);
        var names = await turn.Book.NamesAsync(filter.Account is { } of ? [of, .. shown.Select(quote => quote.Account)] : shown.Select(quote => quote.Account), cancel);
        var items = shown.Select(quote => new QuoteItem(quote, names.GetValueOrDefault(quote.Account, "?"))).ToList();
        var about = filter.Describe(filter.Account is { } id ? names.GetValueOrDefault(id) : null, turn.Language);
        var more = page.Total > (long)skip + ListCard.PageSize ? new ListMore(List, skip + ListCard.PageSize, filter.ToString()) : null;
        return QuotesCard.Of(new(items, turn.User.Team, about, more, MayOpen: true) { Total = page.Total, IsWhole = page.IsWhole, Skipped = skip }, turn.Language);
    }

    private static async Task<Effect> OneAsync(Stored<Quote> stored, Turn turn, Effect effect, CancellationToken cancel)
    {
        var file = (await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, stored.Record.Number, null, cancel))!;
        effect.Lean[SlotNames.QuoteNumber] = new SlotValue.Text(stored.Record.Number.Value);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(file.Account.Name, file.Account.Id, []);
        return effect.SayPrivately(Message.Of(CardViews.Quote(file, turn.User, turn.Language)), turn);
    }
}
