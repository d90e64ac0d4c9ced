using SalesBot.Data.Approvals;

namespace SalesBot.Data.Quotes;

/// <summary>What became of a quote, and putting that right: people hear things late, or hear them wrong.</summary>
public static class QuoteOutcomes
{
    /// <summary>Records the outcome, or corrects one that was recorded here; a corrected one keeps its day.</summary>
    public static QuoteStep Record(Quote quote, Approval? approval, QuoteStatus outcome, DateTimeOffset at, string? reason, string? competitor)
    {
        if (!MayBeCorrected(quote)) return QuoteSteps.Close(quote, approval, outcome, at, reason, competitor);
        var won = outcome is QuoteStatus.Accepted;
        return new QuoteStep.Done(quote with { Status = outcome, Reason = won ? null : reason ?? quote.Reason, Competitor = won ? null : competitor ?? quote.Competitor }, null);
    }

    public static bool IsOutcome(QuoteStatus status) => status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired;

    /// <summary>What the customer had in hand and was closed; an older system's history stays as it was imported.</summary>
    public static bool MayBeCorrected(Quote quote) => IsOutcome(quote.Status) && quote.SentAt is not null && quote.Imported is null;

    /// <summary>Only what the customer said is taken back: nothing left the house by it, and nobody was asked.</summary>
    public static bool MayBeUndone(Quote? before, Quote? after) =>
        before is not null && after is not null && IsOutcome(after.Status) && (before.Status is QuoteStatus.Sent || MayBeCorrected(before));
}
