using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data.Indicators;

/// <summary>Answers how a team, a person or an account stands, from the rollups of the team.</summary>
/// <param name="today">Local; months after it do not count yet.</param>
/// <param name="policy">What holds where the organisation has set nothing.</param>
public sealed class IndicatorReading(IDocumentStore store, TenantId tenant, TeamId team, DateOnly today, PolicySettings? policy = null)
{
    private readonly FigureReading figures = new(store, tenant, team);
    private IndicatorSettings? read;

    public Task<IndicatorSet> OfTeamAsync(Period period, CancellationToken cancel) => OfAsync(new FigureScope.OfTeam(team), period, cancel);

    public Task<IndicatorSet> OfUserAsync(UserId user, Period period, CancellationToken cancel) =>
        OfAsync(new FigureScope.OfUser(user), period, cancel);

    public Task<IndicatorSet> OfAccountAsync(AccountId account, Period period, CancellationToken cancel) =>
        OfAsync(new FigureScope.OfAccount(account), period, cancel);

    /// <param name="withAccounts">False leaves out the list of accounts: all the rest costs the same however many there are.</param>
    public async Task<IndicatorSet> OfAsync(FigureScope scope, Period asked, CancellationToken cancel, bool withAccounts = true)
    {
        var settings = await SettingsAsync(cancel);
        var span = await SpanAsync(asked, cancel);
        var years = await figures.OwnerYearsAsync(scope, settings, cancel);
        if (!Windows.IsCounted(Reckoning.MonthOf(span.Reach.To), span.Reach.Months(Reckoning.MonthOf(span.Reach.To))))
            await figures.AddUnusualSpanAsync(scope, span.Reach, years, settings, cancel);
        var months = await figures.MonthsAsync(scope, span.Whole, years, cancel);
        var before = await figures.MonthsAsync(scope, span.Whole.YearBefore(), years, cancel);
        var targets = new TargetFigures(await figures.TargetsAsync(scope, span.Whole, cancel));
        var book = withAccounts ? await AccountBook.ReadAsync(figures, scope, span, settings.KeyAccountLine, cancel) : null;

        var at = span.Whole.To < today ? span.Whole.To : today;
        var facts = new Facts(span, at, today, months, years, settings, targets.In(span.Whole));
        // A year ago only as many months count as have begun now.
        var begun = before.Where(month => month.Key.AddYears(1) <= today).ToDictionary();
        var then = new Facts(span.YearBefore(), at.AddYears(-1), today, begun, years, settings, null);
        var values = RevenueValues(span, months, before, targets).Concat(Values(facts, then));
        var order = IndicatorCatalogue.All.Select((indicator, place) => (indicator.Code, place))
            .ToDictionary(entry => entry.Code, entry => entry.place);
        return new(
            scope, asked, span.Reach, [.. values.OrderBy(value => order[value.Code])], targets.In(span.Whole),
            MonthFigures(span, months, before, targets, null),
            GroupFigures(span, months, before, targets),
            book?.Figures ?? [])
        {
            Quotes = [.. months.OrderBy(month => month.Key).Select(month => new MonthQuotes(
                month.Key, (int)month.Value[Counter.Accepted], (int)QuoteIndicators.Outcomes.Sum(outcome => month.Value[outcome]),
                month.Key < Reckoning.MonthOf(today) ? 0 : month.Value[Counter.Pipeline]))],
        };
    }

    /// <param name="group">Null: all groups.</param>
    /// <param name="withAccounts">Also what each account of the scope bought.</param>
    public async Task<RevenueFigure> RevenueAsync(
        FigureScope scope, Period asked, ProductGroup? group, CancellationToken cancel, bool withAccounts = false)
    {
        var settings = await SettingsAsync(cancel);
        var span = await SpanAsync(asked, cancel);
        var (months, before) = await RevenueMonthsAsync(scope, span, cancel);
        var targets = new TargetFigures(await figures.TargetsAsync(scope, span.Whole, cancel));
        return new(
            scope, asked, span.Reach, group, Sum(months, span.Reach, group), targets.In(span.Reach, group),
            Sum(before, span.Reach.YearBefore(), group),
            MonthFigures(span, months, before, targets, group))
        {
            OnTheBooks = OnTheBooks(span, months),
            Groups = GroupFigures(span, months, before, targets),
            Accounts = withAccounts ? (await AccountBook.ReadAsync(figures, scope, span, settings.KeyAccountLine, cancel)).Figures : [],
        };
    }

