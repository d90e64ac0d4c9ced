using SalesBot.Data.Indicators;
using Xunit;
using static SalesBot.Tests.Indicators.Book;

namespace SalesBot.Tests.Indicators;

public sealed class ReckoningTests
{
    [Theory]
    [InlineData("2026-02-02 09:00", "2026-02-02 17:00", 8)]
    [InlineData("2026-02-02 07:00", "2026-02-02 23:00", 8)]
    [InlineData("2026-02-06 16:30", "2026-02-09 09:15", 0.8)]
    [InlineData("2026-02-07 10:00", "2026-02-08 10:00", 0)]
    [InlineData("2026-02-02 12:00", "2026-02-02 11:00", 0)]
    [InlineData("2026-02-02 00:00", "2026-02-16 00:00", 80)]
    public void Working_hours_leave_out_nights_and_weekends(string from, string to, double hours) =>
        Assert.Equal((decimal)hours, Reckoning.WorkingHours(At(from), At(to)));

    [Fact]
    public void A_day_begins_at_local_midnight_in_winter_and_summer()
    {
        Assert.Equal(new(2026, 1, 2), Reckoning.LocalDay(new(2026, 1, 1, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new(2026, 7, 2), Reckoning.LocalDay(new(2026, 7, 1, 22, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new(2026, 1, 1), Reckoning.LocalDay(new(2026, 1, 1, 22, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public void A_median_is_the_middle_or_the_mean_of_the_two_in_the_middle()
    {
        Assert.Equal(2.5m, Reckoning.Median([(1, 1), (2, 1), (3, 1), (9, 1)]));
        Assert.Equal(3m, Reckoning.Median([(1, 2), (3, 1), (9, 2)]));
        Assert.Null(Reckoning.Median([]));
    }
}
