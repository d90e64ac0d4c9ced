using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Privacy;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Imports;

/// <summary>What follows from an import: figures are counted anew, names that are kept in memory are read again, and whom it brought back is erased again.</summary>
public static class AfterImport
{
    /// <returns>Who was erased again.</returns>
    public static async Task<IReadOnlyList<ContactId>> RunAsync(IDocumentStore store, TenantId tenant, ImportReport report, string? erasureLedger, TimeProvider clock, CancellationToken cancel)
    {
        var erased = await new Erasing(store, tenant, new(erasureLedger), clock).AgainAsync(cancel);
        foreach (var team in report.TouchedTeams)
        {
            await Rollups.RebuildAsync(store, tenant, team, cancel);
            var operation = $"import-names:{Guid.NewGuid()}";
            await store.SaveAsync(Partition.Of(tenant, team), operation, [NamesStamp.Kind.Put(new(operation))], cancel);
        }
        return erased;
    }
}
