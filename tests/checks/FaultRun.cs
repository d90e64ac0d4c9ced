using System.Diagnostics;
using System.Text.Json;
using SalesBot.Bot.Checks;
using SalesBot.Bot.Outbox;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Whole;

namespace SalesBot.Tests.Checks;

/// <summary>What is done to whom.</summary>
/// <param name="Instances">Processes that serve at the same time, each message coming to any of them.</param>
/// <param name="Turns">So many answers at least, the kills spread over them; 0: a kill after every few.</param>
/// <param name="Lasts">A soak: so long, with every kind of trouble, kills among them.</param>
internal sealed record FaultPlan(int Kills, Edition Edition = Edition.Sqlite, int Instances = 1, int Turns = 0, TimeSpan Lasts = default)
{
    public bool IsSoak => Lasts > TimeSpan.Zero;
}

/// <summary>What a leg of the fault run came to.</summary>
internal sealed record FaultCounts(int Kills, int Requests, int Answered, int Unknown, int Redelivered, int Confirmed, int Entries, int Messages, TimeSpan SlowestStart, TimeSpan Took)
{
    /// <summary>Turns that ended in "something went wrong"; what the store could not do for others' sake is not among them.</summary>
    public int Failed { get; init; }

    public int Holds { get; init; }
    public int Jumps { get; init; }
    public int ModelCalls { get; init; }
}

/// <summary>
/// Six people at work with the built bot on one store, all at once, while a process of it is killed at moments that nobody chose and
/// the connector fails now and then. What got no answer is delivered again, as Teams does, or said once more. A seed gives the same words, buttons and pauses; how they fall
/// together with the kills is the machine's.
/// </summary>
internal sealed partial class FaultRun(int seed, FaultPlan plan) : IAsyncDisposable
{
    private static readonly DateTime Start = new(2026, 3, 4, 10, 15, 0, DateTimeKind.Unspecified);

    private static readonly Partition[] Teams = [WholeBot.Team("corporate"), WholeBot.Team("public"), WholeBot.Team("events")];

    private readonly Random random = new(seed), weather = new(seed + 1);
    private readonly List<string> log = [];
    private readonly BotProcess?[] bots = new BotProcess?[plan.Instances];
    private readonly long began = Stopwatch.GetTimestamp();
    private FaultStore kept = null!;
    private FakeConnector connector = null!;
    private Story story = null!;
    private TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FaultyModel? model;
    private TimeSpan slowest, clock;
    private int kills, holds, jumps, redelivered;
    private volatile int answered;
    private volatile bool ends;

