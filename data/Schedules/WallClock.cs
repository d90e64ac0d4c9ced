namespace SalesBot.Data.Schedules;

/// <summary>
/// A time on the clock of a person's zone as a moment. The hour that summer time takes away runs where it ends, at 03:00; the hour
/// that comes twice runs once, the first time.
/// </summary>
public static class WallClock
{
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            // In steps of a minute: nowhere is the hour that is skipped longer than some hours, and it ends on a whole minute.
            local = new(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0);
            while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        }
        // Of two, the one that comes first is further ahead of UTC.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first such time later than a moment, on a day that fits.</summary>
    /// <param name="fits">Null: every day. At least one day of a year fits.</param>
    public static DateTimeOffset Next(DateTimeOffset after, TimeOnly time, TimeZoneInfo zone, Func<DateOnly, bool>? fits = null)
    {
        var day = DayOf(after, zone);
        while (true)
        {
            if ((fits is null || fits(day)) && At(day, time, zone) is var moment && moment > after) return moment;
            day = day.AddDays(1);
        }
    }

    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>Monday to Friday.</summary>
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
