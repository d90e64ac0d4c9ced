using System.Globalization;

namespace SalesBot.Data.Indicators;

/// <summary>Counters that are added up.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, decimal> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, decimal> Counts => counts;
    public bool IsEmpty => counts.Count == 0;
    public decimal this[string counter] => counts.GetValueOrDefault(counter);

    public void Add(string counter, decimal amount)
    {
        var sum = counts.GetValueOrDefault(counter) + amount;
        if (sum == 0) counts.Remove(counter);
        else counts[counter] = sum;
    }

    public void Add(IEnumerable<KeyValuePair<string, decimal>> other, string prefix = "")
    {
        foreach (var (counter, amount) in other)
            if (counter.StartsWith(prefix, StringComparison.Ordinal)) Add(counter[prefix.Length..], amount);
    }

    public decimal Sum(string prefix) => Under(prefix).Sum(count => count.Value);

    /// <summary>What stands behind the prefix, with its count.</summary>
    public IEnumerable<(string Name, decimal Value)> Under(string prefix) =>
        counts.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(count => (count.Key[prefix.Length..], count.Value));

    /// <summary>The values behind the bar with how often each occurs, ascending.</summary>
    public IReadOnlyList<(decimal Value, decimal Times)> Values(string prefix) =>
        [.. Under(prefix).Select(count => (decimal.Parse(count.Name, CultureInfo.InvariantCulture), count.Value)).OrderBy(value => value.Item1)];

    /// <summary>Of a year: the counters of some months.</summary>
    public static string MonthPrefix(int month) => $"{month:00}|";
}
