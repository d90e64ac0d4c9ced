using SalesBot.Bot.Channel;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Cards.Imports;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Imports;

namespace SalesBot.Bot.Imports;

/// <summary>Imports what was confirmed. One at a time for a tenant, whichever instance; what a stop interrupts is taken up again at the next start.</summary>
internal sealed partial class ImportRunner(IDocumentStore store, ImportMessages messages, SalesBotSettings settings, Turns turns, TimeProvider time, ILogger<ImportRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9), Held = TimeSpan.FromMinutes(10), Patience = TimeSpan.FromSeconds(20), Every = TimeSpan.FromMinutes(15);

    private readonly Leases leases = new(store, "import");
    private readonly KeyedLock importing = new();

    public async Task RunAsync(TenantId tenant, User by, ConversationReference to, ReceivedFile file)
    {
        using var limit = new CancellationTokenSource(Longest);
        using var own = await importing.EnterAsync(tenant.Value, limit.Token);
        var received = new ReceivedFiles(store, tenant);
        // Who came second finds nothing left to do.
        if (await received.FindAsync(file.Id, limit.Token) is not { Record.State: ReceivedState.Importing } stored) return;
        if (await LeaseAsync(tenant, limit.Token) is not { } lease)
        {
            await received.DropAsync(stored.Record.Id, limit.Token);
            await messages.EndAsync(tenant, by, to, file.Card, ImportCard.Failed(file.Name, ImportTexts.Elsewhere, file.Speaks), limit.Token);
            return;
        }
        try
        {
            await messages.EndAsync(tenant, by, to, file.Card, await ImportAsync(tenant, by, to, file, received, limit.Token), CancellationToken.None);
            await received.DropAsync(file.Id, CancellationToken.None);
        }
        finally
        {
            await leases.ReleaseAsync(Partition.Directory(tenant), lease);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            foreach (var tenant in settings.Tenants)
            {
                try
                {
                    await TakeUpAsync(tenant, stoppingToken);
                }
                catch (StoreUnavailableException e)
                {
                    NotTakenUp(e.GetType().Name);
                }
            }
            await Task.Delay(Every, time, stoppingToken);
        }
    }

    private async Task TakeUpAsync(TenantId tenant, CancellationToken cancel)
    {
        var received = new ReceivedFiles(store, tenant);
        await received.SweepAsync(time.GetUtcNow() - ReceivedFiles.Kept, cancel);
        foreach (var file in (await received.AllAsync(cancel)).Where(file => file.State == ReceivedState.Importing))
        {
            if (await messages.WhereAsync(tenant, file, cancel) is not { } to || await new Organisation(store, tenant).FindUserAsync(file.By, cancel) is not { } by) await received.DropAsync(file.Id, cancel);
            else turns.Background(RunAsync(tenant, by, to, file));
        }
    }

    private async Task<AdaptiveCard> ImportAsync(TenantId tenant, User by, ConversationReference to, ReceivedFile file, ReceivedFiles received, CancellationToken cancel)
    {
        try
        {
            await messages.UpdateAsync(to, file.Card, ImportCard.Working(file.Name, 0, 0, file.Speaks), cancel);
            if (await received.ContentAsync(file, cancel) is not { } content) return ImportCard.Gone(file.Speaks);
            ImportReport report;
            await using (var progress = messages.Follow(to, file, cancel))
                report = await Task.Run(() => new Importer(store, tenant, time, by.Id).ImportAsync(file.Name, content, progress, cancel), cancel);
            await AfterImport.RunAsync(store, tenant, report, settings.ErasureLedger, time, cancel);
            Imported(file.Name, report.Written, report.Problems.Count);
            return report is { Problems.Count: 0, Files: [.., var done] } ? ImportCard.Done(done, file.Speaks) : ImportCard.Refused(file.Name, report.Problems, file.Speaks);
        }
        catch (Exception e)
        {
            return ImportCard.Failed(file.Name, ImportTexts.Broken(turns.Failed(e).Reference), file.Speaks);
        }
    }

    /// <summary>Null: another instance imports, and goes on doing so.</summary>
    private async Task<Stored<Lease>?> LeaseAsync(TenantId tenant, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromSeconds(1))
        {
            if (await leases.TakeAsync(Partition.Directory(tenant), Held, cancel) is { } lease) return lease;
            if (waited >= Patience) return null;
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    [LoggerMessage(LogEvents.FileImported, LogLevel.Information, "{File} that was sent in chat was imported: {Written} records written, {Problems} problems.")]
    private partial void Imported(string file, int written, int problems);

    [LoggerMessage(LogEvents.ImportNotTakenUp, LogLevel.Warning, "Imports that were interrupted could not be looked for: {Error}; tried again later.")]
    private partial void NotTakenUp(string error);
}
