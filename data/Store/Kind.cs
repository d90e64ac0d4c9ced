using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SalesBot.Data.Store;

/// <summary>
/// A kind of document: its name, its shape and how its id is made. Ids are <c>kind|key</c>; a key begins with what the
/// documents are listed by (the account, the owner, the time), so that each list is one range.
/// </summary>
public abstract class Kind(string name, int schema)
{
    public string Name => name;
    public int Schema => schema;
    public string IdOf(string key) => $"{name}|{key}";
    public IdRange Range(string keyPrefix = "", bool descending = false) => IdRange.Prefix($"{name}|{keyPrefix}", descending);

    /// <summary>The record of a body, where only the kind's name is known.</summary>
    public abstract object ReadBody(ReadOnlySpan<byte> body);

    /// <summary>Whether two records of this kind hold the same.</summary>
    public abstract bool Same(object one, object other);
}

/// <inheritdoc cref="Kind"/>
/// <param name="shape">Made out at the first use: fifty kinds are known at the start, and a first message needs few of them.</param>
/// <param name="key">The key of a record within its kind.</param>
public sealed class Kind<T>(string name, int schema, Func<JsonTypeInfo<T>> shape, Func<T, string> key) : Kind(name, schema) where T : class
{
    private readonly Lazy<JsonTypeInfo<T>> made = new(shape);

    private readonly Lazy<HashSet<string>> fields = new(() => [.. shape().Properties.Select(property => property.Name)]);

    public JsonTypeInfo<T> Shape => made.Value;

    public string KeyOf(T record) => key(record);

    public string IdOf(T record) => IdOf(KeyOf(record));

    /// <exception cref="JsonException">The body is not of this shape, or written by a release that is more than one ahead.</exception>
    public Stored<T> Read(Document document)
    {
        if (document.Record is Stored<T> known) return known;
        if (document.Schema > Schema + 1) throw new JsonException($"Document {document.Id} was written by a newer SalesBot: schema {document.Schema}, known {Schema}.");
        var read = new Stored<T>((T)ReadBody(document.Body.Span), document.Id, document.ETag) { Body = document.Body };
        document.Record = read;
        return read;
    }

    public override object ReadBody(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, Shape) ?? throw new JsonException($"A document of kind {Name} is null.");

    // Lists within records compare by reference: what is stored decides.
    public override bool Same(object one, object other) => Body((T)one).AsSpan().SequenceEqual(Body((T)other));

    public Write Create(T record) => new(IdOf(record), Schema, Body(record), null);
    public Write Put(T record) => new(IdOf(record), Schema, Body(record), Write.Any);
    public Write Replace(Stored<T> stored, T record) => new(stored.Id, Schema, Body(record, stored), stored.ETag);
    public Write Delete(Stored<T> stored) => new(stored.Id, Schema, null, stored.ETag);

    public byte[] Body(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Shape);

    /// <summary>The record as it replaces a stored one: fields that a newer release put there beside ours stay.</summary>
    public byte[] Body(T record, Stored<T> onto) =>
        onto.Body is { } body && Fields.OfOthers(body.Span, fields.Value) is { } others ? Fields.Add(Body(record), others) : Body(record);
}

/// <summary>A record as it was read, with what is needed to replace exactly that version.</summary>
public sealed record Stored<T>(T Record, string Id, string ETag) where T : class
{
    /// <summary>As it lies in the store; null: it was not read from there.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }
}

/// <summary>Reading by kind.</summary>
public static class StoreReading
{
    public static async Task<Stored<T>?> FindAsync<T>(this IDocumentStore store, Partition partition, Kind<T> kind, string key, CancellationToken cancel)
        where T : class =>
        await store.FindAsync(partition, kind.IdOf(key), cancel) is { } found ? kind.Read(found) : null;

    /// <summary>The records whose key begins with the prefix, up to <paramref name="take"/>, read in pages.</summary>
    public static async Task<IReadOnlyList<Stored<T>>> ListAsync<T>(
        this IDocumentStore store, Partition partition, Kind<T> kind, string keyPrefix, int take, CancellationToken cancel, bool descending = false)
        where T : class =>
        [.. (await store.ListAsync(partition, kind.Range(keyPrefix, descending), take, cancel)).Select(kind.Read)];

    /// <summary>The documents of a range, up to <paramref name="take"/>.</summary>
    public static async Task<IReadOnlyList<Document>> ListAsync(
        this IDocumentStore store, Partition partition, IdRange range, int take, CancellationToken cancel)
    {
        var all = new List<Document>();
        await foreach (var page in PagesAsync(store, partition, range, take, cancel)) all.AddRange(page);
        return all;
    }

    /// <summary>The documents of a range one after the other, for what is too much to be held at once.</summary>
    public static async IAsyncEnumerable<Document> EachAsync(
        this IDocumentStore store, Partition partition, IdRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in PagesAsync(store, partition, range, int.MaxValue, cancel))
            foreach (var document in page) yield return document;
    }

    // Most lists fit on a first page; where one does not, as many come at once as an edition gives.
    private static async IAsyncEnumerable<IReadOnlyList<Document>> PagesAsync(
        IDocumentStore store, Partition partition, IdRange range, int take, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var (read, page) = (0, 200); read < take; page = 1000)
        {
            var wanted = Math.Min(page, take - read);
            var documents = await store.RangeAsync(partition, range, wanted, cancel);
            yield return documents;
            if (documents.Count < wanted) yield break;
            read += documents.Count;
            // A space sorts before every other printable character, and no id ends in one: where the next possible id begins.
            range = range.Descending ? range with { To = documents[^1].Id } : range with { From = documents[^1].Id + " " };
        }
    }
}
