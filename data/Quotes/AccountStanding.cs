using SalesBot.Data.Store;

namespace SalesBot.Data.Quotes;

/// <summary>What the policy has to know of the customer.</summary>
/// <param name="Revenue">EUR excl. VAT, consumed in the 12 months up to the last known one: the running one where it has begun to be known.</param>
public sealed record AccountStanding(decimal Revenue)
{
    public bool IsKey(PolicySettings settings) => Revenue > settings.KeyAccountLine;

    public static async Task<AccountStanding> ReadAsync(
        IDocumentStore store, Partition partition, AccountId account, DateOnly today, CancellationToken cancel)
    {
        var running = new DateOnly(today.Year, today.Month, 1);
        var revenue = (await store.ListAsync(partition, Kinds.Revenue, $"{account}|", int.MaxValue, cancel)).Select(stored => stored.Record).ToList();
        var last = revenue.Exists(row => row.Month == running) ? running : running.AddMonths(-1);
        return new(revenue.Where(row => last.AddMonths(-11) <= row.Month && row.Month <= last).Sum(row => row.Amount));
    }
}
