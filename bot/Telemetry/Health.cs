using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesBot.Bot.Auth;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Settings;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Telemetry;

/// <summary>The store answers within two seconds.</summary>
internal sealed class StoreHealth(IDocumentStore store, SalesBotSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(2));
            await store.FindAsync(Partition.Directory(settings.Tenants[0]), "health", limit.Token).WaitAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e)
        {
            return HealthCheckResult.Unhealthy(e.GetType().Name);
        }
    }
}

/// <summary>There are keys to judge tokens by, where tokens are asked for.</summary>
internal sealed class ChannelHealth(SigningKeys keys, SalesBotSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel) =>
        Task.FromResult(settings.Channel.IsAnonymous || keys.AreUsable
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The channel's keys are not known."));
}

/// <summary>Reads the keys at start, and at a stop lets the turns that run come to their end.</summary>
internal sealed partial class ChannelStart(SigningKeys keys, Turns turns, SalesBotSettings settings, ILogger<ChannelStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        if (settings.Channel is { IsAnonymous: false, HasCredential: false }) NoCredential();
        // Not awaited: the bot starts also while the key source is down, and answers 503 until it is there.
        if (!settings.Channel.IsAnonymous) _ = keys.WarmAsync();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => turns.DrainAsync(cancel);

    [LoggerMessage(LogEvents.NoCredential, LogLevel.Warning, "The bot has an AppId and no credential: only loopback service URLs can be answered.")]
    private partial void NoCredential();
}
