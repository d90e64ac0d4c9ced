namespace SalesBot.Data.Issues;

/// <summary>Real: it has happened. Looming: it may still be prevented.</summary>
public enum IssueKind { Real, Looming }

public enum IssueSeverity { Low, Medium, High }

/// <summary>Something that is or may go wrong for a customer (issue, klacht).</summary>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Due">By when it has to be dealt with.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="ClosedAt">Null: still open.</param>
/// <param name="ComplainedAt">When the customer complained formally; null: never.</param>
/// <param name="Resolution">What was done about it.</param>
/// <param name="Visit">The visit it came from.</param>
public sealed record Issue(
    string Id, AccountId Account, UserId Owner, IssueKind Kind, IssueSeverity Severity, string What, DateOnly Due, UserId By, DateTimeOffset NotedAt,
    DateTimeOffset? ClosedAt = null, DateTimeOffset? ComplainedAt = null, string? Resolution = null, string? Visit = null)
{
    public bool IsOpen => ClosedAt is null;

    /// <summary>Recorded before the customer complained formally, or without any complaint.</summary>
    public bool IsEarly => ComplainedAt is not { } complained || NotedAt < complained;
}
