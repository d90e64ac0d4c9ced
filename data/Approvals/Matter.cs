namespace SalesBot.Data.Approvals;

/// <summary>Draft: may be submitted. Submitted: waits. Returned: waits for the requester's answer. Approved: valid. Closed: nothing to decide.</summary>
public enum Stage { Draft, Submitted, Returned, Approved, Closed }

/// <summary>What is decided on as it is now, whatever its kind: all that the rules of approval look at.</summary>
/// <param name="Name">How people call it: a quote's number, a plan's title.</param>
/// <param name="Version">The current one; 0 where there is nothing to decide on yet.</param>
/// <param name="ContentHash">Of the current version.</param>
/// <param name="Makers">Everybody who made a version of it.</param>
/// <param name="Value">EUR excl. VAT, compared with the decider's limit; null: no amount is at stake.</param>
/// <param name="Discount">Percent, compared with the decider's limit; null: none is given.</param>
public sealed record Matter(
    Subject Subject, string Name, AccountId Account, UserId Owner, int Version, string ContentHash, IReadOnlyList<UserId> Makers,
    Stage Stage, decimal? Value = null, decimal? Discount = null)
{
    /// <summary>Why it can not be approved as it stands, e.g. because a price has changed since; it can still be returned or rejected.</summary>
    public Refusal? Obstacle { get; init; }
}
