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
