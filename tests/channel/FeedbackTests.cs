using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Cards.Model;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>What a language model wrote is labelled, with its sources, and can be given a thumb.</summary>
public sealed class FeedbackTests
{
    private static readonly ConversationReference To = new("k", "https://x.example/", "msteams", new("a:1", "personal"), new("28:bot"), null, null, true);

    [Fact]
    public void A_card_by_a_model_says_so_names_its_sources_and_asks_for_a_thumb()
    {
        var long_ = new string('x', 500);
        var activity = OutgoingActivity.Card(To, EchoAssistant.Card("x").Content, "x", citations: [.. Enumerable.Range(1, 30).Select(at => new Citation(at, long_, long_))]);
        Assert.Equal("default", activity.ChannelData!.Value.GetProperty("feedbackLoop").GetProperty("type").GetString());
        var label = Assert.Single(activity.Entities!.Value.EnumerateArray());
        Assert.Equal("AIGeneratedContent", label.GetProperty("additionalType")[0].GetString());
        var claims = label.GetProperty("citation").EnumerateArray().ToList();
        Assert.Equal(20, claims.Count);
        Assert.All(claims, claim =>
        {
            Assert.InRange(claim.GetProperty("appearance").GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(claim.GetProperty("appearance").GetProperty("abstract").GetString()!.Length, 1, 160);
        });
    }

    [Fact]
    public void Any_other_card_has_neither()
    {
        var activity = OutgoingActivity.Card(To, EchoAssistant.Card("x").Content, "x");
        Assert.Null(activity.ChannelData);
        Assert.Null(activity.Entities);
    }

    [Fact]
    public async Task A_thumb_is_counted_once_taken_kindly_and_its_words_go_nowhere()
    {
        ConcurrentQueue<string?> counted = [];
        using var listener = Listen(counted);
        await using var bot = await BotHost.StartAsync();
        Assert.Equal((200, "{}"), await GiveAsync(bot, """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"kanarietekst\"}"}}"""));
        Assert.Equal((200, "{}"), await GiveAsync(bot, """{"data":{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":""}}}"""));
        Assert.Equal(["like", "dislike"], counted);
        foreach (var partition in new[] { BotHost.Team, Data.Store.Partition.Directory(BotHost.Tenant) })
            Assert.DoesNotContain((await bot.Store.ChangesAsync(partition, null, 1000, default)).Documents, document => System.Text.Encoding.UTF8.GetString(document.Body.Span).Contains("kanarietekst", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Anna", """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"kanarietekst\"}"}}""", "Dank je, je duim telt mee. Wat je erbij schreef, bewaar ik niet.")]
    [InlineData("Sven", """{"data":{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"kanarietekst"}}}""", "Thank you, your thumb counts. I don't keep the words beside it.")]
    public async Task Who_writes_words_beside_a_thumb_is_told_once_in_the_own_chat_that_they_are_not_kept(string who, string value, string told)
    {
        await using var bot = await BotHost.StartAsync();
        var person = who == "Anna" ? BotHost.Anna : BotHost.Sven;
        (await bot.PostAsync(Activities.Message(bot.Connector.ServiceUrl, "help", person))).Dispose();
        for (var times = 0; times < 3; times++) await GiveAsync(bot, value, person);
        await bot.Connector.WaitAsync(request => request is { IsMessage: true, Text: { } text } && text.StartsWith(told, StringComparison.Ordinal));
        // Another message, another word of thanks: what is sent after it shows that the three were one.
        await GiveAsync(bot, value, person, "another");
        var said = await bot.Connector.WaitAsync(request => request is { IsMessage: true, Text: { } text } && text.StartsWith(told, StringComparison.Ordinal), count: 2);
        Assert.Equal(2, said.Count);
        Assert.All(said, message => Assert.Contains(person.Id.Value, message.Path, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Connector.Requests, request => request.Body?.GetRawText().Contains("kanarietekst", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":""}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\" \"}"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{}"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love","feedback":"words"}}""")]
    public async Task A_thumb_without_words_is_answered_by_nothing_more(string value)
    {
        await using var bot = await BotHost.StartAsync();
        Assert.Equal((200, "{}"), await GiveAsync(bot, value));
        Assert.Empty(await bot.Store.ListAsync(BotHost.Team, Dialogs.Turns.OutboxMessage.Kind, "", 10, default));
        Assert.Empty(bot.Connector.Messages);
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""", 200)]
    [InlineData("""{"actionName":"feedback","actionValue":5}""", 200)]
    [InlineData("{}", 200)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    public async Task Anything_else_counts_nothing(string value, int status)
    {
        ConcurrentQueue<string?> counted = [];
        using var listener = Listen(counted);
        await using var bot = await BotHost.StartAsync();
        Assert.Equal(status, (await GiveAsync(bot, value)).Status);
        Assert.Empty(counted);
    }

    [Fact]
    public async Task A_strangers_thumb_counts_nothing()
    {
        ConcurrentQueue<string?> counted = [];
        using var listener = Listen(counted);
        await using var bot = await BotHost.StartAsync(new() { NoUsers = true });
        Assert.Equal((200, "{}"), await GiveAsync(bot, """{"actionName":"feedback","actionValue":{"reaction":"like"}}"""));
        Assert.Empty(counted);
    }

    private static async Task<(int Status, string Body)> GiveAsync(BotHost bot, string value, Data.People.User? user = null, string message = "the-card")
    {
        var invoke = Activities.Invoke(bot.Connector.ServiceUrl, "message/submitAction", JsonNode.Parse(value), user);
        invoke["replyToId"] = message;
        using var answer = await bot.PostAsync(invoke);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static MeterListener Listen(ConcurrentQueue<string?> counted)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, to) => { if (instrument.Name == "salesbot.model.feedback") to.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Enqueue(tags[0].Value as string));
        listener.Start();
        return listener;
    }
}
