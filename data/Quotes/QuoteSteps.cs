using SalesBot.Data.People;

namespace SalesBot.Data.Quotes;

/// <summary>What a person answers to an approval request.</summary>
public abstract record Answer
{
    private Answer() { }

    public sealed record Approve : Answer;

    /// <summary>Back to the requester with a question.</summary>
    public sealed record Return(string Question) : Answer;

    public sealed record Reject(string Reason) : Answer;

    /// <summary>The requester takes the request back; the quote is a draft again.</summary>
    public sealed record Withdraw : Answer;
}

/// <summary>The quote and its approval after a step, or why it is not taken.</summary>
public abstract record QuoteStep
{
    private QuoteStep() { }

    /// <param name="Approval">As it is to be saved; null where there is none or it does not change.</param>
    public sealed record Done(Quote Quote, Approval? Approval) : QuoteStep;

    public sealed record Refused(Refusal Why) : QuoteStep;
}

/// <summary>
/// The way of a quote: draft, submitted, approved (or returned, refused), sent, accepted (or rejected, expired, withdrawn).
/// Pure: both records come back changed and are saved together, each against the version it was read in.
/// </summary>
public static class QuoteSteps
{
    /// <param name="by">Who submits; counts as a requester.</param>
    public static QuoteStep Submit(Quote quote, Verdict verdict, Route route, UserId by, DateTimeOffset at)
    {
        if (quote.Status is not (QuoteStatus.Draft or QuoteStatus.Returned))
            return Refuse("not_draft", $"{quote.Number} is al ingediend of afgehandeld.",
                $"{quote.Number} has already been submitted or closed.");
        if (quote.Versions.Count == 0)
            return Refuse("no_lines", $"{quote.Number} heeft hier geen regels om over te beslissen.",
                $"{quote.Number} has no lines here to decide on.");
        if (verdict.NeedsJustification)
            return Refuse("justification_missing", "Een eigen samenstelling heeft een onderbouwing nodig.",
                "An own composition needs a justification.");
        if (route.Approver.Id == by || ApprovalRules.HasMade(route.Approver.Id, quote))
            return Refuse("own_request", "Over een eigen offerte beslist iemand anders.", "Somebody else decides on your own quote.");
        var requesters = quote.Versions.Select(version => version.By).Append(by).Distinct().ToList();
        var approval = new Approval(
            quote.Number, quote.Current.Number, QuoteContent.Hash(quote.Number, quote.Current), quote.Account, by, requesters,
            route.Approver.Id, at,
            ApprovalState.Waiting, [.. verdict.Findings, route.Why]);
        // The first moment counts for the indicators; the approval has its own.
        return new QuoteStep.Done(quote with { Status = QuoteStatus.Submitted, SubmittedAt = quote.SubmittedAt ?? at, ApprovedAt = null },
            approval);
    }

