using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace SalesBot.Bot.Connector;

/// <summary>The bot's own token for the connector.</summary>
internal interface IBotToken
{
    /// <param name="fresh">Not from the cache.</param>
    /// <returns>Null: this bot has none.</returns>
    /// <exception cref="BotTokenException">It could not be had now.</exception>
    Task<string?> GetAsync(bool fresh, CancellationToken cancel);
}

internal sealed class BotTokenException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Without a registration nothing is proved to anybody.</summary>
internal sealed class NoBotToken : IBotToken
{
    public Task<string?> GetAsync(bool fresh, CancellationToken cancel) => Task.FromResult<string?>(null);
}

/// <summary>Client credentials from Microsoft Entra, kept in MSAL's cache until shortly before they end.</summary>
internal sealed partial class EntraBotToken(ChannelSettings channel, ILogger<EntraBotToken> log) : IBotToken
{
    private const string Resource = "https://api.botframework.com";

    private readonly Lazy<IConfidentialClientApplication> confidential = new(() => Confidential(channel));
    private readonly Lazy<IManagedIdentityApplication> managed = new(
        () => ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(channel.AppId)).Build());

    public async Task<string?> GetAsync(bool fresh, CancellationToken cancel)
    {
        try
        {
            var result = channel.AppType == AppType.UserAssignedMSI
                ? await managed.Value.AcquireTokenForManagedIdentity(Resource).WithForceRefresh(fresh).ExecuteAsync(cancel)
                : await confidential.Value.AcquireTokenForClient([Resource + "/.default"]).WithForceRefresh(fresh).ExecuteAsync(cancel);
            return result.AccessToken;
        }
        catch (Exception e) when (e is MsalException or HttpRequestException or SettingException)
        {
            TokenNotHad(e.GetType().Name);
            throw new BotTokenException("no-bot-token", e);
        }
    }

    private static IConfidentialClientApplication Confidential(ChannelSettings channel)
    {
        var tenant = channel.AppType == AppType.MultiTenant ? "botframework.com" : channel.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(channel.AppId).WithAuthority($"{channel.Authority.ToString().TrimEnd('/')}/{tenant}");
        return channel.CertificateThumbprint is { } thumbprint
            ? builder.WithCertificate(Certificate(thumbprint)).Build()
            : builder.WithClientSecret(channel.ClientSecret).Build();
    }

    private static X509Certificate2 Certificate(string thumbprint)
    {
        foreach (var location in (StoreLocation[])[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            try
            {
                using var store = new X509Store(StoreName.My, location, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..]) return found;
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                // This platform has no such store; the next one may.
            }
        }
        throw new SettingException("SalesBot:Channel:CertificateThumbprint", "no such certificate in the stores of this user or machine.");
    }

    [LoggerMessage(LogEvents.TokenNotHad, LogLevel.Error, "The bot's own token could not be had: {Reason}.")]
    private partial void TokenNotHad(string reason);
}

/// <summary>Adds the bot's token; after a 401 once with a new one, which all that failed with the old one share.</summary>
internal sealed class BotTokenHandler(IBotToken tokens, BotTokenRenewal renewal) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (!TrustedServiceUrls.MayCarryToken(request.RequestUri!) || await tokens.GetAsync(false, cancel) is not { } token)
        {
            return await base.SendAsync(request, cancel);
        }
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancel);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        response.Dispose();
        // A 401 was not acted upon, so that the same request, POST or not, may go once more.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await renewal.RenewAsync(token, cancel));
        return await base.SendAsync(request, cancel);
    }
}

/// <summary>One renewal for everybody whose token was refused at the same time.</summary>
internal sealed class BotTokenRenewal(IBotToken tokens)
{
    private readonly SemaphoreSlim one = new(1, 1);
    private string? refused;

    public async Task<string?> RenewAsync(string failed, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (await tokens.GetAsync(false, cancel) is { } current && current != failed) return current;
            // The token server gave the same again: it is not the token's age that displeases.
            if (refused == failed) return failed;
            var renewed = await tokens.GetAsync(true, cancel);
            refused = failed;
            return renewed;
        }
        finally
        {
            one.Release();
        }
    }
}
