using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Privacy;

namespace SalesBot.Bot.Privacy;

/// <summary>
/// Before the first request, and with the daily sweep: whom an older backup or an import that was cut off brought back is erased again, and
/// what was begun is finished.
/// </summary>
internal sealed partial class ErasuresAgain(IDocumentStore store, SalesBotSettings settings, TimeProvider clock, ILogger<ErasuresAgain> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancel) => RunAsync(cancel);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var tenant in settings.Tenants)
        {
            var again = await new Erasing(store, tenant, new(settings.ErasureLedger), clock).AgainAsync(cancel);
            if (again.Count > 0) ErasedAgain(again.Count);
        }
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;

    [LoggerMessage(LogEvents.ErasedAgain, LogLevel.Warning, "{Count} contacts that had been erased before were back, as after a restore or an import, and were erased again.")]
    private partial void ErasedAgain(int count);
}
