using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;

namespace SalesBot.Data.Advising;

/// <summary>What an account bought, EUR excl. VAT, in the last twelve whole months and the twelve before.</summary>
/// <param name="Months">All groups together, by first day of the month.</param>
public sealed record Buying(
    AccountId Account, IReadOnlyDictionary<ProductGroup, decimal> Last, IReadOnlyDictionary<ProductGroup, decimal> Before, IReadOnlyDictionary<DateOnly, decimal> Months)
{
    public decimal LastOf(ProductGroup group) => Last.GetValueOrDefault(group);
    public decimal BeforeOf(ProductGroup group) => Before.GetValueOrDefault(group);
}

/// <summary>Reads buying histories from the rollups: one range for a whole team.</summary>
public static class BuyingHistory
{
    public static async Task<IReadOnlyDictionary<AccountId, Buying>> ReadAsync(IDocumentStore store, TenantId tenant, TeamId team, DateOnly today, CancellationToken cancel)
    {
        var end = new DateOnly(today.Year, today.Month, 1);
        var (last, before) = (new Period(end.AddMonths(-12), end.AddDays(-1)), new Period(end.AddMonths(-24), end.AddMonths(-12).AddDays(-1)));
        var years = await new FigureReading(store, tenant, team).AccountYearsAsync(before.From.Year, last.To.Year, cancel);
        return years.ToDictionary(account => account.Key, account => Of(account.Key, account, last, before));
    }

    private static Buying Of(AccountId account, IEnumerable<Rollup> years, Period last, Period before)
    {
        var (now, then, months) = (new Dictionary<ProductGroup, decimal>(), new Dictionary<ProductGroup, decimal>(), new Dictionary<DateOnly, decimal>());
        foreach (var year in years)
        {
            foreach (var (key, amount) in year.Counts)
            {
                // In an account's year a counter stands behind its month: 03|revenue.Overnight.
                var counter = key.AsSpan(3);
                if (!counter.StartsWith(Counter.AnyRevenue) || !Enum.TryParse<ProductGroup>(counter[Counter.AnyRevenue.Length..], out var group)) continue;
                var month = new DateOnly(year.Year, (key[0] - '0') * 10 + key[1] - '0', 1);
                months[month] = months.GetValueOrDefault(month) + amount;
                if (last.Contains(month)) now[group] = now.GetValueOrDefault(group) + amount;
                else if (before.Contains(month)) then[group] = then.GetValueOrDefault(group) + amount;
            }
        }
        return new(account, now, then, months);
    }
}
