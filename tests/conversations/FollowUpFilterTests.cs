using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Flows;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>Which follow-ups a list shows, and that the button for its next page still knows.</summary>
public sealed class FollowUpFilterTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);
    private static readonly AccountId Achmea = AccountId.Of("A-1004");

    [Theory]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-04", true)]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-02", true)] // late, and today is asked for
    [InlineData("2026-03-04", "2026-03-04", "2026-03-05", false)]
    [InlineData("2026-03-09", "2026-03-15", "2026-03-02", false)] // late, but next week is asked for
    [InlineData("2026-03-09", "2026-03-15", "2026-03-15", true)]
    [InlineData("2026-02-23", "2026-03-01", "2026-02-20", false)]
    [InlineData("2026-02-23", "2026-03-01", "2026-02-24", true)]
    public void What_is_due_in_the_span_is_shown_and_what_is_late_while_it_goes_on(string from, string to, string due, bool shown)
    {
        var filter = new FollowUpFilter(null, new Period(DateOnly.Parse(from), DateOnly.Parse(to)));
        Assert.Equal(shown, filter.Chooses(Task(DateOnly.Parse(due), Achmea), Today));
    }

    [Fact]
    public void Of_one_customer_nothing_else_is_shown()
    {
        Assert.True(new FollowUpFilter(Achmea, null).Chooses(Task(Today, Achmea), Today));
        Assert.False(new FollowUpFilter(Achmea, null).Chooses(Task(Today, AccountId.Of("A-1003")), Today));
        Assert.False(new FollowUpFilter(Achmea, null).Chooses(Task(Today, null), Today));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_next_page_is_of_the_same(bool ofOne, bool ofSpan)
    {
        var filter = new FollowUpFilter(ofOne ? Achmea : null, ofSpan ? new Period(Today, Today.AddDays(6)) : null);
        Assert.Equal(filter, FollowUpFilter.Read(filter.Subject));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("|2026-03-09|2026-03-01")]
    [InlineData("|tomorrow|2026-03-01")]
    [InlineData("|2026-03-01|2026-03-02|x")]
    public void What_no_button_of_ours_holds_is_all_of_them(string? subject) => Assert.Equal(new FollowUpFilter(null, null), FollowUpFilter.Read(subject));

    private static FollowUp Task(DateOnly due, AccountId? account) => new("f", account, UserId.Of("anna"), due, "bellen", DateTimeOffset.UnixEpoch);
}
