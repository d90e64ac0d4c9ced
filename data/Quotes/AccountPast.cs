using System.Globalization;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;

namespace SalesBot.Data.Quotes;

/// <summary>What a decider wants to know of a customer, from the counts of the account's years: it costs the same for any number of quotes.</summary>
/// <param name="Revenue">EUR excl. VAT, consumed in the 12 months before a month.</param>
/// <param name="Before">The same of the 12 months before those.</param>
/// <param name="Decided">Quotes with an outcome.</param>
public sealed record AccountPast(decimal Revenue, decimal Before, int Accepted, int Decided)
{
    /// <param name="month">First day of the month up to which it is counted, itself excluded.</param>
    public static async Task<AccountPast> ReadAsync(IDocumentStore store, Partition partition, AccountId account, DateOnly month, CancellationToken cancel)
    {
        var years = await store.ListAsync(partition, Kinds.Rollup, $"account|{account}|", int.MaxValue, cancel);
        var counts = years.Select(stored => stored.Record).Where(year => year.Year != Rollup.Now)
            .SelectMany(year => year.Counts.Select(count => (Month: MonthOf(year.Year, count.Key), Name: count.Key[3..], Amount: count.Value))).ToList();
        decimal RevenueIn(DateOnly from, DateOnly to) => counts.Where(count => count.Name.StartsWith(Counter.AnyRevenue, StringComparison.Ordinal) && from <= count.Month && count.Month < to).Sum(count => count.Amount);
        int Quotes(params string[] outcomes) => (int)counts.Where(count => outcomes.Contains(count.Name)).Sum(count => count.Amount);
        return new(
            RevenueIn(month.AddYears(-1), month), RevenueIn(month.AddYears(-2), month.AddYears(-1)), Quotes(Counter.Accepted),
            Quotes(Counter.Accepted, Counter.Rejected, Counter.Withdrawn, Counter.Expired));
    }

    private static DateOnly MonthOf(int year, string counter) => new(year, int.Parse(counter.AsSpan(0, 2), CultureInfo.InvariantCulture), 1);
}
