using System.Globalization;
using System.Runtime.InteropServices;

namespace SalesBot.Data.Indicators;

/// <summary>Counters that are added up.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, decimal> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, decimal> Counts => counts;

    /// <summary>As they are kept: what counts the same is written the same.</summary>
    public IReadOnlyDictionary<string, decimal> Sorted => new SortedDictionary<string, decimal>(counts, StringComparer.Ordinal);

    public bool IsEmpty => counts.Count == 0;
    public decimal this[string counter] => counts.GetValueOrDefault(counter);

    public void Add(string counter, decimal amount)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, counter, out _);
        sum += amount;
        if (sum == 0) counts.Remove(counter);
    }

    public void Add(IEnumerable<KeyValuePair<string, decimal>> other, string prefix = "")
    {
        foreach (var (counter, amount) in other)
            if (counter.StartsWith(prefix, StringComparison.Ordinal)) Add(prefix.Length == 0 ? counter : counter[prefix.Length..], amount);
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
