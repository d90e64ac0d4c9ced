using System.Globalization;
using System.Runtime.CompilerServices;
using SalesBot.Data.Accounts;
using SalesBot.Data.Prices;
using SalesBot.Data.Store;

namespace SalesBot.Data.Indicators;

/// <summary>Reads rollups and targets of one team.</summary>
internal sealed class FigureReading(IDocumentStore store, TenantId tenant, TeamId team)
{
    private const int All = int.MaxValue;
    private static readonly Dictionary<string, decimal> EmptyCounts = [];

    public Partition Partition { get; } = Partition.Of(tenant, team);

    /// <summary>The counters of each month of the period, by first day; months without any are empty.</summary>
    /// <param name="years">Of the same scope: revenue stands with the owner of the accounts.</param>
    public async Task<IReadOnlyDictionary<DateOnly, Tally>> MonthsAsync(FigureScope scope, Period period, OwnerYears years, CancellationToken cancel)
    {
        var months = period.Months().ToDictionary(month => month, _ => new Tally());
        switch (scope)
        {
            case FigureScope.OfTeam:
                foreach (var document in await store.ListAsync(Partition, UserMonths(period), All, cancel))
                {
                    var rollup = Kinds.Rollup.Read(document).Record;
                    months[rollup.Month].Add(rollup.Counts);
                }
                break;
            case FigureScope.OfUser { User: var user }:
                foreach (var rollup in await Task.WhenAll(months.Keys.Select(month =>
                    store.FindAsync(Partition, Kinds.Rollup, Rollup.OfUser(user, month), cancel))))
                    if (rollup is not null) months[rollup.Record.Month].Add(rollup.Record.Counts);
                break;
            case FigureScope.OfAccount { Account: var account }:
                foreach (var year in months.Keys.Select(month => month.Year).Distinct().ToList())
                    if (await store.FindAsync(Partition, Kinds.Rollup, Rollup.OfAccount(account, year), cancel) is { } found)
                        foreach (var month in months.Keys.Where(month => month.Year == year))
                            months[month].Add(found.Record.Counts, Tally.MonthPrefix(month.Month));
                return months;
        }
        AddRevenue(months, years);
        return months;
    }

    /// <summary>Only the revenue of each month: nothing is read for it.</summary>
    public static IReadOnlyDictionary<DateOnly, Tally> RevenueMonths(Period period, OwnerYears years)
    {
        var months = period.Months().ToDictionary(month => month, _ => new Tally());
        AddRevenue(months, years);
        return months;
    }

    private static void AddRevenue(Dictionary<DateOnly, Tally> months, OwnerYears years)
    {
        foreach (var (month, tally) in months)
            foreach (var (group, amount) in years.Under(month, Counter.AnyRevenue)) tally.Add(Counter.AnyRevenue + group, amount);
    }

    /// <summary>What all accounts of the scope come to: so many documents as people and years, however many accounts there are.</summary>
    public async Task<OwnerYears> OwnerYearsAsync(FigureScope scope, IndicatorSettings settings, CancellationToken cancel)
    {
        var years = new OwnerYears();
        if (scope is FigureScope.OfAccount { Account: var account })
        {
            if (await StateChange.ReadAsync(store, Partition, account, cancel) is not { } state) return years;
            // What is counted for the account itself by day or as it is now, such as its plans.
            foreach (var (year, tally) in state.Years)
                years.Add(year, year == Rollup.Now ? tally.Counts : tally.Counts.Where(count => count.Key.Contains('@')));
            // What it adds to the team's counts is not its owner's.
            foreach (var delta in state.Counts(settings).Where(delta => delta.Rollup.StartsWith("owner|", StringComparison.Ordinal))) years.Add(new Rollup(delta.Rollup, EmptyCounts).Year, [new(delta.Counter, delta.Amount)]);
            return years;
        }
        foreach (var rollup in await store.ListAsync(Partition, Kinds.Rollup, Owners(scope), All, cancel)) years.Add(rollup.Record.Year, rollup.Record.Counts);
        return years;
    }