    private async Task<(IReadOnlyDictionary<DateOnly, Tally> Months, IReadOnlyDictionary<DateOnly, Tally> Before)> RevenueMonthsAsync(
        FigureScope scope, FigureSpan span, CancellationToken cancel)
    {
        var last = span.Whole.YearBefore();
        // An account's own months hold its revenue; that of people and teams stands with the owners.
        if (scope is FigureScope.OfAccount) return (await figures.MonthsAsync(scope, span.Whole, new(), cancel), await figures.MonthsAsync(scope, last, new(), cancel));
        var years = await figures.RevenueYearsAsync(scope, last.From.Year, span.Whole.To.Year, cancel);
        // What is on the books stands with the months of people, and only what is to come has any.
        var months = span.Whole.To > today ? await figures.MonthsAsync(scope, span.Whole, years, cancel) : FigureReading.RevenueMonths(span.Whole, years);
        return (months, FigureReading.RevenueMonths(last, years));
    }

    /// <summary>
    /// Whether the team has so many accounts that what is not asked for in so many words, such as rows and accounts beside a figure, is read only
    /// when it is asked for.
    /// </summary>
    public async Task<bool> IsLargeTeamAsync(CancellationToken cancel) => await figures.AccountCountAsync(cancel) > LargeTeam;

    private const int LargeTeam = 2_000;

    /// <summary>Explains the deviation from last year or from the target, by account.</summary>
    /// <returns>Null: there is no target to compare with.</returns>
    public async Task<Bridge?> BridgeAsync(FigureScope scope, Period asked, BridgeBase against, CancellationToken cancel)
    {
        var settings = await SettingsAsync(cancel);
        var span = await SpanAsync(asked, cancel);
        decimal? target = null;
        if (against == BridgeBase.Target)
        {
            target = new TargetFigures(await figures.TargetsAsync(scope, span.Whole, cancel)).In(span.Reach);
            if (target is null) return null;
        }
        var book = await AccountBook.ReadAsync(figures, scope, span, settings.KeyAccountLine, cancel, withSales: true);
        var causes = await figures.CausesAsync(span.Reach, cancel);
        var accounts = target is null
            ? [.. book.Figures.Select(account => new BridgeAccount(account.Account, account.Name, account.Actual, account.LastYear))]
            : book.AgainstTarget(span.Reach);
        return Bridge.Build(span.Reach, against, accounts, target, causes) with { Split = BridgeSplit.Of(book.Sales()) };
    }

    /// <summary>Whether a deviation is so large that its cause is asked for.</summary>
    public bool IsLarge(BridgeLine line) => line.Account is not null && (read ?? IndicatorSettings.Default).IsLarge(line.Actual, line.Base);

    private async Task<IndicatorSettings> SettingsAsync(CancellationToken cancel) =>
        read ??= await IndicatorSettings.ReadAsync(store, tenant, policy ?? PolicySettings.Default, cancel);

    private async Task<FigureSpan> SpanAsync(Period asked, CancellationToken cancel)
    {
        var running = Reckoning.MonthOf(today);
        var hasRunning = asked.To >= running && await figures.HasRevenueAsync(running, cancel);
        return FigureSpan.Of(asked, today, hasRunning);
    }

    private IEnumerable<IndicatorValue> RevenueValues(
        FigureSpan span, IReadOnlyDictionary<DateOnly, Tally> months, IReadOnlyDictionary<DateOnly, Tally> before, TargetFigures targets)
    {
        var (actual, lastYear) = (Sum(months, span.Reach, null), Sum(before, span.Reach.YearBefore(), null));
        var known = months.Count(month => span.Reach.Contains(month.Key));
        yield return new(IndicatorCatalogue.Of("revenue"), actual, span.Reach, known, targets.In(span.Reach), lastYear);
        yield return new(IndicatorCatalogue.Of("revenue_growth"), span.IsFuture ? null : Reckoning.Percent(actual - lastYear, lastYear),
            span.Reach, known);
        if (OnTheBooks(span, months) is { } booked) yield return new(IndicatorCatalogue.Of("on_the_books"), booked, span.Whole, months.Count);
    }

