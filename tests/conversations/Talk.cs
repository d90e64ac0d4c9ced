using System.Text;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;
using SalesBot.Tests.Stores;

namespace SalesBot.Tests.Conversations;

/// <summary>People of the demo organisation talking with the whole assistant on a real store, without a channel in between.</summary>
internal sealed class Talk : IAsyncDisposable
{
    public static readonly TenantId Tenant = new("5a1e5b07-0000-4000-8000-000000000001");

    /// <summary>A Wednesday morning, local time.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1));

    private static readonly IUnderstanding Embedded = new EmbeddedUnderstanding();

    private readonly IUnderstanding understanding;
    private readonly DemoStore demo;
    private readonly IReadOnlyList<User> people;
    private readonly TalkClock clock;
    private Assistant assistant;
    private readonly List<JsonElement> cards = [];
    private readonly List<string> shownTurns = [];
    private readonly bool killed;
    private MortalStore mortal;
    private int turns;
    private Incoming? last;

    private Talk(DemoStore demo, IReadOnlyList<User> people, bool killed, IUnderstanding? understanding)
    {
        (this.demo, this.people, this.killed, this.understanding) = (demo, people, killed, understanding ?? Embedded);
        clock = new(this);
        (mortal, assistant) = NewProcess(demo.Store);
    }

    public IDocumentStore Store => demo.Store;
    public Partition Corporate { get; } = Partition.Of(Tenant, new("corporate"));
    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>Ids of the documents that the assistant has read since this process began, or since they were cleared.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Reads => mortal.Reads;

    /// <summary>The last turn.</summary>
    public TurnResult Last { get; private set; } = null!;

    /// <summary>Everything that was shown in the last turn, text and cards, as their words.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>What each turn so far showed and did, in words that can be compared.</summary>
    public IReadOnlyList<string> Turns => shownTurns;

    /// <summary>The last card that was shown to anybody, to press on.</summary>
    public JsonElement? Card { get; private set; }

    /// <param name="killed">The process is killed at every turn, and the channel delivers the activity again.</param>
    /// <param name="understanding">Null: the embedded one.</param>
    public static async Task<Talk> BeginAsync(Edition edition = Edition.Sqlite, bool killed = false, IUnderstanding? understanding = null)
    {
        var demo = await DemoStore.NewAsync(edition);
        return new(demo, await new Organisation(demo.Store, Tenant).UsersAsync(CancellationToken.None), killed, understanding);
    }

    /// <summary>Replies wait in the outbox until <see cref="DeliverAsync"/>, as where the process is killed before it sends them.</summary>
    public bool RepliesWait { get; set; }

    /// <summary>Everything that waits reaches whom it is for.</summary>
    public async Task DeliverAsync()
    {
        foreach (var team in Teams)
            foreach (var waiting in await Store.ListAsync(Partition.Of(Tenant, team), OutboxMessage.Kind, "", int.MaxValue, CancellationToken.None))
                await Store.SaveAsync(Partition.Of(Tenant, team), $"delivered|{waiting.Id}", [OutboxMessage.Kind.Delete(waiting)], CancellationToken.None);
    }

    public string Path => demo.Path!;

    /// <inheritdoc cref="DemoStore.Raw"/>
    public IEnumerable<(string Where, string Text)> Raw() => demo.Raw();

    public IEnumerable<TeamId> Teams => people.Select(user => user.Team).Distinct();

    public User Person(string firstName) => people.First(user => user.Name.StartsWith(firstName + " ", StringComparison.Ordinal));

    public async Task SayAsync(string firstName, string words, string place = "personal", string? turnId = null) =>
        await TakeAsync(Incoming(firstName, place, turnId) with { Text = words });

    /// <summary>Presses the button with this verb on the last card; inputs not named keep what the card shows.</summary>
    public async Task PressAsync(string firstName, string verb, string place = "personal", string? turnId = null, params (string Id, string Value)[] inputs)
    {
        var card = Card ?? throw new InvalidOperationException("No card has been shown.");
        var data = CardReading.DataOf(card, verb) ?? throw new InvalidOperationException($"No button {verb} on the card: {CardReading.Words(card)}");
        var typed = CardReading.Inputs(card);
        foreach (var (id, value) in inputs) typed[id] = value;
        await PressAsync(firstName, verb, CardReading.Merge(data, typed), place, turnId);
    }

    public async Task PressAsync(string firstName, string verb, JsonElement data, string place = "personal", string? turnId = null) =>
        await TakeAsync(Incoming(firstName, place, turnId) with { Press = new(verb, data), CardId = "card" });

    /// <summary>The same activity is delivered a second time.</summary>
    public Task AgainAsync() => TakeAsync(last ?? throw new InvalidOperationException("Nothing has been said yet."));

    /// <summary>Scrolls up to an older card: 1 is the last one.</summary>
    public void LookBack(int card) => Card = cards[^card];

    /// <summary>A press beside others; leaves <see cref="Last"/> as it is.</summary>
    public Task<TurnResult> PressAtOnceAsync(string firstName, string verb, JsonElement data, string turnId)
    {
        // Made here, one after the other: the clock is not shared by those that run at once.
        var press = Incoming(firstName, "personal", turnId) with { Press = new(verb, data), CardId = "card" };
        return Task.Run(() => assistant.HandleAsync(press, CancellationToken.None));
    }

    /// <summary>Words beside others' presses; leaves <see cref="Last"/> as it is.</summary>
    public Task<TurnResult> SayAtOnceAsync(string firstName, string words, string turnId)
    {
        var said = Incoming(firstName, "personal", turnId) with { Text = words };
        return Task.Run(() => assistant.HandleAsync(said, CancellationToken.None));
    }

