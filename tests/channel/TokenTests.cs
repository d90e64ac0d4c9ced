using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>Each row is a good request with one thing changed. None is heard, and none makes the bot speak.</summary>
public sealed class TokenTests
{
    private static readonly RSA Foreign = RSA.Create(2048);

    /// <summary>What is asked of the bot: the header values and the body, made from the good ones.</summary>
    private sealed record Request(LocalIssuer Issuer, JsonObject Activity, string ServiceUrl)
    {
        public List<string> Headers { get; } = [];

        public void Bearer(string token) => Headers.Add("Bearer " + token);

        /// <summary>The good claims with a change.</summary>
        public void Claims(Action<JsonObject> change)
        {
            var claims = LocalIssuer.Claims(ServiceUrl, DateTimeOffset.UtcNow);
            change(claims);
            Bearer(Issuer.Sign(Issuer.Header(), claims));
        }

        public void Header(Action<JsonObject> change)
        {
            var header = Issuer.Header();
            change(header);
            Bearer(Issuer.Sign(header, LocalIssuer.Claims(ServiceUrl, DateTimeOffset.UtcNow)));
        }

        /// <summary>Signed by somebody else's algorithm.</summary>
        public void Signed(string algorithm, Func<byte[], byte[]> sign)
        {
            var header = Issuer.Header();
            header["alg"] = algorithm;
            var content = $"{LocalIssuer.Encode(header.ToJsonString())}.{LocalIssuer.Encode(LocalIssuer.Claims(ServiceUrl, DateTimeOffset.UtcNow).ToJsonString())}";
            Bearer($"{content}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(content)))}");
        }

        public string Good() => Issuer.Token(ServiceUrl);
    }

