using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesBot.Bot.Playground;
using SalesBot.Data.Exchange;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>Microsoft's own local Teams client talks with the bot, in two windows with two people.</summary>
[Collection(Browser.LocalClientCollection.Name)]
public sealed class LocalClientTests
{
    [Fact]
    public async Task Two_windows_open_for_two_people_of_the_demo_organisation_and_are_answered_and_written_to()
    {
        NodeTool.Require();
        var assistant = new EchoAssistant();
        var store = await TestStores.Sqlite();
        await using var bot = await BotHost.StartAsync(new()
        {
            Assistant = assistant,
            Store = store,
            NoUsers = true,
            Settings = new() { ["SalesBot:Playground"] = "true", ["SalesBot:Demo"] = "true" },
        });
        assistant.Store = store;
        var windows = await bot.Services.GetServices<IHostedService>().OfType<LocalClients>().Single().Ready.WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(["am", "sup"], windows.Select(window => window.Window.Name));
        using var http = new HttpClient();

        await SayAsync(assistant, http, windows[0], "hallo");
        await SayAsync(assistant, http, windows[1], "goedemorgen");
        var heard = assistant.Handled.ToList();
        Assert.Equal([("Anna Visser", "hallo"), ("Sven Mulder", "goedemorgen")], heard.Select(incoming => (incoming.User.Name, incoming.Text)));
        Assert.All(heard, incoming => Assert.Equal(PlaceScope.Personal, incoming.Place.Scope));

        // From Anna's turn a card reaches Sven's window, and is replaced there.
        var view = new CardView("approval", "Q-2026-0007|0001", heard[0].User.Team, heard[1].User.Id);
        assistant.Replies = _ => [assistant.Message(new Recipient(Person: heard[1].User.Id), shows: view, isReply: false)];
        await SayAsync(assistant, http, windows[0], "dien in");
        var posted = Assert.Single(await PostedAsync(store, heard[0].User, 1));
        Assert.Equal(heard[1].Place.Conversation, posted.Conversation);
        var rendered = 0;
        assistant.Render = _ =>
        {
            Interlocked.Increment(ref rendered);
            return EchoAssistant.Card("besloten");
        };
        await SayAsync(assistant, http, windows[0], "opnieuw");
        for (var left = 200; Volatile.Read(ref rendered) == 0 && left > 0; left--) await Task.Delay(50);
        Assert.Equal(posted, Assert.Single(await PostedAsync(store, heard[0].User, 1)));

        // A card for the channel opens a thread in the copy of each window.
        assistant.Replies = _ => [assistant.Message(new Recipient(Channel: "19:salesbot-approvals@thread.tacv2"), shows: view with { Viewer = null }, isReply: false)];
        await SayAsync(assistant, http, windows[0], "kanaal");
        var cards = await PostedAsync(store, heard[0].User, 3);
        Assert.Equal(2, cards.Count(card => card.Conversation.StartsWith("19:salesbot-approvals@thread.tacv2;messageid=", StringComparison.Ordinal)));
    }

    private static async Task SayAsync(EchoAssistant assistant, HttpClient http, LocalClient window, string text)
    {
        var before = assistant.Handled.Count;
        var body = new JsonObject { ["from"] = new JsonObject { ["id"] = "29:salesbot-" + window.Window.User }, ["text"] = text, ["textFormat"] = "plain" };
        using var answer = await http.PostAsJsonAsync(
            $"http://127.0.0.1:{window.Port}/_conversation/v1/conversations/{Uri.EscapeDataString("a:salesbot-" + window.Window.Name)}/messages", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        // It answers before the bot has it.
        for (var left = 200; assistant.Handled.Count == before; left--)
        {
            if (left == 0) throw new TimeoutException("The bot was not called.");
            await Task.Delay(50);
        }
    }

    /// <summary>Where the cards stand, once there are so many and nothing waits.</summary>
    private static async Task<IReadOnlyList<PostedCard>> PostedAsync(IDocumentStore store, User user, int count)
    {
        var team = Partition.Of(DemoOrganisation.Tenant, user.Team);
        for (var left = 200; ; left--)
        {
            var posted = await store.ListAsync(team, PostedCard.Kind, "", 10, default);
            var waiting = await store.ListAsync(team, OutboxMessage.Kind, "", 10, default);
            if (posted.Count == count && waiting.Count == 0) return [.. posted.Select(card => card.Record)];
            if (left == 0) throw new TimeoutException($"{posted.Count} cards, {waiting.Count} messages wait.");
            await Task.Delay(100);
        }
    }
}
