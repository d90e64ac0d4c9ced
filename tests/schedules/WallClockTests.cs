using SalesBot.Data.Schedules;
using Xunit;

namespace SalesBot.Tests.Schedules;

/// <summary>Times on a person's clock through both changes of it.</summary>
public sealed class WallClockTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    // 2027-03-28 02:00-03:00 does not exist.
    [InlineData("2027-03-28", "01:45", "2027-03-28T00:45Z")]
    [InlineData("2027-03-28", "02:00", "2027-03-28T01:00Z")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:00Z")]
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00Z")]
    [InlineData("2027-03-28", "08:00", "2027-03-28T06:00Z")]
    // 2027-10-31 02:00-03:00 comes twice.
    [InlineData("2027-10-31", "02:00", "2027-10-31T00:00Z")]
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30Z")]
    [InlineData("2027-10-31", "03:00", "2027-10-31T02:00Z")]
    [InlineData("2027-10-31", "08:00", "2027-10-31T07:00Z")]
    public void A_missing_hour_runs_at_three_and_a_doubled_one_the_first_time(string day, string time, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment), WallClock.At(DateOnly.Parse(day), TimeOnly.Parse(time), Amsterdam));

    [Fact]
    public void Every_quarter_of_an_hour_runs_once_a_day_through_five_years_of_changes()
    {
        for (var year = 2026; year <= 2030; year++)
        {
            foreach (var change in new[] { LastSunday(year, 3), LastSunday(year, 10) })
            {
                for (var quarter = 0; quarter < 96; quarter++)
                {
                    var time = TimeOnly.MinValue.AddMinutes(15 * quarter);
                    var runs = new List<DateTimeOffset>();
                    var from = WallClock.At(change.AddDays(-2), TimeOnly.MinValue, Amsterdam).AddTicks(-1);
                    for (var next = WallClock.Next(from, time, Amsterdam); WallClock.DayOf(next, Amsterdam) <= change.AddDays(2); next = WallClock.Next(next, time, Amsterdam)) runs.Add(next);
                    Assert.Equal(Enumerable.Range(-2, 5).Select(change.AddDays), runs.Select(run => WallClock.DayOf(run, Amsterdam)));
                }
            }
        }
    }

    [Theory]
    [InlineData("2027-01-31T12:00Z", "2027-02-01T07:00Z")]
    [InlineData("2027-02-01T07:00Z", "2027-03-01T07:00Z")]
    [InlineData("2028-02-29T12:00Z", "2028-03-01T07:00Z")]
    [InlineData("2027-12-31T23:30Z", "2028-01-01T07:00Z")]
    [InlineData("2027-03-28T12:00Z", "2027-04-01T06:00Z")]
    public void The_first_of_the_month_is_found_from_anywhere(string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), WallClock.Next(DateTimeOffset.Parse(after), new(8, 0), Amsterdam, day => day.Day == 1));

    private static DateOnly LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(-1);
        return day;
    }
}
