using SalesBot.Data.Indicators;
using SalesBot.Data.Schedules;

namespace SalesBot.Data.Reports;

public enum ReportRhythm { Daily, Weekly, Monthly, Quarterly }

/// <summary>That somebody wants a report again and again.</summary>
/// <param name="Team">The team's figures; else the person's own.</param>
/// <param name="Day">Weekly: 1 Monday to 7 Sunday; monthly and quarterly: the day of the month; daily: working days, not looked at.</param>
/// <param name="At">On the person's clock.</param>
/// <param name="Conversation">Key of the conversation that it goes to; null: the person's own chat.</param>
/// <param name="Excel">Comes as that file too; in a channel the buttons of its card give the files.</param>
/// <param name="EndedAt">Null: it still comes.</param>
public sealed record ReportSubscription(
    string Id, UserId By, bool Team, ReportRhythm Rhythm, int Day, TimeOnly At, DateTimeOffset CreatedAt, string? Conversation = null, DateTimeOffset? EndedAt = null,
    bool Excel = false, bool Pdf = false)
{
    public string Key => $"{By}|{Id}";

    public DateTimeOffset Next(DateTimeOffset after, TimeZoneInfo zone) => WallClock.Next(after, At, zone, day => Rhythm switch
    {
        ReportRhythm.Daily => WallClock.IsWorkingDay(day),
        ReportRhythm.Weekly => (int)day.DayOfWeek == Day % 7,
        ReportRhythm.Quarterly => day.Month % 3 == 1 && day.Day == Math.Min(Day, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => day.Day == Math.Min(Day, DateTime.DaysInMonth(day.Year, day.Month)),
    });

    /// <summary>A month or quarter that is over is a whole report; in between it is how things stand.</summary>
    public bool IsWhole => Rhythm is ReportRhythm.Monthly or ReportRhythm.Quarterly;

    /// <summary>What it is about when it comes on a day: the month or quarter that has ended, else the quarter that is running.</summary>
    public Period PeriodOn(DateOnly day)
    {
        var about = Rhythm switch { ReportRhythm.Monthly => day.AddMonths(-1), ReportRhythm.Quarterly => day.AddMonths(-3), _ => day };
        return Rhythm == ReportRhythm.Monthly ? Period.Month(about.Year, about.Month) : Period.Quarter(about.Year, (about.Month + 2) / 3);
    }
}
