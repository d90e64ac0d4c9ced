using SalesBot.Bot.Outbox;
using SalesBot.Bot.Privacy;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Upkeep;

/// <summary>Sweeps once a day. Several instances may do it at once: a document goes once.</summary>
internal sealed partial class NightlySweep(IDocumentStore store, SalesBotSettings settings, TimeProvider clock, ErasuresAgain erasures, ILogger<NightlySweep> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10), Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweeping = new Sweeping(store, clock, settings.Retention);
        for (var pause = First; ; pause = Every)
        {
            await Task.Delay(pause, clock, stoppingToken);
            try
            {
                await erasures.RunAsync(stoppingToken);
                foreach (var tenant in settings.Tenants)
                {
                    var swept = await sweeping.SweepAsync(tenant, stoppingToken);
                    var oldest = clock.GetUtcNow().AddDays(-settings.Retention.DeadLetterDays);
                    foreach (var team in await new Organisation(store, tenant).TeamsAsync(stoppingToken))
                        swept += await sweeping.SweepAsync(Partition.Of(tenant, team.Id), DeadLetter.Kind, letter => letter.At < oldest, stoppingToken);
                    Swept(swept);
                }
            }
            catch (StoreUnavailableException e)
            {
                SweepFailed(e.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogEvents.Swept, LogLevel.Information, "{Count} documents past their time were taken away.")]
    private partial void Swept(int count);

    [LoggerMessage(LogEvents.SweepFailed, LogLevel.Warning, "Taking away documents past their time failed: {Error}; tried again tomorrow.")]
    private partial void SweepFailed(string error);
}
