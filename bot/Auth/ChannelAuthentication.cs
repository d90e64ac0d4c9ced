using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;
using SalesBot.Bot.Settings;

namespace SalesBot.Bot.Auth;

/// <summary>Who sent a request, before its body was read.</summary>
internal abstract record Sender
{
    private Sender() { }

    /// <summary>A channel proved itself by a token.</summary>
    public sealed record Channel(string ServiceUrl, IReadOnlySet<string> Endorsements) : Sender;

    /// <summary>Somebody on this machine, in Development without a registration.</summary>
    public sealed record Local : Sender;

    /// <param name="Status">401, or 503 where there are no keys to judge by.</param>
    /// <param name="Reason">A short code for the log.</param>
    public sealed record Refused(int Status, string Reason) : Sender;
}

/// <summary>Checks the Bot Connector's token. Strict by default: without a registration only Development on loopback is let in.</summary>
internal sealed class ChannelAuthentication(SalesBotSettings settings, SigningKeys keys, AuthClock clock)
{
    private const int MaxTokenLength = 16 * 1024;

    // Ways for a token to bring its own key, or to ask for a processing that nobody needs (RFC 8725).
    private static readonly string[] ForbiddenHeaders = ["jku", "x5u", "jwk", "x5c", "crit", "zip", "enc", "b64"];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenLength };
    private readonly string issuer = IssuerOf(settings.Channel.OpenIdMetadata);

    public async Task<Sender> CheckAsync(HttpContext http, CancellationToken cancel)
    {
        var header = http.Request.Headers[HeaderNames.Authorization];
        if (settings.Channel.IsAnonymous) return CheckLocal(http, header.Count);
        if (header is not [{ } value]) return Refuse(header.Count == 0 ? "no-token" : "several-tokens");
        if (value.Length > MaxTokenLength) return Refuse("token-too-long");
        if (!value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Refuse("not-bearer");
        return await CheckTokenAsync(value["Bearer ".Length..].Trim(), cancel);
    }

    private Sender CheckLocal(HttpContext http, int tokens)
    {
        if (!settings.IsDevelopment) return Refuse("no-registration");
        if (tokens > 0) return Refuse("token-without-registration");
        if (http.Connection.RemoteIpAddress is not { } address || !System.Net.IPAddress.IsLoopback(address)) return Refuse("not-loopback");
        // A page in the developer's browser reaches loopback too; it can not leave its origin out, nor choose the host name.
        if (!IsLoopbackName(http.Request.Host.Host)) return Refuse("foreign-host");
        foreach (var origin in http.Request.Headers.Origin)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || !page.IsLoopback) return Refuse("foreign-origin");
        }
        return new Sender.Local();
    }

    private async Task<Sender> CheckTokenAsync(string text, CancellationToken cancel)
    {
        if (Header(text) is not { } header) return Refuse("unreadable");
        if (ForbiddenHeaders.Any(name => header.TryGetProperty(name, out _))) return Refuse("forbidden-header");
        if (!header.TryGetProperty("kid", out var kid) || kid.ValueKind != JsonValueKind.String) return Refuse("no-key-id");
        return await keys.FindAsync(kid.GetString()!, cancel) switch
        {
            KeyAnswer.Unavailable => new Sender.Refused(StatusCodes.Status503ServiceUnavailable, "no-keys"),
            KeyAnswer.Found found => await CheckSignedAsync(text, found.Key),
            _ => Refuse("unknown-key"),
        };
    }

    private async Task<Sender> CheckSignedAsync(string text, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = settings.Channel.AppId,
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
        });
        if (!result.IsValid) return Refuse(result.Exception?.GetType().Name ?? "invalid");
        var token = (JsonWebToken)result.SecurityToken;
        // The library reads one of several; this bot takes only a token that leaves no choice.
        if (token.Audiences.Count() != 1 || !HasUniqueClaims(token)) return Refuse("ambiguous-claims");
        if (IsOtherCaller(token, "appid") || IsOtherCaller(token, "azp")) return Refuse("other-caller");
        return token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            ? new Sender.Channel(serviceUrl, key.Endorsements)
            : new Sender.Refused(StatusCodes.Status403Forbidden, "no-service-url");
    }

    private bool IsInTime(DateTime? notBefore, DateTime? expires) =>
        expires is { } end && clock.Now.UtcDateTime < end + Skew && (notBefore is not { } start || start - Skew <= clock.Now.UtcDateTime);

    private bool IsOtherCaller(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var caller) && !string.Equals(caller as string, settings.Channel.AppId, StringComparison.OrdinalIgnoreCase);

    private static bool HasUniqueClaims(JsonWebToken token) =>
        Parse(token.EncodedPayload) is { } payload && payload.TryGetProperty("iss", out var iss) && iss.ValueKind == JsonValueKind.String
        && payload.TryGetProperty("aud", out var aud) && aud.ValueKind == JsonValueKind.String;

    private static JsonElement? Header(string token) => token.Split('.') is [var header, _, _] ? Parse(header) : null;

    /// <summary>An object with unique names; null where it is not one.</summary>
    private static JsonElement? Parse(string part)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(part), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    /// <summary>Each cloud has one issuer, known by where its keys come from.</summary>
    private static string IssuerOf(Uri metadata) => metadata.Host switch
    {
        "login.botframework.azure.us" => "https://api.botframework.us",
        "login.botframework.azure.cn" => "https://api.botframework.azure.cn",
        _ => "https://api.botframework.com",
    };

    private static Sender.Refused Refuse(string reason) => new(StatusCodes.Status401Unauthorized, reason);
}
