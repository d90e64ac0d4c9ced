using SalesBot.Bot.Checks;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Privacy;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>What changes records without being a turn stands in the audit as well, so that everything still holds afterwards.</summary>
public sealed class KeptWholeTests
{
    [Fact]
    public async Task An_erasure_leaves_the_audit_closed()
    {
        await using var morning = await Morning.CopyAsync();
        var before = (await morning.ListAsync(AuditEntry.Kind)).Count;
        Assert.NotNull(await new Erasing(morning.Store, DemoOrganisation.Tenant, new(null), TimeProvider.System).EraseAsync(new("C-2001"), AuditEntry.Operator, CancellationToken.None));
        Assert.True((await morning.ListAsync(AuditEntry.Kind)).Count >= before + 2, "The rewriting and the end of it each have an entry.");
        Assert.Equal([], (await morning.CheckAsync(Told.None)).Select(Checker.Block));
    }

    [Fact]
    public async Task An_import_that_replaces_and_moves_records_leaves_the_audit_closed()
    {
        await using var morning = await Morning.CopyAsync();
        // Achmea goes to Eva, and so to another team, with all that belongs to it; Philips is called otherwise from now on.
        var lines = await File.ReadAllLinesAsync(Path.Combine(DemoOrganisation.Folder, "accounts.csv"));
        var eva = (await morning.ListAsync(Kinds.User, Morning.Directory)).Single(user => user.Record.Name == "Eva Kuipers").Record;
        var anna = (await morning.ListAsync(Kinds.User, Morning.Directory)).Single(user => user.Record.Name == "Anna Visser").Record;
        var folder = Directory.CreateTempSubdirectory("salesbot-moved-");
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "accounts.csv"), lines.Select(line =>
            line.Contains(",Achmea,", StringComparison.Ordinal) ? line.Replace(anna.Email, eva.Email) : line.Replace("Philips Nederland BV", "Philips Nederland")));
        var report = await new Importer(morning.Store, DemoOrganisation.Tenant, TimeProvider.System).ImportAsync([folder.FullName], null, CancellationToken.None);
        folder.Delete(recursive: true);
        Assert.Empty(report.Problems);
        Assert.True(report.Files[0].Moved > 3, $"{report.Files[0].Moved} records moved.");
        foreach (var team in report.TouchedTeams) await Rollups.RebuildAsync(morning.Store, DemoOrganisation.Tenant, team, CancellationToken.None);
        Assert.Equal([], (await morning.CheckAsync(Told.None)).Select(Checker.Block));
    }
}
