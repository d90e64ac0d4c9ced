namespace SalesBot.Data.Issues;

/// <summary>By when an issue has to be dealt with where nobody said it: working days by its severity.</summary>
public static class IssueDeadline
{
    public static DateOnly For(IssueSeverity severity, DateOnly today) => Workdays(today, severity switch
    {
        IssueSeverity.High => 2,
        IssueSeverity.Medium => 5,
        _ => 10,
    });

    private static DateOnly Workdays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) count--;
        }
        return day;
    }
}
