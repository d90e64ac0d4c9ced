namespace SalesBot.Data.Approvals;

/// <summary>A record whose way is followed: each commit that changes one leaves an entry on the trail of its subject.</summary>
public interface ITracked
{
    Subject About { get; }
    AccountId Account { get; }
    int AboutVersion { get; }

    /// <summary>Where it stands, a name of its own enum.</summary>
    string State { get; }

    /// <summary>Whom it waits for; null: nobody.</summary>
    UserId? WaitsFor => null;
}

/// <summary>One commit in the life of something that is decided on: the audit's entry, found by its subject. It holds ids only.</summary>
/// <param name="Id">That of the audit entry; sortable by time.</param>
/// <param name="Cause">The flow, button or errand.</param>
public sealed record TrailEntry(
    Subject Subject, string Id, DateTimeOffset At, UserId By, string Cause, string Operation, AccountId Account, IReadOnlyList<Move> Moves);

/// <param name="Kind">Name of the kind of record.</param>
/// <param name="Before">Null: there was none.</param>
public sealed record Move(string Kind, int Version, string? Before, string After, int? VersionBefore, UserId? WaitedFor, UserId? WaitsFor);

public static class Trail
{
    /// <param name="changes">Name of the kind of record, and the record before and after.</param>
    public static IEnumerable<TrailEntry> Of(
        IEnumerable<(string Kind, object? Before, object? After)> changes, string id, DateTimeOffset at, UserId by, string cause, string operation) =>
        changes.Where(change => change.After is ITracked).GroupBy(change => ((ITracked)change.After!).About).Select(group => new TrailEntry(
            group.Key, id, at, by, cause, operation, ((ITracked)group.First().After!).Account,
            [.. group.Select(change => MoveOf(change.Kind, change.Before as ITracked, (ITracked)change.After!))]));

    private static Move MoveOf(string kind, ITracked? before, ITracked after) =>
        new(kind, after.AboutVersion, before?.State, after.State, before?.AboutVersion, before?.WaitsFor, after.WaitsFor);
}
