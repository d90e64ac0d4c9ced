using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data.Plans;

/// <summary>What a plan's revenue is held against.</summary>
/// <param name="Target">EUR over the plan's time; null: none is set.</param>
/// <param name="Last">EUR of the last twelve whole months; null: nothing was ever bought.</param>
public sealed record PlanStanding(decimal? Target, decimal? Last)
{
    public static async Task<PlanStanding> ReadAsync(
        IDocumentStore store, TenantId tenant, TeamId team, AccountPlan plan, DateOnly today, PolicySettings policy, CancellationToken cancel)
    {
        var sales = await store.ListAsync(Partition.Of(tenant, team), Kinds.Revenue, $"{plan.Account}|", int.MaxValue, cancel);
        var set = await new IndicatorReading(store, tenant, team, today, policy).OfAsync(new FigureScope.OfAccount(plan.Account), new(plan.From, plan.To), cancel, withAccounts: false);
        return new(set.WholeTarget, LastYear(sales.Select(stored => stored.Record), today));
    }

    /// <param name="sales">All of the account's.</param>
    public static decimal? LastYear(IEnumerable<Revenue> sales, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var (last, all) = (new Period(month.AddMonths(-12), month.AddDays(-1)), sales.ToList());
        return all.Count == 0 ? null : all.Where(row => last.Contains(row.Month)).Sum(row => row.Amount);
    }
}
