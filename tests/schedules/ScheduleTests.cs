using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Bot.Schedules;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Schedules;

/// <summary>What is due is done once and on time, whatever stops, competes or jumps.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Partition Team = Partition.Of(DemoOrganisation.Tenant, new("corporate"));
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider clock = new(Start);
    private DemoStore demo = null!;

    public async ValueTask InitializeAsync() => demo = await DemoStore.NewAsync(Edition.Sqlite);

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    [Fact]
    public async Task What_is_due_is_announced_once_and_not_before()
    {
        await SetAsync("a", Start.AddHours(1));
        await RoundAsync(new Bell());
        Assert.Empty(await RungAsync());
        clock.Advance(TimeSpan.FromHours(1));
        await RoundAsync(new Bell());
        await RoundAsync(new Bell());
        Assert.Equal(["a"], await RungAsync());
        Assert.Empty(await demo.Store.ListAsync(Team, Kinds.Due, "", 10, None));
        Assert.Empty(await demo.Store.ListAsync(Team, Kinds.Scheduled, "", 10, None));
    }

    [Fact]
    public async Task A_matter_is_on_the_timetable_once_with_its_last_moment()
    {
        await SetAsync("a", Start.AddHours(1));
        await SetAsync("a", Start.AddHours(3));
        await SetAsync("a", Start.AddHours(3));
        await SetAsync("b", Start.AddHours(1));
        await SetAsync("b", null);
        Assert.Equal(Start.AddHours(3), Assert.Single(await demo.Store.ListAsync(Team, Kinds.Due, "", 10, None)).Record.At);
        clock.Advance(TimeSpan.FromHours(2));
        await RoundAsync(new Bell());
        Assert.Empty(await RungAsync());
        clock.Advance(TimeSpan.FromHours(2));
        await RoundAsync(new Bell());
        Assert.Equal(["a"], await RungAsync());
    }

    [Fact]
    public async Task Two_workers_on_one_store_ring_once_even_without_their_lease()
    {
        for (var i = 0; i < 40; i++) await SetAsync($"{i:00}", Start.AddMinutes(i));
        clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(RoundAsync(new Bell()), RoundAsync(new Bell()), PastTheLeaseAsync(), PastTheLeaseAsync());
        await RoundAsync(new Bell());
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i:00}"), (await RungAsync()).Order());

        async Task PastTheLeaseAsync()
        {
            var schedule = new Schedule(demo.Store, [new Bell()]);
            foreach (var due in await schedule.DueAsync(Team, clock.GetUtcNow(), None))
                await schedule.DoAsync(DemoOrganisation.Tenant, new("corporate"), due, clock.GetUtcNow(), None);
        }
    }

    [Fact]
    public async Task Who_comes_second_to_a_daily_errand_leaves_it_and_its_next_time_as_they_are()
    {
        await SetAsync("daily", Start);
        clock.Advance(TimeSpan.FromHours(1));
        var schedule = new Schedule(demo.Store, [new Bell { Daily = true }]);
        var due = Assert.Single(await schedule.DueAsync(Team, clock.GetUtcNow(), None));
        Assert.True(await DoAsync());
        Assert.False(await DoAsync());
        Assert.Equal(["daily"], await RungAsync());
        Assert.True(Assert.Single(await demo.Store.ListAsync(Team, Kinds.Due, "", 10, None)).Record.At > clock.GetUtcNow());

        Task<bool> DoAsync() => schedule.DoAsync(DemoOrganisation.Tenant, new("corporate"), due, clock.GetUtcNow(), None);
    }

    [Fact]
    public async Task After_a_restart_what_came_due_meanwhile_is_done()
    {
        await SetAsync("a", Start.AddHours(1));
        await demo.ReopenAsync();
        clock.Advance(TimeSpan.FromDays(3));
        await RoundAsync(new Bell());
        await demo.ReopenAsync();
        await RoundAsync(new Bell());
        Assert.Equal(["a"], await RungAsync());
    }

    [Fact]
    public async Task One_that_fails_holds_up_nobody_and_is_done_when_it_can_be()
    {
        var bell = new Bell { Cracked = "a" };
        await SetAsync("a", Start);
        await SetAsync("b", Start.AddMinutes(1));
        clock.Advance(TimeSpan.FromHours(1));
        await RoundAsync(bell);
        Assert.Equal(["b"], await RungAsync());
        // Another instance does not know of the failure.
        await RoundAsync(new Bell());
        Assert.Equal(["a", "b"], (await RungAsync()).Order());
    }

    [Fact]
    public async Task An_errand_of_a_newer_version_waits_for_that_version()
    {
        var timetable = new Timetable();
        timetable.Set("newer", "x", Start);
        await demo.Store.SaveAsync(Team, "newer", await timetable.WritesAsync(demo.Store, Team, null, None), None);
        clock.Advance(TimeSpan.FromHours(1));
        await RoundAsync(new Bell());
        Assert.Single(await demo.Store.ListAsync(Team, Kinds.Due, "", 10, None));
    }

    [Fact]
    public async Task A_clock_that_jumps_repeats_nothing_of_a_daily_errand()
    {
        var random = new Random(7);
        var now = Start;
        await SetAsync("daily", Start);
        for (var i = 0; i < 200; i++)
        {
            now += TimeSpan.FromMinutes(random.Next(-90, 400));
            clock.AdjustTime(now);
            await RoundAsync(new Bell { Daily = true });
        }
        var days = (await MessagesAsync()).Select(message => DateOnly.FromDateTime(message.CreatedAt.UtcDateTime)).ToList();
        Assert.NotEmpty(days);
        Assert.Equal(days.Distinct(), days);
    }

    [Fact]
    public async Task What_stands_is_put_there_once()
    {
        await RoundAsync(new Bell { Stands = Start.AddDays(1) });
        await RoundAsync(new Bell { Stands = Start.AddDays(2) });
        Assert.Equal(Start.AddDays(1), Assert.Single(await demo.Store.ListAsync(Team, Kinds.Due, "", 10, None)).Record.At);
    }

    private async Task SetAsync(string key, DateTimeOffset? at)
    {
        var timetable = new Timetable();
        if (at is { } moment) timetable.Set("bell", key, moment);
        else timetable.Cancel("bell", key);
        var writes = await timetable.WritesAsync(demo.Store, Team, null, None);
        if (writes.Count > 0) Assert.IsType<SaveResult.Saved>(await demo.Store.SaveAsync(Team, Guid.NewGuid().ToString(), writes, None));
    }

    private Task RoundAsync(Bell bell) => new ScheduleWorker(
        demo.Store, new(demo.Store, [bell]), new(), new(null!, null!, [DemoOrganisation.Tenant], null, null, false, false, null, true), clock,
        NullLogger<ScheduleWorker>.Instance).RoundAsync(None);

    private async Task<IReadOnlyList<OutboxMessage>> MessagesAsync() =>
        [.. (await demo.Store.ListAsync(Team, OutboxMessage.Kind, "", int.MaxValue, None)).Select(stored => stored.Record)];

    private async Task<IReadOnlyList<string?>> RungAsync() => [.. (await MessagesAsync()).Select(message => message.Text)];

    /// <summary>Says its key.</summary>
    private sealed class Bell() : Errand("bell")
    {
        public string? Cracked { get; init; }
        public bool Daily { get; init; }
        public DateTimeOffset? Stands { get; init; }

        public override Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
        {
            if (due.Key == Cracked) throw new InvalidOperationException("cracked");
            var effect = new Effect();
            effect.Sends.Add((new(Person: round.Members.First().Id), Message.Of(due.Key)));
            if (Daily) effect.Timetable.Set(Name, due.Key, WallClock.Next(round.Now, new(8, 0), TimeZoneInfo.Utc));
            return Task.FromResult(effect);
        }

        public override Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>(Stands is { } at && round.Team.Value == "corporate" ? [("x", at)] : []);
    }
}
