using System.Security.Cryptography;
using System.Text.Json.Serialization;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

public enum ReceivedState { Waiting, Importing }

/// <summary>A file that somebody sent to be imported and has not confirmed yet, or that is being imported.</summary>
/// <param name="Name">As the importer knows it: <c>accounts.csv</c>.</param>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Parts">In how many pieces it was set aside.</param>
/// <param name="Place">The conversation it came from, and <paramref name="Card"/> the message there that tells of it.</param>
public sealed record ReceivedFile(
    string Id, string Name, string Hash, int Parts, UserId By, ReceivedState State, DateTimeOffset At, string Place, string? Card, Language Speaks);

public sealed record ReceivedPart(string File, int Number, byte[] Content);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReceivedFile))]
[JsonSerializable(typeof(ReceivedPart))]
internal sealed partial class ReceivedJson : JsonSerializerContext;

/// <summary>Files set aside in the store between sending and confirming, so that any instance can go on with them. They may hold personal data and do not stay.</summary>
public sealed class ReceivedFiles(IDocumentStore store, TenantId tenant)
{
    /// <summary>So long a file waits for its confirmation.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    // As base64 in JSON well below the size of a save.
    private const int PartBytes = 1_000_000;

    private static readonly Kind<ReceivedFile> Entry = new("received-file", 1, () => ReceivedJson.Default.ReceivedFile, file => file.Id);
    private static readonly Kind<ReceivedPart> Part = new("received-part", 1, () => ReceivedJson.Default.ReceivedPart, part => $"{part.File}|{part.Number:0000}");
    private readonly Partition directory = Partition.Directory(tenant);

    public async Task StageAsync(ReceivedFile file, byte[] content, CancellationToken cancel)
    {
        var parts = content.Chunk(PartBytes).Select((chunk, at) => new ReceivedPart(file.Id, at, chunk)).ToList();
        foreach (var part in parts) await SaveAsync([Part.Put(part)], cancel);
        await SaveAsync([Entry.Put(file with { Parts = parts.Count, Hash = HashOf(content) })], cancel);
    }

    public Task<Stored<ReceivedFile>?> FindAsync(string id, CancellationToken cancel) => store.FindAsync(directory, Entry, id, cancel);

    public async Task<IReadOnlyList<ReceivedFile>> AllAsync(CancellationToken cancel) =>
        [.. (await store.ListAsync(directory, Entry, "", int.MaxValue, cancel)).Select(stored => stored.Record)];

    /// <summary>Null: a piece is missing or damaged.</summary>
    public async Task<byte[]?> ContentAsync(ReceivedFile file, CancellationToken cancel)
    {
        byte[] content = [.. (await store.ListAsync(directory, Part, file.Id + "|", int.MaxValue, cancel)).Take(file.Parts).SelectMany(part => part.Record.Content)];
        return HashOf(content) == file.Hash ? content : null;
    }

    /// <returns>False: somebody else was first.</returns>
    public async Task<bool> MarkAsync(Stored<ReceivedFile> file, ReceivedState state, CancellationToken cancel) =>
        await SaveAsync([Entry.Replace(file, file.Record with { State = state })], cancel) is SaveResult.Saved;

    public async Task DropAsync(string id, CancellationToken cancel)
    {
        foreach (var part in await store.ListAsync(directory, Part, id + "|", int.MaxValue, cancel)) await SaveAsync([Part.Delete(part)], cancel);
        if (await FindAsync(id, cancel) is { } entry) await SaveAsync([Entry.Delete(entry)], cancel);
    }

    /// <summary>Takes away what waits since before a moment.</summary>
    public async Task SweepAsync(DateTimeOffset before, CancellationToken cancel)
    {
        foreach (var old in (await AllAsync(cancel)).Where(file => file.State == ReceivedState.Waiting && file.At < before)) await DropAsync(old.Id, cancel);
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private Task<SaveResult> SaveAsync(IReadOnlyList<Write> writes, CancellationToken cancel) => store.SaveAsync(directory, $"received:{Guid.NewGuid()}", writes, cancel);
}
