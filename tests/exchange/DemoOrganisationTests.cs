using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using Xunit;

namespace SalesBot.Tests.Exchange;

public sealed class DemoOrganisationTests : ExchangeTest
{
    [Fact]
    public async Task It_is_imported_without_a_problem_and_a_second_time_changes_nothing()
    {
        var first = await ImportPaths(DemoOrganisation.Folder);
        Assert.Empty(first.Problems);
        Assert.Equal(
            ["users", "products", "package_parts", "discount_tiers", "policy", "accounts", "contacts", "revenue", "targets", "quotes", "visits"],
            first.Files.Select(file => Path.GetFileNameWithoutExtension(file.File)));
        Assert.All(first.Files, file => Assert.Equal(System.IO.File.ReadLines(Path.Combine(DemoOrganisation.Folder, file.File)).Count() - 1, file.Written));
        Assert.Equal(["corporate", "events", "public"], first.TouchedTeams.Select(team => team.Value));

        var saves = Store.Saves;
        var second = await ImportPaths(DemoOrganisation.Folder);
        Assert.Equal((0, 0, saves), (second.Written, second.Problems.Count, Store.Saves));
        Assert.Equal(first.Files.Sum(file => file.Read), second.Files.Sum(file => file.Unchanged));
        Assert.Empty(second.TouchedTeams);
    }

    [Fact]
    public async Task It_has_the_sixteen_accounts_in_three_teams()
    {
        await ImportPaths(DemoOrganisation.Folder);
        var organisation = new Organisation(Store, Tenant);
        Assert.Equal(["Corporate", "Events", "Public"], (await organisation.TeamsAsync(default)).Select(team => team.Name));
        Assert.Equal(11, (await Held("corporate", Kinds.Account)).Count);
        Assert.Equal(3, (await Held("public", Kinds.Account)).Count);
        Assert.Equal(2, (await Held("events", Kinds.Account)).Count);
        var anna = await organisation.FindByEmailAsync("Anna.Visser@SalesBot.example", default);
        Assert.Equal("5a1e5b07-0000-4000-8000-000000000101", anna?.Id.Value);
        Assert.Equal("Sven Mulder", (await organisation.FindUserAsync(anna!.Manager!.Value, default))?.Name);
    }

    [Fact]
    public async Task It_has_thirty_six_months_of_revenue_targets_a_price_list_packages_and_tiers()
    {
        await ImportPaths(DemoOrganisation.Folder);
        var months = new List<DateOnly>();
        foreach (var team in (string[])["corporate", "public", "events"])
        {
            months.AddRange((await Held(team, Kinds.Revenue)).Select(row => row.Month));
            Assert.NotEmpty(await Held(team, Kinds.Target));
        }
        Assert.Equal(Enumerable.Range(0, 36).Select(month => months.Min().AddMonths(month)), months.Distinct().Order());
        Assert.All((string[])["products", "package_parts", "discount_tiers"], file => Assert.True(System.IO.File.ReadLines(Path.Combine(DemoOrganisation.Folder, file + ".csv")).Count() > 3));
    }

    [Fact]
    public async Task Key_accounts_lie_above_at_and_below_the_line()
    {
        await ImportPaths(DemoOrganisation.Folder);
        var rolling = (await Held("corporate", Kinds.Revenue)).Where(row => row.Month >= new DateOnly(2025, 11, 1))
            .GroupBy(row => row.Account.Value).ToDictionary(account => account.Key, account => account.Sum(row => row.Amount));
        Assert.Equal(14_612.50m, rolling["A-1005"]);
        Assert.Equal(15_000.00m, rolling["A-1006"]);
        Assert.Equal(15_387.20m, rolling["A-1007"]);
    }

    [Theory]
    [InlineData(Stores.Edition.Sqlite)]
    [InlineData(Stores.Edition.Cosmos)]
    public async Task It_comes_back_the_same_after_export_and_import(Stores.Edition edition)
    {
        await ImportPaths(DemoOrganisation.Folder);
        var first = await Export();
        var store = edition == Stores.Edition.Cosmos ? await Stores.TestStores.CosmosDouble() : await Stores.TestStores.Sqlite(Path.Combine(Folder, "copy", "sales.db"));
        await using var _ = (IAsyncDisposable)store;
        var report = await new Importer(store, Tenant, TimeProvider.System).ImportAsync([first], null, default);
        Assert.Empty(report.Problems);
        var second = await Export(store);
        foreach (var path in Directory.GetFiles(first))
            Assert.Equal(await System.IO.File.ReadAllBytesAsync(path), await System.IO.File.ReadAllBytesAsync(Path.Combine(second, Path.GetFileName(path))));
        // Beside its own files that in which year customers stated their volume.
        Assert.Equal(12, Directory.GetFiles(second).Length);
        // And what was exported is what was imported: the same lines, whatever their order and quotes.
        foreach (var name in new[] { "accounts.csv", "revenue.csv", "targets.csv", "discount_tiers.csv" })
            Assert.Equal(
                System.IO.File.ReadLines(Path.Combine(DemoOrganisation.Folder, name)).Order(StringComparer.Ordinal),
                System.IO.File.ReadLines(Path.Combine(first, name)).Order(StringComparer.Ordinal));
    }
}