    /// <returns>What happened, and what of it violates an invariant.</returns>
    public async Task<(FaultCounts Counts, IReadOnlyList<Violation> Violations)> RunAsync()
    {
        (kept, connector) = (await FaultStore.NewAsync(plan.Edition), await FakeConnector.StartAsync());
        if (plan.IsSoak) model = await FaultyModel.StartAsync(seed);
        connector.Misbehave = (method, _, _) => Misbehave(method);
        story = new(connector, () => Any().Http);
        for (var bot = 0; bot < bots.Length; bot++) await ServeAsync(bot);
        await story.InstallAsync(Person.Anna, Person.Daan, Person.Eva, Person.Sven, Person.Ingrid, Person.Femke);
        var people = new[] { Person.Anna, Person.Daan, Person.Eva, Person.Sven, Person.Ingrid, Person.Femke }
            .Select(person => Task.Run(() => WorkAsync(person, new Random(HashCode.Combine(seed, person.Name.Length, person.ObjectId[^1]))))).ToList();
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
            await BusyAsync(plan.Turns * kill / (plan.Kills + 1));
            await KillAndServeAsync();
        }
        if (plan.IsSoak) await SoakAsync();
        while (answered < plan.Turns) await Task.Delay(100);
        ends = true;
        await Task.WhenAll(people);
        // A connector that is healthy again gets all that waits.
        connector.Misbehave = (_, _, _) => null;
        await SettleAsync();
        foreach (var bot in bots) await EndAsync(bot!);
        return await JudgeAsync();
    }

    /// <summary>Store and stories, to be looked at with <c>check</c>.</summary>
    public async Task KeepAsync(string path)
    {
        await File.WriteAllLinesAsync(path + ".log", log);
        await File.WriteAllLinesAsync(path + ".clients", story.Clients.Select(request => JsonSerializer.Serialize(request, StoryJson.Default.ClientRequest)));
        await File.WriteAllLinesAsync(path + ".capture", story.Capture.Select(captured => JsonSerializer.Serialize(captured, StoryJson.Default.Captured)));
        await kept.KeepAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
            if (bot is not null) await bot.DisposeAsync();
        if (connector is not null) await connector.DisposeAsync();
        if (model is not null) await model.DisposeAsync();
        if (kept is not null) await kept.DisposeAsync();
    }

    /// <summary>A process that answers, or did a moment ago.</summary>
    private BotProcess Any() => bots[Random.Shared.Next(bots.Length)]!;

    private async Task<(FaultCounts, IReadOnlyList<Violation>)> JudgeAsync()
    {
        await using var opened = await OpenedAsync();
        var (clients, capture) = (story.Clients, story.Capture);
        var evidence = (await Evidence.ReadAsync(opened.Store, Data.Exchange.DemoOrganisation.Tenant, CancellationToken.None)).With(clients, capture, log);
        var violations = (await Checker.CheckAsync(evidence, CancellationToken.None)).SelectMany(finding => finding.Violations).ToList();
        return (new(
            kills, clients.Count, clients.Count(request => request.Outcome != Outcome.Unknown), clients.Count(request => request.Outcome == Outcome.Unknown), redelivered,
            clients.Count(request => request.Wrote?.Count > 0), evidence.Audit.Count(entry => AllOrNothing.IsTurn(entry.Record)), capture.Count(captured => captured.IsDelivered && captured.Type == "message"),
            slowest, Stopwatch.GetElapsedTime(began))
        {
            Failed = log.Count(line => line.Contains("Turn failed, reference", StringComparison.Ordinal)),
            Holds = holds,
            Jumps = jumps,
            ModelCalls = model?.Calls ?? 0,
        }, violations);
    }

    /// <summary>Now and then the connector is busy, or fails in a way that leaves open whether the message arrived.</summary>
    private Fault? Misbehave(string method)
    {
        if (method is not ("POST" or "PUT")) return null;
        lock (weather)
        {
            return weather.Next(100) switch
            {
                0 => new(429, "1"),
                1 => new(502),
                2 => new(500),
                3 when plan.IsSoak => weather.Next(4) switch { 0 => new(412), 1 => new(503), 2 => new(504, Delay: TimeSpan.FromSeconds(weather.Next(1, 7))), _ => new(429, "3") },
                _ => null,
            };
        }
    }

    /// <summary>Until the time is over, twice or so a minute: a kill, at times with a clock that jumps, or a second writer that holds the store.</summary>
    private async Task SoakAsync()
    {
        for (var trouble = 0; Stopwatch.GetElapsedTime(began) < plan.Lasts; trouble++)
        {
            await Task.Delay(random.Next(5_000, 40_000) / (plan.Lasts < TimeSpan.FromMinutes(1) ? 6 : 1));
            if (trouble % 3 == 0)
            {
                holds++;
                await kept.HoldAsync(TimeSpan.FromMilliseconds(random.Next(500, 5_000)));
                continue;
            }
            if (trouble % 6 == 2)
            {
                jumps++;
                SetClock(TimeSpan.FromMinutes(random.Next(3) switch { 0 => -random.Next(1, 60), 1 => 60, _ => random.Next(1, 24 * 60) }));
            }
            await KillAndServeAsync();
        }
    }

    /// <summary>From the next start on; the checker is told of it, as whoever sets a clock would.</summary>
    private void SetClock(TimeSpan by)
    {
        var now = Start + clock + Stopwatch.GetElapsedTime(began);
        story.Clock.Enqueue(new(TimeProvider.System.GetUtcNow(), "CLOCK", From: Moment(now), To: Moment(now + by)));
        clock += by;

        static DateTimeOffset Moment(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")));
    }

    private async Task KillAndServeAsync()
    {
        var bot = random.Next(bots.Length);
        await KillAsync(bot);
        await ServeAsync(bot);
    }

    private async Task ServeAsync(int which)
    {
        var started = Stopwatch.GetTimestamp();
        // One alone starts some minutes later each time, as after a pause: what waited for its turn is due. Two have the same time.
        var now = Start + clock + (plan.Instances == 1 && !plan.IsSoak ? TimeSpan.FromMinutes(2 * kills) : Stopwatch.GetElapsedTime(began));
        bots[which] = await BotProcess.ServeOnAsync([.. kept.Settings, .. model?.Settings ?? []], now);
        var took = Stopwatch.GetElapsedTime(started);
        if (took > slowest) slowest = took;
        up.TrySetResult();
    }

    /// <summary>Some answers more, and a moment that falls anywhere in what goes on then.</summary>
    private async Task BusyAsync(int turns)
    {
        var (until, started) = (plan.Turns > 0 ? turns : answered + random.Next(1, 20), Stopwatch.GetTimestamp());
        while (answered < until && (plan.Turns > 0 || Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10))) await Task.Delay(5);
        await Task.Delay(random.Next(0, 60));
    }

    private async Task KillAsync(int which)
    {
        if (bots.Length == 1) up = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kills++;
        story.Kills.Enqueue(TimeProvider.System.GetUtcNow());
        await EndAsync(bots[which]!);
        // One that is alone holds nothing any more: half a minute of the machine's clock, which a test can not turn. Of several, the others wait for it.
        if (bots.Length > 1) return;
        await using var opened = await OpenedAsync();
        foreach (var team in Teams)
            foreach (var held in await opened.Store.ListAsync(team, Lease.Kind, "", 10, CancellationToken.None))
                await opened.Store.SaveAsync(team, Guid.NewGuid().ToString("N"), [Lease.Kind.Replace(held, held.Record with { Until = DateTimeOffset.UnixEpoch })], CancellationToken.None);
    }

    private async Task EndAsync(BotProcess bot)
    {
        await bot.DisposeAsync();
        log.AddRange(bot.Log);
    }

    /// <summary>Everything that waits has left, and what follows a reply has arrived.</summary>
    private async Task SettleAsync()
    {
        await using var opened = await OpenedAsync();
        // What never leaves is for the checker to find.
        for (var started = Stopwatch.GetTimestamp(); await WaitsAsync(opened.Store) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(120);) await Task.Delay(200);
        for (var before = -1; before != connector.Requests.Count;)
        {
            before = connector.Requests.Count;
            await Task.Delay(300);
        }
    }

    private static async Task<bool> WaitsAsync(IDocumentStore store)
    {
        foreach (var team in Teams)
            if ((await store.ListAsync(team, OutboxMessage.Kind, "", 1, CancellationToken.None)).Count > 0) return true;
        return false;
    }

    private async Task<Opened> OpenedAsync() => new(await kept.OpenAsync());

    private TeamsClient Client(Person person) => new(Any().Http, connector.ServiceUrl, person);

    private sealed record Opened(IDocumentStore Store) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Store is IAsyncDisposable closing) await closing.DisposeAsync();
        }
    }
}
