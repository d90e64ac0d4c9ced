using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Bot.Schedules;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Issues;
using SalesBot.Data.Nudges;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Schedules;

/// <summary>
/// Ninety days of the demo organisation with matters that come up and are resolved at random, two workers at a time, restarts, and
/// a change of the clock: each is told once, when it is due, within the cap and outside quiet and driving hours.
/// </summary>
public sealed class NinetyDaysTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly Partition Team = Partition.Of(DemoOrganisation.Tenant, new("corporate"));

    private DemoStore demo = null!;
    private User anna = null!;

    public async ValueTask InitializeAsync()
    {
        demo = await DemoStore.NewAsync(Edition.Sqlite);
        anna = (await new Organisation(demo.Store, DemoOrganisation.Tenant).UsersAsync(None)).First(user => user.Name.StartsWith("Anna ", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    /// <param name="Comes">From when it is known.</param>
    /// <param name="Resolved">From when it is dealt with.</param>
    /// <param name="States">From which day it stands how.</param>
    private sealed record Matter(string Id, DateTimeOffset Comes, DateTimeOffset Resolved, params (DateOnly From, string State)[] States)
    {
        public string? StateOn(DateOnly day) => States.LastOrDefault(state => state.From <= day).State;
    }

    private sealed record Told(string Id, string State, DateTimeOffset At);

    [Theory]
    // Each has a change of the clock in it.
    [InlineData("2027-02-15", 1)]
    [InlineData("2027-09-13", 2)]
    public async Task Every_due_matter_is_told_once_on_time_and_never_when_it_should_be_quiet(string first, int seed)
    {
        var random = new Random(seed);
        var start = DateOnly.Parse(first);
        var clock = new FakeTimeProvider(WallClock.At(start, new(0, 5), Zone));
        // Behind the wheel when the overview would come on.
        await SaveAsync(Kinds.NudgeSettings.Put(NudgeSettings.Of(anna.Id) with { Driving = [new(new(7, 30), new(8, 30))], Quiet = new(new(18, 0), new(7, 0)) }));
        var events = new List<(DateTimeOffset At, Func<Task> Do)>();
        var matters = new List<Matter>();
        for (var i = 0; i < 110; i++) matters.Add(Generate(i, start, random, events));
        for (var day = 0; day < 90; day += 6) events.Add((Moment(start.AddDays(day), random), demo.ReopenAsync));

        var told = new List<Told>();
        var seen = new HashSet<string>();
        var waiting = new Queue<(DateTimeOffset At, Func<Task> Do)>(events.OrderBy(entry => entry.At));
        var end = WallClock.At(start.AddDays(90), TimeOnly.MinValue, Zone);
        while (clock.GetUtcNow() < end)
        {
            var schedule = await demo.Store.ListAsync(Team, Kinds.Due, "", 1, None);
            var next = new[] { waiting.Count > 0 ? waiting.Peek().At : end, schedule is [var due] ? due.Record.At : end, clock.GetUtcNow().AddHours(12) }.Min();
            if (next > clock.GetUtcNow()) clock.AdjustTime(next);
            while (waiting.Count > 0 && waiting.Peek().At <= clock.GetUtcNow()) await waiting.Dequeue().Do();
            await Task.WhenAll(RoundAsync(clock), RoundAsync(clock));
            told.AddRange(await NewlyToldAsync(seen));
        }

        // Once, in each state.
        Assert.Equal([], told.GroupBy(one => (one.Id, one.State)).Where(group => group.Count() > 1).Select(group => $"{group.Key} {group.Count()} times"));
        foreach (var one in told)
        {
            var local = TimeZoneInfo.ConvertTime(one.At, Zone).DateTime;
            Assert.True(WallClock.IsWorkingDay(DateOnly.FromDateTime(local)), $"{one} on a {local.DayOfWeek}");
            Assert.InRange(TimeOnly.FromDateTime(local), new(8, 30), new(18, 0));
        }
        Assert.All(told.CountBy(one => WallClock.DayOf(one.At, Zone)), day => Assert.InRange(day.Value, 1, NudgeSettings.MostADay));
        foreach (var matter in matters)
        {
            var tellings = told.Where(one => one.Id == matter.Id).ToList();
            Assert.All(tellings, one => Assert.True(one.At >= matter.Comes && one.At < matter.Resolved, $"{one} of {matter}"));
            Assert.All(tellings, one => Assert.Equal(matter.StateOn(WallClock.DayOf(one.At, Zone)), one.State));
            if (Expected(matter, start) is { } morning)
            {
                // On its day, or later because that day had as much as it may have.
                var on = Assert.Single(tellings.Take(1)).At;
                for (var full = morning; full < on; full = NextMorning(full))
                    Assert.True(told.Count(one => WallClock.DayOf(one.At, Zone) == WallClock.DayOf(full, Zone)) >= 5, $"{matter} could have come on {full:u}, came {on:u}");
            }
        }
        Assert.True(told.Count > 100, $"Only {told.Count} were told.");
        // Everything that left has a message of its own, once.
        Assert.Equal(told.Select(one => one.At).Distinct().Count(), (await MessagesAsync()).Count(message => message.To.Person == anna.Id));
    }

    private static DateTimeOffset NextMorning(DateTimeOffset after) => WallClock.Next(after, new(8, 30), Zone, WallClock.IsWorkingDay);

    /// <summary>The first overview that can hold it, if it waits long enough for a full list to empty; null: resolved before.</summary>
    private static DateTimeOffset? Expected(Matter matter, DateOnly start)
    {
        var known = new[] { matter.Comes, WallClock.At(matter.States[0].From, TimeOnly.MinValue, Zone), WallClock.At(start, new(0, 10), Zone) }.Max();
        var morning = NextMorning(known);
        return matter.Resolved > morning.AddDays(20) && morning < WallClock.At(start.AddDays(68), TimeOnly.MinValue, Zone) ? morning : null;
    }

    private Matter Generate(int number, DateOnly start, Random random, List<(DateTimeOffset, Func<Task>)> events)
    {
        var due = start.AddDays(random.Next(1, 85));
        var comes = Moment(due.AddDays(-random.Next(0, 12)), random);
        var resolved = random.Next(3) == 0 ? Moment(due.AddDays(random.Next(-3, 3)), random) : DateTimeOffset.MaxValue;
        if (resolved <= comes) resolved = comes.AddHours(1);
        var id = $"m{number:000}";
        Func<Task> create, finish;
        Matter matter;
        switch (number % 3)
        {
            case 0:
                var task = new FollowUp(id, null, anna.Id, due, $"Taak {id}", comes);
                create = () => SaveAsync(Kinds.FollowUp.Create(task));
                finish = () => SaveAsync(Remove(Kinds.FollowUp.IdOf(task)), Kinds.FollowUp.Create(task with { DoneAt = resolved }));
                matter = new($"follow-up|{id}", comes, resolved, (due, $"{due:yyyyMMdd} today"), (due.AddDays(1), $"{due:yyyyMMdd} late"));
                break;
            case 1:
                var issue = new Issue(id, Account, anna.Id, IssueKind.Real, (IssueSeverity)(number % 2), $"Issue {id}", due, anna.Id, comes);
                create = () => SaveAsync(Kinds.Issue.Create(issue));
                finish = () => SaveAsync(Kinds.Issue.Put(issue with { ClosedAt = resolved }));
                matter = new($"issue|{id}", comes, resolved, (due, $"{due:yyyyMMdd} today"), (due.AddDays(1), $"{due:yyyyMMdd} late"));
                break;
            default:
                var quote = new Quote(new($"Q-2027-9{number:000}"), Account, anna.Id, QuoteStatus.Sent, comes, [Offer(due)], SentAt: comes);
                create = () => SaveAsync(Kinds.Quote.Create(quote));
                finish = () => SaveAsync(Kinds.Quote.Put(quote with { Status = QuoteStatus.Accepted, DecidedAt = resolved }));
                matter = new(
                    $"option|{quote.Number}", comes, resolved, (WorkingDaysBefore(due, 3), $"{due:yyyyMMdd} near"), (due, $"{due:yyyyMMdd} last"), (due.AddDays(1), $"{due:yyyyMMdd} past"));
                break;
        }
        events.Add((comes, create));
        if (resolved != DateTimeOffset.MaxValue) events.Add((resolved, finish));
        return matter;
    }

    private static AccountId Account => new("A-1001");

    private static QuoteVersion Offer(DateOnly until) => new(1, [], 0, 1000, 500, [], until, null, new("x"), DateTimeOffset.UnixEpoch);

    /// <summary>The first day on which so many working days on reaches the day.</summary>
    private static DateOnly WorkingDaysBefore(DateOnly day, int count)
    {
        for (var first = day.AddDays(-8); ; first = first.AddDays(1))
        {
            var (reached, left) = (first, count);
            while (left > 0)
            {
                reached = reached.AddDays(1);
                if (WallClock.IsWorkingDay(reached)) left--;
            }
            if (reached >= day) return first;
        }
    }

    private static DateTimeOffset Moment(DateOnly day, Random random) => WallClock.At(day, new(random.Next(24), random.Next(60)), Zone);

    private async Task SaveAsync(params Write[] writes) =>
        Assert.IsType<SaveResult.Saved>(await demo.Store.SaveAsync(Team, Guid.NewGuid().ToString(), writes, None));

    private static Write Remove(string id) => new(id, 1, null, Write.Any);

    private Task RoundAsync(FakeTimeProvider clock) => new ScheduleWorker(
        demo.Store, Schedule.Create(demo.Store, new(null, PolicySettings.Default)), new(),
        new(null!, null!, [DemoOrganisation.Tenant], null, null, false, false, null, true), clock, NullLogger<ScheduleWorker>.Instance).RoundAsync(None);

    private async Task<IReadOnlyList<OutboxMessage>> MessagesAsync() =>
        [.. (await demo.Store.ListAsync(Team, OutboxMessage.Kind, "", int.MaxValue, None)).Select(stored => stored.Record)];

    private async Task<IReadOnlyList<Told>> NewlyToldAsync(HashSet<string> seen)
    {
        var fresh = (await demo.Store.ListAsync(Team, Kinds.Digest, $"{anna.Id}|", int.MaxValue, None)).Select(stored => stored.Record).Where(digest => seen.Add(digest.Key)).ToList();
        if (fresh.Count == 0) return [];
        var log = (await demo.Store.FindAsync(Team, Kinds.NudgeLog, anna.Id.Value, None))!.Record;
        var messages = await MessagesAsync();
        return
        [
            .. from digest in fresh
               let message = messages.Single(message => message.Shows?.Subject == digest.Key)
               from item in digest.Items
               select new Told($"{item.Kind}|{item.Key}", log.Marks[$"{item.Kind}|{item.Key}"].State, message.CreatedAt),
        ];
    }
}
