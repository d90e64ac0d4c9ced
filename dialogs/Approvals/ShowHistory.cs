using SalesBot.Cards;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

/// <summary>The audit of a quote, in words and in order, from the first request to the outcome.</summary>
internal sealed class ShowHistory() : Flow(Intents.ShowHistory, new("Geschiedenis", "History"), Account, Number)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Number = Slot.Words(SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), default);

    private static readonly Text InPrivate = new("De geschiedenis staat in je eigen chat met mij.", "The history is in your own chat with me.");

    private static Text Which(IEnumerable<string> numbers) => new(
        $"Van welke offerte? {string.Join(", ", numbers)}.", $"Of which quote? {string.Join(", ", numbers)}.");

    private static Text Part(int part, int parts) => new($"deel {part} van {parts}", $"part {part} of {parts}");

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var quotes = (await turn.Book.QuotesAsync(cancel)).Select(stored => stored.Record).Where(quote =>
            (known.Of(Account)?.Id is not { } account || quote.Account == account)
            && (known.Of(Number) is not { } number || QuoteNumbering.Means(number, quote.Number))).OrderByDescending(quote => quote.RequestedAt).ToList();
        if (quotes.Count == 0 || !known.Has(Account) && !known.Has(Number)) return Effect.Of(Message.Of(turn.Say(QuoteSentences.NoQuote)));
        if (quotes.Count > 1 && known.Has(Number)) quotes = [.. quotes.Take(1)];
        if (quotes.Count > 1) return Effect.Of(Message.Of(turn.Say(Which(quotes.Take(8).Select(quote => quote.Number.Value)))));
        var effect = new Effect();
        foreach (var message in await CardsAsync(quotes[0], turn, cancel))
        {
            if (turn.Private) effect.Say(message);
            else effect.Sends.Add((new(Person: turn.User.Id), message));
        }
        return turn.Private ? effect : effect.Say(Message.Of(turn.Say(InPrivate)));
    }

    private static async Task<IReadOnlyList<Message>> CardsAsync(Quote quote, Turn turn, CancellationToken cancel)
    {
        var account = await turn.Book.AccountAsync(quote.Account, cancel);
        var lines = (await LinesAsync(quote, turn, cancel)).Chunk(HistoryCard.MostLines).ToList();
        return [.. lines.Select((part, index) => Message.Of(HistoryCard.Of(
            new(quote.Number.Value, account?.Record.Name ?? "", QuoteTexts.Of(quote.Status, turn.Language), part, lines.Count > 1 ? turn.Say(Part(index + 1, lines.Count)) : null),
            turn.Language)))];
    }

    private static async Task<IReadOnlyList<HistoryLine>> LinesAsync(Quote quote, Turn turn, CancellationToken cancel)
    {
        var (store, partition) = (turn.Book.Store, turn.Book.Partition);
        var people = await turn.Book.PeopleAsync(cancel);
        string NameOf(UserId id) => people.TryGetValue(id, out var user) ? user.Name : "SalesBot";
        var approvals = (await store.ListAsync(partition, Kinds.Approval, $"{quote.Number}|", 1000, cancel)).ToDictionary(stored => stored.Record.Version, stored => stored.Record);
        var trail = await store.ListAsync(partition, Kinds.Trail, $"{quote.Number}|", int.MaxValue, cancel);
        var lines = trail.Select(stored => stored.Record).Select(entry =>
        {
            var (what, words) = HistoryPhrases.Of(entry, quote, approvals, NameOf, turn.Language);
            return new HistoryLine(entry.At, NameOf(entry.By), AsLine(turn.Say(what)), words);
        }).ToList();
        return lines.Count > 0 ? lines : [.. Remembered(quote, turn, NameOf(quote.Owner))];
    }

    /// <summary>Of a quote from an older system only its own dates are known.</summary>
    private static IEnumerable<HistoryLine> Remembered(Quote quote, Turn turn, string owner)
    {
        (DateTimeOffset? At, Text What, string? Words)[] known =
        [
            (quote.RequestedAt, new("Aangevraagd", "Requested"), null), (quote.SubmittedAt, new("Ter goedkeuring voorgelegd", "Put up for approval"), null),
            (quote.ApprovedAt, new("Goedgekeurd", "Approved"), null), (quote.SentAt, new("Verstuurd naar de klant", "Sent to the customer"), null),
            (quote.DecidedAt, QuoteTexts.Of(quote.Status, Language.Dutch) is var nl && QuoteTexts.Of(quote.Status, Language.English) is var en ? new(nl.Text, en.Text) : default, quote.Reason),
        ];
        return known.Where(moment => moment.At is not null).OrderBy(moment => moment.At)
            .Select(moment => new HistoryLine(moment.At!.Value, owner, turn.Say(moment.What), moment.Words));
    }

    private static string AsLine(string said) => said.Length == 0 ? said : char.ToUpper(said[0], System.Globalization.CultureInfo.InvariantCulture) + said[1..];
}
