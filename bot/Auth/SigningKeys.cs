using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;

namespace SalesBot.Bot.Auth;

/// <summary>A key that the channel signs with, and the channels it may sign for.</summary>
internal sealed record SigningKey(RsaSecurityKey Key, FrozenSet<string> Endorsements);

internal abstract record KeyAnswer
{
    private KeyAnswer() { }

    public sealed record Found(SigningKey Key) : KeyAnswer;

    public sealed record Unknown : KeyAnswer;

    /// <summary>No keys to judge by: the source can not be reached, and what it said last is too old.</summary>
    public sealed record Unavailable : KeyAnswer;
}

/// <summary>
/// The channel's keys from its OpenID metadata. Renewed every 12 hours, and at an unknown key once per 5 minutes however many
/// ask; what was read last serves 24 hours through an outage.
/// </summary>
internal sealed partial class SigningKeys(IHttpClientFactory clients, ChannelSettings channel, AuthClock clock, ILogger<SigningKeys> log)
{
    public const string Client = "openid";
    private const int MaxBytes = 1024 * 1024;
    private static readonly TimeSpan Renewal = TimeSpan.FromHours(12), Grace = TimeSpan.FromHours(24), UnknownKeyPause = TimeSpan.FromMinutes(5),
        FailurePause = TimeSpan.FromSeconds(30), FetchTime = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private FrozenDictionary<string, SigningKey>? keys;
    private DateTimeOffset readAt = DateTimeOffset.MinValue, triedAt = DateTimeOffset.MinValue, soughtAt = DateTimeOffset.MinValue;
    private Task? refresh;

    /// <summary>There are keys that may still be used.</summary>
    public bool AreUsable => keys is not null && clock.Now - readAt <= Grace;

    public async Task<KeyAnswer> FindAsync(string keyId, CancellationToken cancel)
    {
        var now = clock.Now;
        if (!AreUsable) await RefreshAsync(now - triedAt >= (keys is null ? TimeSpan.FromSeconds(2) : FailurePause)).WaitAsync(cancel);
        else if (now - readAt > Renewal) _ = RefreshAsync(now - triedAt >= UnknownKeyPause);
        if (!AreUsable) return new KeyAnswer.Unavailable();
        if (keys!.TryGetValue(keyId, out var key)) return new KeyAnswer.Found(key);
        await RefreshAsync(MaySeek(now)).WaitAsync(cancel);
        return keys!.TryGetValue(keyId, out key) ? new KeyAnswer.Found(key) : new KeyAnswer.Unknown();
    }

    /// <summary>Reads the keys before anybody asks; failing is no matter, the first request tries again.</summary>
    public Task WarmAsync() => RefreshAsync(true);

    private bool MaySeek(DateTimeOffset now)
    {
        lock (gate)
        {
            if (now - soughtAt < UnknownKeyPause) return false;
            soughtAt = now;
            return true;
        }
    }

    /// <summary>One fetch for everybody who asks meanwhile; without the right to start one, the one that runs is awaited.</summary>
    private Task RefreshAsync(bool mayStart)
    {
        lock (gate)
        {
            if (refresh is { IsCompleted: false }) return refresh;
            if (!mayStart) return Task.CompletedTask;
            triedAt = clock.Now;
            return refresh = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(FetchTime);
            using var client = clients.CreateClient(Client);
            client.MaxResponseContentBufferSize = MaxBytes;
            using var metadata = JsonDocument.Parse(await client.GetByteArrayAsync(channel.OpenIdMetadata, limit.Token));
            var address = new Uri(metadata.RootElement.GetProperty("jwks_uri").GetString()!);
            if (address.Scheme != "https" && !(address.IsLoopback && channel.OpenIdMetadata.IsLoopback))
            {
                throw new InvalidDataException("The key address is not https.");
            }
            using var set = JsonDocument.Parse(await client.GetByteArrayAsync(address, limit.Token));
            var read = set.RootElement.GetProperty("keys").EnumerateArray().Select(Read).OfType<SigningKey>()
                .DistinctBy(key => key.Key.KeyId).ToFrozenDictionary(key => key.Key.KeyId);
            if (read.Count == 0) throw new InvalidDataException("There is no usable key.");
            keys = read;
            readAt = clock.Now;
            KeysRead(read.Count);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or InvalidDataException
            or KeyNotFoundException or InvalidOperationException or UriFormatException or FormatException or ArgumentNullException)
        {
            KeysNotRead(e.GetType().Name);
        }
    }

    /// <summary>Null: not a key for signatures, or one whose certificate is out of date.</summary>
    private SigningKey? Read(JsonElement row)
    {
        string? Of(string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        if (Of("kty") != "RSA" || Of("use") is not (null or "sig") || Of("kid") is not { Length: > 0 } id) return null;
        if (Of("n") is not { } modulus || Of("e") is not { } exponent || !HasValidCertificate(row)) return null;
        var key = new RsaSecurityKey(new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(modulus), Exponent = Base64UrlEncoder.DecodeBytes(exponent) });
        if (key.KeySize < 2048) return null;
        key.KeyId = id;
        return new SigningKey(key, Endorsements(row));
    }

    private bool HasValidCertificate(JsonElement row)
    {
        if (!row.TryGetProperty("x5c", out var chain) || chain.ValueKind != JsonValueKind.Array || chain.GetArrayLength() == 0) return true;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(chain[0].GetString() ?? ""));
            return certificate.NotBefore.ToUniversalTime() <= clock.Now.UtcDateTime && clock.Now.UtcDateTime <= certificate.NotAfter.ToUniversalTime();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static FrozenSet<string> Endorsements(JsonElement row) =>
        row.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToFrozenSet()
            : [];

    [LoggerMessage(LogEvents.KeysRead, LogLevel.Information, "Read {Count} keys of the channel.")]
    private partial void KeysRead(int count);

    [LoggerMessage(LogEvents.KeysNotRead, LogLevel.Warning, "The channel's keys could not be read: {Reason}.")]
    private partial void KeysNotRead(string reason);
}

/// <summary>The time by which tokens are judged: the real one, also where the bot's own clock was set elsewhere.</summary>
internal sealed record AuthClock(TimeProvider Time)
{
    public DateTimeOffset Now => Time.GetUtcNow();
}