    /// <summary>The process ends and starts again.</summary>
    public async Task RestartAsync()
    {
        await demo.ReopenAsync();
        (mortal, assistant) = NewProcess(demo.Store);
    }

    /// <summary>What somebody sees of a kept card now.</summary>
    public async Task<JsonElement?> SeeAsync(CardView view) => (await assistant.RenderAsync(Tenant, view, CancellationToken.None))?.Content.Element;

    /// <summary>What somebody gets who takes a file that was offered.</summary>
    public Task<FileResult> FileAsync(FileOffer offer) => assistant.FileAsync(Tenant, offer, CancellationToken.None);

    /// <summary>Shows a person the newest card that was sent to them.</summary>
    public async Task OpenAsync(string firstName)
    {
        var person = Person(firstName);
        var sent = (await SentAsync()).Last(message => message.To.Person == person.Id && message.Shows is not null);
        Card = await SeeAsync(sent.Shows!);
        Shown = Card is { } card ? CardReading.Words(card) : "";
    }

    /// <summary>Messages to others that wait for delivery, in all teams.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> SentAsync()
    {
        var sent = new List<OutboxMessage>();
        foreach (var team in people.Select(user => user.Team).Distinct())
            sent.AddRange((await Store.ListAsync(Partition.Of(Tenant, team), OutboxMessage.Kind, "", int.MaxValue, CancellationToken.None)).Select(found => found.Record));
        return [.. sent.OrderBy(message => message.Id, StringComparer.Ordinal)];
    }

    /// <summary>What was last written to a person beside the talk, in plain words.</summary>
    public async Task ReadAsync(string firstName)
    {
        var person = Person(firstName);
        Shown = (await SentAsync()).Last(message => message.To.Person == person.Id && message.Text is not null).Text!;
    }

    /// <summary>Everything on the timetables that is due by now is done: reminders, escalations.</summary>
    public async Task RunTimetableAsync()
    {
        var schedule = Schedule.Create(Store, new("19:approvals", PolicySettings.Default));
        foreach (var team in Teams)
        {
            while (await schedule.DueAsync(Partition.Of(Tenant, team), Now, CancellationToken.None) is [var due, ..])
                if (!await schedule.DoAsync(Tenant, team, due, Now, CancellationToken.None)) throw new InvalidOperationException($"{due.Record.Errand} was not done.");
        }
    }

    /// <summary>The price list says something else from now on.</summary>
    public async Task PriceAsync(string product, decimal price)
    {
        var directory = Partition.Directory(Tenant);
        var rows = (await Store.ListAsync(directory, Kinds.Product, "", int.MaxValue, CancellationToken.None)).Where(stored => stored.Record.NameNl == product).ToList();
        var writes = rows.Select(stored => (Write: Kinds.Product.Replace(stored, stored.Record with { Price = price }), stored.Body)).ToList();
        var entry = AuditEntry.Of(Now, AuditEntry.Operator, "import", $"price|{turns}|{product}", writes);
        await Store.SaveAsync(directory, entry.Operation, [.. writes.Select(write => write.Write), AuditEntry.Kind.Create(entry)], CancellationToken.None);
    }

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    private Incoming Incoming(string firstName, string place, string? turnId)
    {
        Now += TimeSpan.FromMinutes(1);
        var scope = place switch { "channel" => PlaceScope.Channel, "group" => PlaceScope.Group, _ => PlaceScope.Personal };
        var person = Person(firstName);
        var key = scope == PlaceScope.Personal ? $"a:{person.Id}" : $"19:{place}";
        return new(turnId ?? $"msteams|{key}|{turns++}", Tenant, person, new(key, scope), null, Now, ActivityId: "1", RepliesInResponse: !RepliesWait);
    }

    private async Task TakeAsync(Incoming incoming)
    {
        last = incoming;
        Last = killed ? await KilledAsync(incoming) : await assistant.HandleAsync(incoming, CancellationToken.None);
        var shown = new StringBuilder();
        if (Last.Notice is { } notice) shown.AppendLine(notice);
        if (Last.Card is { } instead) Show(instead.Content);
        foreach (var reply in Last.Replies)
        {
            if (reply.Text is { } text) shown.AppendLine(text);
            if (reply.Card is { } card) Show(card);
            if (reply.Offers is { } offer && await assistant.FileAsync(Tenant, offer, CancellationToken.None) is FileResult.Found file) shown.AppendLine(file.Name);
            if (reply.Shows is { } view && await SeeAsync(view) is { } kept) Show(kept);
        }
        Shown = shown.ToString();
        shownTurns.Add($"{incoming.Text ?? incoming.Press?.Verb}\nasking {Last.Trace.Asking}, refused {Last.Trace.Refused}, wrote {string.Join(", ", Last.Trace.Wrote)}\n{Shown}");

        void Show(JsonElement card)
        {
            Card = card;
            cards.Add(card);
            shown.AppendLine(CardReading.Words(card));
        }
    }

    /// <summary>The first process dies while it saves, by turns before and after; a new one gets the same activity.</summary>
    private async Task<TurnResult> KilledAsync(Incoming incoming)
    {
        mortal.Dies = turns % 2 == 0 ? Death.BeforeSave : Death.AfterSave;
        try
        {
            return await assistant.HandleAsync(incoming, CancellationToken.None);
        }
        catch (KilledException)
        {
            await RestartAsync();
            return await assistant.HandleAsync(incoming, CancellationToken.None);
        }
    }

    private (MortalStore, Assistant) NewProcess(IDocumentStore store)
    {
        var mortal = new MortalStore(store);
        return (mortal, Assistant.Create(mortal, understanding, new("19:approvals", PolicySettings.Default), clock: clock));
    }

    /// <summary>Goes with the talk.</summary>
    private sealed class TalkClock(Talk talk) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => talk.Now;
    }
}
