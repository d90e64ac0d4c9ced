using System.Globalization;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Plans;

public enum PlanStatus { Draft, Submitted, Returned, Approved, Rejected }

/// <summary>By what an objective is measured from the records; null on an objective: its words alone say it.</summary>
public enum PlanMeasure { Revenue, RoomNights, Visits, Leads, QuotesWon, Contacts, Roles, Satisfaction }

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

    /// <summary>The last version that was approved; null: none yet, or a plan from before this was kept.</summary>
    public int? ApprovedVersion { get; init; }

    /// <summary>What holds while a next version is written or waits; null: nothing was approved.</summary>
    public PlanVersion? InForce => ApprovedVersion is { } approved ? Versions.FirstOrDefault(version => version.Number == approved)
        : Status == PlanStatus.Approved ? Current : null;

    /// <summary>Of its record within its kind: an account's plans are one range.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Account}|{From:yyyyMMdd}|{Id}");

    /// <summary>How people call it, in any language.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"AP-{From.Year}-{Account}");
}

/// <summary>What was planned at one moment. Never changed once it was submitted, but for its actions being done: a change makes the next version.</summary>
/// <param name="Revenue">EUR excl. VAT over the whole time of the plan.</param>
/// <param name="Cost">EUR excl. VAT over the whole time of the plan.</param>
public sealed record PlanVersion(
    int Number, IReadOnlyList<PlanObjective> Objectives, IReadOnlyList<PlanAction> Actions, decimal? Revenue, decimal? Cost,
    IReadOnlyList<string> Risks, IReadOnlyList<string> Competitors, IReadOnlyList<Stakeholder> Stakeholders, UserId By, DateTimeOffset At)
{
    /// <summary>The decider who made this version when approving; null: the requester did.</summary>
    public UserId? ChangedBy { get; init; }
}

/// <summary>What is to be reached; substantiated when it has a number, a date, an owner and evidence.</summary>
/// <param name="Number">How much: EUR, stays, visits, as the words say.</param>
public sealed record PlanObjective(
    string Id, string What, decimal? Number = null, DateOnly? Date = null, UserId? Owner = null, IReadOnlyList<Evidence>? Evidence = null)
{
    /// <summary>As it was called when the objective was written.</summary>
    public string? OwnerName { get; init; }

    public PlanMeasure? Measure { get; init; }

    /// <summary>Of revenue: of this product group only.</summary>
    public ProductGroup? Group { get; init; }

    /// <summary>Of the one that goes with the planned revenue, whatever that becomes.</summary>
    public const string RevenueId = "revenue";

    public bool IsPlannedRevenue => Id == RevenueId;

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
public sealed record PlanAction(string Id, string What, UserId? Owner = null, DateOnly? Due = null, DateTimeOffset? DoneAt = null)
{
    /// <summary>As it was called when the action was written.</summary>
    public string? OwnerName { get; init; }
}

/// <summary>Somebody whose support the plan needs.</summary>
/// <param name="Agrees">Null: asked, no answer yet.</param>
public sealed record Stakeholder(string Name, bool? Agrees = null, ContactId? Contact = null, UserId? User = null);
