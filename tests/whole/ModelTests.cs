using System.Diagnostics;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Understanding;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>A language model where one is set; without an answer from it, the bot's own understanding.</summary>
public sealed class ModelTests
{
    private const string Words = "Ben zojuist bij onze vrienden van Achmea binnengelopen, sprak Emma van Dam";

    [Fact]
    public async Task A_set_model_is_asked_and_what_it_names_is_used()
    {
        await using var model = await ScriptedModel.StartAsync(ScriptedModel.Says(
            """{"intents":["account_overview"],"slots":[{"name":"account","text":"Achmea","intent":"account_overview"}]}"""));
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite, Settings(model));
        var answer = await bot.Anna.SayAsync(Words);
        Assert.Equal(1, model.Calls);
        Assert.Equal("account_overview", answer.Trace.GetProperty("flow").GetString());
        Assert.Empty(answer.Wrote);
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("fails")]
    public async Task Without_its_answer_the_turn_is_understood_all_the_same_and_in_time(string how)
    {
        await using var model = await ScriptedModel.StartAsync(how == "hangs" ? ScriptedModel.Hangs() : ScriptedModel.Fails(500));
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite, Settings(model));
        await using var plain = await WholeBot.StartAsync(Edition.Sqlite);
        var started = Stopwatch.GetTimestamp();
        var answer = await bot.Anna.SayAsync(Words);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.True(model.Calls > 0);
        var without = await plain.Anna.SayAsync(Words);
        Assert.Equal("log_visit", answer.Trace.GetProperty("flow").GetString());
        Assert.Equal(without.Trace.ToString(), answer.Trace.ToString());
        Assert.Equal(["visit"], (await bot.Anna.SayAsync("ja")).Wrote);
    }

    private static Dictionary<string, string?> Settings(ScriptedModel model) => new()
    {
        ["SalesBot:Model:Endpoint"] = model.Endpoint.ToString(),
        ["SalesBot:Model:Name"] = "scripted",
        ["SalesBot:Model:Key"] = "key",
    };
}
