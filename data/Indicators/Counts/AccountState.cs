using System.Globalization;
using SalesBot.Data.Accounts;
using SalesBot.Data.FuturePlans;

namespace SalesBot.Data.Indicators;

/// <summary>
/// What is known of one account, and what it adds to its owner's counts: whether it is a key account, was retained, is in its cadence. An
/// owner's or a team's answer is then a sum, however many accounts there are.
/// </summary>
/// <param name="Years">The account's own rollups, by year.</param>
/// <param name="Causes">About this account.</param>
internal sealed record AccountState(
    Account Account, IReadOnlyDictionary<int, Tally> Years, IReadOnlyList<Contact> Contacts, IReadOnlyList<FuturePlan> Plans, IReadOnlyList<Cause> Causes)
{
    /// <param name="withRevenue">False where nothing that its revenue is reckoned from has changed: most of the reckoning is that.</param>
    public IReadOnlyList<RollupDelta> Counts(IndicatorSettings settings, bool withRevenue = true)
    {
        var counts = new OwnerCounts(Account.Owner);
        counts.Now(Counter.Accounts);
        if (Account.Status is AccountStatus.Active) counts.Now(Counter.Active);
        if (IsInCadence) counts.Now(Counter.WithCadence);
        if (Account.Wallet is { } wallet)
        {
            counts.Now(Counter.Wallet, wallet);
            counts.Now(Counter.Wallets);
            counts.Now(Counter.WalletYear + (Account.WalletYear?.ToString(CultureInfo.InvariantCulture) ?? ""));
        }
        if (withRevenue) RevenueState.Add(counts, this, settings);
        ContactState.Add(counts, this, settings);
        return counts.All;
    }

    public bool IsInCadence => Account is { CadenceDays: not null, Status: not AccountStatus.Inactive };

    /// <summary>The counters behind a prefix with their month.</summary>
    public IEnumerable<(DateOnly Month, string Name, decimal Value)> Under(string prefix) =>
        from year in Years
        where year.Key != Rollup.Now
        from count in year.Value.Counts
        where count.Key.Length > 3 && count.Key.AsSpan(3).StartsWith(prefix)
        select (new DateOnly(year.Key, int.Parse(count.Key.AsSpan(0, 2), CultureInfo.InvariantCulture), 1), count.Key[(3 + prefix.Length)..], count.Value);

    /// <summary>Days counted behind a prefix.</summary>
    public IEnumerable<DateOnly> Days(string prefix) =>
        Under(prefix).Select(count => count.Month.AddDays(int.Parse(count.Name, CultureInfo.InvariantCulture) - 1));
}

/// <summary>Collects what an account adds to its owner's years.</summary>
internal sealed class OwnerCounts(UserId owner)
{
    private readonly List<RollupDelta> all = [];

    public IReadOnlyList<RollupDelta> All => all;

    public void Now(string counter, decimal amount = 1) => Put(Rollup.Now, counter, amount);

    public void In(DateOnly month, string counter, decimal amount = 1) => Put(month.Year, Counter.In(month, counter), amount);

    public void On(DateOnly day, string counter, decimal amount = 1) => Put(day.Year, Counter.On(day, counter), amount);

    /// <summary>In the team's twelve months up to one, whoever's the account is.</summary>
    public void Buying(DateOnly last, string counter) => all.Add(new(Rollup.OfBuying(last), counter, 1));

    /// <summary>One more from each first day on, one less after each last.</summary>
    public void During(IEnumerable<Period> spans, string counter)
    {
        foreach (var span in spans)
        {
            On(span.From, counter);
            On(span.To.AddDays(1), counter, -1);
        }
    }

    private void Put(int year, string counter, decimal amount)
    {
        if (amount != 0) all.Add(new(Rollup.OfOwner(owner, year), counter, amount));
    }
}
