using System.Security.Cryptography;
using System.Text.Json.Serialization;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

internal enum ImportState { Started, Done }

/// <summary>That a file is being taken, or was.</summary>
/// <param name="File">The file's name without extension.</param>
/// <param name="Hash">SHA-256 of the content as it was set aside.</param>
/// <param name="Parts">How many pieces the content was set aside in.</param>
/// <param name="Teams">The teams there were before, where records may still lie that have to move.</param>
internal sealed record ImportEntry(string File, string Hash, int Parts, ImportState State, DateTimeOffset At, IReadOnlyList<TeamId> Teams);

internal sealed record ImportPart(string File, int Number, byte[] Content);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImportEntry))]
[JsonSerializable(typeof(ImportPart))]
internal sealed partial class ImportJson : JsonSerializerContext;

/// <summary>
/// Makes an import of many saves all or nothing. The validated file is set aside in the store, then one small save says that it is
/// started: from there on it is rolled forward, by this run or, after a crash, by the next one. Before that save nothing of the file
/// was written; a crash there leaves some pieces that the next run sweeps away.
/// </summary>
internal sealed class ImportJournal(IDocumentStore store, TenantId tenant, TimeProvider clock)
{
    // As base64 in JSON well below the size of a save.
    private const int PartBytes = 1_000_000;
    private static readonly Kind<ImportEntry> Entry = new("import", 1, () => ImportJson.Default.ImportEntry, entry => entry.File);
    private static readonly Kind<ImportPart> Part = new("import-part", 1, () => ImportJson.Default.ImportPart, part => $"{part.File}|{part.Number:0000}");
    private readonly Partition directory = Partition.Directory(tenant);

    /// <summary>What was started and not done. Pieces of anything else are swept away: they may hold personal data.</summary>
    public async Task<IReadOnlyList<ImportEntry>> UnfinishedAsync(CancellationToken cancel)
    {
        IReadOnlyList<ImportEntry> started =
            [.. (await store.ListAsync(directory, Entry, "", int.MaxValue, cancel)).Select(entry => entry.Record).Where(entry => entry.State == ImportState.Started)];
        foreach (var part in await store.ListAsync(directory, Part, "", int.MaxValue, cancel))
            if (started.All(entry => entry.File != part.Record.File)) await SaveAsync(Part.Delete(part), cancel);
        return started;
    }

    public async Task<ImportEntry> BeginAsync(string file, Table table, IReadOnlyList<TeamId> teams, CancellationToken cancel)
    {
        var content = CsvTable.Write([table.Header, .. table.Rows.Select(row => row.Cells)]);
        var parts = content.Chunk(PartBytes).Select((chunk, index) => new ImportPart(file, index, chunk)).ToList();
        foreach (var part in parts) await SaveAsync(Part.Put(part), cancel);
        var entry = new ImportEntry(
            file, Convert.ToHexStringLower(SHA256.HashData(content)), parts.Count, ImportState.Started, clock.GetUtcNow(), teams);
        await SaveAsync(Entry.Put(entry), cancel);
        return entry;
    }

    /// <exception cref="InvalidDataException">A piece is missing or damaged.</exception>
    public async Task<byte[]> ContentAsync(ImportEntry entry, CancellationToken cancel)
    {
        var parts = await store.ListAsync(directory, Part, entry.File + "|", int.MaxValue, cancel);
        byte[] content = [.. parts.Take(entry.Parts).SelectMany(part => part.Record.Content)];
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != entry.Hash)
            throw new InvalidDataException($"What was set aside of {entry.File} is damaged; import the file again.");
        return content;
    }

    public async Task EndAsync(ImportEntry entry, CancellationToken cancel)
    {
        await SaveAsync(Entry.Put(entry with { State = ImportState.Done, At = clock.GetUtcNow() }), cancel);
        foreach (var part in await store.ListAsync(directory, Part, entry.File + "|", int.MaxValue, cancel)) await SaveAsync(Part.Delete(part), cancel);
    }

    private Task<SaveResult> SaveAsync(Write write, CancellationToken cancel) => store.SaveAsync(directory, $"import:{Guid.NewGuid()}", [write], cancel);
}
