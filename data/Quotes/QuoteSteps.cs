using SalesBot.Data.Approvals;

namespace SalesBot.Data.Quotes;

/// <summary>The quote and its approval after a step, or why it is not taken.</summary>
public abstract record QuoteStep
{
    private QuoteStep() { }

    /// <param name="Approval">As it is to be saved; null where there is none or it does not change.</param>
    public sealed record Done(Quote Quote, Approval? Approval) : QuoteStep;

    public sealed record Refused(Refusal Why) : QuoteStep;
}

/// <summary>
/// The way of a quote beside its approval: revised, sent, accepted (or rejected, expired, withdrawn). How it is submitted and decided
/// on is the same for every kind (<see cref="ApprovalSteps"/>). Pure: both records come back changed and are saved together, each against the version it was read in.
/// </summary>
public static class QuoteSteps
{
    /// <summary>A change is a new version; a waiting or given approval of the old one is void.</summary>
    /// <param name="approval">The one of the version that is replaced.</param>
    /// <param name="next">An imported quote, which has no lines, goes on with its first version made here.</param>
    public static QuoteStep Revise(Quote quote, Approval? approval, QuoteVersion next)
    {
        if (IsOutcome(quote.Status)) return Closed(quote);
        if (quote.Versions.Count > 0 && next.Number != quote.Current.Number + 1)
            return Refuse("old_version", $"{quote.Number} is intussen veranderd.", $"{quote.Number} has changed in the meantime.");
        var draft = quote with { Status = QuoteStatus.Draft, Versions = [.. quote.Versions, next], ApprovedAt = null, Imported = null };
        return new QuoteStep.Done(draft, ApprovalSteps.Void(approval));
    }

    /// <summary>Leaves the house, only with a valid approval of exactly this content.</summary>
    /// <param name="approval">The one of the current version.</param>
    /// <param name="obstacle">As <see cref="QuoteMatter.Obstacle"/> finds it now: a price or the option date voids an approval as well.</param>
    public static QuoteStep Send(Quote quote, Approval? approval, Refusal? obstacle, DateTimeOffset at)
    {
        if (quote.Status is QuoteStatus.Sent) return Refuse("already_sent", $"{quote.Number} is al verstuurd.",
            $"{quote.Number} has already been sent.");
        if (!ApprovalSteps.Covers(approval, QuoteMatter.Of(quote)))
            return Refuse("not_approved", $"{quote.Number} is niet goedgekeurd en mag dus de deur niet uit.",
                $"{quote.Number} is not approved, so it can not leave the house.");
        return obstacle is not null
            ? new QuoteStep.Refused(obstacle)
            : new QuoteStep.Done(quote with
            {
                Status = QuoteStatus.Sent,
                SentAt = quote.SentAt ?? at,
                Sent = new(quote.Current.Number, QuoteContent.Hash(quote.Number, quote.Current)),
            }, null);
    }

    /// <summary>What became of a sent quote.</summary>
    /// <param name="outcome">Accepted, Rejected, Withdrawn or Expired.</param>
    public static QuoteStep Close(Quote quote, Approval? approval, QuoteStatus outcome, DateTimeOffset at, string? reason = null,
        string? competitor = null)
    {
        if (!IsOutcome(outcome)) throw new ArgumentOutOfRangeException(nameof(outcome));
        if (IsOutcome(quote.Status)) return Closed(quote);
        if (quote.Status is not QuoteStatus.Sent && outcome is not QuoteStatus.Withdrawn)
            return Refuse("not_sent", $"{quote.Number} is nog niet verstuurd.", $"{quote.Number} has not been sent yet.");
        // Withdrawn before a decision: the request must not stay open with the supervisor. Only the owner closes a quote.
        var withdrawn = approval?.State is ApprovalState.Waiting or ApprovalState.Returned ? approval with { State = ApprovalState.Withdrawn, DecidedBy = quote.Owner, DecidedAt = at } : null;
        return new QuoteStep.Done(quote with { Status = outcome, DecidedAt = at, Reason = reason, Competitor = competitor }, withdrawn);
    }

    private static bool IsOutcome(QuoteStatus status) =>
        status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired;

    private static QuoteStep.Refused Closed(Quote quote) =>
        new(new("closed", $"{quote.Number} is al afgesloten.", $"{quote.Number} has already been closed."));

    private static QuoteStep.Refused Refuse(string code, string nl, string en) => new(new Refusal(code, nl, en));
}
