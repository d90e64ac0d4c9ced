using SalesBot.Data.Accounts;
using SalesBot.Data.Prices;

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

    /// <param name="withSales">Also by group, and the targets.</param>
    public static async Task<AccountBook> ReadAsync(
        FigureReading figures, FigureScope scope, FigureSpan span, decimal keyAccountLine, CancellationToken cancel, bool withSales = false)
    {
        var from = new[] { span.Reach.From.AddYears(-1), span.Rolling.From }.Min().Year;
        var to = new[] { span.Reach.To, span.Rolling.To }.Max().Year;
        var entries = (await figures.AccountsAsync(scope, cancel)).ToDictionary(account => account.Id, account => new Entry(account, span, withSales));
        // A team may have very many accounts: a year is added up when it is read, and not kept.
        await foreach (var year in figures.EachYearAsync(scope, from, to, cancel))
            if (entries.TryGetValue(year.Account, out var entry)) entry.Add(year);
        return new(scope, [.. entries.Values], keyAccountLine);
    }

    /// <summary>What each account bought of each group.</summary>
    public IReadOnlyList<GroupSale> Sales() => [.. entries.SelectMany(entry => entry.Sales.Select(sale => sale.Value.Sale(sale.Key)))];

    /// <summary>
    /// Each account against its own target. One without a target is expected to do as last year: what the whole target asks
    /// beyond that is assigned to no account.
    /// </summary>
    public IReadOnlyList<BridgeAccount> AgainstTarget(Period reach) =>
        [.. entries.Select(entry => new BridgeAccount(
            entry.Account.Id, entry.Account.Name, entry.Actual, entry.Target(reach) is not 0 and var target ? target : entry.LastYear))];

    /// <summary>An account, and what its years come to.</summary>
    private sealed class Entry(Account account, FigureSpan span, bool withSales)
    {
        private readonly Period before = span.Reach.YearBefore();

        // By month; the target for all groups, and those of groups.
        private readonly Dictionary<DateOnly, decimal> whole = [], groups = [];
        private readonly Dictionary<ProductGroup, GroupSum> sales = [];

        public Account Account => account;
        public decimal Actual { get; private set; }
        public decimal LastYear { get; private set; }
        public decimal Rolling { get; private set; }
        public IReadOnlyDictionary<ProductGroup, GroupSum> Sales => sales;

        /// <summary>A month's target is the one for all groups, else the sum of the groups'.</summary>
        public decimal Target(Period reach) =>
            whole.Concat(groups.Where(target => !whole.ContainsKey(target.Key))).Where(target => reach.Contains(target.Key)).Sum(target => target.Value);

        public void Add(Rollup year)
        {
            var of = year.Year;
            foreach (var (key, amount) in year.Counts)
            {
                var counter = key.AsSpan(3);
                var month = new DateOnly(of, (key[0] - '0') * 10 + key[1] - '0', 1);
                if (counter.StartsWith(Counter.AnyRevenue))
                {
                    if (span.Reach.Contains(month)) Actual += amount;
                    if (before.Contains(month)) LastYear += amount;
                    if (span.Rolling.Contains(month)) Rolling += amount;
                    if (withSales) Sum(counter[Counter.AnyRevenue.Length..], month, (sum, now) => sum.Revenue(amount, now));
                }
                else if (!withSales) continue;
                else if (counter.StartsWith(Counter.Quantity))
                    Sum(counter[Counter.Quantity.Length..], month, (sum, now) => sum.Count(amount, now));
                else if (counter.StartsWith(Counter.Quantified))
                    Sum(counter[Counter.Quantified.Length..], month, (sum, now) => sum.Revenue(-amount, now, covers: true));
                else if (counter.SequenceEqual(Counter.Target(null))) whole[month] = amount;
                else if (counter.StartsWith(Counter.AnyTarget)) groups[month] = groups.GetValueOrDefault(month) + amount;
            }
        }

        private void Sum(ReadOnlySpan<char> group, DateOnly month, Action<GroupSum, bool> add)
        {
            var now = span.Reach.Contains(month);
            if (!now && !before.Contains(month)) return;
            var key = Enum.Parse<ProductGroup>(group);
            if (!sales.TryGetValue(key, out var sum)) sales[key] = sum = new();
            add(sum, now);
        }
    }

    /// <summary>Adds up what an account bought of a group; the quantity counts only where it is known for all of the revenue.</summary>
    private sealed class GroupSum
    {
        private decimal actual, lastYear, quantity, quantityLastYear, bare, bareLastYear;

        public void Revenue(decimal amount, bool now, bool covers = false)
        {
            if (now) (actual, bare) = (actual + (covers ? 0 : amount), bare + amount);
            else (lastYear, bareLastYear) = (lastYear + (covers ? 0 : amount), bareLastYear + amount);
        }

        public void Count(decimal amount, bool now)
        {
            if (now) quantity += amount;
            else quantityLastYear += amount;
        }

        public GroupSale Sale(ProductGroup group) =>
            new(group, actual, lastYear, bare == 0 ? quantity : null, bareLastYear == 0 ? quantityLastYear : null);
    }
}
