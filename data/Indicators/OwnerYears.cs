using System.Globalization;

namespace SalesBot.Data.Indicators;

/// <summary>The counts of all accounts of a scope, over all years: an owner's, a team's, or those of one account.</summary>
internal sealed class OwnerYears
{
    private readonly Dictionary<string, SortedList<DateOnly, decimal>> days = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, Tally> months = [];

    /// <summary>As it is now, whatever the time.</summary>
    public Tally Now { get; } = new();

    public void Add(int year, IEnumerable<KeyValuePair<string, decimal>> counts)
    {
        foreach (var (key, amount) in counts)
        {
            if (year == Rollup.Now) Now.Add(key, amount);
            else if (key.IndexOf('@') is > 0 and var at) AddDay(year, key, at, amount);
            else
            {
                var month = new DateOnly(year, Month(key), 1);
                if (!months.TryGetValue(month, out var tally)) months[month] = tally = new();
                tally.Add(key[3..], amount);
            }
        }
    }

    /// <summary>How many there are on a day, of what rises and falls.</summary>
    public decimal On(DateOnly day, string counter)
    {
        if (!days.TryGetValue(counter, out var steps)) return 0;
        var sum = 0m;
        foreach (var (at, step) in steps)
        {
            if (at > day) break;
            sum += step;
        }
        return sum;
    }

    public decimal In(DateOnly month, string counter) => months.TryGetValue(Reckoning.MonthOf(month), out var tally) ? tally[counter] : 0;

    public decimal In(Period period, string counter) => period.Months().Sum(month => In(month, counter));

    public IEnumerable<(string Name, decimal Value)> Under(DateOnly month, string prefix) =>
        months.TryGetValue(month, out var tally) ? tally.Under(prefix) : [];

    private void AddDay(int year, string key, int at, decimal amount)
    {
        var counter = key[3..(at + 1)];
        if (!days.TryGetValue(counter, out var steps)) days[counter] = steps = [];
        var day = new DateOnly(year, Month(key), int.Parse(key.AsSpan(at + 1), CultureInfo.InvariantCulture));
        steps[day] = steps.GetValueOrDefault(day) + amount;
    }

    private static int Month(string key) => (key[0] - '0') * 10 + key[1] - '0';
}
