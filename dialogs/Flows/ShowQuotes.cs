using SalesBot.Cards.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>Where quotes stand: one by its number or account, or the list of those still open.</summary>
internal sealed class ShowQuotes() : Flow(Intents.QuoteStatus, new("Offertes", "Quotes"), Account, Number)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Number = Slot.Words(SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), default);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var account = known.Of(Account);
        var quotes = (await turn.Book.QuotesAsync(cancel)).Where(stored =>
            (account?.Id is not { } id || stored.Record.Account == id)
            && (known.Of(Number) is not { } number || QuoteNumbering.Means(number, stored.Record.Number))).ToList();
        if (account is null && !known.Has(Number)) quotes = [.. quotes.Where(stored => IsOpen(stored.Record))];
        if (quotes.Count == 0) return Effect.Of(Message.Of(turn.Say(QuoteSentences.NoQuote)));
        var open = quotes.Where(stored => IsOpen(stored.Record)).ToList();
        if ((quotes.Count == 1 ? quotes[0] : account is not null && open.Count == 1 ? open[0] : null) is { } one) return await OneAsync(one, turn, cancel);
        var names = (await turn.Book.AccountsAsync(cancel)).ToDictionary(found => found.Id, found => found.Name);
        var items = quotes.OrderByDescending(stored => stored.Record.RequestedAt).Take(ListCard.PageSize)
            .Select(stored => new QuoteItem(stored.Record, names.GetValueOrDefault(stored.Record.Account, "")));
        return Effect.Of(Message.Of(QuotesCard.Of(new([.. items], turn.User.Team, account?.Name, null, MayOpen: true), turn.Language)));
    }

    private static async Task<Effect> OneAsync(Stored<Quote> stored, Turn turn, CancellationToken cancel)
    {
        var file = await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, stored.Record.Number, null, cancel);
        return Effect.Of(Message.Of(CardViews.Quote(file!, turn.User, turn.Language)));
    }

    private static bool IsOpen(Quote quote) =>
        quote.Status is QuoteStatus.Draft or QuoteStatus.Submitted or QuoteStatus.Returned or QuoteStatus.Approved or QuoteStatus.Sent;
}
