using SalesBot.Data;
using SalesBot.Data.Nudges;
using SalesBot.Data.Quotes;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Schedules;

/// <summary>The day's overview as a person gets it and acts on it.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private Talk talk = null!;

    public async ValueTask InitializeAsync() => talk = await Talk.BeginAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task What_was_ticked_off_before_delivery_is_not_brought()
    {
        await PromiseAsync("Anna", "Contract nalezen");
        await PromiseAsync("Anna", "Menu sturen");
        await MorningAsync(2);
        await talk.OpenAsync("Anna");
        Assert.Contains("Contract nalezen", talk.Shown, StringComparison.Ordinal);
        await talk.PressAsync("Anna", "nudge.done");
        Assert.Contains("follow-up", talk.Last.Trace.Wrote.Select(record => record.Kind));
        await talk.OpenAsync("Anna");
        Assert.Single(new[] { "Contract nalezen", "Menu sturen" }, talk.Shown.Contains);
    }

    [Fact]
    public async Task A_matter_is_told_once_and_again_when_it_is_late()
    {
        await PromiseAsync("Anna", "Contract nalezen");
        await MorningAsync(1);
        Assert.Contains("Contract nalezen", await NewestAsync("Anna"), StringComparison.Ordinal);
        await MorningAsync(1);
        Assert.Contains("Had do 5 maart gemoeten", await NewestAsync("Anna"), StringComparison.Ordinal);
        await MorningAsync(3);
        var digests = await talk.Store.ListAsync(talk.Corporate, Kinds.Digest, $"{talk.Person("Anna").Id}|", 100, None);
        Assert.Equal(2, digests.Sum(digest => digest.Record.Items.Count(item => item.Kind == "follow-up")));
    }

    [Fact]
    public async Task What_is_put_off_comes_back_on_its_day()
    {
        await PromiseAsync("Anna", "Contract nalezen");
        await StopAllButAsync("Anna", "follow-up");
        await MorningAsync(1);
        await talk.OpenAsync("Anna");
        await talk.SayAsync("Anna", "herinner me hier volgende week woensdag aan");
        Assert.Equal("snooze_nudge", talk.Last.Trace.Flow);
        Assert.Contains("wo 11 maart", talk.Shown, StringComparison.Ordinal);
        await MorningAsync(5);
        Assert.Single(await DigestsAsync("Anna"));
        await MorningAsync(1);
        Assert.Equal(2, (await DigestsAsync("Anna")).Count);
    }

    [Fact]
    public async Task The_button_puts_off_and_stops_a_kind()
    {
        await PromiseAsync("Daan", "Call the hotel");
        await StopAllButAsync("Daan", "follow-up");
        await MorningAsync(1);
        await talk.OpenAsync("Daan");
        Assert.Contains("For today", talk.Shown, StringComparison.Ordinal);
        await talk.PressAsync("Daan", "nudge.later", inputs: [("when", "never")]);
        Assert.Contains("Everything on this list is done", talk.Shown, StringComparison.Ordinal);
        await talk.SayAsync("Daan", "notification settings");
        Assert.Contains("Follow-up", talk.Shown, StringComparison.Ordinal);
        await MorningAsync(1);
        Assert.Single(await DigestsAsync("Daan"));
    }

    [Fact]
    public async Task Who_asked_for_no_messages_gets_none_until_they_are_wanted_again()
    {
        await PromiseAsync("Anna", "Contract nalezen");
        await talk.SayAsync("Anna", "stuur geen berichten meer");
        await MorningAsync(1);
        await MorningAsync(1);
        Assert.Empty(await DigestsAsync("Anna"));
        await talk.SayAsync("Anna", "stuur me weer meldingen");
        await MorningAsync(3);
        Assert.NotEmpty(await DigestsAsync("Anna"));
    }

    [Fact]
    public async Task An_account_on_it_opens_below_and_the_overview_stays()
    {
        await MorningAsync(1);
        await talk.OpenAsync("Anna");
        await talk.PressAsync("Anna", "nudge.open");
        Assert.Null(talk.Last.Card);
        Assert.NotEmpty(talk.Last.Replies);
    }

    /// <summary>Femke is of another team: what waits for Sven waits for her while he is away.</summary>
    [Theory]
    [InlineData("praat Nederlands", "Achmea wacht op jouw besluit", "Anna Visser, sinds", "Goedgekeurd · Femke Brouwer namens Sven Mulder")]
    [InlineData("talk English", "Achmea is waiting for your decision", "Anna Visser, since", "Approved · Femke Brouwer for Sven Mulder")]
    public async Task A_stand_in_reads_in_the_morning_what_waits_for_them(string language, string waits, string since, string decided)
    {
        foreach (var said in (string[])["Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei", "ja"]) await talk.SayAsync("Anna", said);
        foreach (var said in (string[])["Ik ben van 5 tot en met 13 maart afwezig, Femke neemt waar", "ja"]) await talk.SayAsync("Sven", said);
        await talk.SayAsync("Femke", language);
        await StopAllButAsync("Femke", "approval");
        await MorningAsync(1);
        await talk.OpenAsync("Femke");
        Assert.Contains(waits, talk.Shown, StringComparison.Ordinal);
        Assert.Contains(since, talk.Shown, StringComparison.Ordinal);
        await talk.PressAsync("Femke", "nudge.open");
        await talk.PressAsync("Femke", "approval.approve");
        Assert.Contains(decided, talk.Shown, StringComparison.Ordinal);
        var told = (await DigestsAsync("Femke")).Count;
        await MorningAsync(2);
        Assert.Equal(told, (await DigestsAsync("Femke")).Count);
    }

    [Fact]
    public async Task A_dated_action_of_an_approved_plan_is_told_on_its_day_and_once_when_it_is_late_until_it_is_done()
    {
        await StopAllButAsync("Anna", "follow-up");
        foreach (var words in new[] { "maak een accountplan voor Philips, doel 20k", "1000", "haal actie 1 weg", "actie: menukaart bespreken op 6 maart", "ja" })
            await talk.SayAsync("Anna", words);
        Assert.Contains("account-plan", talk.Last.Trace.Wrote.Select(record => record.Kind));
        await talk.OpenAsync("Sven");
        await talk.PressAsync("Sven", "approval.approve");
        await MorningAsync(1);
        Assert.Empty(await DigestsAsync("Anna"));
        await MorningAsync(1);
        Assert.Contains("Menukaart bespreken", await NewestAsync("Anna"), StringComparison.Ordinal);
        // Over the weekend.
        await MorningAsync(3);
        Assert.Equal(2, (await DigestsAsync("Anna")).Count);
        await talk.OpenAsync("Anna");
        await talk.PressAsync("Anna", "nudge.done");
        Assert.Equal(["follow-up", "account-plan"], talk.Last.Trace.Wrote.Select(record => record.Kind).Take(2));
        var plan = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.AccountPlan, "", 10, None)).Record;
        Assert.NotNull(plan.Current.Actions.Single(action => action.What == "Menukaart bespreken").DoneAt);
        await MorningAsync(2);
        Assert.Equal(2, (await DigestsAsync("Anna")).Count);
    }

    private async Task PromiseAsync(string who, string what)
    {
        var person = talk.Person(who);
        var task = new FollowUp($"f-{what.Length}", null, person.Id, new(2026, 3, 5), what, talk.Now);
        await talk.Store.SaveAsync(Partition.Of(Talk.Tenant, person.Team), $"promise-{task.Id}", [Kinds.FollowUp.Create(task)], None);
    }

    /// <summary>So many days on, at ten past eight; what came due on the way was done then.</summary>
    private async Task MorningAsync(int days)
    {
        for (var i = 0; i < days; i++)
        {
            talk.Now = WallClock.Next(talk.Now, new(8, 10), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
            var schedule = Schedule.Create(talk.Store, new(null, PolicySettings.Default));
            foreach (var team in talk.Teams)
            {
                await schedule.StandAsync(Talk.Tenant, team, talk.Now.AddHours(-24), None);
                foreach (var due in await schedule.DueAsync(Partition.Of(Talk.Tenant, team), talk.Now, None))
                    Assert.True(await schedule.DoAsync(Talk.Tenant, team, due, due.Record.At, None));
            }
        }
    }

    private async Task StopAllButAsync(string who, string kind)
    {
        string[] all = ["approval", "option", "issue", "follow-up", "after-sales", "silent-quote", "buying-window", "falling-revenue", "cadence", "near-line"];
        var settings = NudgeSettings.Of(talk.Person(who).Id) with { Stopped = [.. all.Where(one => one != kind)] };
        await talk.Store.SaveAsync(Partition.Of(Talk.Tenant, talk.Person(who).Team), Guid.NewGuid().ToString(), [Kinds.NudgeSettings.Put(settings)], None);
    }

    private async Task<IReadOnlyList<OutboxMessage>> DigestsAsync(string who) =>
        [.. (await talk.SentAsync()).Where(message => message.To.Person == talk.Person(who).Id && message.Shows?.Kind == "digest")];

    private async Task<string> NewestAsync(string who)
    {
        var newest = (await DigestsAsync(who))[^1];
        return await talk.SeeAsync(newest.Shows!) is { } card ? CardReading.Words(card) : "";
    }
}
