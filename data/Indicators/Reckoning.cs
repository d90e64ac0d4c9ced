namespace SalesBot.Data.Indicators;

/// <summary>How days, working hours, medians and rates are reckoned.</summary>
public static class Reckoning
{
    // Counts are shared by a team, so their days have to begin alike for all: the house's zone, not the reader's.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly TimeSpan Opens = new(9, 0, 0), Closes = new(17, 0, 0);

    public static DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>Hours between two moments from Monday to Friday, 9:00 to 17:00 local, to the tenth; public holidays count as
    /// days.</summary>
    public static decimal WorkingHours(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (TimeZoneInfo.ConvertTime(from, Zone).DateTime, TimeZoneInfo.ConvertTime(to, Zone).DateTime);
        var hours = TimeSpan.Zero;
        for (var day = start.Date; day <= end.Date; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            var (open, close) = (Max(start, day + Opens), Min(end, day + Closes));
            if (close > open) hours += close - open;
        }
        return Math.Round((decimal)hours.TotalHours, 1, MidpointRounding.AwayFromZero);

        static DateTime Max(DateTime a, DateTime b) => a > b ? a : b;
        static DateTime Min(DateTime a, DateTime b) => a < b ? a : b;
    }

    /// <summary>Percent to the tenth; null, not defined, for a denominator of 0.</summary>
    public static decimal? Percent(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(part / whole * 100, 1, MidpointRounding.AwayFromZero);

    /// <param name="values">Ascending, with how often each occurs.</param>
    public static decimal? Median(IReadOnlyList<(decimal Value, decimal Times)> values)
    {
        var count = (int)values.Sum(value => value.Times);
        if (count == 0) return null;
        return (At((count - 1) / 2) + At(count / 2)) / 2;

        decimal At(int index)
        {
            foreach (var (value, times) in values)
                if ((index -= (int)times) < 0) return value;
            throw new ArgumentException("Values occur at least once.", nameof(values));
        }
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>First days of the months that a period touches.</summary>
    public static IEnumerable<DateOnly> Months(this Period period)
    {
        for (var month = MonthOf(period.From); month <= period.To; month = month.AddMonths(1)) yield return month;
    }

    /// <summary>Whole months from one to another, both included.</summary>
    public static Period WholeMonths(DateOnly first, DateOnly last) => new(MonthOf(first), MonthOf(last).AddMonths(1).AddDays(-1));
}
