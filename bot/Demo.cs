using System.Diagnostics;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.Lists;
using SalesBot.Data.People;
using SalesBot.Data.Store;

namespace SalesBot.Bot;

/// <summary>Before the first request: what a crash interrupted is finished, what an older version wrote is listed, and an empty store gets the demo organisation where that is wanted.</summary>
internal sealed partial class Demo(IDocumentStore store, SalesBotSettings settings, TimeProvider clock, ILogger<Demo> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancel)
    {
        foreach (var tenant in settings.Tenants)
        {
            var resumed = await new Importer(store, tenant, clock).ResumeAsync(null, cancel);
            foreach (var team in resumed.TouchedTeams) await Rollups.RebuildAsync(store, tenant, team, cancel);
            foreach (var team in await new Organisation(store, tenant).TeamsAsync(cancel))
                if (await Listing.IsMissingAsync(store, Partition.Of(tenant, team.Id), cancel)) await Rollups.RebuildAsync(store, tenant, team.Id, cancel);
        }
        if (settings.Demo) await LoadAsync(cancel);
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;

    private async Task LoadAsync(CancellationToken cancel)
    {
        var tenant = settings.Tenants[0];
        if ((await new Organisation(store, tenant).UsersAsync(cancel)).Count > 0) return;
        var started = Stopwatch.GetTimestamp();
        var report = await new Importer(store, tenant, clock).ImportAsync([DemoOrganisation.Folder], null, cancel);
        if (!report.Succeeded) throw new InvalidDataException($"The demo organisation is at fault: {report.Problems[0]}");
        await Task.WhenAll(report.TouchedTeams.Select(team => Rollups.RebuildAsync(store, tenant, team, cancel)));
        Loaded(report.Written, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    [LoggerMessage(LogEvents.DemoLoaded, LogLevel.Information, "The demo organisation was loaded: {Count} records in {Milliseconds:0} ms.")]
    private partial void Loaded(int count, double milliseconds);
}