    /// <summary>Null: the period is over.</summary>
    private decimal? OnTheBooks(FigureSpan span, IReadOnlyDictionary<DateOnly, Tally> months) =>
        span.Whole.To > today ? Facts.OnDays(months, Counter.Booked, day => day > today) : null;

    private static IEnumerable<IndicatorValue> Values(Facts now, Facts then) =>
        All(now).Zip(All(then), (value, before) =>
            new IndicatorValue(
                IndicatorCatalogue.Of(value.Code), value.Value, value.Over ?? now.Span.Whole, value.Count, null, before.Count == 0 ? null : before.Value)
            {
                Parts = value.Parts,
                Notes = value.Notes,
            });

    private static IEnumerable<Reckoned> All(Facts facts) =>
        PlanIndicators.Of(facts).Concat(AccountIndicators.Of(facts)).Concat(QuoteIndicators.Of(facts)).Concat(RelationIndicators.Of(facts));

    private static IReadOnlyList<MonthFigure> MonthFigures(
        FigureSpan span, IReadOnlyDictionary<DateOnly, Tally> months, IReadOnlyDictionary<DateOnly, Tally> before, TargetFigures targets,
        ProductGroup? group) =>
    [
        .. months.OrderBy(month => month.Key).Select(month => new MonthFigure(
            month.Key, span.Reach.Contains(month.Key) && !span.IsFuture ? Revenue(month.Value, group) : null, targets.In(month.Key, group),
            Revenue(before[month.Key.AddYears(-1)], group))),
    ];

    /// <summary>Those with any revenue or target.</summary>
    private static IReadOnlyList<GroupFigure> GroupFigures(
        FigureSpan span, IReadOnlyDictionary<DateOnly, Tally> months, IReadOnlyDictionary<DateOnly, Tally> before, TargetFigures targets) =>
    [
        .. Enum.GetValues<ProductGroup>()
            .Select(group => new GroupFigure(
                group, Sum(months, span.Reach, group), targets.In(span.Reach, group), Sum(before, span.Reach.YearBefore(), group)))
            .Where(figure => figure.Actual != 0 || figure.LastYear != 0 || figure.Target is not null),
    ];

    private static decimal Sum(IReadOnlyDictionary<DateOnly, Tally> months, Period period, ProductGroup? group) =>
        months.Where(month => period.Contains(month.Key)).Sum(month => Revenue(month.Value, group));

    private static decimal Revenue(Tally tally, ProductGroup? group) => group is { } one ? tally[Counter.Revenue(one)]
        : tally.Sum(Counter.AnyRevenue);
}

/// <summary>The months of an answer.</summary>
/// <param name="Whole">The period asked for, in whole months.</param>
/// <param name="Reach">Those of it with known revenue.</param>
/// <param name="Rolling">The 12 months up to the last known one.</param>
internal sealed record FigureSpan(Period Whole, Period Reach, Period Rolling, bool IsFuture)
{
    public FigureSpan YearBefore() => new(Whole.YearBefore(), Reach.YearBefore(), Rolling.YearBefore(), false);

    /// <param name="hasRunning">Revenue of the running month is known in part.</param>
    public static FigureSpan Of(Period asked, DateOnly today, bool hasRunning)
    {
        var whole = Reckoning.WholeMonths(asked.From, asked.To);
        var running = Reckoning.MonthOf(today);
        var last = hasRunning ? running : running.AddMonths(-1);
        var end = Reckoning.MonthOf(whole.To) < last ? Reckoning.MonthOf(whole.To) : last;
        var rolling = Reckoning.WholeMonths(end.AddMonths(-11), end);
        if (whole.From > last) return new(whole, whole, rolling, IsFuture: true);
        return new(whole, Reckoning.WholeMonths(whole.From, end), rolling, IsFuture: false);
    }
}
