namespace SalesBot.Data.Store;

/// <summary>
/// Documents in partitions, ordered by id. Everything that one turn commits lies in one partition, and a save of several
/// documents there is all or nothing. Both editions (SQLite, Cosmos DB) pass one compliance suite.
/// </summary>
/// <remarks>
/// Ids are 1 to 255 printable ASCII characters without <c>/ \ ? #</c>, not beginning with <c>~</c> or ending
/// in a space; they compare ordinally.
/// A body is a UTF-8 JSON object; a save is at most <see cref="StoreRules.MaxWrites"/> writes and 1.9 MB. Editions check all of it
/// themselves (<see cref="StoreRules"/>) and throw <see cref="ArgumentException"/>.
/// An outage is a <see cref="StoreUnavailableException"/>, whose outcome may be unknown: saves with the same
/// operation id may be repeated and take effect once.
/// </remarks>
public interface IDocumentStore
{
    Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel);

    /// <summary>Up to <paramref name="take"/> (1 to 1000) documents with from &lt;= id &lt; to; continue with the last id seen.</summary>
    Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel);

    /// <summary>Saves all writes or none.</summary>
    /// <param name="operation">
    /// Names this save within the partition for <see cref="StoreRules.OperationsKept"/>, so that a repeat after an unknown outcome is
    /// recognised: it answers as the first did. Other writes under the id of a save that took effect are a conflict; after a
    /// conflict the id is free for the next try.
    /// </param>
    Task<SaveResult> SaveAsync(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel);

    /// <summary>Documents as they are now that changed since the given place, oldest change first; deletions are not reported.</summary>
    /// <param name="since">Null: from the beginning; else <see cref="ChangePage.Next"/> of the call before.</param>
    /// <param name="take">
    /// About so many (1 to 1000): an edition may keep together what one save wrote. A page may be shorter, but is empty only where
    /// nothing is new.
    /// </param>
    Task<ChangePage> ChangesAsync(Partition partition, string? since, int take, CancellationToken cancel);

    /// <summary>Afterwards nothing that was replaced or deleted before can be read from files of this edition any more.</summary>
    Task ScrubAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What is damaged in the edition's own files, looked at in full; null: nothing, or there are none.</summary>
    Task<string?> DamageAsync(CancellationToken cancel) => Task.FromResult<string?>(null);
}

/// <summary>A partition's key.</summary>
public readonly record struct Partition(string Key)
{
    /// <summary>A sales team's records: what its turns commit.</summary>
    public static Partition Of(TenantId tenant, TeamId team) => new($"{tenant}:team:{team}");

    /// <summary>A tenant's people, price list and conversation references.</summary>
    public static Partition Directory(TenantId tenant) => new($"{tenant}:directory");

    /// <summary>Whose it is.</summary>
    public TenantId Tenant => new(Key[..Key.IndexOf(':')]);

    public override string ToString() => Key;
}

/// <param name="Schema">Version of the body's shape; readers accept older ones.</param>
/// <param name="Body">UTF-8 JSON object.</param>
/// <param name="ETag">Changes with each save of this document.</param>
public sealed record Document(string Id, int Schema, ReadOnlyMemory<byte> Body, string ETag)
{
    /// <summary>The record in it, once it was read: an edition may hand out one document many times.</summary>
    internal object? Record { get; set; }

    public bool Equals(Document? other) => other is not null && (Id, Schema, ETag) == (other.Id, other.Schema, other.ETag) && Body.Equals(other.Body);

    public override int GetHashCode() => HashCode.Combine(Id, ETag);
}

/// <summary>Ids from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
public readonly record struct IdRange(string From, string To, bool Descending = false)
{
    /// <summary>All ids that begin with the prefix ('~' and up are not used in ids after a prefix).</summary>
    public static IdRange Prefix(string prefix, bool descending = false) => new(prefix, prefix + "~", descending);
}

/// <summary>One write of a save.</summary>
/// <param name="Body">Null: delete.</param>
/// <param name="IfMatch">The version it replaces; null: the document must not exist yet; <see cref="Any"/>: whatever is there.</param>
public sealed record Write(string Id, int Schema, ReadOnlyMemory<byte>? Body, string? IfMatch)
{
    public const string Any = "*";
}

public abstract record SaveResult
{
    private SaveResult() { }

    /// <param name="ETags">In the order of the writes; empty for a deletion.</param>
    public sealed record Saved(IReadOnlyList<string> ETags) : SaveResult;

    /// <summary>Nothing was saved: the first document named is no longer, or not yet, in the version expected.</summary>
    public sealed record Conflict(string Id) : SaveResult;
}

public sealed record ChangePage(IReadOnlyList<Document> Documents, string Next);

/// <summary>The store can not answer now; whether a save took effect is not known.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
