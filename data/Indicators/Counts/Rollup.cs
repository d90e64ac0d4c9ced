using System.Globalization;

namespace SalesBot.Data.Indicators;

/// <summary>
/// Counts of a person's month, of an account's year, or of the year of all accounts of an owner. They are kept in the same commit as what
/// they count, so that an answer reads a few of these instead of all records. See docs/decisions/0004-rollups.md and 0032-owner-years.md.
/// </summary>
/// <param name="Counts">By counter; in a year the counter stands behind its month (03|revenue.Overnight). Never 0.</param>
public sealed record Rollup(string Key, IReadOnlyDictionary<string, decimal> Counts)
{
    /// <summary>The year of what is counted as it is now, whatever the time.</summary>
    public const int Now = 0;

    /// <summary>Months first: a team's answer over any period is one range.</summary>
    public static string OfUser(UserId user, DateOnly month) => $"user|{month.ToString("yyyyMM", CultureInfo.InvariantCulture)}|{user}";

    public static string OfAccount(AccountId account, int year) => $"account|{account}|{year:0000}";

    /// <summary>What follows from the accounts that a person owns: it moves with them.</summary>
    public static string OfOwner(UserId owner, int year) => $"owner|{owner}|{year:0000}";

    /// <summary>In which months of a year any revenue of the team is known; as it is now, how many accounts it has.</summary>
    public static string OfKnown(int year) => $"known|{year:0000}";

    /// <summary>What the accounts of a team bought in the twelve months up to one.</summary>
    public static string OfBuying(DateOnly last) => $"buying|{last.ToString("yyyyMM", CultureInfo.InvariantCulture)}";

    public DateOnly Month => DateOnly.ParseExact(Key.Split('|')[1], "yyyyMM", CultureInfo.InvariantCulture);

    public int Year => int.Parse(Key.AsSpan(Key.Length - 4), CultureInfo.InvariantCulture);

    public AccountId Account => new(Key["account|".Length..^5]);
}

/// <summary>A change of one counter in one rollup.</summary>
public readonly record struct RollupDelta(string Rollup, string Counter, decimal Amount);
