using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Tests.Channel;

/// <summary>A stand-in for the channel's token service: signs tokens, serves its metadata and keys, and can be told to be down.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    public const string AppId = "22222222-2222-2222-2222-222222222222", Issuer = "https://api.botframework.com";

    private readonly WebApplication server;
    private int fetches;

    public RSA Key { get; private set; } = RSA.Create(2048);
    public string KeyId { get; private set; } = "key-1";
    public bool IsDown { get; set; }

    /// <summary>What the key set holds beside, or in place of, the key; changed by tests.</summary>
    public JsonArray Endorsements { get; set; } = ["msteams", "webchat"];
    public List<JsonObject> MoreKeys { get; } = [];
    public JsonArray? Certificates { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Fetches => fetches;
    public string Metadata => server.Urls.First() + "/.well-known/openidconfiguration";

    private LocalIssuer(WebApplication server) => this.server = server;

    public static async Task<LocalIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new LocalIssuer(app);
        app.MapGet("/.well-known/openidconfiguration", () =>
        {
            Interlocked.Increment(ref issuer.fetches);
            return issuer.IsDown ? Results.StatusCode(503) : Json(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = app.Urls.First() + "/keys" });
        });
        app.MapGet("/keys", () => issuer.IsDown ? Results.StatusCode(503) : Json(issuer.KeySet()));
        await app.StartAsync();
        return issuer;
    }

    /// <summary>A new key takes the place of the old one.</summary>
    public void Rotate()
    {
        Key = RSA.Create(2048);
        KeyId = "key-" + Guid.NewGuid().ToString("N")[..8];
    }

    public JsonObject Header() => new() { ["alg"] = "RS256", ["kid"] = KeyId, ["typ"] = "JWT" };

    public static JsonObject Claims(string serviceUrl, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = AppId,
        ["serviceurl"] = serviceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    public string Token(string serviceUrl) => Sign(Header(), Claims(serviceUrl, DateTimeOffset.UtcNow));

    public string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString());

    /// <summary>Signs with the algorithm that the header names (RSA families), else with RS256.</summary>
    public string Sign(string header, string claims, RSA? key = null)
    {
        var content = $"{Encode(header)}.{Encode(claims)}";
        var hash = header.Contains("RS512") ? HashAlgorithmName.SHA512 : header.Contains("RS384") ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;
        var padding = header.Contains("PS256") ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return $"{content}.{Base64UrlEncoder.Encode((key ?? Key).SignData(Encoding.ASCII.GetBytes(content), hash, padding))}";
    }

    public static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));

    public static JsonObject PublicKey(RSA key, string id, JsonArray endorsements)
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = endorsements.DeepClone(),
        };
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private JsonObject KeySet()
    {
        var own = PublicKey(Key, KeyId, Endorsements);
        if (Certificates is { } certificates) own["x5c"] = certificates.DeepClone();
        return new JsonObject { ["keys"] = new JsonArray([own, .. MoreKeys.Select(key => key.DeepClone())]) };
    }

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");
}
