namespace SalesBot.Data.Plans;

public enum PlanStatus { Draft, Submitted, Returned, Approved, Rejected }

/// <summary>A plan for one account over a time (accountplan), with all its versions; the last one counts.</summary>
/// <param name="From">First day that it plans for; whole months count.</param>
/// <param name="Versions">Oldest first, never empty.</param>
/// <param name="SubmittedAt">The first time.</param>
/// <param name="Decision">The decider's words at return or rejection.</param>
public sealed record AccountPlan(
    string Id, AccountId Account, UserId Owner, DateOnly From, DateOnly To, PlanStatus Status, IReadOnlyList<PlanVersion> Versions,
    DateTimeOffset? SubmittedAt = null, UserId? DecidedBy = null, DateTimeOffset? DecidedAt = null, int ReturnedCount = 0,
    string? Decision = null)
{
    public PlanVersion Current => Versions[^1];
}

/// <summary>What was planned at one moment. Never changed: a change makes the next version.</summary>
/// <param name="Revenue">EUR excl. VAT over the whole time of the plan.</param>
/// <param name="Cost">EUR excl. VAT over the whole time of the plan.</param>
public sealed record PlanVersion(
    int Number, IReadOnlyList<PlanObjective> Objectives, IReadOnlyList<PlanAction> Actions, decimal? Revenue, decimal? Cost,
    IReadOnlyList<string> Risks, IReadOnlyList<string> Competitors, IReadOnlyList<Stakeholder> Stakeholders, UserId By, DateTimeOffset At);

/// <summary>What is to be reached; substantiated when it has a number, a date, an owner and evidence.</summary>
/// <param name="Number">How much: EUR, stays, visits, as the words say.</param>
public sealed record PlanObjective(
    string Id, string What, decimal? Number = null, DateOnly? Date = null, UserId? Owner = null, IReadOnlyList<Evidence>? Evidence = null)
{
    public IReadOnlyList<Evidence> Proof => Evidence ?? [];
    public bool IsSubstantiated => Number is not null && Date is not null && Owner is not null && Proof.Count > 0;

    /// <summary>Whether a recorded fact that has not expired supports it.</summary>
    public bool IsSupportedOn(DateOnly day) => Proof.Any(fact => fact.Record is not null && !(fact.Expires < day));
}

/// <summary>What an objective rests on.</summary>
/// <param name="Record">The recorded fact, as the id of its document, e.g. a market fact or a visit; null: words alone.</param>
/// <param name="Expires">After this day it no longer supports; null: it does not expire.</param>
public sealed record Evidence(string Text, string? Record = null, DateOnly? Expires = null);

/// <summary>A step on the way.</summary>
public sealed record PlanAction(string Id, string What, UserId? Owner = null, DateOnly? Due = null, DateTimeOffset? DoneAt = null);

/// <summary>Somebody whose support the plan needs.</summary>
/// <param name="Agrees">Null: asked, no answer yet.</param>
public sealed record Stakeholder(string Name, bool? Agrees = null, ContactId? Contact = null, UserId? User = null);
