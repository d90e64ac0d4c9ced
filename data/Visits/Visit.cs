namespace SalesBot.Data.Visits;

/// <summary>A visit note (bezoekverslag).</summary>
/// <param name="LoggedAt">UTC; against <paramref name="VisitedOn"/> it tells whether the note came within 24 hours.</param>
/// <param name="Contacts">The persons met.</param>
/// <param name="Notes">What was said, in full.</param>
/// <param name="Summary">Of a long note.</param>
public sealed record Visit(
    string Id, AccountId Account, UserId User, DateOnly VisitedOn, DateTimeOffset LoggedAt, IReadOnlyList<ContactId> Contacts,
    string? Goal = null, string? Outcome = null, string? NextStep = null, string? Notes = null, VisitSummary? Summary = null);

/// <summary>What a long note comes down to. Every sentence tells what it rests on, so that it can be checked and counted.</summary>
/// <param name="ByModel">Written by a language model and checked against its sources; else sentences of the note itself.</param>
public sealed record VisitSummary(IReadOnlyList<SummarySentence> Sentences, bool ByModel);

/// <param name="Sources">Places in <see cref="Visit.Notes"/>.</param>
public sealed record SummarySentence(string Text, IReadOnlyList<NoteSpan> Sources);

/// <summary>A place in a note, in characters.</summary>
public readonly record struct NoteSpan(int Start, int Length)
{
    /// <summary>Empty where the note has no such place.</summary>
    public string Of(string note) => Start >= 0 && Length > 0 && Start <= note.Length - Length ? note.Substring(Start, Length) : "";
}

/// <summary>Something somebody will do for an account (opvolging).</summary>
/// <param name="Visit">The visit it came from.</param>
public sealed record FollowUp(
    string Id, AccountId? Account, UserId Owner, DateOnly Due, string What, DateTimeOffset CreatedAt,
    DateTimeOffset? DoneAt = null, string? Visit = null)
{
    /// <summary>The action of an account plan that it stands for; null: none.</summary>
    public PlanStep? Step { get; init; }
}

/// <param name="Plan">Key of the plan.</param>
public sealed record PlanStep(string Plan, string Action);

public enum LeadStatus { Open, Qualified, Won, Lost }

/// <summary>Business that may come.</summary>
/// <param name="ExpectedValue">EUR excl. VAT.</param>
/// <param name="Source">Where it came from: visit, fair, referral, web, ...</param>
public sealed record Lead(
    string Id, AccountId Account, UserId Owner, DateTimeOffset CreatedAt, LeadStatus Status, string Source,
    int? Delegates = null, int? Rooms = null, int? Nights = null, DateOnly? From = null, DateOnly? To = null,
    decimal? ExpectedValue = null, string? Product = null, string? Visit = null)
{
    /// <summary>How likely it becomes business, percent, as its owner sees it; null: what is usual for its status.</summary>
    public decimal? Probability { get; init; }

    /// <summary>The way it went, oldest first; null: it has been in one status only.</summary>
    public IReadOnlyList<LeadStep>? History { get; init; }

    /// <summary>The quote that was made for it: from then on the quote counts in the pipeline, not the lead.</summary>
    public QuoteNumber? Quote { get; init; }

    /// <summary>Why it was won or lost, and to whom.</summary>
    public string? Reason { get; init; }
    public string? Competitor { get; init; }
}

/// <summary>A lead came into a status.</summary>
public sealed record LeadStep(LeadStatus Status, DateTimeOffset At, UserId By);

public enum MarketTopic { Competitor, Price, Need, Trend }

/// <summary>A fact about the market, shared in the team.</summary>
/// <param name="Expires">After this day it no longer supports a plan.</param>
public sealed record MarketInfo(
    string Id, MarketTopic Topic, string Text, UserId By, DateTimeOffset NotedAt, string Source, DateOnly Expires,
    AccountId? Account = null, string? Competitor = null, string? Visit = null);
