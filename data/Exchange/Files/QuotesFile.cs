using SalesBot.Data.Quotes;

namespace SalesBot.Data.Exchange;

/// <summary>The history of quotes. One made here is exported in the same shape, and never replaced by a row: a row has no lines.</summary>
internal sealed class QuotesFile() : ExchangeFile<Quote>("quotes", Kinds.Quote)
{
    private static readonly Column<Quote, QuoteNumber> Number = new("quote_number", Cell.Id<QuoteNumber>(), quote => quote.Number);
    private static readonly Column<Quote, AccountId> Account = new("account_id", Cell.Id<AccountId>(), quote => quote.Account);
    private static readonly Column<Quote, string> Owner = new("owner_email", Cell.Email, (quote, known) => known.EmailOf(quote.Owner));
    private static readonly Column<Quote, DateOnly> Requested = new("requested_on", Cell.Date, quote => LocalDay.Of(quote.RequestedAt));
    private static readonly Column<Quote, DateOnly?> Submitted = new("submitted_on", Cell.DateOrEmpty, quote => LocalDay.Of(quote.SubmittedAt));
    private static readonly Column<Quote, DateOnly?> Approved = new("approved_on", Cell.DateOrEmpty, quote => LocalDay.Of(quote.ApprovedAt));
    private static readonly Column<Quote, DateOnly?> Sent = new("sent_on", Cell.DateOrEmpty, quote => LocalDay.Of(quote.SentAt));
    private static readonly Column<Quote, DateOnly?> Decided = new("decided_on", Cell.DateOrEmpty, quote => LocalDay.Of(quote.DecidedAt));
    private static readonly Column<Quote, QuoteStatus?> Outcome = new(
        "outcome",
        Cell.OrEmpty(Cell.Choice([
            ("accepted", QuoteStatus.Accepted), ("rejected", QuoteStatus.Rejected), ("withdrawn", QuoteStatus.Withdrawn), ("expired", QuoteStatus.Expired)])),
        quote => quote.Status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired ? quote.Status : null);
    private static readonly Column<Quote, decimal> Value = new("value_eur", Cell.Money(), quote => quote.Value);
    private static readonly Column<Quote, int> Returned = new("returned_count", Cell.Whole(0, 1000), quote => quote.ReturnedCount);
    private static readonly Column<Quote, int> Versions = new("versions", Cell.Whole(1, 1000), quote => quote.Imported?.Versions ?? quote.Versions.Count);
    private static readonly Column<Quote, string?> Reason = new("reason", Cell.Text, quote => quote.Reason);
    private static readonly Column<Quote, string?> Competitor = new("competitor", Cell.Text, quote => quote.Competitor);

    protected override IReadOnlyList<Column<Quote>> Columns =>
        [Number, Account, Owner, Requested, Submitted, Approved, Sent, Decided, Outcome, Value, Returned, Versions, Reason, Competitor];

    protected override IReadOnlyList<Column<Quote>> Key => [Number];

    protected override Quote Read(Cells row, Known known)
    {
        var requested = row.Of(Requested);
        foreach (var step in (IEnumerable<Column<Quote, DateOnly?>>)[Submitted, Approved, Sent, Decided])
            if (row.Of(step) < requested && requested != default) row.Refuse(step, Reasons.Before("requested_on", requested));
        var (submitted, approved, sent) = (row.Of(Submitted), row.Of(Approved), row.Of(Sent));
        var status = row.Of(Outcome) ?? (sent, approved, submitted) switch
        {
            ({ }, _, _) => QuoteStatus.Sent,
            (_, { }, _) => QuoteStatus.Approved,
            (_, _, { }) => QuoteStatus.Submitted,
            _ => QuoteStatus.Draft,
        };
        return new(
            row.Of(Number), row.Find(Account, known.Accounts, "accounts")?.Id ?? default, row.Find(Owner, known.UsersByEmail, "users")?.Id ?? default, status,
            LocalDay.Moment(requested), [], LocalDay.Moment(submitted), LocalDay.Moment(approved), LocalDay.Moment(sent), LocalDay.Moment(row.Of(Decided)),
            row.Of(Returned), row.Of(Reason), row.Of(Competitor))
        {
            Imported = new(row.Of(Value), row.Of(Versions)),
        };
    }

    protected override Quote Merge(Quote read, Quote stored) => read with { Source = stored.Source, AddOns = stored.AddOns };

    protected override TeamId? TeamOf(Quote record, Known known) => known.TeamOf(record.Account);

    protected override Reason? WhyKept(Quote stored) =>
        stored.Versions.Count > 0 ? Reasons.MadeHere : null;
}
