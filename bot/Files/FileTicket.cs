using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Files;

/// <summary>The right to fetch one file until a moment.</summary>
internal sealed record FileTicket(TenantId Tenant, FileOffer Offer, DateTimeOffset Until);

/// <summary>What a tenant's tickets are signed with: in the store, so that every instance knows it and a restart changes nothing.</summary>
internal sealed record FileKey(string Secret)
{
    public const string Key = "current";
    public static readonly Kind<FileKey> Kind = new("file-key", 1, () => FilesJson.Default.FileKey, _ => Key);
}

/// <summary>That a consent was answered: one answer, however often it is delivered.</summary>
/// <param name="Key">Digest of the ticket and of where the file was to go.</param>
internal sealed record FileAnswer(string Key, string Outcome, DateTimeOffset At)
{
    public static readonly Kind<FileAnswer> Kind = new("file-answer", 1, () => FilesJson.Default.FileAnswer, answer => answer.Key);
}

/// <summary>Writes and reads tickets. A ticket that was not signed here is none; it says nothing that its holder may not know.</summary>
internal sealed class FileTickets(IDocumentStore store)
{
    private const int LongestTicket = 2000, MacLength = 32;

    private readonly ConcurrentDictionary<TenantId, byte[]> keys = new();

    public async Task<string> WriteAsync(FileTicket ticket, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ticket, FilesJson.Default.FileTicket);
        return Base64Url.EncodeToString([.. HMACSHA256.HashData(await KeyAsync(ticket.Tenant, cancel), body), .. body]);
    }

    /// <summary>Null: nobody here has written it. Whether its time is over is another matter.</summary>
    /// <param name="tenants">Those that the bot serves; no other's key is looked for.</param>
    public async Task<FileTicket?> ReadAsync(string? text, IReadOnlyList<TenantId> tenants, CancellationToken cancel)
    {
        if (text is not { Length: > 0 and < LongestTicket } || Decoded(text) is not { Length: > MacLength } bytes) return null;
        var (mac, body) = (bytes[..MacLength], bytes[MacLength..]);
        foreach (var tenant in tenants)
        {
            // The words are looked at when they are known to be ours.
            if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(await KeyAsync(tenant, cancel), body), mac)) continue;
            return JsonSerializer.Deserialize(body, FilesJson.Default.FileTicket) is { } ticket && ticket.Tenant == tenant ? ticket : null;
        }
        return null;
    }

    private async Task<byte[]> KeyAsync(TenantId tenant, CancellationToken cancel)
    {
        if (keys.TryGetValue(tenant, out var known)) return known;
        var directory = Partition.Directory(tenant);
        if (await store.FindAsync(directory, FileKey.Kind, FileKey.Key, cancel) is not { } stored)
        {
            // Another instance may be first: then its key counts.
            await store.SaveAsync(
                directory, $"file-key|{Guid.NewGuid():N}", [FileKey.Kind.Create(new(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))))], cancel);
            stored = await store.FindAsync(directory, FileKey.Kind, FileKey.Key, cancel) ?? throw new StoreUnavailableException("The key of the files is not there.");
        }
        return keys[tenant] = Convert.FromHexString(stored.Record.Secret);
    }

    private static byte[]? Decoded(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.TryDecodeFromChars(text, bytes, out var written) ? bytes[..written] : null;
    }
}

/// <summary>Teams' own shapes for files.</summary>
internal sealed record FileConsentCard(string Description, long SizeInBytes, FileContext AcceptContext, FileContext DeclineContext)
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";
}

internal sealed record FileContext(string File);

internal sealed record FileInfoCard(string UniqueId, string FileType)
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FileTicket))]
[JsonSerializable(typeof(FileKey))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileInfoCard))]
internal sealed partial class FilesJson : JsonSerializerContext;
