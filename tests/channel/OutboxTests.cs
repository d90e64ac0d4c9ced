using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Outbox;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>What is committed to the outbox arrives, whatever the connector does meanwhile.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly EchoAssistant assistant = new();
    private BotHost bot = null!;
    private string shown = "v1";

    private static CardView View => new("approval", "Q-2026-0007|0001", BotHost.Anna.Team, BotHost.Sven.Id);

    private string Url => bot.Connector.ServiceUrl;

    public async ValueTask InitializeAsync()
    {
        assistant.Render = _ => EchoAssistant.Card(shown);
        bot = await BotHost.StartAsync(new() { Assistant = assistant });
        assistant.Store = bot.Store;
        // Both have opened their chat.
        await bot.PostAsync(Activities.Of("conversationUpdate", Url));
        await bot.PostAsync(Activities.Of("conversationUpdate", Url, BotHost.Sven));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_card_for_somebody_else_arrives_in_their_chat_and_is_replaced_later()
    {
        await TellSvenAsync();
        var first = Assert.Single(await bot.Connector.WaitAsync(request => request.Card is not null));
        Assert.Equal($"/v3/conversations/a%3A{BotHost.Sven.Id}/activities", first.Path);
        var posted = await PostedAsync();

        shown = "v2";
        await TellSvenAsync();
        var update = Assert.Single(await bot.Connector.WaitAsync(request => request.Method == "PUT"));
        Assert.EndsWith("/activities/" + posted.ActivityId, update.Path);
        Assert.Equal("v2", update.Card!.Value.GetProperty("body")[0].GetProperty("text").GetString());
        await EmptyAsync();
        Assert.Single(bot.Connector.Requests, request => request is { Method: "POST", Card: not null });
    }

    [Fact]
    public async Task A_card_that_changed_while_it_was_posted_is_brought_up_to_date()
    {
        bot.Connector.Misbehave = (method, path, body) =>
        {
            if (method == "POST" && body!.Value.TryGetProperty("attachments", out var _)) shown = "v2";
            return null;
        };
        await TellSvenAsync();
        var update = Assert.Single(await bot.Connector.WaitAsync(request => request.Method == "PUT"));
        Assert.Equal("v2", update.Card!.Value.GetProperty("body")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew()
    {
        await TellSvenAsync();
        await PostedAsync();
        bot.Connector.Misbehave = (method, _, _) => method == "PUT" ? new Fault(404) : null;
        await TellSvenAsync();
        await bot.Connector.WaitAsync(request => request is { Method: "POST", Card: not null }, 2);
        await EmptyAsync();
        Assert.False((await PersonalAsync(BotHost.Sven.Id)).Dead);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    public async Task A_throttled_message_is_repeated_and_seen_once(int status)
    {
        var left = 4;
        bot.Connector.Misbehave = (_, _, body) => body is not null && Interlocked.Decrement(ref left) >= 0 ? new Fault(status, "1") : null;
        await TellSvenAsync("let op");
        await bot.Connector.WaitAsync(request => request is { Text: "let op", Status: < 300 });
        await EmptyAsync();
        Assert.Single(bot.Connector.Messages);
    }

    [Fact]
    public async Task A_reply_that_the_turn_can_not_deliver_is_left_to_the_worker_and_kept_until_it_arrives()
    {
        var left = 1;
        bot.Connector.Misbehave = (_, _, body) => body is not null && Interlocked.Decrement(ref left) >= 0 ? new Fault(500) : null;
        using var answer = await bot.PostAsync(Activities.Message(Url, "hallo"));
        Assert.True(answer.IsSuccessStatusCode);
        // A POST whose outcome is unknown is not repeated at once.
        Assert.Empty(bot.Connector.Messages);
        var waiting = Assert.Single(await bot.Store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default)).Record;
        Assert.Equal(1, waiting.Attempts);
        await bot.Connector.WaitAsync(request => request is { Text: "echo: hallo", Status: < 300 });
        await EmptyAsync();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_the_bot_was_removed_nothing_is_sent_again_until_it_is_spoken_to(int status)
    {
        bot.Connector.Misbehave = (_, _, body) => body is not null ? new Fault(status) : null;
        await TellSvenAsync("een");
        await EmptyAsync();
        Assert.Equal($"gone-{status}", Assert.Single(await bot.Store.ListAsync(BotHost.Team, DeadLetter.Kind, "", 10, default)).Record.Reason);
        Assert.True((await PersonalAsync(BotHost.Sven.Id)).Dead);

        bot.Connector.Misbehave = (_, _, _) => null;
        await TellSvenAsync("twee");
        await EmptyAsync();
        Assert.Empty(bot.Connector.Messages);
        await bot.PostAsync(Activities.Of("conversationUpdate", Url, BotHost.Sven));
        await TellSvenAsync("drie");
        Assert.Equal("drie", Assert.Single(await bot.Connector.WaitAsync(request => request.IsMessage && request.Status < 300)).Text);
    }

    [Fact]
    public async Task A_card_that_is_too_large_goes_as_its_summary()
    {
        bot.Connector.Misbehave = (_, _, body) => body is { } activity && activity.TryGetProperty("attachments", out _) ? new Fault(413) : null;
        await TellSvenAsync();
        Assert.Equal("v1", Assert.Single(await bot.Connector.WaitAsync(request => request.Text is not null)).Text);
        await EmptyAsync();
    }

    [Fact]
    public async Task Messages_to_one_person_keep_their_order_and_a_blocked_chat_holds_up_nobody_else()
    {
        var isBlocked = true;
        bot.Connector.Misbehave = (_, path, _) => isBlocked && path.Contains(BotHost.Sven.Id.Value) ? new Fault(429, "1") : null;
        assistant.Replies = _ => [.. Enumerable.Range(1, 5).Select(number => To(BotHost.Sven.Id, $"{number}")), To(BotHost.Anna.Id, "voor Anna")];
        await bot.PostAsync(Activities.Message(Url, "verstuur"));
        await bot.Connector.WaitAsync(request => request.Text == "voor Anna", seconds: 3);
        isBlocked = false;
        await bot.Connector.WaitAsync(request => request is { Text: "5", Status: < 300 });
        Assert.Equal(["1", "2", "3", "4", "5"], bot.Connector.Messages.Where(request => request.Path.Contains(BotHost.Sven.Id.Value)).Select(request => request.Text));
    }

    [Fact]
    public async Task A_message_to_somebody_who_has_not_opened_the_chat_waits_for_them()
    {
        var late = BotHost.Sven with { Id = new UserId("5a1e5b07-0000-4000-8000-000000000103"), Email = "daan@example.com" };
        await bot.Store.SaveAsync(Partition.Directory(BotHost.Tenant), "late", [Kinds.User.Put(late)], default);
        assistant.Replies = _ => [To(late.Id, "welkom terug")];
        await bot.PostAsync(Activities.Message(Url, "verstuur"));
        await WaitAsync(async () => (await bot.Store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default)) is [{ Record.Attempts: > 0 }]);
        Assert.Empty(bot.Connector.Messages);
        await bot.PostAsync(Activities.Of("conversationUpdate", Url, late));
        await bot.Connector.WaitAsync(request => request.Text == "welkom terug", seconds: 5);
    }

    [Fact]
    public async Task A_card_for_a_channel_opens_a_thread_and_stays_in_it()
    {
        const string channel = "19:approvals@thread.tacv2";
        assistant.Replies = _ => [assistant.Message(new Recipient(Channel: channel), shows: View with { Viewer = null }, isReply: false)];
        await bot.PostAsync(Activities.Message(Url, "toon"));
        var thread = Assert.Single(await bot.Connector.WaitAsync(request => request.Path == "/v3/conversations")).Body!.Value;
        Assert.Equal(channel, thread.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        var posted = await PostedAsync();
        shown = "v2";
        await bot.PostAsync(Activities.Message(Url, "toon"));
        var update = Assert.Single(await bot.Connector.WaitAsync(request => request.Method == "PUT"));
        Assert.Equal($"/v3/conversations/{Uri.EscapeDataString(posted.Conversation.Split('|')[0])}/activities/{posted.ActivityId}", update.Path);
    }

    [Fact]
    public async Task Two_instances_share_an_outbox_without_doubling()
    {
        await using var other = await BotHost.StartAsync(new() { Assistant = assistant, Store = bot.Store, NoUsers = true }, await FakeConnector.StartAsync());
        await bot.Store.SaveAsync(
            BotHost.Team, "many", [.. Enumerable.Range(0, 90).Select(number => OutboxMessage.Kind.Create(To(BotHost.Sven.Id, $"{number}")))], default);
        // Slow enough that both are at work at the same time.
        bot.Connector.Misbehave = (_, _, _) => new Fault(201, Delay: TimeSpan.FromMilliseconds(15));
        bot.Services.GetRequiredService<OutboxSignal>().Wake(BotHost.Tenant, BotHost.Team);
        other.Services.GetRequiredService<OutboxSignal>().Wake(BotHost.Tenant, BotHost.Team);
        await bot.Connector.WaitAsync(request => request is { Text: "89", Status: < 300 });
        await EmptyAsync();
        Assert.Equal(Enumerable.Range(0, 90).Select(number => $"{number}"), bot.Connector.Messages.Select(request => request.Text));
    }

    [Fact]
    public async Task A_card_that_can_not_be_drawn_holds_up_nobody_else_and_arrives_when_it_can()
    {
        var isBroken = true;
        assistant.Render = _ => isBroken ? throw new InvalidOperationException() : EchoAssistant.Card(shown);
        assistant.Replies = _ =>
        [
            assistant.Message(new Recipient(Person: BotHost.Sven.Id), shows: View, isReply: false), To(BotHost.Anna.Id, "voor Anna"),
        ];
        await bot.PostAsync(Activities.Message(Url, "verstuur"));
        await bot.Connector.WaitAsync(request => request.Text == "voor Anna", seconds: 5);
        isBroken = false;
        await bot.Connector.WaitAsync(request => request.Card is not null);
    }

    [Fact]
    public async Task After_a_day_of_failure_a_message_is_a_dead_letter()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var slow = new EchoAssistant(clock);
        await using var host = await UndeliveredAsync(slow, clock);
        Assert.Single(await host.Store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default));
        clock.Advance(TimeSpan.FromHours(24.5));
        host.Services.GetRequiredService<OutboxSignal>().Wake(BotHost.Tenant, BotHost.Team);
        await WaitAsync(async () => (await host.Store.ListAsync(BotHost.Team, DeadLetter.Kind, "", 10, default)).Count == 1);
        Assert.Empty(await host.Store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default));
    }

    [Fact]
    public async Task What_waits_leaves_also_where_the_clock_was_set_back()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var slow = new EchoAssistant(clock);
        await using var host = await UndeliveredAsync(slow, clock);
        // A quarter of a minute from now, and told to nobody yet.
        await host.Store.SaveAsync(BotHost.Team, "held", [OutboxMessage.Kind.Create(slow.Message(new Recipient(Person: BotHost.Anna.Id), "dag"))], default);
        host.Connector.Misbehave = (_, _, _) => null;
        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromHours(1));
        host.Services.GetRequiredService<OutboxSignal>().Wake(BotHost.Tenant, BotHost.Team);
        await host.Connector.WaitAsync(request => request is { Text: "echo: hallo", Status: < 300 });
        await host.Connector.WaitAsync(request => request is { Text: "dag", Status: < 300 });
    }

    [Fact]
    public void Pauses_grow_only_where_a_try_may_be_one_more_copy()
    {
        static double Seconds(int attempt, DeliveryResult.Wait wait) => Outgoing.Pause(attempt, wait).TotalSeconds;

        var unknown = new DeliveryResult.Wait("500", Unknown: true);
        Assert.All(Enumerable.Range(1, 10), attempt => Assert.InRange(Seconds(attempt, unknown), 5, 60));
        Assert.InRange(Seconds(20, unknown), 3600, 4320);
        Assert.InRange(Seconds(40, new DeliveryResult.Wait("429")), 30, 36);
        Assert.InRange(Seconds(1, new DeliveryResult.Wait("429", TimeSpan.FromSeconds(17))), 17, 20.4);
    }

    /// <summary>A bot by this clock whose reply to "hallo" the connector has not taken.</summary>
    private static async Task<BotHost> UndeliveredAsync(EchoAssistant slow, FakeTimeProvider clock)
    {
        var host = await BotHost.StartAsync(new() { Assistant = slow, Services = services => services.AddSingleton<TimeProvider>(clock) });
        slow.Store = host.Store;
        host.Connector.Misbehave = (_, _, body) => body is not null ? new Fault(500) : null;
        await host.PostAsync(Activities.Message(host.Connector.ServiceUrl, "hallo"));
        return host;
    }

    private OutboxMessage To(UserId person, string text) => assistant.Message(new Recipient(Person: person), text, isReply: false);

    private async Task TellSvenAsync(string? text = null)
    {
        assistant.Replies = _ =>
            [text is null ? assistant.Message(new Recipient(Person: BotHost.Sven.Id), shows: View, isReply: false) : To(BotHost.Sven.Id, text)];
        using var answer = await bot.PostAsync(Activities.Message(Url, "vertel Sven"));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task<PostedCard> PostedAsync()
    {
        PostedCard? posted = null;
        await WaitAsync(async () =>
            (posted = (await bot.Store.ListAsync(BotHost.Team, PostedCard.Kind, "", 10, default)).LastOrDefault()?.Record) is not null);
        await EmptyAsync();
        return posted!;
    }

    private async Task<ConversationReference> PersonalAsync(UserId person) =>
        (await bot.Services.GetRequiredService<References>().PersonalAsync(BotHost.Tenant, person, default))!;

    private Task EmptyAsync() => WaitAsync(async () => (await bot.Store.ListAsync(BotHost.Team, OutboxMessage.Kind, "", 10, default)).Count == 0);

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var left = 400; !await isSo(); left--)
        {
            if (left == 0) throw new TimeoutException();
            await Task.Delay(50);
        }
    }
}
