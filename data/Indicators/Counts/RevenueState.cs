namespace SalesBot.Data.Indicators;

/// <summary>What an account's months of revenue come to, over every span of months that is counted.</summary>
internal static class RevenueState
{
    public static void Add(OwnerCounts counts, AccountState state, IndicatorSettings settings)
    {
        foreach (var (month, group, amount) in state.Under(Counter.AnyRevenue))
        {
            counts.In(month, Counter.AnyRevenue + group, amount);
            if (state.Account.Wallet is not null) counts.In(month, Counter.WalletRevenue, amount);
        }
        if (AccountMonths.Of(state) is not { } months) return;
        // A year after the last revenue it is still missed, a year after that no longer.
        for (var month = months.First; month <= months.Last.AddMonths(23); month = month.AddMonths(1))
        {
            var rolling = months.Actual(month, 12);
            if (rolling > settings.KeyAccountLine)
            {
                counts.In(month, Counter.Key);
                counts.In(month, Counter.KeyRevenue, rolling);
            }
            if (rolling > 0)
            {
                counts.Buying(month, Counter.AnyBuyers);
                foreach (var (group, amount) in months.Bought(month, 12)) counts.Buying(month, Counter.BoughtOf(group, amount));
            }
            foreach (var window in Windows.EndingIn(month)) AddWindow(counts, state, months, month, window, settings);
        }
    }

    /// <summary>Over a span that is not kept, and the year before it.</summary>
    public static IReadOnlyList<RollupDelta> Over(AccountState state, DateOnly last, int window, IndicatorSettings settings)
    {
        var counts = new OwnerCounts(state.Account.Owner);
        if (AccountMonths.Of(state) is { } months)
            foreach (var month in new[] { last, last.AddYears(-1) })
                if (!Windows.IsCounted(month, window)) AddWindow(counts, state, months, month, window, settings);
        return counts.All;
    }

    private static void AddWindow(OwnerCounts counts, AccountState state, AccountMonths months, DateOnly month, int window, IndicatorSettings settings)
    {
        void Count(string counter) => counts.In(month, Windows.Name(counter, window));

        var actual = months.Actual(month, window);
        var before = months.Actual(month.AddYears(-1), window);
        if (actual > 0)
        {
            Count(Counter.Buyers);
            if (before > 0) Count(Counter.Retained);
            if (months.Groups(month, window) >= 2) Count(Counter.CrossBuyers);
        }
        if (!settings.IsLarge(actual, months.Target(month, window) is not 0 and var target ? target : before)) return;
        Count(Counter.Deviations);
        var span = new Period(month.AddMonths(1 - window), month.AddMonths(1).AddDays(-1));
        if (state.Causes.Any(cause => cause.IsAbout(span))) Count(Counter.Explained);
    }
}

/// <summary>An account's revenue and targets by month, to be added up over spans.</summary>
internal sealed class AccountMonths
{
    private readonly int start;
    private readonly decimal[] actual, target;
    private readonly Dictionary<string, decimal[]> groups = [];

    private AccountMonths(DateOnly first, DateOnly last)
    {
        (First, Last) = (first, last);
        start = Index(first);
        actual = new decimal[Index(last) - start + 2];
        target = new decimal[actual.Length];
    }

    public DateOnly First { get; }
    public DateOnly Last { get; }

    /// <summary>Null: nothing is known of it.</summary>
    public static AccountMonths? Of(AccountState state)
    {
        var revenue = state.Under(Counter.AnyRevenue).ToList();
        var targets = state.Under(Counter.AnyTarget).ToList();
        if (revenue.Count == 0 && targets.Count == 0) return null;
        var known = revenue.Concat(targets).Select(count => count.Month).ToList();
        var months = new AccountMonths(known.Min(), known.Max());
        foreach (var (month, group, amount) in revenue)
        {
            months.actual[months.Place(month)] += amount;
            if (!months.groups.TryGetValue(group, out var own)) months.groups[group] = own = new decimal[months.actual.Length];
            own[months.Place(month)] += amount;
        }
        foreach (var month in targets.GroupBy(count => count.Month))
            // The target for all groups, else the sum of the groups'.
            months.target[months.Place(month.Key)] = month.FirstOrDefault(count => count.Name == "all") is { Name: not null } whole
                ? whole.Value : month.Sum(count => count.Value);
        foreach (var sums in months.groups.Values.Append(months.actual).Append(months.target))
            for (var i = 1; i < sums.Length; i++) sums[i] += sums[i - 1];
        return months;
    }

    /// <summary>Revenue of so many months up to this one.</summary>
    public decimal Actual(DateOnly last, int months) => Sum(actual, last, months);

    public decimal Target(DateOnly last, int months) => Sum(target, last, months);

    /// <summary>How many product groups were bought.</summary>
    public int Groups(DateOnly last, int months) => groups.Values.Count(group => Sum(group, last, months) > 0);

    /// <summary>The product groups that were bought, with how much.</summary>
    public IEnumerable<(string Group, decimal Amount)> Bought(DateOnly last, int months) =>
        groups.Select(group => (group.Key, Amount: Sum(group.Value, last, months))).Where(group => group.Amount > 0);

    // Sums up to each month: any span is a difference of two.
    private decimal Sum(decimal[] sums, DateOnly last, int months)
    {
        var end = Index(last) - start;
        return UpTo(end) - UpTo(end - months);

        decimal UpTo(int month) => month < 0 ? 0 : sums[Math.Min(month + 1, sums.Length - 1)];
    }

    private int Place(DateOnly month) => Index(month) - start + 1;
    private static int Index(DateOnly month) => month.Year * 12 + month.Month;
}
