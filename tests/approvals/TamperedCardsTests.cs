using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>
/// Every card about an approval, as it is really shown, with each field of each of its buttons made into something else, and pressed by
/// everybody whom it does not concern: nothing comes of it, and whoever presses is told why. What was tried in full on one card is only tried
/// again on the next of its kind; with SALESBOT_TESTS_ROUNDS all of it is tried on every card.
/// </summary>
public sealed class TamperedCardsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>These only show something.</summary>
    private static readonly string[] Reading = ["approval.show", "approval.refresh", "quote.show", "quote.file", "list.more"];

    /// <summary>Inputs that hold a number or a day; what is no such thing must change nothing.</summary>
    private static bool IsRead(string field) => field is "discount" or "total" or "option" or "amount" or "outcome" or "until" or "volume" or "revenue" or "cost"
        || field.StartsWith("rate", StringComparison.Ordinal) || field.StartsWith("objective", StringComparison.Ordinal);

    private static readonly bool InFull = Environment.GetEnvironmentVariable("SALESBOT_TESTS_ROUNDS") is not null;

    private Talk talk = null!;
    private int turns, presses;

    public async ValueTask InitializeAsync() => talk = await Talk.BeginAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_card_with_made_up_data_does_nothing_and_says_why()
    {
        var cards = await CardsAsync();
        var before = await RecordsAsync();
        var (pressed, met) = (0, new HashSet<string>());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var (name, card) in cards)
        {
            foreach (var (verb, data, inputs) in Buttons(card.Content))
            {
                pressed++;
                var whole = With(data, inputs);
                // What was tried in full on another card of the same kind, or may hold anything, is only tried again.
                int Ways(string field) => InFull || met.Add($"{verb}|{data.First().Key}|{field}") && (data.ContainsKey(field) || IsRead(field)) ? int.MaxValue : 4;
                foreach (var field in data.Select(entry => entry.Key))
                    foreach (var (odd, changed) in OddValues.Of(whole, field).Take(Ways(field)))
                    {
                        // Without a round the first one is meant, without a language the customer's own.
                        if (odd == "missing" && (field == "language" || field == "round" && data["round"]!.GetValue<int>() == 1)) continue;
                        await InVainAsync(card.Viewer, verb, changed, $"{name}: {verb} with {field} {odd}");
                    }
                foreach (var field in inputs.Keys)
                    foreach (var (odd, changed) in OddValues.Of(whole, field).Take(Ways(field)))
                    {
                        var typed = changed[field]?.ToString();
                        // What is typed is free, and what can be read is a wish like any other: with another version it is none.
                        if (!IsRead(field) || decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out _) || string.IsNullOrWhiteSpace(typed)) changed["version"] = 7;
                        await InVainAsync(card.Viewer, verb, changed, $"{name}: {verb} with {field} {odd} typed");
                    }
                foreach (var made in (string[])["approval.APPROVE", "approval.approve ", "approval", "quote.approve", "flow.finish", " ", "💥"])
                    Assert.Empty((await PressAsync(card.Viewer, made, whole)).Trace.Wrote);
            }
            Assert.Equal([], Changed(before, await RecordsAsync()).Select(id => $"{name}: {id}"));
        }
        output.WriteLine($"{cards.Count} cards, {pressed} buttons, {presses} presses with made-up data in {clock.Elapsed.TotalSeconds:0.0} s.");
        Assert.True(pressed >= 30, $"Only {pressed} buttons were found.");
    }

    [Fact]
    public async Task A_card_in_other_hands_does_nothing_and_says_why()
    {
        var cards = await CardsAsync();
        var before = await RecordsAsync();
        foreach (var (name, card) in cards)
        {
            foreach (var (verb, data, inputs) in Buttons(card.Content).Where(button => !Reading.Contains(button.Verb)))
                foreach (var who in (string[])["Anna", "Daan", "Eva", "Lotte", "Bram", "Gijs", "Femke", "Sven", "Ingrid"])
                {
                    if (who == card.Viewer || card.Others.Contains(who)) continue;
                    var made = With(data, Filled(inputs));
                    // What a card would never say: who may.
                    (made["approver"], made["role"], made["decider"]) = (talk.Person(who).Id.Value, "supervisor", talk.Person(who).Id.Value);
                    await InVainAsync(who, verb, made, $"{name}: {verb} by {who}");
                }
        }
        Assert.Equal([], Changed(before, await RecordsAsync()));
        output.WriteLine($"{presses} presses by others.");
    }

    [Fact]
    public async Task Untouched_every_button_of_every_card_does_what_it_says()
    {
        var (verbs, done) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (name, card) in await CardsAsync())
        {
            foreach (var (verb, data, inputs) in Buttons(card.Content).Where(button => !Reading.Contains(button.Verb)))
            {
                // One step each: with it the others of this and of every other card about the same are over.
                if (!done.Add(data.First().Value!.ToString())) continue;
                var result = await PressAsync(card.Viewer, verb, With(data, Filled(inputs)));
                Assert.True(result.Trace.Wrote.Count > 0 && result.Trace.Refused is null, $"{name}: {verb} was refused: {result.Trace.Refused} {result.Notice}");
                verbs.Add(verb);
            }
        }
        Assert.Superset(new HashSet<string> { "approval.approve", "approval.reply", "approval.withdraw", "quote.send", "quote.submit", "quote.outcome" }, verbs);
    }

    /// <param name="Viewer">First name of whose card it is.</param>
    /// <param name="Others">Who may press the same buttons.</param>
    private sealed record Shown(string Viewer, JsonElement Content, params string[] Others);

    /// <summary>One of each: waiting, returned, approved, changed, sent, drafted; quote, agreement, proposal, plan; of deciders, requesters, a stand-in, a list.</summary>
    private async Task<IReadOnlyList<(string Name, Shown Card)>> CardsAsync()
    {
        var cards = new List<(string, Shown)>();
        async Task AddAsync(string name, string viewer, CardView view, params string[] others) =>
            cards.Add((name, new(viewer, await talk.SeeAsync(view) ?? throw new InvalidOperationException($"{name} is not shown."), others)));
        async Task<Approval> LastAsync(string kind) => (await talk.Store.ListAsync(talk.Corporate, Kinds.Approval, "", int.MaxValue, None))
            .Select(stored => stored.Record).Where(approval => approval.Subject.Word == kind).MaxBy(approval => approval.RequestedAt)!;
        CardView Of(Approval approval, string who) => ApprovalViews.Of(approval, new("corporate"), talk.Person(who).Id);
        CardView Own(string number) => new(CardViews.QuoteKind, number, new("corporate"), talk.Person("Anna").Id);

        var waiting = await SubmitAsync();
        await AddAsync("quote, waiting, decider", "Sven", Of(waiting, "Sven"), "Ingrid", "Femke");
        var mine = await SubmitAsync();
        await AddAsync("quote, waiting, requester", "Anna", Of(mine, "Anna"));
        await AddAsync("quote, waiting, own card", "Anna", Own(mine.Subject.Key));

        var returned = await SubmitAsync();
        await DecideAsync(returned, "approval.return", ("question", "Waarom zoveel?"));
        await AddAsync("quote, returned, requester", "Anna", Of(returned, "Anna"));
        await AddAsync("quote, returned, own card", "Anna", Own(returned.Subject.Key));

        var again = await SubmitAsync();
        await DecideAsync(again, "approval.return", ("question", "Waarom?"));
        await PressAsync("Anna", "approval.reply", Data(again, ("answer", "Vaste klant.")));
        again = await LastAsync("quote");
        await AddAsync("quote, answered, decider", "Sven", Of(again, "Sven"), "Ingrid", "Femke");

        var approved = await SubmitAsync();
        await DecideAsync(approved, "approval.approve");
        await AddAsync("quote, approved", "Anna", Own(approved.Subject.Key));

        var changed = await SubmitAsync();
        await DecideAsync(changed, "approval.change", ("discount", "2"));
        await AddAsync("quote, changed by the decider", "Anna", Own(changed.Subject.Key));

        var sent = await SubmitAsync();
        await DecideAsync(sent, "approval.approve");
        await PressAsync("Anna", "quote.send", Data(sent));
        await AddAsync("quote, sent", "Anna", Own(sent.Subject.Key));

        var draft = await SubmitAsync();
        await PressAsync("Anna", "approval.withdraw", Data(draft));
        await AddAsync("quote, draft", "Anna", Own(draft.Subject.Key));

        await SayAsync("Daan", "create a rate agreement with O'Brien", "double rooms 125", "from 1 April until 31 December 2026", "yes");
        var agreement = await LastAsync("agreement");
        var decider = agreement.Approver == talk.Person("Sven").Id ? "Sven" : "Ingrid";
        await AddAsync("agreement, waiting, decider", decider, Of(agreement, decider), decider == "Sven" ? ["Ingrid", "Femke"] : []);
        await AddAsync("agreement, waiting, requester", "Daan", Of(agreement, "Daan"));
        await SayAsync("Anna", "Voorstel: voor Achmea een zomerarrangement van 95 euro", "ja");
        var proposal = await LastAsync("proposal");
        await AddAsync("proposal, waiting, decider", "Sven", Of(proposal, "Sven"), "Ingrid", "Femke");
        await AddAsync("proposal, waiting, requester", "Anna", Of(proposal, "Anna"));
        await SayAsync("Anna", "Voorstel: voor Achmea een winterarrangement van 85 euro", "ja");
        var asked = await LastAsync("proposal");
        await DecideAsync(asked, "approval.return", ("question", "Voor wie?"));
        await AddAsync("proposal, returned, requester", "Anna", Of(asked, "Anna"));

        await SayAsync("Anna", "Ik wil een accountplan maken voor Philips", "18.000", "1500", "ja");
        var plan = await LastAsync("plan");
        await AddAsync("plan, waiting, decider", "Sven", Of(plan, "Sven"), "Ingrid", "Femke");
        await AddAsync("plan, waiting, requester", "Anna", Of(plan, "Anna"));
        await SayAsync("Anna", "Ik wil een accountplan maken voor Achmea", "12.000", "900", "ja");
        var unclear = await LastAsync("plan");
        await DecideAsync(unclear, "approval.return", ("question", "Waarop steunt dit?"));
        await AddAsync("plan, returned, requester", "Anna", Of(unclear, "Anna"));

        await talk.SayAsync("Ingrid", "Wat wacht op mijn goedkeuring?");
        cards.Add(("list of what waits", new("Ingrid", talk.Card!.Value)));

        await SayAsync("Sven", "Ik ben van 3 tot en met 31 maart afwezig, Femke neemt waar", "ja");
        var instead = await SubmitAsync();
        Assert.Equal(talk.Person("Femke").Id, instead.Approver);
        await AddAsync("quote, waiting, stand-in", "Femke", Of(instead, "Femke"), "Ingrid", "Sven");
        return cards;

        async Task<Approval> SubmitAsync()
        {
            await SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei", "ja");
            var number = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
            return (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{number}|0001", None))!.Record;
        }

        async Task DecideAsync(Approval approval, string verb, params (string, string)[] more)
        {
            var result = await PressAsync("Sven", verb, Data(approval, more));
            Assert.True(result.Trace.Wrote.Count > 0, $"{verb}: {result.Trace.Refused}");
        }
    }

    private async Task SayAsync(string who, params string[] words)
    {
        foreach (var said in words) await talk.SayAsync(who, said);
    }

    private async Task InVainAsync(string who, string verb, JsonObject data, string what)
    {
        var result = await PressAsync(who, verb, data);
        Assert.True(result.Trace.Wrote.Count == 0, $"{what} wrote {string.Join(", ", result.Trace.Wrote)}");
        if (Reading.Contains(verb)) return;
        Assert.True(result.Trace.Refused is not null, $"{what} was not refused");
        Assert.True(!string.IsNullOrWhiteSpace(result.Notice) || result.Replies.Any(reply => !string.IsNullOrWhiteSpace(reply.Text)), $"{what} was refused as {result.Trace.Refused} without a word");
    }

    private Task<TurnResult> PressAsync(string who, string verb, JsonObject data)
    {
        presses++;
        return talk.PressAtOnceAsync(who, verb, JsonSerializer.SerializeToElement(data), $"tampered-{turns++}");
    }

    /// <summary>Each button's verb and data; one that stands there twice is one.</summary>
    private static IReadOnlyList<(string Verb, JsonObject Data, IReadOnlyDictionary<string, string> Inputs)> Buttons(JsonElement card)
    {
        var buttons = new List<(string Verb, JsonObject Data, IReadOnlyDictionary<string, string> Inputs)>();
        Collect(JsonNode.Parse(card.GetRawText()), new Dictionary<string, string>());
        return [.. buttons.DistinctBy(button => button.Verb + button.Data.ToJsonString())];

        // A form's inputs come with its own button.
        void Collect(JsonNode? node, IReadOnlyDictionary<string, string> inputs)
        {
            if (node is JsonArray array) foreach (var item in array) Collect(item, inputs);
            if (node is not JsonObject found) return;
            if (found["type"]?.ToString() == "Action.ShowCard") inputs = CardReading.Inputs(JsonSerializer.SerializeToElement(found));
            if (found["verb"] is JsonValue verb && found["data"] is JsonObject data && found["type"]?.ToString() == "Action.Execute") buttons.Add((verb.ToString(), data.DeepClone().AsObject(), inputs));
            foreach (var (_, value) in found) Collect(value, inputs);
        }
    }

    /// <summary>As somebody would fill it in.</summary>
    private static Dictionary<string, string> Filled(IReadOnlyDictionary<string, string> inputs) => inputs.ToDictionary(input => input.Key, input => input.Key switch
    {
        "outcome" => "accepted",
        "discount" => "1",
        "amount" => "80",
        "revenue" => "9000",
        "rate1" => "126",
        "total" or "option" or "until" or "volume" or "cost" => input.Value,
        _ when input.Key.StartsWith("objective", StringComparison.Ordinal) => input.Value,
        _ => input.Value is "" ? "Omdat" : input.Value,
    });

    private static JsonObject With(JsonObject data, IReadOnlyDictionary<string, string> inputs)
    {
        var whole = data.DeepClone().AsObject();
        foreach (var (id, value) in inputs) whole[id] = value;
        return whole;
    }

    private static JsonObject Data(Approval approval, params (string Name, string Value)[] more)
    {
        var data = new JsonObject { [approval.Subject.Word] = approval.Subject.Key, ["team"] = "corporate", ["version"] = approval.Version };
        foreach (var (name, value) in more) data[name] = value;
        return data;
    }

    private static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Except(after).Concat(after.Except(before)).Select(record => record.Key).Distinct()];

    /// <summary>Everything that a turn could write beside what it says, in every team.</summary>
    private async Task<IReadOnlyDictionary<string, string>> RecordsAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var team in talk.Teams)
            foreach (var document in await talk.Store.ListAsync(Partition.Of(Talk.Tenant, team), new("", "~"), int.MaxValue, None))
                if (document.Id.Split('|')[0] is not ("seen" or "talk" or "conversation" or "outbox")) found[$"{team} {document.Id}"] = document.ETag;
        return found;
    }
}
