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

/// <summary>Reads buying histories from the rollups.</summary>
public static class BuyingHistory
{
    /// <summary>Of a whole team, in one range.</summary>
    public static async Task<IReadOnlyDictionary<AccountId, Buying>> ReadAsync(IDocumentStore store, TenantId tenant, TeamId team, DateOnly today, CancellationToken cancel)
    {
        var (last, before) = Time(today);
        var years = await new FigureReading(store, tenant, team).AccountYearsAsync(before.From.Year, last.To.Year, cancel);
        return years.ToDictionary(account => account.Key, account => Of(account.Key, account, last, before));
    }

    public static async Task<Buying> ReadAsync(IDocumentStore store, TenantId tenant, TeamId team, AccountId account, DateOnly today, CancellationToken cancel)
    {
        var (last, before) = Time(today);
        return Of(account, await new FigureReading(store, tenant, team).AccountYearsAsync(account, before.From.Year, last.To.Year, cancel), last, before);
    }

    private static (Period Last, Period Before) Time(DateOnly today)
    {
        var end = new DateOnly(today.Year, today.Month, 1);
        return (new(end.AddMonths(-12), end.AddDays(-1)), new(end.AddMonths(-24), end.AddMonths(-12).AddDays(-1)));
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