    public static QuoteStep Decide(
        Approval approval, Quote quote, Answer answer, User decider, IReadOnlyDictionary<UserId, User> people, DateTimeOffset at)
    {
        if (answer is Answer.Withdraw) return TakeBack(approval, quote, decider, at);
        if (ApprovalRules.MayDecide(decider, approval, quote,
            people) is Permission.Refused { Why: var why }) return new QuoteStep.Refused(why);
        var decided = approval with { DecidedBy = decider.Id, DecidedAt = at };
        return answer switch
        {
            Answer.Approve => new QuoteStep.Done(
                quote with { Status = QuoteStatus.Approved, ApprovedAt = at }, decided with { State = ApprovalState.Approved }),
            Answer.Return { Question: var question } when string.IsNullOrWhiteSpace(question) =>
                Refuse("reason_missing", "Wat is je vraag aan de aanvrager?", "What is your question to the requester?"),
            Answer.Return { Question: var question } => new QuoteStep.Done(
                quote with { Status = QuoteStatus.Returned, ReturnedCount = quote.ReturnedCount + 1 },
                decided with { State = ApprovalState.Returned, Reason = question.Trim() }),
            Answer.Reject { Reason: var reason } when string.IsNullOrWhiteSpace(reason) =>
                Refuse("reason_missing", "Wat is de reden van de afwijzing?", "What is the reason for the rejection?"),
            Answer.Reject { Reason: var reason } => new QuoteStep.Done(
                quote with { Status = QuoteStatus.Refused }, decided with { State = ApprovalState.Rejected, Reason = reason.Trim() }),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
    }

    /// <summary>A change is a new version; a waiting or given approval of the old one is void.</summary>
    /// <param name="approval">The one of the version that is replaced.</param>
    /// <param name="next">An imported quote, which has no lines, goes on with its first version made here.</param>
    public static QuoteStep Revise(Quote quote, Approval? approval, QuoteVersion next)
    {
        if (IsOutcome(quote.Status)) return Closed(quote);
        if (quote.Versions.Count > 0 && next.Number != quote.Current.Number + 1)
            return Refuse("old_version", $"{quote.Number} is intussen veranderd.", $"{quote.Number} has changed in the meantime.");
        var voided = approval?.State is ApprovalState.Waiting or ApprovalState.Approved ? approval with { State = ApprovalState.Superseded }
            : null;
        var draft = quote with { Status = QuoteStatus.Draft, Versions = [.. quote.Versions, next], ApprovedAt = null, Imported = null };
        return new QuoteStep.Done(draft, voided);
    }

    /// <summary>Leaves the house, only with a valid approval of exactly this content.</summary>
    /// <param name="approval">The one of the current version.</param>
    public static QuoteStep Send(Quote quote, Approval? approval, DateTimeOffset at)
    {
        if (quote.Status is QuoteStatus.Sent) return Refuse("already_sent", $"{quote.Number} is al verstuurd.",
            $"{quote.Number} has already been sent.");
        var valid = quote.Status is QuoteStatus.Approved && approval is { State: ApprovalState.Approved }
            && approval.Subject == quote.Number
            && approval.Version == quote.Current.Number && approval.ContentHash == QuoteContent.Hash(quote.Number, quote.Current);
        return valid
            ? new QuoteStep.Done(quote with { Status = QuoteStatus.Sent, SentAt = quote.SentAt ?? at }, null)
            : Refuse("not_approved", $"{quote.Number} is niet goedgekeurd en mag dus de deur niet uit.",
                $"{quote.Number} is not approved, so it can not leave the house.");
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
        // Withdrawn before a decision: the request must not stay open with the supervisor.
        var withdrawn = approval?.State is ApprovalState.Waiting ? approval with { State = ApprovalState.Withdrawn, DecidedAt = at } : null;
        return new QuoteStep.Done(quote with { Status = outcome, DecidedAt = at, Reason = reason, Competitor = competitor }, withdrawn);
    }

    private static bool IsOutcome(QuoteStatus status) =>
        status is QuoteStatus.Accepted or QuoteStatus.Rejected or QuoteStatus.Withdrawn or QuoteStatus.Expired;

    private static QuoteStep TakeBack(Approval approval, Quote quote, User user, DateTimeOffset at)
    {
        if (approval.State is not ApprovalState.Waiting || quote.Status is not QuoteStatus.Submitted || approval.Subject != quote.Number)
            return Refuse("decided", $"Over {quote.Number} is al beslist.", $"{quote.Number} has already been decided on.");
        if (approval.RequestedBy != user.Id && !approval.Requesters.Contains(user.Id))
            return Refuse("not_requester", "Alleen de aanvrager trekt een aanvraag in.", "Only the requester withdraws a request.");
        return new QuoteStep.Done(quote with { Status = QuoteStatus.Draft },
            approval with { State = ApprovalState.Withdrawn, DecidedBy = user.Id, DecidedAt = at });
    }

    private static QuoteStep.Refused Closed(Quote quote) =>
        new(new("closed", $"{quote.Number} is al afgesloten.", $"{quote.Number} has already been closed."));

    private static QuoteStep.Refused Refuse(string code, string nl, string en) => new(new Refusal(code, nl, en));
}
