using SalesBot.Data.Accounts;

namespace SalesBot.Data.Indicators;

/// <summary>The accounts of a scope with their years: what can not be added up from counts, such as who bought in both years.</summary>
internal sealed class AccountBook
{
    private readonly IReadOnlyList<Entry> entries;

    private AccountBook(FigureScope scope, IReadOnlyList<Entry> entries, decimal line)
    {
        this.entries = entries;
        Figures =
        [
            .. entries.Select(entry => new AccountFigure(entry.Account.Id, entry.Account.Name, entry.Actual, entry.LastYear, entry.Rolling,
                entry.Rolling > line))
                .Where(figure => scope is FigureScope.OfAccount || figure.Actual != 0 || figure.LastYear != 0 || figure.Rolling != 0)
                .OrderByDescending(figure => figure.Actual).ThenByDescending(figure => figure.LastYear)
                    .ThenBy(figure => figure.Name, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<AccountFigure> Figures { get; }

    public static async Task<AccountBook> ReadAsync(
        FigureReading figures, FigureScope scope, FigureSpan span, decimal keyAccountLine, CancellationToken cancel)
    {
        var from = new[] { span.Reach.From.AddYears(-1), span.Rolling.From }.Min().Year;
        var to = new[] { span.Reach.To, span.Rolling.To }.Max().Year;
        var accounts = await figures.AccountsAsync(scope, cancel);
        var years = scope is FigureScope.OfAccount { Account: var only }
            ? (await figures.AccountYearsAsync(only, from, to, cancel)).ToLookup(rollup => rollup.Account)
            : await figures.AccountYearsAsync(from, to, cancel);
        return new(scope, [.. accounts.Select(account => Entry.Of(account, years[account.Id], span))], keyAccountLine);
    }

    /// <summary>
    /// Each account against its own target. One without a target is expected to do as last year: what the whole target asks
    /// beyond that is assigned to no account.
    /// </summary>
    public IReadOnlyList<BridgeAccount> AgainstTarget(Period reach) =>
        [.. entries.Select(entry => new BridgeAccount(
            entry.Account.Id, entry.Account.Name, entry.Actual, entry.Target(reach) is not 0 and var target ? target : entry.LastYear))];

    /// <param name="Targets">By month; the one for all groups, else the sum of the groups'.</param>
    private sealed record Entry(Account Account, decimal Actual, decimal LastYear, decimal Rolling,
        IReadOnlyDictionary<DateOnly, decimal> Targets)
    {
        public decimal Target(Period reach) => Targets.Where(target => reach.Contains(target.Key)).Sum(target => target.Value);

        // One pass over the counters: a team has thousands of accounts.
        public static Entry Of(Account account, IEnumerable<Rollup> years, FigureSpan span)
        {
            var (actual, lastYear, rolling, before) = (0m, 0m, 0m, span.Reach.YearBefore());
            var (whole, groups) = (new Dictionary<DateOnly, decimal>(), new Dictionary<DateOnly, decimal>());
            foreach (var year in years.Where(year => year.Year != Rollup.Now))
            {
                foreach (var (key, amount) in year.Counts)
                {
                    var counter = key.AsSpan(3);
                    var month = new DateOnly(year.Year, (key[0] - '0') * 10 + key[1] - '0', 1);
                    if (counter.StartsWith(Counter.AnyRevenue))
                    {
                        if (span.Reach.Contains(month)) actual += amount;
                        if (before.Contains(month)) lastYear += amount;
                        if (span.Rolling.Contains(month)) rolling += amount;
                    }
                    else if (counter.SequenceEqual(Counter.Target(null))) whole[month] = amount;
                    else if (counter.StartsWith(Counter.AnyTarget)) groups[month] = groups.GetValueOrDefault(month) + amount;
                }
            }
            foreach (var (month, amount) in groups) whole.TryAdd(month, amount);
            return new(account, actual, lastYear, rolling, whole);
        }
    }
}
