namespace SalesBot.Data.Privacy;

/// <summary>That a contact's personal data was erased: the proof, and what a restored backup is held against. It holds ids only.</summary>
/// <param name="By">Who asked for it.</param>
/// <param name="Documents">How many documents were rewritten, by kind.</param>
/// <param name="DoneAt">Null: it was begun and is to be finished.</param>
public sealed record Erasure(
    ContactId Contact, AccountId Account, TeamId Team, UserId By, DateTimeOffset At, IReadOnlyDictionary<string, int> Documents, DateTimeOffset? DoneAt = null);

/// <summary>That somebody asked in chat for a contact's data to be erased; the work is done right after.</summary>
public sealed record ErasureRequest(string Id, ContactId Contact, TeamId Team, UserId By, DateTimeOffset At);

/// <summary>
/// The erasures of all time in a file beside the store, one JSON line each, ids only: an older backup of the store does not know of
/// them, this file does.
/// </summary>
/// <param name="path">Null: there is none to keep.</param>
public sealed class ErasureLedger(string? path)
{
    private static readonly SemaphoreSlim Writing = new(1);

    public async Task AppendAsync(TenantId tenant, ContactId contact, UserId by, DateTimeOffset at, CancellationToken cancel)
    {
        if (path is null || (await ReadAsync(tenant, cancel)).Contains(contact)) return;
        await Writing.WaitAsync(cancel);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, 4096, FileOptions.WriteThrough);
            var line = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new ErasureLine(tenant, contact, by, at), TradeJson.Default.ErasureLine);
            await file.WriteAsync((byte[])[.. line, (byte)'\n'], cancel);
        }
        finally
        {
            Writing.Release();
        }
    }

    public async Task<IReadOnlySet<ContactId>> ReadAsync(TenantId tenant, CancellationToken cancel)
    {
        if (path is null || !File.Exists(path)) return new HashSet<ContactId>();
        var lines = await File.ReadAllLinesAsync(path, cancel);
        return lines.Where(line => line.Length > 0).Select(line => System.Text.Json.JsonSerializer.Deserialize(line, TradeJson.Default.ErasureLine)!)
            .Where(line => line.Tenant == tenant).Select(line => line.Contact).ToHashSet();
    }
}

/// <summary>A line of the <see cref="ErasureLedger"/>.</summary>
public sealed record ErasureLine(TenantId Tenant, ContactId Contact, UserId By, DateTimeOffset At);
