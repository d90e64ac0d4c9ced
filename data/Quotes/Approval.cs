namespace SalesBot.Data.Quotes;

public enum ApprovalState { Waiting, Approved, Returned, Rejected, Withdrawn, Superseded }

/// <summary>A supervisor's decision on one version of a quote; bound to that version's content.</summary>
/// <param name="Subject">What is decided on: the quote's number.</param>
/// <param name="ContentHash">SHA-256 of the version's content; an approval of other content is void.</param>
/// <param name="Requesters">Everybody who made a version of it; none of them decides.</param>
/// <param name="Findings">What the policy said when it was submitted, one sentence a rule, Dutch and English.</param>
/// <param name="Reason">The decider's words at return or rejection.</param>
public sealed record Approval(
    QuoteNumber Subject, int Version, string ContentHash, AccountId Account, UserId RequestedBy, IReadOnlyList<UserId> Requesters,
    UserId Approver, DateTimeOffset RequestedAt, ApprovalState State, IReadOnlyList<Finding> Findings,
    UserId? DecidedBy = null, DateTimeOffset? DecidedAt = null, string? Reason = null);

/// <summary>One sentence of the policy in both languages: what was asked, what is allowed, why it goes where it goes.</summary>
/// <param name="Rule">tier, assortment, composition, margin, limit, no_tier, key_account.</param>
/// <param name="Deviates">False: within what the requester may do.</param>
public sealed record Finding(string Rule, bool Deviates, string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}
