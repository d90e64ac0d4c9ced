using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>
/// Ninety days with many requests that are decided, returned, answered, withdrawn, changed, sent, closed, lapse or are left lying, with
/// restarts and a change of the clock: each is reminded of when, and only when, an expectation made apart says so. 14 requests as a
/// rule; with SALESBOT_TESTS_ROUNDS more of them.
/// </summary>
public sealed class RemindersTests(ITestOutputHelper output)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static int Requests => int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_TESTS_ROUNDS"), out var rounds) ? Math.Clamp(rounds / 20, 14, 150) : 14;

    /// <summary>From the calendar on the wall, not from a rule.</summary>
    private static readonly HashSet<DateOnly> Holidays =
    [
        new(2026, 4, 6), new(2026, 4, 27), new(2026, 5, 14), new(2026, 5, 25), new(2026, 12, 25), new(2026, 12, 26), new(2027, 1, 1),
    ];

    /// <summary>Something that somebody does about a request.</summary>
    private sealed record Deed(DateTimeOffset At, string Who, string Verb, params (string Name, string Value)[] More);

    private sealed class Item
    {
        public string Number = "";
        public DateTimeOffset Asked;
        public DateOnly? Option;
        public List<Deed> Deeds { get; } = [];
        public List<DateTimeOffset> Done { get; } = [];
    }

    [Theory]
    [InlineData("2026-03-09", 1)]
    [InlineData("2026-10-12", 2)]
    public async Task Each_waiting_request_is_reminded_of_as_expected_and_no_other(string first, int seed)
    {
        await using var talk = await Talk.BeginAsync();
        var (random, start) = (new Random(seed), DateOnly.Parse(first));
        talk.Now = WallClock.At(start, new(6, 0), Zone);
        var clock = new ApprovalClock(talk) { Hourly = false };
        var items = new List<Item>();
        // Each moment at a minute of its own.
        var agenda = new PriorityQueue<Func<Task>, DateTimeOffset>();
        for (var i = 0; i < Requests; i++) Plan(new(), Moment(start.AddDays(random.Next(75)), random));
        for (var day = 3; day < 90; day += 6) agenda.Enqueue(talk.RestartAsync, Moment(start.AddDays(day), random));
        var end = WallClock.At(start.AddDays(90), new(3, 30), Zone);
        while (agenda.TryDequeue(out var deed, out var at) && at < end)
        {
            await clock.RunUntilAsync(at);
            await deed();
        }
        await clock.RunUntilAsync(end);

        var reminders = 0;
        var sent = await talk.SentAsync();
        foreach (var item in items)
        {
            var (expected, texts) = Expected(item, end);
            var told = await clock.RemindersAsync(item.Number, sent);
            Assert.Equal(expected.OrderBy(one => one.At).ThenBy(one => one.To, StringComparer.Ordinal).Select(Shown), told.OrderBy(one => one.At).ThenBy(one => one.To, StringComparer.Ordinal).Select(Shown));
            Assert.Equal(texts, TextsOf(item, sent, talk));
            reminders += told.Count;
            // After the last deed on what no longer waits, nothing about it leaves the house of its own accord.
            if (await WaitsAsync(talk, item.Number)) continue;
            var last = item.Done.Max();
            Assert.Equal([], sent.Where(message => IsAbout(message, item.Number) && message.CreatedAt > last).Select(message => $"{item.Number}: {message.CreatedAt:u} {message.Text} {message.Shows}"));
            Assert.DoesNotContain(
                (await talk.Store.ListAsync(talk.Corporate, Kinds.Due, "", int.MaxValue, None)).Select(stored => stored.Record), due => due.Errand == "approval-wait" && due.Key == item.Number);
        }
        output.WriteLine($"{items.Count} requests, {reminders} reminders in 90 days from {first}.");
        Assert.True(reminders > 5 * items.Count, $"Only {reminders} reminders.");

        string Shown((string To, DateTimeOffset At) one) => $"{one.To} {one.At.UtcDateTime:yyyy-MM-dd HH:mm}";

        void Plan(Item item, DateTimeOffset at)
        {
            items.Add(item);
            agenda.Enqueue(() => SubmitAsync(item), at);

            async Task SubmitAsync(Item asked)
            {
                // Its two turns end at that moment: what falls due just after it is not done late.
                talk.Now = at.AddMinutes(-2);
                if (random.Next(4) == 0) asked.Option = WallClock.DayOf(at, Zone).AddDays(random.Next(1, 12));
                await talk.SayAsync("Anna", $"Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei 2027{(asked.Option is { } option ? $", optie tot {option:yyyy-MM-dd}" : "")}");
                await talk.SayAsync("Anna", "ja");
                asked.Number = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
                asked.Asked = talk.Now;
                var later = Moment(WallClock.DayOf(talk.Now, Zone).AddDays(random.Next(0, 15)), random);
                if (later <= talk.Now) later = talk.Now.AddHours(1);
                var after = later.AddDays(random.Next(1, 6)).AddMinutes(random.Next(300));
                Deed[] deeds = random.Next(9) switch
                {
                    0 => [new(later, "Sven", "approval.approve"), new(after, "Anna", "quote.send"), new(after.AddDays(3), "Anna", "quote.outcome", ("outcome", "accepted"))],
                    1 => [new(later, "Ingrid", "approval.approve"), new(after, "Anna", "quote.withdraw")],
                    2 => [new(later, "Sven", "approval.reject", ("reason", "Te laag"))],
                    3 => [new(later, "Sven", "approval.return", ("question", "Waarom?"))],
                    4 => [new(later, "Sven", "approval.return", ("question", "Waarom?")), new(after, "Anna", "approval.reply", ("answer", "Daarom."))],
                    5 => [new(later, "Anna", "approval.withdraw"), new(after, "Anna", "quote.submit")],
                    6 => [new(later, "Anna", "quote.withdraw")],
                    7 => [new(later, "Sven", "approval.change", ("discount", "2"))],
                    _ => [],
                };
                foreach (var deed in deeds) agenda.Enqueue(() => DoAsync(asked, deed), deed.At);
            }
        }

        async Task DoAsync(Item item, Deed deed)
        {
            var data = new Dictionary<string, object> { ["quote"] = item.Number, ["team"] = "corporate", ["version"] = 1 };
            var approval = await LastAsync(talk, item.Number);
            if (approval.Version == 1) data["round"] = approval.Round;
            foreach (var (name, value) in deed.More) data[name] = value;
            talk.Now = deed.At.AddMinutes(-1);
            await talk.PressAsync(deed.Who, deed.Verb, JsonSerializer.SerializeToElement(data));
            if (talk.Last.Trace.Wrote.Count == 0) return;
            item.Deeds.Add(deed with { At = talk.Now });
            item.Done.Add(talk.Now);
        }
    }

    /// <summary>Whose card comes anew and when, and what the requester is told of it; reckoned from what people did alone.</summary>
    private static (List<(string To, DateTimeOffset At)> Reminders, List<string> Texts) Expected(Item item, DateTimeOffset end)
    {
        var (reminders, texts) = (new List<(string, DateTimeOffset)>(), new List<string>());
        var asked = new List<string> { "Sven" };
        var deeds = new Queue<Deed>(item.Deeds.Where(deed => deed.Verb is not ("quote.send" or "quote.outcome")));
        var (since, waits, told) = (item.Asked, true, false);
        var next = NextFrom(since);
        while (true)
        {
            while (deeds.TryPeek(out var deed) && (!waits || deed.At <= next))
            {
                deeds.Dequeue();
                waits = deed.Verb is "approval.reply" or "quote.submit";
                (since, next) = (deed.At, NextFrom(deed.At));
                // Put up again, it begins with the first one once more.
                if (deed.Verb == "quote.submit") (asked, told) = (asked[..1], false);
            }
            if (!waits && deeds.Count > 0) continue;
            if (!waits || next > end) return (reminders, texts);
            if (item.Option is { } option && WallClock.DayOf(next, Zone) > option)
            {
                // Nobody is reminded of it, unless somebody goes on with it all the same.
                texts.Add("lapsed");
                waits = false;
                continue;
            }
            reminders.AddRange(asked.Select(who => (who, next)));
            if (WholeDays(since, next) >= 3)
            {
                if (asked.Count == 1)
                {
                    asked.Add("Ingrid");
                    reminders.Add(("Ingrid", next));
                    texts.Add("Ingrid asked");
                    since = next;
                }
                else if (!told)
                {
                    texts.Add("nobody above");
                    told = true;
                }
            }
            next = NextFrom(next);
        }
    }

    /// <summary>The same time on the next working day, between half past seven and half past six.</summary>
    private static DateTimeOffset NextFrom(DateTimeOffset from)
    {
        var local = TimeZoneInfo.ConvertTime(from, Zone);
        var (day, time) = (NextWorking(DateOnly.FromDateTime(local.DateTime)), TimeOnly.FromDateTime(local.DateTime));
        if (time < new TimeOnly(7, 30)) time = new(7, 30);
        else if (time >= new TimeOnly(18, 30)) (day, time) = (NextWorking(day), new(7, 30));
        return WallClock.At(day, time, Zone);
    }

    private static DateOnly NextWorking(DateOnly day)
    {
        do day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains(day));
        return day;
    }

    private static int WholeDays(DateTimeOffset from, DateTimeOffset to)
    {
        var local = TimeZoneInfo.ConvertTime(from, Zone);
        var (day, time, count) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime), 0);
        while (WallClock.At(NextWorking(day), time, Zone) <= to) (day, count) = (NextWorking(day), count + 1);
        return count;
    }

    /// <summary>What the requester was told that nobody had done.</summary>
    private static List<string> TextsOf(Item item, IReadOnlyList<Dialogs.Turns.OutboxMessage> sent, Talk talk) =>
    [
        .. sent.Where(message => message.To.Person == talk.Person("Anna").Id && message.Text?.Contains(item.Number, StringComparison.Ordinal) == true).Select(message => message.Text!)
            .Select(text => text.Contains("kan niet meer worden beslist", StringComparison.Ordinal) ? "lapsed"
                : text.Contains("ik heb het ook aan Ingrid Hoekstra gevraagd", StringComparison.Ordinal) ? "Ingrid asked"
                : text.Contains("Boven Ingrid Hoekstra is er niemand", StringComparison.Ordinal) ? "nobody above" : null).OfType<string>(),
    ];

    private static bool IsAbout(Dialogs.Turns.OutboxMessage message, string number) =>
        message.Shows?.Subject.StartsWith(number, StringComparison.Ordinal) == true || message.Text?.Contains(number, StringComparison.Ordinal) == true;

    private static async Task<bool> WaitsAsync(Talk talk, string number) => (await LastAsync(talk, number)).State == ApprovalState.Waiting;

    private static async Task<Approval> LastAsync(Talk talk, string number) =>
        (await talk.Store.ListAsync(talk.Corporate, Kinds.Approval, $"{number}|", 1, None, descending: true))[0].Record;

    private static DateTimeOffset Moment(DateOnly day, Random random) => WallClock.At(day, new(random.Next(24), random.Next(60)), Zone).AddSeconds(random.Next(60));
}
