using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Modelled;
using Xunit;
using static SalesBot.Tests.Understanding.Examples;

namespace SalesBot.Tests.Understanding;

public sealed class ModelTests
{
    private const string Message = "Gisteren bij Achmea geweest, sprak Piet de Boer over 40 kamers";

    [Fact]
    public async Task Words_that_the_model_copies_become_our_own_values()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says("""
            {"intents":["log_visit","log_lead"],"slots":[{"name":"account","text":"achmea","intent":"log_visit"},{"name":"date","text":"Gisteren","intent":"log_visit"},
            {"name":"contact","text":"Piet de Boer","intent":"log_visit"},{"name":"rooms","text":"40 kamers","intent":"log_lead"}]}
            """));
        var heard = await Hear(server, Message);
        Assert.Equal([Intents.LogVisit, Intents.LogLead], heard.Intents);
        Assert.Equal(new AccountId("Achmea"), Assert.IsType<SlotValue.Account>(Value(heard, SlotNames.Account)).Id);
        Assert.Equal(new SlotValue.Date(new(2026, 3, 3)), Value(heard, SlotNames.Date));
        Assert.Equal(new SlotValue.Number(40), Value(heard, SlotNames.Rooms));
        Assert.Equal(1, heard.Slots.First(slot => slot.Name == SlotNames.Rooms).Intent);
        using var sent = JsonDocument.Parse(server.LastRequest);
        Assert.True(sent.RootElement.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean());
    }

    [Fact]
    public async Task What_the_model_invents_is_dropped()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says("""
            {"intents":["log_visit","wire_money"],"slots":[{"name":"account","text":"ASML","intent":"log_visit"},{"name":"amount","text":"€ 1.000.000","intent":"log_visit"},
            {"name":"rooms","text":"400 kamers","intent":"log_visit"},{"name":"approved","text":"Achmea","intent":"log_visit"}]}
            """));
        var heard = await Hear(server, Message);
        Assert.Equal([Intents.LogVisit], heard.Intents);
        Assert.DoesNotContain(heard.Slots, slot => slot.Value is SlotValue.Account { Name: not "Achmea" });
        Assert.DoesNotContain(heard.Slots, slot => slot.Name == SlotNames.Amount);
        Assert.Equal(new SlotValue.Number(40), Value(heard, SlotNames.Rooms));
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("undo")]
    public async Task A_model_never_says_yes_for_a_person(string intent)
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says($$"""{"intents":["{{intent}}"],"slots":[]}"""));
        AssertSame(Examples.Hear(Message), await Hear(server, Message));
    }

    [Fact]
    public async Task A_model_that_hangs_costs_no_more_than_its_time()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Hangs());
        using var understanding = New(server, TimeProvider.System, TimeSpan.FromSeconds(2));
        var started = Stopwatch.GetTimestamp();
        var heard = await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        AssertSame(Examples.Hear(Message), heard);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task After_five_failures_it_is_left_alone_for_half_a_minute()
    {
        var time = new FakeTimeProvider(new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero));
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(500));
        using var understanding = New(server, time);
        for (var i = 0; i < 10; i++)
        {
            await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
        }

        Assert.Equal(5, server.Calls);
        time.Advance(TimeSpan.FromSeconds(31));
        await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
        Assert.Equal(6, server.Calls);
    }

    [Fact]
    public async Task A_plain_yes_needs_no_model()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(500));
        Assert.Equal([Intents.Confirm], (await Hear(server, "ja")).Intents);
        Assert.Equal(0, server.Calls);
    }

    [Theory]
    [InlineData("rooms", "4")]
    [InlineData("contact", "iet de Boer")]
    public async Task A_part_of_a_word_or_of_a_number_was_not_said(string slot, string text)
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says(
            $$"""{"intents":["log_visit"],"slots":[{"name":"account","text":"Achmea","intent":"log_visit"},{"name":"{{slot}}","text":"{{text}}","intent":"log_visit"}]}"""));
        var heard = await Hear(server, Message);
        Assert.DoesNotContain(heard.Slots, value => value.Name == "rooms" && value.Value is not SlotValue.Number { Value: 40 });
        Assert.DoesNotContain(heard.Slots, value => value.Value is SlotValue.Text { Value: "iet de Boer" });
    }

    [Fact]
    public async Task What_a_number_counts_is_known_by_the_word_beside_it()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says(
            """{"intents":["log_visit"],"slots":[{"name":"delegates","text":"40 kamers","intent":"log_visit"},{"name":"amount","text":"40","intent":"log_visit"}]}"""));
        var heard = await Hear(server, Message);
        Assert.DoesNotContain(heard.Slots, slot => slot.Name is SlotNames.Delegates or SlotNames.Amount);
    }

    [Fact]
    public async Task What_was_said_to_be_wrong_does_not_come_back()
    {
        const string words = "nee, niet Jan de Vries maar Piet Bakker";
        var context = new HeardContext(Intents.LogVisit, "confirm", new Dictionary<string, SlotValue>());
        var own = Examples.Hear(words, context: context);
        Assert.Contains(own.Slots, slot => slot.Not);
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says(
            """{"intents":["correct_slot"],"slots":[{"name":"contact","text":"Jan de Vries","intent":"correct_slot"},{"name":"contact","text":"Piet Bakker","intent":"correct_slot"}]}"""));
        using var understanding = New(server, TimeProvider.System);
        AssertSame(own, await understanding.HearAsync(new(words, Language.Dutch, Now, context), Sixteen, CancellationToken.None));
    }

    [Fact]
    public async Task The_model_sees_the_message_and_only_those_names_that_it_may_mean()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(401));
        using var understanding = New(server, TimeProvider.System);
        var known = new Dictionary<string, SlotValue> { [SlotNames.Amount] = new SlotValue.Number(133713), [SlotNames.Contact] = new SlotValue.Text("Karin Canary") };
        await understanding.HearAsync(new(Message, Language.Dutch, Now, new(Intents.LogVisit, "contact", known)), Sixteen, CancellationToken.None);
        using var sent = JsonDocument.Parse(server.LastRequest);
        var messages = sent.RootElement.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user"], messages.Select(message => message.GetProperty("role").GetString()));
        Assert.Equal(
            $$"""{"language":"nl","flow":"log_visit","asked":"contact","accounts":["Achmea"],"message":"{{Message}}"}""", messages[1].GetProperty("content").GetString());
        Assert.DoesNotContain("tools", sent.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.All(AccountNames.Where(name => name != "Achmea"), name => Assert.DoesNotContain(name, server.LastRequest));
        Assert.DoesNotContain("133713", server.LastRequest);
        Assert.DoesNotContain("Canary", server.LastRequest);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task An_endpoint_that_refuses_the_strict_form_is_asked_without_it(int status)
    {
        await using var server = await ScriptedModel.StartAsync(context =>
            ((string)context.Items[nameof(ScriptedModel.LastRequest)]!).Contains("\"response_format\"", StringComparison.Ordinal)
                ? ScriptedModel.Fails(status)(context)
                : ScriptedModel.SayAsync(context, """
                    ```json
                    {"intents":["account_overview"],"slots":[{"name":"account","text":"Achmea","intent":"account_overview"}]}
                    ```
                    """));
        using var understanding = New(server, TimeProvider.System);
        var calls = new List<int>();
        var intents = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            intents.Add((await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None)).Intents[0]);
            calls.Add(server.Calls);
        }

        // Two tries with a form, for the first message; from the second on without, and no more tries than needed.
        Assert.Equal([Intents.LogVisit, Intents.AccountOverview, Intents.AccountOverview], intents);
        Assert.Equal([2, 3, 4], calls);
        Assert.DoesNotContain("temperature", server.LastRequest);
        Assert.Contains("additionalProperties", server.LastRequest);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task What_would_be_the_same_a_moment_later_is_not_tried_twice(int status)
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(status));
        await Hear(server, Message);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task A_model_that_wants_to_be_left_alone_is()
    {
        var time = new FakeTimeProvider(new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero));
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(429, ("Retry-After", "90")));
        using var understanding = New(server, time);
        foreach (var (seconds, calls) in new[] { (0, 1), (80, 1), (11, 2) })
        {
            time.Advance(TimeSpan.FromSeconds(seconds));
            await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
            Assert.Equal(calls, server.Calls);
        }
    }

    [Fact]
    public async Task After_a_rest_one_tries_for_all()
    {
        var time = new FakeTimeProvider(new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero));
        var fails = true;
        var held = new TaskCompletionSource();
        await using var server = await ScriptedModel.StartAsync(async context =>
        {
            if (fails)
            {
                await ScriptedModel.Fails(500)(context);
                return;
            }

            await held.Task;
            await ScriptedModel.SayAsync(context, """{"intents":["log_visit"],"slots":[]}""");
        });
        using var understanding = New(server, time);
        for (var i = 0; i < 5; i++)
        {
            await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
        }

        fails = false;
        time.Advance(TimeSpan.FromSeconds(31));
        var first = understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
        Assert.True((await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None)).Unaided);
        held.SetResult();
        Assert.False((await first).Unaided);
        Assert.False((await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None)).Unaided);
        Assert.Equal(7, server.Calls);
    }

    [Fact]
    public async Task A_person_has_a_share_of_the_day_and_no_more()
    {
        var time = new FakeTimeProvider(new(2026, 3, 4, 9, 15, 0, TimeSpan.Zero));
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Says("""{"intents":["log_visit"],"slots":[]}"""));
        var seen = new List<ModelAsked>();
        using var understanding = new ModelUnderstanding(new EmbeddedUnderstanding(), new(server.Endpoint, "scripted") { CallsPerDay = 2 }, time, seen.Add);
        foreach (var (speaker, unaided) in new[] { ("anna", false), ("anna", false), ("anna", true), ("sven", false) })
        {
            Assert.Equal(unaided, (await understanding.HearAsync(new(Message, Language.Dutch, Now, Speaker: speaker), Sixteen, CancellationToken.None)).Unaided);
        }

        time.Advance(TimeSpan.FromDays(1));
        Assert.False((await understanding.HearAsync(new(Message, Language.Dutch, Now, Speaker: "anna"), Sixteen, CancellationToken.None)).Unaided);
        Assert.Equal(4, server.Calls);
        Assert.Equal([ModelOutcome.Answered, ModelOutcome.Answered, ModelOutcome.OverBudget, ModelOutcome.Answered, ModelOutcome.Answered], seen.Select(asked => asked.Outcome));
    }

    [Fact]
    public async Task A_long_message_is_not_sent_at_all()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(500));
        var words = Message + string.Concat(Enumerable.Repeat(" en verder nog wat", 400));
        AssertSame(Examples.Hear(words), await Hear(server, words));
        Assert.Equal(0, server.Calls);
    }

    [Fact]
    public async Task Telemetry_tells_what_came_of_it_and_when_it_is_left_alone()
    {
        await using var server = await ScriptedModel.StartAsync(ScriptedModel.Fails(503));
        var seen = new List<ModelAsked>();
        using var understanding = new ModelUnderstanding(new EmbeddedUnderstanding(), new(server.Endpoint, "scripted") { Failures = 3 }, TimeProvider.System, seen.Add);
        for (var i = 0; i < 3; i++)
        {
            await understanding.HearAsync(new(Message, Language.Dutch, Now), Sixteen, CancellationToken.None);
        }

        Assert.Equal(
            [(ModelOutcome.Failed, 503, false), (ModelOutcome.Failed, 503, false), (ModelOutcome.Failed, 503, true), (ModelOutcome.LeftAlone, 0, false)],
            seen.Select(asked => (asked.Outcome, asked.Status, asked.Opened)));
        Assert.All(seen, asked => Assert.Equal("hear", asked.Purpose));
    }

    private static ModelUnderstanding New(ScriptedModel server, TimeProvider time, TimeSpan? limit = null) =>
        new(new EmbeddedUnderstanding(), new(server.Endpoint, "scripted", "key") { Limit = limit ?? TimeSpan.FromSeconds(6) }, time);

    private static async Task<Heard> Hear(ScriptedModel server, string text)
    {
        using var understanding = New(server, TimeProvider.System);
        return await understanding.HearAsync(new(text, Language.Dutch, Now), Sixteen, CancellationToken.None);
    }

    private static SlotValue Value(Heard heard, string name) => heard.Slots.First(slot => slot.Name == name).Value;

    private static void AssertSame(Heard expected, Heard heard)
    {
        Assert.Equal(expected.Intents, heard.Intents);
        Assert.Equal(expected.Slots.Select(slot => slot.ToString()), heard.Slots.Select(slot => slot.ToString()));
    }
}
