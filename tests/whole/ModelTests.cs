using System.Diagnostics;
using SalesBot.Data;
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

    [Fact]
    public async Task A_summary_that_the_model_wrote_is_marked_so_and_names_its_sources()
    {
        await using var model = await ScriptedModel.StartAsync(Summarises(
            ("Jan de Vries van Philips zoekt 40 kamers in mei.", [1, 4]), ("Het ontbijt was vorig jaar te laat klaar en koud.", [5]),
            ("Philips heeft 90 kamers geboekt.", [4]), ("Ze kijken ook naar Van der Valk.", [6])));
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite, Settings(model));
        var preview = await bot.Anna.SayAsync(SummaryTests.Note);
        Assert.Equal(2, model.Calls);
        Assert.Equal("confirm", preview.Asking);
        Assert.Contains("Jan de Vries van Philips zoekt 40 kamers in mei. [1][4]", preview.Words);
        Assert.Contains("Door AI geschreven", preview.Words);
        Assert.DoesNotContain("90 kamers", preview.Words);
        // The whole note can be read on the card, and the marks point into it.
        Assert.Contains("[3] Jan vertelde eerst uitgebreid", preview.Words);

        var card = preview.Messages.Single(message => message.TryGetProperty("attachments", out _));
        CardShape.Check(card);
        Assert.InRange(card.GetProperty("attachments")[0].GetProperty("content").GetRawText().Length, 1000, 25_000);
        var label = Assert.Single(card.GetProperty("entities").EnumerateArray());
        Assert.Equal(
            ("https://schema.org/Message", "Message", "https://schema.org", "AIGeneratedContent"),
            (label.GetProperty("type").GetString(), label.GetProperty("@type").GetString(), label.GetProperty("@context").GetString(), label.GetProperty("additionalType")[0].GetString()));
        Assert.Equal("default", card.GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString());
        var claims = label.GetProperty("citation").EnumerateArray().ToList();
        Assert.Equal([1, 4, 5, 6], claims.Select(claim => claim.GetProperty("position").GetInt32()));
        Assert.All(claims, claim =>
        {
            Assert.Equal("Claim", claim.GetProperty("@type").GetString());
            Assert.InRange(claim.GetProperty("appearance").GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(claim.GetProperty("appearance").GetProperty("abstract").GetString()!.Length, 1, 160);
        });

        // A correction takes away what it makes untrue, without asking the model again; what is left is too little, the note speaks.
        var corrected = await bot.Anna.SayAsync("nee, 45 kamers");
        Assert.DoesNotContain("40 kamers in mei. [1][4]", corrected.Words);
        Assert.DoesNotContain("Door AI geschreven", corrected.Words);
        Assert.DoesNotContain(corrected.Messages, message => message.TryGetProperty("entities", out _));

        var done = await bot.Anna.SayAsync("ja");
        var id = done.Trace.GetProperty("wrote")[0].GetProperty("id").GetString();
        var visit = (await bot.HeldAsync(Kinds.Visit)).Single(visit => Kinds.Visit.IdOf(visit) == "visit|" + id);
        Assert.StartsWith(SummaryTests.Note, visit.Notes);
        Assert.False(visit.Summary!.ByModel);
        Assert.All(visit.Summary.Sentences, sentence => Assert.Contains($"{sentence.Text} [", done.Words));
    }

    [Fact]
    public async Task What_is_saved_is_the_summary_that_was_shown_with_its_sources()
    {
        await using var model = await ScriptedModel.StartAsync(Summarises(
            ("Jan de Vries van Philips zoekt 40 kamers in mei.", [1, 4]), ("Het ontbijt was vorig jaar te laat klaar en koud.", [5]), ("Ze kijken ook naar Van der Valk.", [6])));
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite, Settings(model));
        await bot.Anna.SayAsync(SummaryTests.Note);
        var done = await bot.Anna.SayAsync("ja");
        var label = done.Messages.Single(message => message.TryGetProperty("entities", out _));
        Assert.Contains("AIGeneratedContent", label.GetProperty("entities").GetRawText());
        var summary = (await bot.HeldAsync(Kinds.Visit)).Single(visit => visit.Summary is not null).Summary!;
        Assert.True(summary.ByModel);
        Assert.Equal(3, summary.Sentences.Count);
        Assert.All(summary.Sentences, sentence => Assert.All(sentence.Sources, source => Assert.Contains(source.Of(SummaryTests.Note), SummaryTests.Note)));
        Assert.Equal("Ze zoeken 40 kamers in mei voor een training van twee dagen.", summary.Sentences[0].Sources[1].Of(SummaryTests.Note));
        Assert.All(summary.Sentences, sentence => Assert.NotEqual("", sentence.Sources[0].Of(SummaryTests.Note)));
    }

    [Fact]
    public async Task Hearing_and_summary_together_cost_no_more_than_the_models_time()
    {
        await using var model = await ScriptedModel.StartAsync(ScriptedModel.Hangs());
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite, Settings(model));
        var started = Stopwatch.GetTimestamp();
        var answer = await bot.Anna.SayAsync(SummaryTests.Note);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(10));
        Assert.Equal("confirm", answer.Asking);
        Assert.Contains("Zinnen uit je notitie", answer.Words);
    }

    [Fact]
    public async Task Where_the_result_differs_without_the_model_the_person_is_told()
    {
        await using var model = await ScriptedModel.StartAsync(ScriptedModel.Fails(401));
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite, Settings(model));
        await using var plain = await WholeBot.StartAsync(Edition.Sqlite);
        const string odd = "De kat krabt de krullen van de trap";
        Assert.Contains("taalmodel", (await bot.Anna.SayAsync(odd)).Words);
        Assert.DoesNotContain("taalmodel", (await plain.Anna.SayAsync(odd)).Words);
        Assert.DoesNotContain("taalmodel", (await bot.Anna.SayAsync(Words)).Words);
    }

    /// <summary>Hears nothing beyond the embedded understanding, and summarises like this.</summary>
    private static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Summarises(params (string Text, int[] Sources)[] sentences) => context =>
        ScriptedModel.SayAsync(context, ScriptedModel.Asked(context).Question.ContainsKey("sentences")
            ? SummaryTests.Draft(sentences)
            : """{"intents":["log_visit","log_lead","log_market_info","add_follow_up"],"slots":[]}""");

    private static Dictionary<string, string?> Settings(ScriptedModel model) => new()
    {
        ["SalesBot:Model:Endpoint"] = model.Endpoint.ToString(),
        ["SalesBot:Model:Name"] = "scripted",
        ["SalesBot:Model:Key"] = "key",
    };
}