    private static readonly Dictionary<string, Action<Request>> Changes = new()
    {
        ["no token"] = _ => { },
        ["empty header"] = request => request.Headers.Add(""),
        ["Basic"] = request => request.Headers.Add("Basic " + request.Good()),
        ["no scheme"] = request => request.Headers.Add(request.Good()),
        ["Bearer without token"] = request => request.Headers.Add("Bearer "),
        ["two headers"] = request => { request.Bearer(request.Good()); request.Bearer(request.Good()); },
        ["two tokens in one header"] = request => request.Headers.Add($"Bearer {request.Good()}, Bearer {request.Good()}"),
        ["1 MB token"] = request => request.Bearer(request.Good() + new string('A', 1_000_000)),
        ["100 kB of claims"] = request => request.Claims(claims => claims["more"] = new string('x', 100_000)),
        ["not a token"] = request => request.Bearer("abc"),
        ["two parts"] = request => request.Bearer(request.Good()[..request.Good().LastIndexOf('.')]),
        ["empty signature"] = request => request.Bearer(request.Good()[..(request.Good().LastIndexOf('.') + 1)]),
        ["alg none"] = request => request.Signed("none", _ => []),
        ["alg None"] = request => request.Signed("None", _ => []),
        ["alg none, signed"] = request => request.Header(header => header["alg"] = "none"),
        ["alg rs256"] = request => request.Header(header => header["alg"] = "rs256"),
        ["alg PS256"] = request => request.Header(header => header["alg"] = "PS256"),
        ["alg missing"] = request => request.Header(header => header.Remove("alg")),
        ["HS256 with the public key as secret"] = request =>
            request.Signed("HS256", content => HMACSHA256.HashData(request.Issuer.Key.ExportSubjectPublicKeyInfo(), content)),
        ["HS256 with the public PEM as secret"] = request =>
            request.Signed("HS256", content => HMACSHA256.HashData(Encoding.ASCII.GetBytes(request.Issuer.Key.ExportSubjectPublicKeyInfoPem()), content)),
        ["ES256"] = request => request.Signed("ES256", content => ECDsa.Create(ECCurve.NamedCurves.nistP256).SignData(content, HashAlgorithmName.SHA256)),
        ["payload altered"] = request =>
        {
            var parts = request.Good().Split('.');
            parts[1] = LocalIssuer.Encode(LocalIssuer.Claims(request.ServiceUrl, DateTimeOffset.UtcNow.AddSeconds(9)).ToJsonString());
            request.Bearer(string.Join('.', parts));
        },
        ["signature altered"] = request =>
        {
            var good = request.Good();
            var at = good.Length - 20;
            request.Bearer(good[..at] + (good[at] == 'A' ? 'B' : 'A') + good[(at + 1)..]);
        },
        ["signed by another key under the good id"] = request => request.Bearer(
            request.Issuer.Sign(request.Issuer.Header().ToJsonString(), LocalIssuer.Claims(request.ServiceUrl, DateTimeOffset.UtcNow).ToJsonString(), Foreign)),
        ["unknown key id"] = request => request.Header(header => header["kid"] = "key-9"),
        ["no key id"] = request => request.Header(header => header.Remove("kid")),
        ["key id is a number"] = request => request.Header(header => header["kid"] = 1),
        ["jku"] = request => request.Header(header => header["jku"] = "https://example.com/keys"),
        ["x5u"] = request => request.Header(header => header["x5u"] = "https://example.com/cert"),
        ["embedded jwk"] = request =>
        {
            var header = request.Issuer.Header();
            header["jwk"] = LocalIssuer.PublicKey(Foreign, request.Issuer.KeyId, []);
            request.Bearer(request.Issuer.Sign(header.ToJsonString(), LocalIssuer.Claims(request.ServiceUrl, DateTimeOffset.UtcNow).ToJsonString(), Foreign));
        },
        ["critical extension"] = request => request.Header(header => header["crit"] = new JsonArray("x")),
        ["doubled header name"] = request => request.Bearer(request.Issuer.Sign(
            $$"""{"alg":"RS256","alg":"RS256","kid":"{{request.Issuer.KeyId}}"}""", LocalIssuer.Claims(request.ServiceUrl, DateTimeOffset.UtcNow).ToJsonString())),
        ["issuer wrong"] = request => request.Claims(claims => claims["iss"] = "https://api.botframework.com.example.com"),
        ["issuer with a slash"] = request => request.Claims(claims => claims["iss"] = "https://api.botframework.com/"),
        ["issuer missing"] = request => request.Claims(claims => claims.Remove("iss")),
        ["issuer a list"] = request => request.Claims(claims => claims["iss"] = new JsonArray(LocalIssuer.Issuer)),
        ["issuer twice"] = request => request.Bearer(request.Issuer.Sign(
            request.Issuer.Header().ToJsonString(),
            LocalIssuer.Claims(request.ServiceUrl, DateTimeOffset.UtcNow).ToJsonString().Replace("{\"iss\"", "{\"iss\":\"https://example.com\",\"iss\""))),
        ["emulator issuer"] = request => request.Claims(claims => claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["user issuer"] = request => request.Claims(claims => claims["iss"] = $"https://login.microsoftonline.com/{BotHost.Tenant}/v2.0"),
        ["government issuer"] = request => request.Claims(claims => claims["iss"] = "https://api.botframework.us"),
        ["another bot's audience"] = request => request.Claims(claims => claims["aud"] = "99999999-2222-2222-2222-222222222222"),
        ["audience missing"] = request => request.Claims(claims => claims.Remove("aud")),
        ["audience empty"] = request => request.Claims(claims => claims["aud"] = ""),
        ["two audiences"] = request => request.Claims(claims => claims["aud"] = new JsonArray(LocalIssuer.AppId, "https://example.com")),
        ["audience as api address"] = request => request.Claims(claims => claims["aud"] = "api://" + LocalIssuer.AppId),
        ["expired"] = request => request.Claims(claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds()),
        ["not yet valid"] = request => request.Claims(claims => claims["nbf"] = DateTimeOffset.UtcNow.AddMinutes(6).ToUnixTimeSeconds()),
        ["no expiry"] = request => request.Claims(claims => claims.Remove("exp")),
        ["expiry is a word"] = request => request.Claims(claims => claims["exp"] = "never"),
        ["skill of another app, v1"] = request => request.Claims(claims => { claims["ver"] = "1.0"; claims["appid"] = "99999999-2222-2222-2222-222222222222"; }),
        ["skill of another app, v2"] = request => request.Claims(claims => { claims["ver"] = "2.0"; claims["azp"] = "99999999-2222-2222-2222-222222222222"; }),
        ["service URL claim missing"] = request => request.Claims(claims => claims.Remove("serviceurl")),
        ["service URL claim empty"] = request => request.Claims(claims => claims["serviceurl"] = ""),
        ["service URL claim of another host"] = request => request.Claims(claims => claims["serviceurl"] = "https://smba.trafficmanager.net/emea/"),
        ["service URL missing in the body"] = request => { request.Activity.Remove("serviceUrl"); request.Bearer(request.Good()); },
        ["service URL of an attacker in the body"] = request => { request.Activity["serviceUrl"] = "https://evil-botframework.com/"; request.Bearer(request.Good()); },
        ["service URL of an attacker in both"] = request =>
        {
            request.Activity["serviceUrl"] = "https://evil-botframework.com/";
            request.Claims(claims => claims["serviceurl"] = "https://evil-botframework.com/");
        },
        ["another channel"] = request => { request.Activity["channelId"] = "webchat"; request.Bearer(request.Good()); },
        ["channel missing"] = request => { request.Activity.Remove("channelId"); request.Bearer(request.Good()); },
        ["conversation missing"] = request => { request.Activity.Remove("conversation"); request.Bearer(request.Good()); },
        ["tenants differ"] = request => { request.Activity["channelData"]!["tenant"]!["id"] = Guid.Empty.ToString(); request.Bearer(request.Good()); },
        ["tenant not enrolled"] = request =>
        {
            request.Activity["channelData"]!["tenant"]!["id"] = Guid.Empty.ToString();
            request.Activity["conversation"]!["tenantId"] = Guid.Empty.ToString();
            request.Bearer(request.Good());
        },
        ["no tenant"] = request =>
        {
            request.Activity.Remove("channelData");
            request.Activity["conversation"]!.AsObject().Remove("tenantId");
            request.Bearer(request.Good());
        },
    };

    [Fact]
    public async Task A_request_with_one_thing_wrong_is_refused_and_the_good_one_is_heard()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        var assistant = new EchoAssistant();
        await using var bot = await BotHost.StartAsync(new() { Issuer = issuer, Assistant = assistant, Environment = "Production" });
        Assert.True(Changes.Count >= 40);

        List<string> heard = [];
        foreach (var (name, change) in Changes)
        {
            var request = new Request(issuer, Activities.Message(bot.Connector.ServiceUrl, "hallo"), bot.Connector.ServiceUrl);
            change(request);
            var (status, body) = await SendAsync(bot, request);
            if (status is not (401 or 403) || body != "") heard.Add($"{name}: {status} {body}");
        }
        Assert.Empty(heard);
        Assert.Empty(assistant.Handled);
        Assert.Empty(bot.Connector.Requests);

        using var good = await bot.PostAsync(Activities.Message(bot.Connector.ServiceUrl, "hallo"), issuer.Token(bot.Connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal("hallo", Assert.Single(assistant.Handled).Text);
        Assert.Equal("echo: hallo", Assert.Single(bot.Connector.Messages).Text);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_longer_signatures_of_the_family_are_taken(string algorithm)
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var bot = await BotHost.StartAsync(new() { Issuer = issuer, Assistant = new EchoAssistant() });
        var header = issuer.Header();
        header["alg"] = algorithm;
        var token = issuer.Sign(header, LocalIssuer.Claims(bot.Connector.ServiceUrl, DateTimeOffset.UtcNow));
        using var answer = await bot.PostAsync(Activities.Message(bot.Connector.ServiceUrl, "hallo"), token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_slash_more_or_less_and_capitals_make_no_other_service_URL()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var bot = await BotHost.StartAsync(new() { Issuer = issuer, Assistant = new EchoAssistant() });
        using var answer = await bot.PostAsync(
            Activities.Message(bot.Connector.ServiceUrl, "hallo"), issuer.Token(bot.Connector.ServiceUrl.TrimEnd('/').ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("not endorsed")]
    [InlineData("endorsed for another channel")]
    [InlineData("for encryption")]
    [InlineData("certificate expired")]
    [InlineData("too short")]
    public async Task A_key_that_may_not_sign_for_Teams_is_refused(string key)
    {
        await using var issuer = await LocalIssuer.StartAsync();
        var other = LocalIssuer.PublicKey(Foreign, "other", ["msteams"]);
        var signer = Foreign;
        switch (key)
        {
            case "not endorsed": other.Remove("endorsements"); break;
            case "endorsed for another channel": other["endorsements"] = new JsonArray("webchat"); break;
            case "for encryption": other["use"] = "enc"; break;
            case "certificate expired": other["x5c"] = new JsonArray(Convert.ToBase64String(Expired())); break;
            default:
                signer = RSA.Create(1024);
                other = LocalIssuer.PublicKey(signer, "other", ["msteams"]);
                break;
        }
        issuer.MoreKeys.Add(other);
        await using var bot = await BotHost.StartAsync(new() { Issuer = issuer, Assistant = new EchoAssistant() });
        var header = issuer.Header();
        header["kid"] = "other";
        var token = issuer.Sign(header.ToJsonString(), LocalIssuer.Claims(bot.Connector.ServiceUrl, DateTimeOffset.UtcNow).ToJsonString(), signer);
        using var answer = await bot.PostAsync(Activities.Message(bot.Connector.ServiceUrl, "hallo"), token);
        Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, answer.StatusCode.ToString());
        Assert.Empty(bot.Connector.Requests);
    }

    [Fact]
    public async Task The_same_key_is_taken_once_nothing_is_wrong_with_it()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        issuer.MoreKeys.Add(LocalIssuer.PublicKey(Foreign, "other", ["msteams"]));
        await using var bot = await BotHost.StartAsync(new() { Issuer = issuer, Assistant = new EchoAssistant() });
        var header = issuer.Header();
        header["kid"] = "other";
        var token = issuer.Sign(header.ToJsonString(), LocalIssuer.Claims(bot.Connector.ServiceUrl, DateTimeOffset.UtcNow).ToJsonString(), Foreign);
        using var answer = await bot.PostAsync(Activities.Message(bot.Connector.ServiceUrl, "hallo"), token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_token_is_judged_before_the_body_is_read()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var bot = await BotHost.StartAsync(new() { Issuer = issuer, Assistant = new EchoAssistant() });
        using var unsigned = await bot.PostAsync("{ not json");
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        using var signed = await bot.PostAsync("{ not json", issuer.Token(bot.Connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.BadRequest, signed.StatusCode);
    }

    private static async Task<(int Status, string Body)> SendAsync(BotHost bot, Request wanted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(wanted.Activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = bot.Http.BaseAddress };
        if (wanted.Headers.Count < 2)
        {
            foreach (var header in wanted.Headers) request.Headers.TryAddWithoutValidation("Authorization", header);
            using var answer = await client.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        // The client would fold two headers into one: they are written by hand.
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, bot.Http.BaseAddress!.Port);
        var body = wanted.Activity.ToJsonString();
        var text = $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
            + string.Concat(wanted.Headers.Select(header => $"Authorization: {header}\r\n")) + "\r\n" + body;
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));
        using var reader = new StreamReader(socket.GetStream());
        var response = await reader.ReadToEndAsync();
        return (int.Parse(response.Split(' ')[1]), response[(response.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    private static byte[] Expired()
    {
        var request = new CertificateRequest("CN=old", Foreign, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddDays(-1));
        return certificate.Export(X509ContentType.Cert);
    }
}
