using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;

namespace SalesBot.Data.Advising;

/// <summary>What the accounts of a team bought in the last twelve whole months, as counts: which account bought what is not in it.</summary>
/// <param name="Buyers">Accounts that bought anything.</param>
/// <param name="Amounts">By group: about how much, EUR excl. VAT, and how many accounts did; ascending.</param>
public sealed record Peers(int Buyers, IReadOnlyDictionary<ProductGroup, IReadOnlyList<(decimal Amount, int Accounts)>> Amounts)
{
    /// <summary>One document, however many accounts there are.</summary>
    public static async Task<Peers> ReadAsync(IDocumentStore store, TenantId tenant, TeamId team, DateOnly today, CancellationToken cancel)
    {
        var last = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var counted = await store.FindAsync(Partition.Of(tenant, team), Kinds.Rollup, Rollup.OfBuying(last), cancel);
        var tally = new Tally();
        if (counted is not null) tally.Add(counted.Record.Counts);
        return new((int)tally[Counter.AnyBuyers], Enum.GetValues<ProductGroup>().ToDictionary(
            group => group, group => (IReadOnlyList<(decimal, int)>)[.. tally.Values($"{Counter.Bought}{group}|").Select(value => (value.Value, (int)value.Times))]));
    }

    /// <summary>The others, for an account that is compared with them.</summary>
    public Peers Without(Buying account) => account.Last.Values.Sum() <= 0 ? this : new(
        Buyers - 1,
        Amounts.ToDictionary(group => group.Key, group => account.LastOf(group.Key) is > 0 and var own ? Less(group.Value, Counter.About(own)) : group.Value));

    /// <summary>How many buy of the group, and what the one in the middle spends on it.</summary>
    public (int Accounts, decimal Typical) Of(ProductGroup group)
    {
        var (count, place) = (Amounts[group].Sum(amount => amount.Accounts), 0);
        foreach (var (amount, accounts) in Amounts[group])
            if ((place += accounts) > count / 2) return (count, amount);
        return (0, 0);
    }

    private static IReadOnlyList<(decimal, int)> Less(IReadOnlyList<(decimal Amount, int Accounts)> amounts, decimal one) =>
        [.. amounts.Select(amount => amount.Amount == one ? (amount.Amount, amount.Accounts - 1) : amount).Where(amount => amount.Item2 > 0)];
}