    /// <summary>Only the revenue of a person or the team, from one year to another.</summary>
    public async Task<OwnerYears> RevenueYearsAsync(FigureScope scope, int from, int to, CancellationToken cancel)
    {
        var years = new OwnerYears();
        foreach (var rollup in await store.ListAsync(Partition, Kinds.Rollup, Owners(scope), All, cancel))
            if (rollup.Record.Year is var year && year >= from && year <= to)
                years.Add(year, rollup.Record.Counts.Where(count => count.Key.AsSpan(Tally.MonthPrefix(1).Length).StartsWith(Counter.AnyRevenue)));
        return years;
    }

    private static string Owners(FigureScope scope) => scope is FigureScope.OfUser { User: var user } ? $"owner|{user}|" : "owner|";

    /// <summary>Counts a span of months that is not kept, account by account.</summary>
    public async Task AddUnusualSpanAsync(FigureScope scope, Period span, OwnerYears years, IndicatorSettings settings, CancellationToken cancel)
    {
        var last = Reckoning.MonthOf(span.To);
        var accounts = (await AccountsAsync(scope, cancel)).ToList();
        var own = scope is FigureScope.OfAccount { Account: var only }
            ? (await AccountYearsAsync(only, 0, int.MaxValue, cancel)).ToLookup(rollup => rollup.Account)
            : await AccountYearsAsync(0, int.MaxValue, cancel);
        var causes = (await store.ListAsync(Partition, Kinds.Cause, "", All, cancel)).Select(cause => cause.Record).ToLookup(cause => cause.Account);
        foreach (var account in accounts)
        {
            var state = new AccountState(account, own[account.Id].ToDictionary(rollup => rollup.Year, Sum), [], [], [.. causes[account.Id]]);
            foreach (var delta in RevenueState.Over(state, last, span.Months(last), settings))
                years.Add(new Rollup(delta.Rollup, EmptyCounts).Year, [new(delta.Counter, delta.Amount)]);
        }

        static Tally Sum(Rollup rollup)
        {
            var tally = new Tally();
            tally.Add(rollup.Counts);
            return tally;
        }
    }

    /// <summary>Whether any revenue of the month is known, in the whole team.</summary>
    public async Task<bool> HasRevenueAsync(DateOnly month, CancellationToken cancel) =>
        await store.FindAsync(Partition, Kinds.Rollup, Rollup.OfKnown(month.Year), cancel) is { } known
        && known.Record.Counts.ContainsKey(Counter.In(month, Counter.Rows));

