using SalesBot.Data.Accounts;

namespace SalesBot.Data.Indicators;

/// <summary>The accounts of a scope with their years: what can not be added up from counts, such as who bought in both years.</summary>
internal sealed class AccountBook
{
    private readonly FigureScope scope;
    private readonly IReadOnlyList<Entry> entries;
    private readonly DateOnly at;

    private AccountBook(FigureScope scope, IReadOnlyList<Entry> entries, DateOnly at, decimal line)
    {
        (this.scope, this.entries, this.at) = (scope, entries, at);
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
        FigureReading figures, FigureScope scope, FigureSpan span, DateOnly today, decimal keyAccountLine, CancellationToken cancel)
    {
        // Contact counts until the end of the period or today; it is looked for as far back as a year.
        var at = span.Whole.To < today ? span.Whole.To : today;
        var from = new[] { span.Reach.From.AddYears(-1), span.Rolling.From, at.AddYears(-1) }.Min().Year;
        var to = new[] { span.Reach.To, span.Rolling.To, at }.Max().Year;
        var accounts = await AccountsAsync(figures, scope, cancel);
        var years = scope is FigureScope.OfAccount { Account: var only }
            ? (await figures.AccountYearsAsync(only, from, to, cancel)).ToLookup(rollup => rollup.Account)
            : await figures.AccountYearsAsync(from, to, cancel);
        return new(scope, [.. accounts.Select(account => Entry.Of(account, years[account.Id], span, at))], at, keyAccountLine);
    }

    public IEnumerable<IndicatorValue> Values(FigureSpan span)
    {
        if (scope is not FigureScope.OfAccount)
        {
            var key = Figures.Where(figure => figure.IsKey).ToList();
            yield return new(IndicatorCatalogue.Of("key_accounts"), key.Count, span.Rolling, entries.Count);
            yield return new(
                IndicatorCatalogue.Of("key_account_share"),
                Reckoning.Percent(key.Sum(figure => figure.Rolling), entries.Sum(entry => entry.Rolling)), span.Rolling, key.Count);
            var prior = entries.Where(entry => entry.LastYear > 0).ToList();
            var retention = span.IsFuture ? null : Reckoning.Percent(prior.Count(entry => entry.Actual > 0), prior.Count);
            yield return new(IndicatorCatalogue.Of("retention"), retention, span.Reach, prior.Count);
            yield return new(IndicatorCatalogue.Of("churn"), 100 - retention, span.Reach, prior.Count);
        }
        var due = entries.Where(entry => entry.Account is { CadenceDays: not null, Status: not AccountStatus.Inactive }).ToList();
        yield return new(
            IndicatorCatalogue.Of("cadence"),
            Reckoning.Percent(due.Count(entry => entry.LastVisit >= at.AddDays(-entry.Account.CadenceDays!.Value)), due.Count),
            new(span.Whole.From, at < span.Whole.From ? span.Whole.From : at), due.Count);
    }

    /// <summary>Each account against its own target; those without one against nothing.</summary>
    public IReadOnlyList<BridgeAccount> AgainstTarget(Period reach) =>
        [.. entries.Select(entry => new BridgeAccount(entry.Account.Id, entry.Account.Name, entry.Actual, entry.Target(reach)))];

    private static async Task<IReadOnlyList<Account>> AccountsAsync(FigureReading figures, FigureScope scope, CancellationToken cancel) =>
        scope switch
        {
            FigureScope.OfAccount { Account: var only } => await figures.AccountAsync(only, cancel) is { } found ? [found] : [],
            FigureScope.OfUser { User: var user } => [.. (await figures.AccountsAsync(cancel)).Where(account => account.Owner == user)],
            _ => await figures.AccountsAsync(cancel),
        };

    /// <param name="Targets">By month; the one for all groups, else the sum of the groups'.</param>
    private sealed record Entry(Account Account, decimal Actual, decimal LastYear, decimal Rolling, DateOnly? LastVisit,
        IReadOnlyDictionary<DateOnly, decimal> Targets)
    {
        public decimal Target(Period reach) => Targets.Where(target => reach.Contains(target.Key)).Sum(target => target.Value);

        // One pass over the counters: a team has thousands of accounts.
        public static Entry Of(Account account, IEnumerable<Rollup> years, FigureSpan span, DateOnly at)
        {
            var (actual, lastYear, rolling, before) = (0m, 0m, 0m, span.Reach.YearBefore());
            var (whole, groups) = (new Dictionary<DateOnly, decimal>(), new Dictionary<DateOnly, decimal>());
            DateOnly? lastVisit = null;
            foreach (var year in years)
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
                    else if (counter.StartsWith(Counter.VisitedOn))
                    {
                        var day = month.AddDays(int.Parse(counter[Counter.VisitedOn.Length..]) - 1);
                        if (day <= at && (lastVisit is null || day > lastVisit)) lastVisit = day;
                    }
                    else if (counter.SequenceEqual(Counter.Target(null))) whole[month] = amount;
                    else if (counter.StartsWith(Counter.AnyTarget)) groups[month] = groups.GetValueOrDefault(month) + amount;
                }
            }
            foreach (var (month, amount) in groups) whole.TryAdd(month, amount);
            return new(account, actual, lastYear, rolling, lastVisit, whole);
        }
    }
}
