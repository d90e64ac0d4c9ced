using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Quotes;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>A stand-in decides on the days of the absence, on the clock of who is away, and on no other.</summary>
public sealed class StandInDatesTests
{
    /// <summary>Each absence has a change of the clock in it.</summary>
    [Theory]
    [InlineData("Europe/Amsterdam", "2026-03-27", "2026-03-30", "2026-03-26T22:59:59Z", "2026-03-26T23:00:00Z", "2026-03-30T21:59:59Z", "2026-03-30T22:00:00Z")]
    [InlineData("Europe/Amsterdam", "2026-10-23", "2026-10-26", "2026-10-22T21:59:59Z", "2026-10-22T22:00:00Z", "2026-10-26T22:59:59Z", "2026-10-26T23:00:00Z")]
    [InlineData("Europe/Amsterdam", "2026-03-29", "2026-03-29", "2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z")]
    [InlineData("America/New_York", "2026-03-06", "2026-03-09", "2026-03-06T04:59:59Z", "2026-03-06T05:00:00Z", "2026-03-10T03:59:59Z", "2026-03-10T04:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-04-03", "2026-04-06", "2026-04-02T10:59:59Z", "2026-04-02T11:00:00Z", "2026-04-06T11:59:59Z", "2026-04-06T12:00:00Z")]
    public void The_days_begin_and_end_on_the_clock_of_who_is_away(string zone, string from, string to, string before, string first, string last, string after)
    {
        var sven = Trade.Person("sven", Role.Supervisor) with { TimeZone = zone };
        var femke = Trade.Person("femke", Role.Supervisor, team: "utrecht");
        var absence = new Absence("1", sven.Id, DateOnly.Parse(from), DateOnly.Parse(to), femke.Id, Trade.Now);
        bool StandsIn(string moment) => new Mandates(new[] { sven, femke }.ToDictionary(user => user.Id), [absence], DateTimeOffset.Parse(moment)).NamesOf(femke).Contains(sven);
        Assert.Equal([false, true, true, false], [StandsIn(before), StandsIn(first), StandsIn(last), StandsIn(after)]);
    }