    /// <summary>How many the team has.</summary>
    public async Task<int> AccountCountAsync(CancellationToken cancel) =>
        (int)((await store.FindAsync(Partition, Kinds.Rollup, Rollup.OfKnown(Rollup.Now), cancel))?.Record.Counts.GetValueOrDefault(Counter.Accounts) ?? 0);

    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition, Kinds.Account, "", All, cancel)).Select(account => account.Record)];

    public async Task<IReadOnlyList<Account>> AccountsAsync(FigureScope scope, CancellationToken cancel) => scope switch
    {
        FigureScope.OfAccount { Account: var only } => await AccountAsync(only, cancel) is { } found ? [found] : [],
        FigureScope.OfUser { User: var user } => [.. (await AccountsAsync(cancel)).Where(account => account.Owner == user)],
        _ => await AccountsAsync(cancel),
    };

    public async Task<Account?> AccountAsync(AccountId account, CancellationToken cancel) =>
        (await store.FindAsync(Partition, Kinds.Account, account.Value, cancel))?.Record;

    /// <summary>All accounts' years from one to another, by account.</summary>
    public async Task<ILookup<AccountId, Rollup>> AccountYearsAsync(int from, int to, CancellationToken cancel)
    {
        var years = new List<Rollup>();
        await foreach (var year in EachYearAsync(new FigureScope.OfTeam(team), from, to, cancel)) years.Add(year);
        return years.ToLookup(year => year.Account);
    }

    public async Task<IReadOnlyList<Rollup>> AccountYearsAsync(AccountId account, int from, int to, CancellationToken cancel)
    {
        var years = new List<Rollup>();
        await foreach (var year in EachYearAsync(new FigureScope.OfAccount(account), from, to, cancel)) years.Add(year);
        return years;
    }

    /// <summary>The years of one account or of all of the team, one after the other.</summary>
    public async IAsyncEnumerable<Rollup> EachYearAsync(FigureScope scope, int from, int to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var accounts = scope is FigureScope.OfAccount { Account: var only } ? $"account|{only}|" : "account|";
        await foreach (var document in store.EachAsync(Partition, Kinds.Rollup.Range(accounts), cancel))
        {
            // The year stands last in the id: what is not asked for is not read further.
            var year = int.Parse(document.Id.AsSpan(document.Id.Length - 4), CultureInfo.InvariantCulture);
            if (year >= from && year <= to) yield return Kinds.Rollup.Read(document).Record;
        }
    }

    /// <summary>Targets of a scope. A team without one of its own has the sum of its people's.</summary>
    public async Task<IReadOnlyList<Target>> TargetsAsync(FigureScope scope, Period period, CancellationToken cancel) => scope switch
    {
        FigureScope.OfUser { User: var user } => await OwnAsync(TargetScope.User, user.Value, cancel),
        FigureScope.OfAccount { Account: var account } => await OwnAsync(TargetScope.Account, account.Value, cancel),
        _ => await OwnAsync(TargetScope.Team, team.Value, cancel) is { Count: > 0 } own
            ? own
            : [.. (await store.ListAsync(Partition, Kinds.Target, $"{TargetScope.User}|", All, cancel)).Select(row => row.Record)
                .Where(row => period.Contains(row.Month))],
    };

    public async Task<IReadOnlyList<Cause>> CausesAsync(Period period, CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition, Kinds.Cause, "", All, cancel)).Select(cause => cause.Record)
            .Where(cause => cause.IsAbout(period))];

    private async Task<IReadOnlyList<Target>> OwnAsync(TargetScope scope, string id, CancellationToken cancel)
    {
        var rows = await store.ListAsync(Partition, Kinds.Target, $"{scope}|{id}|", All, cancel);
        return [.. rows.Select(row => row.Record)];
    }

    private static IdRange UserMonths(Period period) => new(
        Kinds.Rollup.IdOf("user|" + period.From.ToString("yyyyMM", CultureInfo.InvariantCulture)),
        Kinds.Rollup.IdOf("user|" + period.To.ToString("yyyyMM", CultureInfo.InvariantCulture) + "|~"));
}

/// <summary>Targets by month and group.</summary>
internal sealed class TargetFigures(IReadOnlyList<Target> rows)
{
    private readonly ILookup<DateOnly, Target> months = rows.ToLookup(row => row.Month);

    /// <summary>A person's or account's month: the row for all groups where there is one, else the sum of the groups'. Null: no
    /// target.</summary>
    public decimal? In(DateOnly month, ProductGroup? group = null)
    {
        decimal? sum = null;
        foreach (var scope in months[month].GroupBy(row => (row.Scope, row.ScopeId)))
        {
            var whole = scope.Where(row => row.Group == group).ToList();
            var counted = whole.Count > 0 || group is not null ? whole : [.. scope];
            if (counted.Count > 0) sum = (sum ?? 0) + counted.Sum(row => row.Amount);
        }
        return sum;
    }

    public decimal? In(Period period, ProductGroup? group = null)
    {
        decimal? sum = null;
        foreach (var month in period.Months())
            if (In(month, group) is { } amount) sum = (sum ?? 0) + amount;
        return sum;
    }
}
