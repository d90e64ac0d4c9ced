namespace SalesBot.Data.Store;

/// <summary>The records that one turn changes, collected until its single save.</summary>
public sealed class Changes
{
    private readonly List<Change> all = [];

    public IReadOnlyList<Change> All => all;

    public void Create<T>(Kind<T> kind, T record) where T : class =>
        all.Add(new(kind, kind.IdOf(record), null, record, null, kind.Body(record), null));

    public void Replace<T>(Kind<T> kind, Stored<T> stored, T record) where T : class
    {
        if (kind.IdOf(record) == stored.Id)
        {
            all.Add(new(kind, stored.Id, stored.Record, record, BodyOf(kind, stored), kind.Body(record, stored), stored.ETag));
            return;
        }
        // What it is listed by has changed: the record moves.
        Delete(kind, stored);
        all.Add(new(kind, kind.IdOf(record), null, record, null, kind.Body(record, stored), null));
    }

    public void Delete<T>(Kind<T> kind, Stored<T> stored) where T : class =>
        all.Add(new(kind, stored.Id, stored.Record, null, BodyOf(kind, stored), null, stored.ETag));

    /// <summary>A change whose records were read as documents, e.g. to put back what was before.</summary>
    public void Add(Change change) => all.Add(change);

    // As it lies there: an older release may have written it in another shape.
    private static ReadOnlyMemory<byte> BodyOf<T>(Kind<T> kind, Stored<T> stored) where T : class => stored.Body ?? kind.Body(stored.Record);
}

/// <summary>One record before and after.</summary>
/// <param name="Before">Null: it did not exist.</param>
/// <param name="After">Null: it is deleted.</param>
/// <param name="ETag">The version that is replaced; null for a new record.</param>
public sealed record Change(
    Kind Kind, string Id, object? Before, object? After, ReadOnlyMemory<byte>? BeforeBody, ReadOnlyMemory<byte>? AfterBody, string? ETag)
{
    public Write Write => new(Id, Kind.Schema, AfterBody, ETag);
}
