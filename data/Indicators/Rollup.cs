using System.Globalization;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Indicators;

/// <summary>
/// Counts of a person's month or an account's year, kept in the same commit as what they count, so that an answer reads a few
/// of these instead of all records. See docs/decisions/0004-rollups.md.
/// </summary>
/// <param name="Counts">By counter; in an account's year the counter stands behind its month (03|revenue.Overnight). Never 0.</param>
public sealed record Rollup(string Key, IReadOnlyDictionary<string, decimal> Counts)
{
    /// <summary>Months first: a team's answer over any period is one range.</summary>
    public static string OfUser(UserId user, DateOnly month) => $"user|{month.ToString("yyyyMM", CultureInfo.InvariantCulture)}|{user}";

    public static string OfAccount(AccountId account, int year) => $"account|{year}|{account}";

    public DateOnly Month => DateOnly.ParseExact(Key.Split('|')[1], "yyyyMM", CultureInfo.InvariantCulture);

    public int Year => int.Parse(Key.AsSpan(8, 4), CultureInfo.InvariantCulture);

    public UserId User => new(Key["user|yyyymm|".Length..]);

    public AccountId Account => new(Key["account|yyyy|".Length..]);
}

/// <summary>Names of the counters. Those with a value behind a bar count how often that value occurs, for medians and days.</summary>
internal static class Counter
{
    public const string Requested = "requested", Submitted = "submitted", FirstPass = "first-pass", Sent = "sent",
        SentAccepted = "sent-accepted",
        Accepted = "accepted", Rejected = "rejected", Withdrawn = "withdrawn", Expired = "expired",
        AcceptedValue = "accepted-value", DecidedValue = "decided-value", AcceptedVersions = "accepted-versions",
        Turnaround = "turnaround|",
        Visits = "visits", VisitsIn24Hours = "visits-24h", VisitsComplete = "visits-complete", VisitedOn = "visited|",
        Leads = "leads", LeadsQualified = "leads-qualified", LeadValue = "lead-value|",
        Due = "due", DueDone = "due-done", DueOpen = "due-open|", Booked = "booked|", AnyRevenue = "revenue.", AnyTarget = "target.";

    public static string Revenue(ProductGroup group) => AnyRevenue + group;
    public static string Target(ProductGroup? group) => AnyTarget + (group?.ToString() ?? "all");
    public static string With(string counter, decimal value) => counter + value.ToString("0.############", CultureInfo.InvariantCulture);
}

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

    public decimal Sum(string prefix) => counts.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Sum(count => count.Value);

    /// <summary>The values behind the bar with how often each occurs, ascending.</summary>
    public IReadOnlyList<(decimal Value, decimal Times)> Values(string prefix) =>
    [
        .. counts.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(count => (decimal.Parse(count.Key.AsSpan(prefix.Length), CultureInfo.InvariantCulture), count.Value))
                .OrderBy(value => value.Item1),
    ];

    /// <summary>Of a year of an account: the counters of some months.</summary>
    public static string MonthPrefix(int month) => $"{month:00}|";
}
