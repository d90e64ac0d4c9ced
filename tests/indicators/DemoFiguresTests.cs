using System.Globalization;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Indicators;

/// <summary>Figures of the demo organisation against its files, read here as plain text.</summary>
public sealed class DemoFiguresTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task Revenue_targets_and_key_accounts_are_those_of_the_files()
    {
        var store = await TestStores.Sqlite();
        await using var opened = (IAsyncDisposable)store;
        var report = await new Importer(store, DemoOrganisation.Tenant, TimeProvider.System)
            .ImportAsync([DemoOrganisation.Folder], null, default);
        Assert.Empty(report.Problems);
        foreach (var team in report.TouchedTeams) await Rollups.RebuildAsync(store, DemoOrganisation.Tenant, team, default);
        var users = Lines("users.csv").ToDictionary(row => row[2], row => (Id: row[0], Team: row[5]));
        var owners = Lines("accounts.csv").ToDictionary(row => row[0], row => row[^4]);
        var revenue = Lines("revenue.csv")
            .Select(row => (Account: row[0], Month: row[1], Amount: decimal.Parse(row[3], CultureInfo.InvariantCulture))).ToList();
        var months = Enumerable.Range(0, 12)
            .Select(back => new DateOnly(2025, 12, 1).AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture)).ToHashSet();

        foreach (var team in report.TouchedTeams.Where(team => owners.Values.Any(owner => users[owner].Team == team.Value)))
        {
            var own = revenue.Where(row => months.Contains(row.Month) && users[owners[row.Account]].Team == team.Value).ToList();
            var reading = new IndicatorReading(store, DemoOrganisation.Tenant, team, Today);

            var set = await reading.OfTeamAsync(Period.Year(2025), default);

            Assert.Equal(own.Sum(row => row.Amount), set["revenue"]!.Value);
            Assert.Equal(own.GroupBy(row => row.Account).Count(account => account.Sum(row => row.Amount) > 15_000m),
                set["key_accounts"]!.Value);
            Assert.Equal(set["revenue"]!.Value, set.Months.Sum(month => month.Actual));
            Assert.Equal(set["revenue"]!.Value, set.Groups.Sum(group => group.Actual));
            Assert.Equal(set["revenue"]!.Value, set.Accounts.Sum(account => account.Actual));
            var target = Lines("targets.csv")
                .Where(row => row[0] == "team" && row[1] == team.Value && row[2].StartsWith("2025", StringComparison.Ordinal)
                && row[3] == "").Sum(row => decimal.Parse(row[4], CultureInfo.InvariantCulture));
            if (target > 0) Assert.Equal(target, set["revenue"]!.Target);

            foreach (var against in new[] { BridgeBase.LastYear, BridgeBase.Target })
            {
                var bridge = await reading.BridgeAsync(new FigureScope.OfTeam(team), Period.Year(2025), against, default);
                Assert.Equal((0m, set["revenue"]!.Value), (bridge!.Residual, bridge.Actual));
            }
        }
    }

    // The demo's quoted fields hold no figures that are read here; a comma in them is counted from the other end.
    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(DemoOrganisation.Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));
}
