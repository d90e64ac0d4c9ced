using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SalesBot.Data.Store;

/// <summary>
/// What every edition demands of its callers. The bounds are those of a transactional batch of Cosmos DB (100 operations, 2 MB, one of
/// them the edition's own note of the operation), so that what works on SQLite works there.
/// </summary>
public static class StoreRules
{
    public const int MaxWrites = 99;

    /// <summary>Bytes of all bodies and ids of one save.</summary>
    public const int MaxSaveBytes = 1_900_000;
    public const int MaxTake = 1000;
    public const int MaxIdLength = 255;

    /// <summary>How long a repeated operation is recognised: as long as Teams may deliver an activity again.</summary>
    public static readonly TimeSpan OperationsKept = TimeSpan.FromDays(7);

    /// <summary>Ids from here up are the editions' own.</summary>
    internal const string Reserved = "~";

    private const int MaxOperationLength = 1000;
    private static readonly SearchValues<char> AllowedInId =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(@"/\?#")]);

    /// <exception cref="ArgumentException">The partition's key or the id is not one.</exception>
    public static void CheckFind(Partition partition, string id)
    {
        Check(partition);
        CheckId(id);
    }

    /// <exception cref="ArgumentException">Partition, range or take is out of bounds.</exception>
    public static void CheckRange(Partition partition, IdRange range, int take)
    {
        Check(partition);
        CheckTake(take);
        if (!IsBound(range.From) || !IsBound(range.To)) throw new ArgumentException($"'{range}' is not a range of ids.", nameof(range));
    }

    /// <exception cref="ArgumentException">Partition or take is out of bounds.</exception>
    public static void CheckChanges(Partition partition, int take)
    {
        Check(partition);
        CheckTake(take);
    }

    /// <exception cref="ArgumentException">The first rule that the save breaks.</exception>
    public static void CheckSave(Partition partition, string operation, IReadOnlyList<Write> writes)
    {
        Check(partition);
        if (operation is not { Length: > 0 and <= MaxOperationLength })
            throw new ArgumentException($"An operation id has 1 to {MaxOperationLength} characters.", nameof(operation));
        if (writes is not { Count: > 0 and <= MaxWrites })
            throw new ArgumentException($"A save has 1 to {MaxWrites} writes, this one has {writes?.Count ?? 0}.", nameof(writes));
        var ids = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var write in writes)
        {
            CheckWrite(write);
            if (!ids.Add(write.Id)) throw new ArgumentException($"'{write.Id}' is written twice in one save.", nameof(writes));
            bytes += write.Id.Length + (write.Body?.Length ?? 0);
        }
        if (bytes > MaxSaveBytes) throw new ArgumentException($"A save has at most {MaxSaveBytes} bytes, this one has {bytes}.", nameof(writes));
    }

    /// <summary>Tells whether two saves are the same one, whatever happened in between.</summary>
    internal static byte[] Print(IReadOnlyList<Write> writes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> lengths = stackalloc byte[12];
        foreach (var write in writes)
        {
            BitConverter.TryWriteBytes(lengths, write.Id.Length);
            BitConverter.TryWriteBytes(lengths[4..], write.Body?.Length ?? -1);
            BitConverter.TryWriteBytes(lengths[8..], write.IfMatch?.Length ?? -1);
            hash.AppendData(lengths);
            hash.AppendData(Encoding.UTF8.GetBytes(write.Id));
            if (write.Body is { } body) hash.AppendData(body.Span);
            if (write.IfMatch is { } etag) hash.AppendData(Encoding.UTF8.GetBytes(etag));
        }
        return hash.GetHashAndReset()[..16];
    }

    private static void CheckWrite(Write write)
    {
        CheckId(write.Id);
        if (write.IfMatch is "") throw new ArgumentException($"'{write.Id}': an empty ETag is no version.", nameof(write));
        if (write.Body is not { } body)
        {
            if (write.IfMatch is null) throw new ArgumentException($"'{write.Id}' is deleted without saying which version.", nameof(write));
        }
        else if (!IsObject(body.Span)) throw new ArgumentException($"The body of '{write.Id}' is not a JSON object in UTF-8.", nameof(write));
    }

    private static void Check(Partition partition)
    {
        if (partition.Key is not { Length: > 0 and <= MaxIdLength } key || key.Any(char.IsControl))
            throw new ArgumentException($"'{partition.Key}' is not a partition's key.", nameof(partition));
    }

    private static void CheckId(string id)
    {
        if (id is not { Length: > 0 and <= MaxIdLength } || id.StartsWith(Reserved, StringComparison.Ordinal) || id.EndsWith(' ') || !IsBound(id))
            throw new ArgumentException(
                $"'{id}' is not an id: 1 to {MaxIdLength} printable ASCII characters without / \\ ? #, not beginning with ~ or ending in a space.",
                nameof(id));
    }

    // A range may begin or end at a string that is too long or reserved as an id: the successor of the longest id, the prefix's end.
    private static bool IsBound(string? bound) => bound is not null && bound.Length <= MaxIdLength + 1 && !bound.AsSpan().ContainsAnyExcept(AllowedInId);

    private static void CheckTake(int take)
    {
        if (take is < 1 or > MaxTake) throw new ArgumentOutOfRangeException(nameof(take), take, $"1 to {MaxTake}.");
    }

    private static bool IsObject(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) return false;
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
