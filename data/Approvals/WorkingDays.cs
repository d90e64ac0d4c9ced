using SalesBot.Data.Schedules;

namespace SalesBot.Data.Approvals;

/// <summary>Days on which somebody can be expected to decide: Monday to Friday without the Dutch public holidays.</summary>
public static class WorkingDays
{
    public static bool Is(DateOnly day) => WallClock.IsWorkingDay(day) && !IsHoliday(day);

    /// <summary>The same time of day so many working days later.</summary>
    public static DateTimeOffset After(DateTimeOffset moment, int days, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (Is(day)) left--;
        }
        return WallClock.At(day, TimeOnly.FromDateTime(local.DateTime), zone);
    }

    /// <summary>How many whole working days lie between two moments.</summary>
    public static int Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var days = 0;
        while (After(from, days + 1, zone) <= to) days++;
        return days;
    }

    private static bool IsHoliday(DateOnly day)
    {
        var easter = Easter(day.Year);
        // The king's day moves to Saturday where it would be a Sunday.
        var kings = new DateOnly(day.Year, 4, 27) is { DayOfWeek: DayOfWeek.Sunday } sunday ? sunday.AddDays(-1) : new DateOnly(day.Year, 4, 27);
        return (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26) || day == kings
            || day == easter.AddDays(1) || day == easter.AddDays(39) || day == easter.AddDays(50);
    }

    /// <summary>Gauss's rule in the form of Meeus, Jones and Butcher, for the Gregorian calendar.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new(year, n / 31, n % 31 + 1);
    }
}
