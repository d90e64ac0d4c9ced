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
            .. entries.Select(entry => new AccountFigure(entry.Account.Id, entry.Account.Name, entry.Actual, entry.LastYear, entry.Rolling, entry.Rolling > line))
                .Where(figure => scope is FigureScope.OfAccount || figure.Actual != 0 || figure.LastYear != 0 || figure.Rolling != 0)
                .OrderByDescending(figure => figure.Actual).ThenByDescending(figure => figure.LastYear).ThenBy(figure => figure.Name, StringComparer.Ordinal),
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
        return new(scope, [.. accounts.Select(account => Entry.Of(account, [.. years[account.Id]], span, at))], at, keyAccountLine);
    }

    public IEnumerable<IndicatorValue> Values(FigureSpan span)
    {
        if (scope is not FigureScope.OfAccount)
        {
            var key = Figures.Where(figure => figure.IsKey).ToList();
            yield return new(IndicatorCatalogue.Of("key_accounts"), key.Count, span.Rolling, entries.Count);
            yield return new(
                IndicatorCatalogue.Of("key_account_share"), Reckoning.Percent(key.Sum(figure => figure.Rolling), entries.Sum(entry => entry.Rolling)), span.Rolling, key.Count);
            var prior = entries.Where(entry => entry.LastYear > 0).ToList();
            var retention = span.IsFuture ? null : Reckoning.Percent(prior.Count(entry => entry.Actual > 0), prior.Count);
            yield return new(IndicatorCatalogue.Of("retention"), retention, span.Reach, prior.Count);
            yield return new(IndicatorCatalogue.Of("churn"), 100 - retention, span.Reach, prior.Count);
        }
        var due = entries.Where(entry => entry.Account is { CadenceDays: not null, Status: not AccountStatus.Inactive }).ToList();
        yield return new(
            IndicatorCatalogue.Of("cadence"), Reckoning.Percent(due.Count(entry => entry.LastVisit >= at.AddDays(-entry.Account.CadenceDays!.Value)), due.Count),
            new(span.Whole.From, at < span.Whole.From ? span.Whole.From : at), due.Count);
    }

    /// <summary>Each account against its own target; those without one against nothing.</summary>
    public IReadOnlyList<BridgeAccount> AgainstTarget(Period reach) =>
        [.. entries.Select(entry => new BridgeAccount(entry.Account.Id, entry.Account.Name, entry.Actual, entry.Target(reach)))];

    private static async Task<IReadOnlyList<Account>> AccountsAsync(FigureReading figures, FigureScope scope, CancellationToken cancel) => scope switch
    {
        FigureScope.OfAccount { Account: var only } => await figures.AccountAsync(only, cancel) is { } found ? [found] : [],
        FigureScope.OfUser { User: var user } => [.. (await figures.AccountsAsync(cancel)).Where(account => account.Owner == user)],
        _ => await figures.AccountsAsync(cancel),
    };

    private sealed record Entry(Account Account, IReadOnlyList<Rollup> Years, decimal Actual, decimal LastYear, decimal Rolling, DateOnly? LastVisit)
    {
        public static Entry Of(Account account, IReadOnlyList<Rollup> years, FigureSpan span, DateOnly at) => new(
            account, years, Revenue(years, span.Reach), Revenue(years, span.Reach.YearBefore()), Revenue(years, span.Rolling), VisitBy(years, at));

        public decimal Target(Period reach) => Counts(Years, Counter.AnyTarget).Where(count => reach.Contains(count.Month)).GroupBy(count => count.Month)
            .Sum(month => month.Any(count => count.After == "all") ? month.Single(count => count.After == "all").Amount : month.Sum(count => count.Amount));

        private static decimal Revenue(IReadOnlyList<Rollup> years, Period period) =>
            Counts(years, Counter.AnyRevenue).Where(count => period.Contains(count.Month)).Sum(count => count.Amount);

        private static DateOnly? VisitBy(IReadOnlyList<Rollup> years, DateOnly at)
        {
            var days = Counts(years, Counter.VisitedOn).Select(count => count.Month.AddDays(int.Parse(count.After) - 1)).Where(day => day <= at).ToList();
            return days.Count == 0 ? null : days.Max();
        }

        private static IEnumerable<(DateOnly Month, string After, decimal Amount)> Counts(IReadOnlyList<Rollup> years, string counter)
        {
            foreach (var year in years)
                foreach (var (key, amount) in year.Counts)
                    if (key.AsSpan(3).StartsWith(counter, StringComparison.Ordinal))
                        yield return (new(year.Year, int.Parse(key.AsSpan(0, 2)), 1), key[(3 + counter.Length)..], amount);
        }
    }
}
