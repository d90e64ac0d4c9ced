using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Indicators;

/// <summary>
/// Figures of an organisation of 3 teams, 30 people and 36 months against the same reckoned in SQL over its files: 50 accounts, 500 quotes
/// and 2,000 visits, or ten times that with SALESBOT_TEST_ORGANISATION=10.
/// </summary>
public sealed class GeneratedOrganisationTests
{
    private static readonly TenantId Tenant = new("00000000-0000-0000-0000-000000000009");
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_TEST_ORGANISATION"), out var times) ? times : 1;

    private static readonly Period[] Periods =
    [
        Period.Month(2026, 2), Period.Month(2025, 6), Period.Quarter(2025, 4), Period.Quarter(2026, 1), Period.Year(2025), Period.Year(2024), Period.Year(2026),
        new(new(2025, 3, 1), new(2026, 2, 28)), new(new(2025, 9, 1), new(2026, 2, 28)), new(new(2025, 10, 1), new(2026, 2, 28)),
    ];

    [Fact]
    public async Task Every_indicator_that_the_files_feed_equals_plain_SQL_over_them()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"salesbot-organisation-{Guid.NewGuid():N}");
        var store = await TestStores.Sqlite();
        await using var opened = (IAsyncDisposable)store;
        try
        {
            new GeneratedOrganisation(50 * Times, 500 * Times, 2_000 * Times, seed: 2026).Write(folder);
            var report = await new Importer(store, Tenant, TimeProvider.System).ImportAsync([folder], null, default);
            Assert.Empty(report.Problems);
            foreach (var team in report.TouchedTeams) await Rollups.RebuildAsync(store, Tenant, team, default);
            using var sql = new SqlFigures(folder);
            var wrong = new List<string>();
            var compared = 0;
            foreach (var (scope, id, team, asked) in Scopes())
            {
                sql.Choose(scope, id);
                var reading = new IndicatorReading(store, Tenant, new(team), Today);
                foreach (var period in Periods)
                {
                    var set = await reading.OfAsync(asked, period, default, withAccounts: false);
                    foreach (var (code, value, count) in sql.Of(period.From, period.To, set.Reach.To, Today))
                    {
                        compared++;
                        var own = set[code]!;
                        if (own.Value != value || count is { } n && own.Count != n)
                            wrong.Add($"{scope} {id} {period.From}..{period.To} {code}: {own.Value} (n={own.Count}), by SQL {value} (n={count})");
                    }
                }
            }
            Assert.True(compared > 5_000, $"Only {compared} figures were compared.");
            Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared} differ:\n{string.Join('\n', wrong.Take(25))}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every team, ten people, ten accounts.</summary>
    private static IEnumerable<(string Scope, string Id, string Team, FigureScope Asked)> Scopes()
    {
        for (var team = 0; team < GeneratedOrganisation.Teams; team++) yield return ("team", $"team{team}", $"team{team}", new FigureScope.OfTeam(new($"team{team}")));
        for (var user = 3; user < 13; user++) yield return ("user", $"u{user:00}@example.com", $"team{user % 3}", new FigureScope.OfUser(new($"u{user:00}")));
        for (var account = 0; account < 10; account++)
            yield return ("account", $"A{account}", $"team{int.Parse(GeneratedOrganisation.Owner(account).AsSpan(1)) % 3}", new FigureScope.OfAccount(new($"A{account}")));
    }
}
