using System.Collections.Concurrent;
using System.Diagnostics;

namespace SalesBot.Data.Store.Sqlite;

/// <summary>
/// What was read lately and was not written since, as people ask about the same few documents again and again. A save takes away
/// what it touches. Other processes may write the same file: every look into it brings along how many documents were ever
/// saved there, and where others have counted on, all is forgotten.
/// </summary>
internal sealed class SqliteCache
{
    private const int Room = 12 * 1024 * 1024, LargestRange = 512 * 1024, Overhead = 256;

    /// <summary>What another process saved is seen no later than this.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentDictionary<string, Shelf> shelves = new();
    private long own, announced, looked, size;

    /// <summary>The file was looked into a moment ago.</summary>
    public bool IsFresh => Stopwatch.GetElapsedTime(Volatile.Read(ref looked)) < Trusted;

    /// <summary>The count that a look into the file brought along.</summary>
    public void Saw(long counter)
    {
        Volatile.Write(ref looked, Stopwatch.GetTimestamp());
        if (counter <= Math.Max(Volatile.Read(ref own), Volatile.Read(ref announced))) return;
        Forget();
        Volatile.Write(ref own, counter);
    }

    public bool TryFind(Partition partition, string id, out Document? document)
    {
        document = null;
        if (!shelves.TryGetValue(partition.Key, out var shelf)) return false;
        lock (shelf) return shelf.Documents.TryGetValue(id, out document);
    }

    public IReadOnlyList<Document>? Range(Partition partition, IdRange range, int take)
    {
        if (KindOf(range) is not { } kind || !shelves.TryGetValue(partition.Key, out var shelf)) return null;
        lock (shelf) return shelf.Ranges.TryGetValue(kind, out var known) ? known.GetValueOrDefault((range, take)) : null;
    }

    /// <summary>To be taken before a read and handed in with what was read: what was saved in between is not taken for the present.</summary>
    public Shelf ShelfOf(Partition partition, out long generation)
    {
        var shelf = shelves.GetOrAdd(partition.Key, _ => new());
        lock (shelf) generation = shelf.Generation;
        return shelf;
    }

    public void Keep(Shelf shelf, long generation, string id, Document? document)
    {
        lock (shelf)
        {
            if (shelf.Generation != generation || shelf.Writing.Contains(id) || !shelf.Documents.TryAdd(id, document)) return;
        }
        Grow(SizeOf(document));
    }

    public void Keep(Shelf shelf, long generation, IdRange range, int take, IReadOnlyList<Document> documents)
    {
        var bytes = SizeOf(documents);
        if (bytes > LargestRange || KindOf(range) is not { } kind) return;
        lock (shelf)
        {
            if (shelf.Generation != generation || shelf.Writing.Any(id => Covers(range, id))) return;
            if (!shelf.Ranges.TryGetValue(kind, out var known)) shelf.Ranges[kind] = known = [];
            if (!known.TryAdd((range, take), documents)) return;
        }
        Grow(bytes);
    }

    /// <summary>The writer holds the file now; nobody else can have counted on from here.</summary>
    public void Begins(long counter)
    {
        if (counter != Volatile.Read(ref own)) Forget();
        Volatile.Write(ref own, counter);
    }

    /// <summary>Just before the commit: from now until <see cref="Ends"/> what is written is neither taken from here nor kept.</summary>
    public void Announce(IEnumerable<PendingSave> saves, long counter)
    {
        Volatile.Write(ref announced, counter);
        foreach (var save in saves)
        {
            var shelf = shelves.GetOrAdd(save.Partition.Key, _ => new());
            lock (shelf)
            {
                foreach (var write in save.Writes)
                {
                    shelf.Writing.Add(write.Id);
                    Interlocked.Add(ref size, -shelf.Forget(write.Id));
                }
            }
        }
    }

    /// <summary>The commit has ended; <paramref name="done"/>: surely, and well.</summary>
    public void Ends(IEnumerable<PendingSave> saves, bool done)
    {
        if (done) Volatile.Write(ref own, announced);
        foreach (var save in saves)
        {
            if (!shelves.TryGetValue(save.Partition.Key, out var shelf)) continue;
            lock (shelf)
            {
                shelf.Generation++;
                shelf.Writing.Clear();
            }
        }
        if (done) return;
        Volatile.Write(ref announced, 0);
        Forget();
    }

    private void Forget()
    {
        foreach (var shelf in shelves.Values)
        {
            lock (shelf)
            {
                shelf.Generation++;
                shelf.Documents.Clear();
                shelf.Ranges.Clear();
            }
        }
        Interlocked.Exchange(ref size, 0);
    }

    private void Grow(int bytes)
    {
        // Rarely reached; what is asked for again and again is back at once.
        if (Interlocked.Add(ref size, bytes) > Room) Forget();
    }

    private static int SizeOf(Document? document) => Overhead + (document?.Body.Length ?? 0);

    private static int SizeOf(IReadOnlyList<Document> documents) => Overhead + documents.Sum(SizeOf);

    /// <summary>Null: of more than one kind.</summary>
    private static string? KindOf(IdRange range)
    {
        var end = range.From.IndexOf('|');
        return end >= 0 && range.To.AsSpan().StartsWith(range.From.AsSpan(0, end + 1), StringComparison.Ordinal) ? range.From[..end] : null;
    }

    private static bool Covers(IdRange range, string id) => string.CompareOrdinal(range.From, id) <= 0 && string.CompareOrdinal(id, range.To) < 0;

    /// <summary>What is known of one partition.</summary>
    internal sealed class Shelf
    {
        public Dictionary<string, Document?> Documents { get; } = [];
        public Dictionary<string, Dictionary<(IdRange, int), IReadOnlyList<Document>>> Ranges { get; } = [];
        public HashSet<string> Writing { get; } = [];
        public long Generation { get; set; }

        /// <returns>The bytes that became free.</returns>
        public int Forget(string id)
        {
            var freed = Documents.Remove(id, out var document) ? SizeOf(document) : 0;
            if (id.IndexOf('|') is not (>= 0 and var end) || !Ranges.TryGetValue(id[..end], out var ranges)) return freed;
            foreach (var (key, documents) in ranges)
            {
                if (Covers(key.Item1, id) && ranges.Remove(key)) freed += SizeOf(documents);
            }
            return freed;
        }
    }
}
