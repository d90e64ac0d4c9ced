using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Bot.Channel;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>What the channel sends and what it gets, without a registration: anybody on this machine.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private readonly EchoAssistant assistant = new();
    private BotHost bot = null!;

    private string Url => bot.Connector.ServiceUrl;

    public async ValueTask InitializeAsync()
    {
        bot = await BotHost.StartAsync(new() { Assistant = assistant });
        assistant.Store = bot.Store;
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_message_is_answered_through_the_connector_as_a_reply()
    {
        using var answer = await bot.PostAsync(Activities.Message(Url, "hallo", id: "act:1"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reply = Assert.Single(bot.Connector.Messages);
        Assert.Equal(("POST", $"/v3/conversations/a%3A{BotHost.Anna.Id}/activities/act%3A1", "echo: hallo"), (reply.Method, reply.Path, reply.Text));
        var body = reply.Body!.Value;
        Assert.Equal(Activities.Bot, body.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("personal", body.GetProperty("conversation").GetProperty("conversationType").GetString());
        Assert.Equal("msteams", body.GetProperty("channelId").GetString());
        var trace = bot.Connector.Requests.Single(request => request.Type == "trace").Body!.Value;
        Assert.Equal(("SalesBotTurn", "salesbot/turn"), (trace.GetProperty("name").GetString(), trace.GetProperty("valueType").GetString()));
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("value").GetProperty("asking").ValueKind);
        Assert.Empty(await bot.Store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default));
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response_and_nothing_goes_to_the_connector()
    {
        var activities = await bot.SayAsync("hallo");
        Assert.Equal(["message", "trace"], activities.Select(activity => activity.GetProperty("type").GetString()));
        Assert.Equal("echo: hallo", activities[0].GetProperty("text").GetString());
        Assert.True(Assert.Single(assistant.Handled).RepliesInResponse);
        Assert.Empty(bot.Connector.Requests);
    }

    [Theory]
    [InlineData("<at>SalesBot</at> open offerte 7\n", "open offerte 7")]
    [InlineData("hoi <AT>SALESBOT</AT>", "hoi")]
    [InlineData("R&amp;D &lt;nieuw&gt;&nbsp;klant", "R&D <nieuw> klant")]
    [InlineData("<at>SalesBot</at> vraag <at>Daan</at>", "vraag <at>Daan</at>")]
    public async Task The_bots_own_mention_and_the_channels_wrapping_are_taken_off(string text, string heard)
    {
        var message = Activities.Message(Url, text);
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>SalesBot</at>", ["mentioned"] = new JsonObject { ["id"] = Activities.Bot } },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Daan</at>", ["mentioned"] = new JsonObject { ["id"] = "29:daan" } });
        await bot.PostAsync(message);
        Assert.Equal(heard, Assert.Single(assistant.Handled).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","type":"message"}""")]
    [InlineData("""{"type":"message","value":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message","text":"\uD800"}""")]
    [InlineData("""{"type":"message","value":{"a":"\uDC00x"}}""")]
    [InlineData("""{"type":"message"} x""")]
    [InlineData("""{"type":"message",}""")]
    [InlineData("""{"type":"message","text":"a""")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        using var answer = await bot.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(assistant.Handled);
    }

    [Fact]
    public async Task Deep_nesting_is_a_bad_request()
    {
        using var answer = await bot.PostAsync("{\"type\":\"message\",\"value\":" + new string('[', 70) + new string(']', 70) + "}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_bad_request()
    {
        using var content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        using var answer = await bot.Http.PostAsync("/api/messages", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_256_KiB_is_too_large(bool lengthIsKnown)
    {
        var bytes = Encoding.UTF8.GetBytes(Activities.Message(Url, new string('x', 256 * 1024)).ToJsonString());
        using HttpContent content = lengthIsKnown ? new ByteArrayContent(bytes) : new StreamContent(new Unseekable(bytes));
        using var answer = await bot.Http.PostAsync("/api/messages", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(assistant.Handled);
    }

    [Fact]
    public async Task Reading_is_not_allowed()
    {
        using var answer = await bot.Http.GetAsync("/api/messages");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("somethingNew")]
    public async Task What_asks_for_nothing_is_taken_in_silence(string type)
    {
        using var answer = await bot.PostAsync(Activities.Of(type, Url));
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(assistant.Handled);
        Assert.Empty(bot.Connector.Requests);
    }

    [Theory]
    [InlineData("nl-NL", "Hallo! Ik ken je nog niet")]
    [InlineData("en-US", "Hello! I don't know you yet")]
    [InlineData("de-DE", "Hallo! Ik ken je nog niet")]
    public async Task A_stranger_gets_a_friendly_refusal_and_nothing_else(string locale, string words)
    {
        var stranger = BotHost.Anna with { Id = new UserId(Guid.NewGuid().ToString()) };
        var message = Activities.Message(Url, "hallo", stranger);
        message["locale"] = locale;
        await bot.PostAsync(message);
        Assert.StartsWith(words, Assert.Single(bot.Connector.Messages).Text);
        Assert.Empty(assistant.Handled);
    }

    [Fact]
    public async Task A_press_that_comes_as_a_message_is_a_press()
    {
        var message = Activities.Message(Url, null);
        message["value"] = new JsonObject { ["verb"] = "quote.submit", ["quote"] = "Q-2026-0001" };
        message["replyToId"] = "card-1";
        assistant.Answer = _ => (EchoAssistant.Card("ingediend"), null);
        await bot.PostAsync(message);
        var incoming = Assert.Single(assistant.Handled);
        Assert.Equal(("quote.submit", "card-1"), (incoming.Press!.Verb, incoming.CardId));
        Assert.Equal("Q-2026-0001", incoming.Press.Data.GetProperty("quote").GetString());
        var update = bot.Connector.Requests.Single(request => request.Method == "PUT");
        Assert.EndsWith("/activities/card-1", update.Path);
        Assert.Equal("ingediend", update.Card!.Value.GetProperty("body")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_press_is_answered_with_the_new_card_in_the_response()
    {
        assistant.Answer = _ => (EchoAssistant.Card("goedgekeurd"), null);
        using var answer = await bot.PostAsync(Activities.Press(Url, "approval.approve", new JsonObject { ["version"] = 2 }, BotHost.Sven, "card-7"));
        var body = await JsonAsync(answer);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        Assert.Equal("AdaptiveCard", body.GetProperty("value").GetProperty("type").GetString());
        var incoming = Assert.Single(assistant.Handled);
        Assert.Equal((2, "card-7"), (incoming.Press!.Data.GetProperty("version").GetInt32(), incoming.CardId));
        // The stored card follows, so that the chat shows the same when it is opened again.
        var update = Assert.Single(await bot.Connector.WaitAsync(request => request.Method == "PUT"));
        Assert.EndsWith("/activities/card-7", update.Path);
    }

    [Fact]
    public async Task A_press_without_a_new_card_is_answered_with_a_short_text()
    {
        assistant.Answer = _ => (null, "Sven heeft al besloten.");
        using var answer = await bot.PostAsync(Activities.Press(Url, "approval.approve", []));
        var body = await JsonAsync(answer);
        Assert.Equal(
            (200, "application/vnd.microsoft.activity.message", "Sven heeft al besloten."),
            (body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString(), body.GetProperty("value").GetString()));
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"x"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":5}}""")]
    [InlineData("""{"action":"x"}""")]
    [InlineData("5")]
    [InlineData("null")]
    public async Task A_malformed_press_gets_an_error_inside_a_good_response(string value)
    {
        using var answer = await bot.PostAsync(Activities.Invoke(Url, "adaptiveCard/action", JsonNode.Parse(value)));
        var body = await JsonAsync(answer);
        Assert.Equal(
            (HttpStatusCode.OK, 400, "application/vnd.microsoft.error"),
            (answer.StatusCode, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        Assert.Equal("BadRequest", body.GetProperty("value").GetProperty("code").GetString());
        Assert.Empty(assistant.Handled);
    }

    [Theory]
    [InlineData("application/search", 200, "\"results\":[]")]
    [InlineData("composeExtension/query", 200, "\"type\":\"message\"")]
    [InlineData("message/submitAction", 200, "{}")]
    [InlineData("signin/tokenExchange", 412, "failureDetail")]
    [InlineData("signin/verifyState", 404, "")]
    [InlineData("signin/failure", 200, "")]
    [InlineData("fileConsent/invoke", 200, "")]
    [InlineData("task/fetch", 501, "")]
    [InlineData("config/fetch", 501, "")]
    [InlineData("actionableMessage/executeAction", 501, "")]
    [InlineData("something/new", 501, "")]
    public async Task Each_invoke_gets_the_answer_that_Teams_expects(string name, int status, string holds)
    {
        using var answer = await bot.PostAsync(Activities.Invoke(Url, name, new JsonObject { ["id"] = "1", ["connectionName"] = "c" }));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        if (holds == "") Assert.Empty(body);
        else Assert.Contains(holds, body);
    }

    [Fact]
    public async Task An_installation_is_greeted_once_however_often_and_in_whatever_order_it_is_told()
    {
        JsonObject Installed()
        {
            var activity = Activities.Of("installationUpdate", Url);
            activity["action"] = "add";
            return activity;
        }

        JsonObject Added()
        {
            var activity = Activities.Of("conversationUpdate", Url);
            activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Activities.Bot });
            return activity;
        }

        await Task.WhenAll(bot.PostAsync(Installed()), bot.PostAsync(Added()), bot.PostAsync(Added()), bot.PostAsync(Installed()));
        await bot.PostAsync(Added());
        Assert.Equal("welkom", Assert.Single(bot.Connector.Messages).Card!.Value.GetProperty("body")[0].GetProperty("text").GetString());

        var removed = Activities.Of("installationUpdate", Url);
        removed["action"] = "remove";
        await bot.PostAsync(removed);
        await bot.PostAsync(Added());
        Assert.Equal(2, bot.Connector.Messages.Count);
    }

    [Fact]
    public async Task A_failed_turn_says_that_nothing_was_saved_and_gives_a_reference()
    {
        assistant.Before = (_, _) => throw new InvalidOperationException("secret detail");
        using var answer = await bot.PostAsync(Activities.Message(Url, "hallo"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = Assert.Single(bot.Connector.Messages).Text!;
        Assert.Matches("Er is niets opgeslagen.*kenmerk: [0-9a-f]{8}", text);
        Assert.DoesNotContain("secret", text);

        using var press = await bot.PostAsync(Activities.Press(Url, "x.y", [], BotHost.Sven));
        var body = await JsonAsync(press);
        Assert.Equal((HttpStatusCode.OK, 500), (press.StatusCode, body.GetProperty("statusCode").GetInt32()));
        Assert.Contains("Nothing was saved", body.GetProperty("value").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_store_that_is_away_is_not_called_a_failure_to_save()
    {
        assistant.Before = (_, _) => throw new StoreUnavailableException("away");
        await bot.PostAsync(Activities.Message(Url, "hallo"));
        Assert.Contains("weet niet zeker", Assert.Single(bot.Connector.Messages).Text);
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_one_after_the_other_and_others_do_not_wait()
    {
        var gate = new TaskCompletionSource();
        var inside = 0;
        var most = 0;
        assistant.Before = async (incoming, _) =>
        {
            if (incoming.User.Id == BotHost.Sven.Id) return;
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await gate.Task;
            Interlocked.Decrement(ref inside);
        };
        var annas = Enumerable.Range(0, 5).Select(number => bot.PostAsync(Activities.Message(Url, $"{number}"))).ToList();
        using var sven = await bot.PostAsync(Activities.Message(Url, "ik", BotHost.Sven));
        Assert.Equal(HttpStatusCode.OK, sven.StatusCode);
        gate.SetResult();
        await Task.WhenAll(annas);
        Assert.Equal((1, 6), (most, bot.Connector.Messages.Count));
    }

    [Fact]
    public async Task The_same_activity_again_shows_no_second_reply()
    {
        for (var time = 0; time < 3; time++)
        {
            using var answer = await bot.PostAsync(Activities.Message(Url, "hallo", id: "same"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Single(bot.Connector.Messages);
        Assert.Single(assistant.Handled.Select(incoming => incoming.TurnId).Distinct());
    }

    [Fact]
    public async Task A_slow_turn_shows_typing_before_its_answer_and_none_after()
    {
        var typing = new TaskCompletionSource();
        assistant.Before = (_, _) => typing.Task;
        var asked = bot.PostAsync(Activities.Message(Url, "denk na"));
        await bot.Connector.WaitAsync(request => request.Type == "typing");
        typing.SetResult();
        await asked;
        Assert.Equal(["typing", "message", "trace"], bot.Connector.Requests.Select(request => request.Type));
    }

    [Fact]
    public async Task A_slow_turn_shows_no_typing_in_a_channel()
    {
        // Typing begins after a second.
        assistant.Before = (_, cancel) => Task.Delay(TimeSpan.FromSeconds(2), cancel);
        using var answer = await bot.PostAsync(Activities.Message(Url, "denk na").InChannel("19:sales@thread.tacv2;messageid=1"));
        Assert.Equal(["message", "trace"], bot.Connector.Requests.Select(request => request.Type));
    }

    [Fact]
    public async Task A_turn_that_hangs_is_answered_within_ten_seconds()
    {
        assistant.Before = (_, _) => new TaskCompletionSource().Task;
        var asked = System.Diagnostics.Stopwatch.StartNew();
        using var answer = await bot.PostAsync(Activities.Message(Url, "hallo"));
        Assert.InRange(asked.Elapsed.TotalSeconds, 1, 10);
        Assert.Contains("weet niet zeker", Assert.Single(bot.Connector.Messages).Text);
    }

    [Fact]
    public async Task A_page_from_elsewhere_in_the_browser_is_not_heard()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Activities.Message(Url, "hallo").ToJsonString()) };
        request.Headers.Add("Origin", "https://example.com");
        using var answer = await bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(assistant.Handled);
    }

    [Fact]
    public async Task A_conversation_is_remembered_with_its_newest_address()
    {
        await bot.PostAsync(Activities.Message(Url, "hallo"));
        var references = bot.Services.GetRequiredService<References>();
        var known = await references.PersonalAsync(BotHost.Tenant, BotHost.Anna.Id, default);
        Assert.Equal((Url, $"a:{BotHost.Anna.Id}"), (known!.ServiceUrl, known.Conversation.Id));
        Assert.Equal($"a:{BotHost.Anna.Id}|{new Uri(Url).Authority}", known.Key);
        await using var moved = await FakeConnector.StartAsync();
        await bot.PostAsync(Activities.Message(moved.ServiceUrl, "hallo"));
        Assert.Equal(moved.ServiceUrl, (await references.PersonalAsync(BotHost.Tenant, BotHost.Anna.Id, default))!.ServiceUrl);
    }

    [Fact]
    public async Task The_bot_is_ready_when_its_store_answers()
    {
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/ready")).StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Sent in chunks: its length can not be told beforehand.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
