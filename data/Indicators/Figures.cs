using SalesBot.Data.Prices;

namespace SalesBot.Data.Indicators;

/// <summary>A span of local days, both included.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    public static Period Month(int year, int month) => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <param name="quarter">1 to 4.</param>
    public static Period Quarter(int year, int quarter) =>
        new(new(year, quarter * 3 - 2, 1), new(year, quarter * 3, DateTime.DaysInMonth(year, quarter * 3)));

    public bool Contains(DateOnly day) => From <= day && day <= To;
    public Period YearBefore() => new(From.AddYears(-1), IsMonthEnd(To) ? MonthEnd(To.AddYears(-1)) : To.AddYears(-1));

    private static bool IsMonthEnd(DateOnly day) => day.AddDays(1).Day == 1;
    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}

/// <summary>Actual revenue of an account in a month and group; consumed, EUR excl. VAT.</summary>
/// <param name="Month">First day of the month.</param>
public sealed record Revenue(AccountId Account, DateOnly Month, ProductGroup Group, decimal Amount, decimal? Quantity = null);

public enum TargetScope { Team, User, Account }

/// <summary>What should be reached in a month.</summary>
/// <param name="ScopeId">Team id, user id or account id.</param>
/// <param name="Group">Null: all groups together.</param>
public sealed record Target(TargetScope Scope, string ScopeId, DateOnly Month, ProductGroup? Group, decimal Amount);
