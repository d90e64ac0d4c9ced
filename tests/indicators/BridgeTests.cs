using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using Xunit;
using static SalesBot.Tests.Indicators.Book;
using Kinds = SalesBot.Data.Kinds;

namespace SalesBot.Tests.Indicators;

public sealed class BridgeTests
{
    private static readonly Period February = Period.Month(2026, 2);

    [Fact]
    public void A_fall_of_twelve_is_explained_to_the_last_euro()
    {
        var bridge = Bridge.Build(February, BridgeBase.LastYear,
        [
            new(new("new"), "New", 10, 0), new(new("more"), "More", 48, 40), new(new("less"), "Less", 30, 42),
                new(new("gone"), "Gone", 0, 18), new(new("same"), "Same", 7, 7),
        ]);

        Assert.Equal(-12, bridge.Difference);
        Assert.Equal([10m, 8m, -12m, -18m, 0m], bridge.Bars.Select(bar => bar.Amount));
        Assert.Equal(["Gone", "Less", "New", "More"], bridge.Lines.Select(line => line.Name));
        Assert.Equal(0, bridge.Residual);
    }

    [Fact]
    public void Any_bridge_adds_up_to_the_cent()
    {
        var random = new Random(12);
        for (var round = 0; round < 1_000; round++)
        {
            decimal Amount() => random.Next(4) == 0 ? 0 : random.Next(-2_000, 5_000_000) / 100m;
            var accounts = Enumerable.Range(0, random.Next(0, 40)).Select(i => new BridgeAccount(new($"a{i}"), $"A{i}", Amount(), Amount()))
                .ToList();
            decimal? total = random.Next(2) == 0 ? null : random.Next(0, 100_000_000) / 100m;

            var bridge = Bridge.Build(February, total is null ? BridgeBase.LastYear : BridgeBase.Target, accounts, total);

            decimal actual = 0, planned = 0;
            foreach (var account in accounts) (actual, planned) = (actual + account.Actual, planned + account.Base);
            Assert.Equal(actual - (total ?? planned), bridge.Bars.Sum(bar => bar.Amount));
            Assert.Equal(bridge.Difference, bridge.Lines.Sum(line => line.Difference));
            Assert.Equal(0, bridge.Residual);
            Assert.All(bridge.Lines, line => Assert.Equal(line.Actual - line.Base, line.Difference));
            Assert.All(bridge.Bars, bar => Assert.True(bar.Step switch
            {
                BridgeStep.New or BridgeStep.Expansion => bar.Amount >= 0,
                BridgeStep.Contraction or BridgeStep.Lost => bar.Amount <= 0,
                _ => true,
            }));
        }
    }

    [Fact]
    public async Task A_teams_bridge_to_its_target_shows_what_no_account_has_been_assigned()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Eva));
        await book.PutAsync(Kinds.Revenue, Row("a1", "2026-02", ProductGroup.Overnight, 80.50m),
            Row("a2", "2026-02", ProductGroup.Overnight, 20m), Row("a1", "2025-02", ProductGroup.Av, 100m));
        await book.PutAsync(Kinds.Target, Goal(TargetScope.Team, "amsterdam", "2026-02", 150),
            Goal(TargetScope.Account, "a1", "2026-02", 100));
        await book.ImportAsync(Kinds.Cause,
            new Cause("c1", new("a1"), new(2026, 2, 1), new(2026, 2, 28), "Congres verplaatst", Daan, At("2026-03-01 10:00")),
            new Cause("c2", null, new(2026, 1, 1), new(2026, 3, 31), "Verbouwing", Daan, At("2026-03-01 10:00")),
            new Cause("c3", new("a1"), new(2025, 2, 1), new(2025, 2, 28), "Oud", Daan, At("2025-03-01 10:00")));

        var bridge = (await book.Reading().BridgeAsync(new FigureScope.OfTeam(Team), February, BridgeBase.Target, default))!;

        Assert.Equal((150m, 100.50m, -49.50m, 0m), (bridge.Base, bridge.Actual, bridge.Difference, bridge.Residual));
        Assert.Equal([20m, 0m, -19.50m, 0m, -50m], bridge.Bars.Select(bar => bar.Amount));
        Assert.Equal("Congres verplaatst", Assert.Single(bridge.Lines.Single(line => line.Account?.Value == "a1").Causes).Text);
        Assert.Equal("Verbouwing", Assert.Single(bridge.Causes).Text);

        var lastYear = (await book.Reading().BridgeAsync(new FigureScope.OfTeam(Team), February, BridgeBase.LastYear, default))!;
        Assert.Equal([20m, 0m, -19.50m, 0m, 0m], lastYear.Bars.Select(bar => bar.Amount));
        Assert.Null(await book.Reading().BridgeAsync(new FigureScope.OfUser(Eva), February, BridgeBase.Target, default));
    }
}
