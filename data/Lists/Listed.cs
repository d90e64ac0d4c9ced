using SalesBot.Data.Quotes;

namespace SalesBot.Data.Lists;

/// <summary>
/// That a record stands in a list, and where: so a list is one range of ids, and nothing is read but what it shows. Kept in the commit
/// of the record (<see cref="Listing"/>); the record itself stays what counts.
/// </summary>
/// <param name="List">A name of <see cref="Listing"/>.</param>
/// <param name="Place">What the list is ordered by; moments are UTC.</param>
/// <param name="Key">The record's own key.</param>
/// <param name="Quote">What quotes are chosen by, in the lists that are chosen from.</param>
public sealed record Listed(string List, string Place, string Key, AccountId Account, QuoteFacts? Quote = null)
{
    public string Id => $"{List}|{Place}|{Key}";
}

/// <param name="Value">EUR excl. VAT; null: it has neither lines nor a value.</param>
/// <param name="Imported">It comes from an older system; null: it was made here.</param>
public sealed record QuoteFacts(
    UserId Owner, QuoteStatus Status, decimal? Value, DateTimeOffset RequestedAt, DateTimeOffset? SentAt = null, DateTimeOffset? DecidedAt = null,
    bool? Imported = null)
{
    public static QuoteFacts Of(Quote quote) => new(
        quote.Owner, quote.Status, quote.Imported is null && quote.Versions.Count == 0 ? null : quote.Value, quote.RequestedAt, quote.SentAt, quote.DecidedAt,
        quote.Imported is null ? null : true);
}