    /// <summary>Sven is away from 27 to 30 March, over the night in which summer time begins.</summary>
    [Theory]
    [InlineData("2026-03-26T22:58:00Z", "not_found")]
    [InlineData("2026-03-26T23:00:00Z", null)]
    [InlineData("2026-03-30T21:58:00Z", null)]
    [InlineData("2026-03-30T22:00:00Z", "not_found")]
    public async Task A_stand_in_presses_in_vain_a_minute_too_early_or_too_late(string moment, string? refused)
    {
        await using var talk = await Talk.BeginAsync();
        await SayAsync(talk, "Sven", "Ik ben van 27 tot en met 30 maart afwezig, Femke neemt waar", "ja");
        var number = await SubmitAsync(talk);
        talk.Now = DateTimeOffset.Parse(moment);
        await talk.PressAsync("Femke", "approval.approve", Data(number));
        Assert.Equal(refused, talk.Last.Trace.Refused);
        Assert.NotEqual("", talk.Shown);
        var approval = (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{number}|0001", CancellationToken.None))!.Record;
        Assert.Equal(refused is null ? (ApprovalState.Approved, "Femke", "Sven") : (ApprovalState.Waiting, null, null),
            (approval.State, Name(approval.DecidedBy), Name(approval.InPlaceOf)));

        string? Name(UserId? id) => id is null ? null : new[] { "Femke", "Sven" }.FirstOrDefault(name => talk.Person(name).Id == id);
    }

    [Fact]
    public async Task What_waits_goes_to_the_stand_in_on_the_first_day_and_comes_back_after_the_last()
    {
        await using var talk = await Talk.BeginAsync();
        var number = await SubmitAsync(talk);
        await SayAsync(talk, "Sven", "Ik ben van 9 tot en met 11 maart afwezig, Femke neemt waar", "ja");
        var clock = new ApprovalClock(talk);
        Assert.Equal("Sven", await clock.ApproverAsync(number, "2026-03-08T22:30:00Z"));
        Assert.Equal("Femke", await clock.ApproverAsync(number, "2026-03-08T23:30:00Z"));
        Assert.Equal("Femke", await clock.ApproverAsync(number, "2026-03-11T22:30:00Z"));
        Assert.Equal("Sven", await clock.ApproverAsync(number, "2026-03-11T23:30:00Z"));
        // Of those who could not decide, nobody was reminded: Sven until the 6th and from the 13th, Femke on the 10th and 11th.
        await clock.RunUntilAsync("2026-03-13T22:00:00Z");
        var told = (await clock.RemindersAsync(number)).Select(reminder => $"{reminder.To} {reminder.At.ToOffset(TimeSpan.FromHours(1)):dd}");
        Assert.Equal(["Sven 05", "Sven 06", "Femke 10", "Femke 11", "Sven 13"], told);
    }

    [Fact]
    public async Task In_a_circle_of_stand_ins_the_next_manager_is_asked()
    {
        await using var talk = await Talk.BeginAsync();
        await SayAsync(talk, "Sven", "Ik ben van 9 tot en met 11 maart afwezig, Femke neemt waar", "ja");
        await SayAsync(talk, "Femke", "Ik ben van 9 tot en met 11 maart afwezig, Sven neemt waar", "ja");
        talk.Now = DateTimeOffset.Parse("2026-03-09T09:00:00Z");
        var number = await SubmitAsync(talk);
        var approval = (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{number}|0001", CancellationToken.None))!.Record;
        Assert.Equal(talk.Person("Ingrid").Id, approval.Approver);
        Assert.Contains("Sven Mulder is afwezig zonder vervanger die hierover mag beslissen", approval.Findings[^1].Nl);
        await talk.PressAsync("Femke", "approval.approve", Data(number));
        Assert.Equal("not_found", talk.Last.Trace.Refused);
        await talk.PressAsync("Ingrid", "approval.approve", Data(number));
        Assert.Null(talk.Last.Trace.Refused);
    }

    [Fact]
    public async Task Where_nobody_else_may_decide_the_requester_learns_once_with_whom_it_stays()
    {
        await using var talk = await Talk.BeginAsync();
        // Above Sven's limit: Ingrid's alone.
        var number = await SubmitAsync(talk, "120 kamers, 3 nachten vanaf 12 mei");
        await SayAsync(talk, "Ingrid", "Ik ben van 9 tot en met 20 maart afwezig, Anna neemt waar", "ja");
        var clock = new ApprovalClock(talk);
        Assert.Equal("Ingrid", await clock.ApproverAsync(number, "2026-03-13T12:00:00Z"));
        var told = (await talk.SentAsync()).Where(message => message.To.Person == talk.Person("Anna").Id && message.Text?.Contains(number, StringComparison.Ordinal) == true).ToList();
        Assert.Contains("Ingrid Hoekstra kan nu niet beslissen", Assert.Single(told).Text);
        Assert.DoesNotContain(await clock.RemindersAsync(number), reminder => reminder.At > DateTimeOffset.Parse("2026-03-08T23:00:00Z"));

        // Nobody at all: it is said at once, and it stays a draft.
        await talk.SayAsync("Anna", "Offerte voor Achmea, 130 kamers, 3 nachten vanaf 12 mei");
        await talk.SayAsync("Anna", "ja");
        Assert.Contains("Ingrid Hoekstra is afwezig zonder vervanger", talk.Shown);
        Assert.Contains("Ik heb het aan niemand gestuurd", talk.Shown);
    }

    [Fact]
    public async Task Back_early_the_stand_in_decides_no_longer_and_the_next_holiday_stays()
    {
        await using var talk = await Talk.BeginAsync();
        await SayAsync(talk, "Sven", "Ik ben van 3 tot en met 11 maart afwezig, Femke neemt waar", "ja");
        await SayAsync(talk, "Sven", "Ik ben van 4 tot en met 15 mei afwezig, Femke neemt waar", "ja");
        var number = await SubmitAsync(talk);
        await SayAsync(talk, "Sven", "Ik ben terug");
        Assert.Contains("sta je nog wel als afwezig genoteerd", talk.Shown);
        await talk.PressAsync("Femke", "approval.approve", Data(number));
        Assert.NotNull(talk.Last.Trace.Refused);
        Assert.Equal("Sven", await new ApprovalClock(talk).ApproverAsync(number, "2026-03-04T12:00:00Z"));

        talk.Now = DateTimeOffset.Parse("2026-05-04T08:00:00Z");
        await talk.PressAsync("Femke", "approval.reject", Data(number, ("reason", "Te laag")));
        Assert.Null(talk.Last.Trace.Refused);
    }

    private static async Task SayAsync(Talk talk, string who, params string[] words)
    {
        foreach (var said in words) await talk.SayAsync(who, said);
    }

    private static async Task<string> SubmitAsync(Talk talk, string what = "20 kamers, 1 nacht vanaf 6 mei")
    {
        await SayAsync(talk, "Anna", $"Offerte voor Achmea, {what}", "ja");
        return talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
    }

    private static JsonElement Data(string number, params (string Name, string Value)[] more)
    {
        var data = new Dictionary<string, object> { ["quote"] = number, ["team"] = "corporate", ["version"] = 1 };
        foreach (var (name, value) in more) data[name] = value;
        return JsonSerializer.SerializeToElement(data);
    }
}
