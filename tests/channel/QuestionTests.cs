using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Bot.Channel;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>Questions that change nothing wait for no disk: they are answered once all the same, and no answer is lost.</summary>
public sealed class QuestionTests : IAsyncLifetime
{
    private BotHost bot = null!;
    private IDocumentStore store = null!;

    private string Url => bot.Connector.ServiceUrl;

    public async ValueTask InitializeAsync()
    {
        store = await TestStores.Sqlite();
        bot = await BotHost.StartAsync(new BotHostOptions { Store = store });
        await AskAsync("first");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_question_that_is_delivered_again_is_answered_once_also_after_a_restart()
    {
        for (var time = 0; time < 3; time++) await AskAsync("same");
        Assert.Single(Answers("same"));
        await MarkedAsync(2);
        await using var next = await BotHost.StartAsync(new BotHostOptions { Store = store });
        var again = Help("same");
        using var answer = await next.PostAsync(again);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(Answers("same"));
    }

    [Fact]
    public async Task A_question_whose_answer_comes_in_the_response_gets_it_again()
    {
        var question = Help("response");
        question["deliveryMode"] = "expectReplies";
        var first = await ReadAsync(question);
        var again = await ReadAsync(question);
        await MarkedAsync(2);
        var later = await ReadAsync(question);
        Assert.Equal(2, first.GetArrayLength());
        Assert.True(JsonElement.DeepEquals(first, again), $"{first}\n{again}");
        Assert.True(JsonElement.DeepEquals(first, later), $"{first}\n{later}");
        Assert.Empty(Answers("response"));
    }

    [Fact]
    public async Task A_question_leaves_a_mark_and_nothing_else()
    {
        var before = await DocumentsAsync();
        await AskAsync("mark");
        var marks = await MarkedAsync(2);
        Assert.Equal(before + 1, await DocumentsAsync());
        var mark = Assert.Single(marks, seen => seen.Answers is not null && seen.At == marks.Max(other => other.At));
        Assert.Equal((1, 0), (mark.Answers, mark.Replies.Count));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task An_answer_that_can_not_be_brought_now_is_kept_and_comes_later(int status)
    {
        var left = 1;
        bot.Connector.Misbehave = (_, _, body) => body is { } said && said.GetProperty("type").GetString() == "message" && Interlocked.Decrement(ref left) >= 0 ? new Fault(status, "1") : null;
        await AskAsync("late");
        await bot.Connector.WaitAsync(request => request is { IsMessage: true, Status: < 300 }, 2);
        await EventuallyAsync(async () => (await store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default)).Count == 0);
        Assert.Equal(2, bot.Connector.Messages.Count);
        await AskAsync("late");
        Assert.Equal(2, bot.Connector.Messages.Count);
    }

    [Fact]
    public async Task Somebody_in_two_chats_at_once_is_reached_in_the_last_one()
    {
        var chats = bot.Services.GetRequiredService<References>();
        for (var turn = 0; turn < 6; turn++)
        {
            await AskAsync($"turn-{turn}", $"a:chat-{turn % 2}");
            Assert.Equal($"a:chat-{turn % 2}", (await chats.PersonalAsync(BotHost.Tenant, BotHost.Anna.Id, default))!.Conversation.Id);
        }
        await EventuallyAsync(async () =>
            (await store.FindAsync(Partition.Directory(BotHost.Tenant), ConversationReference.Personal, BotHost.Anna.Id.Value, default))!.Record.Conversation.Id == "a:chat-1");
    }

    private JsonObject Help(string id, string? chat = null)
    {
        var message = Activities.Message(Url, "help", id: id);
        if (chat is not null) message["conversation"]!["id"] = chat;
        return message;
    }

    private async Task AskAsync(string id, string? chat = null)
    {
        using var answer = await bot.PostAsync(Help(id, chat));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<JsonElement> ReadAsync(JsonObject question)
    {
        using var answer = await bot.PostAsync(question);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("activities").Clone();
    }

    private IReadOnlyList<Recorded> Answers(string id) => [.. bot.Connector.Messages.Where(request => ReplyTo(request) == id)];

    private static string? ReplyTo(Recorded request) => request.Body is { } body && body.TryGetProperty("replyToId", out var id) ? id.GetString() : null;

    private async Task<int> DocumentsAsync() => (await store.ListAsync(BotHost.Team, new IdRange("a", "z~"), int.MaxValue, default)).Count;

    /// <summary>Waits until so many turns are written down as seen.</summary>
    private async Task<IReadOnlyList<SeenTurn>> MarkedAsync(int count)
    {
        IReadOnlyList<SeenTurn> marks = [];
        await EventuallyAsync(async () => (marks = [.. (await store.ListAsync(BotHost.Team, SeenTurn.Kind, "", 100, default)).Select(seen => seen.Record)]).Count >= count);
        return marks;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300 && !await holds(); tries++) await Task.Delay(100);
        Assert.True(await holds());
    }
}
