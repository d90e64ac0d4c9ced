using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Compose;

/// <summary>A row of the list that Teams shows, and the card that it becomes in the message.</summary>
internal sealed record Row(string Title, string Text, JsonElement Card)
{
    public string Words => CardReading.Words(Card);
}

/// <summary>People of the demo organisation who write a message in Teams, anywhere, and look for something to put in. Nothing is ever written by it.</summary>
internal sealed class ComposeWindow : IAsyncDisposable
{
    public static readonly TenantId Tenant = BotHost.Tenant;

    private readonly DemoStore demo;
    private readonly IReadOnlyList<User> people;

    private ComposeWindow(DemoStore demo, BotHost bot, IReadOnlyList<User> people) => (this.demo, Bot, this.people) = (demo, bot, people);

    public BotHost Bot { get; }
    public IDocumentStore Store => demo.Store;

    public static async Task<ComposeWindow> OpenAsync(Edition edition = Edition.Sqlite, params (string Name, string Value)[] settings)
    {
        var demo = await DemoStore.NewAsync(edition);
        var options = new BotHostOptions { Store = demo.Store, NoUsers = true };
        foreach (var (name, value) in settings) options.Settings[name] = value;
        return new(demo, await BotHost.StartAsync(options), await new Organisation(demo.Store, Tenant).UsersAsync(default));
    }

    public User Person(string firstName) => people.First(user => user.Name.StartsWith(firstName + " ", StringComparison.Ordinal));

    public IReadOnlyList<User> People => people;

    /// <summary>As Teams writes it, in a chat between people in which the bot is not.</summary>
    public static JsonObject Query(string serviceUrl, User by, string command, string words, int skip = 0, int count = 25, bool opened = false)
    {
        var activity = Activities.Of("invoke", serviceUrl, by, $"f:{Guid.NewGuid()}");
        activity["name"] = "composeExtension/query";
        activity["conversation"] = new JsonObject { ["id"] = "19:1_2@unq.gbl.spaces", ["conversationType"] = "personal", ["tenantId"] = Tenant.Value };
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "compose" };
        activity["value"] = new JsonObject
        {
            ["commandId"] = command,
            ["parameters"] = new JsonArray(opened ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" } : new JsonObject { ["name"] = "q", ["value"] = words }),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        };
        return activity;
    }

    public Task<IReadOnlyList<Row>> FindAsync(string firstName, string command, string words, int skip = 0, int count = 25) => FindAsync(Person(firstName), command, words, skip, count);

    public async Task<IReadOnlyList<Row>> FindAsync(User by, string command, string words, int skip = 0, int count = 25) =>
        RowsOf(await AskAsync(Query(Bot.Connector.ServiceUrl, by, command, words, skip, count, opened: words.Length == 0)));

    public async Task<Row?> LinkAsync(string firstName, string url)
    {
        var activity = Query(Bot.Connector.ServiceUrl, Person(firstName), "", "");
        (activity["name"], activity["value"]) = ("composeExtension/queryLink", new JsonObject { ["url"] = url });
        var rows = RowsOf(await AskAsync(activity));
        return rows.Count == 0 ? null : Assert.Single(rows);
    }

    public async Task<JsonElement> AskAsync(JsonObject activity)
    {
        using var answer = await Bot.PostAsync(activity);
        Assert.Equal(200, (int)answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("composeExtension").Clone();
    }

    public static IReadOnlyList<Row> RowsOf(JsonElement answer)
    {
        if (answer.GetProperty("type").GetString() == "message") return [];
        Assert.Equal(("result", "list"), (answer.GetProperty("type").GetString(), answer.GetProperty("attachmentLayout").GetString()));
        return [.. answer.GetProperty("attachments").EnumerateArray().Select(attachment =>
        {
            Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
            var preview = attachment.GetProperty("preview");
            Assert.Equal("application/vnd.microsoft.card.thumbnail", preview.GetProperty("contentType").GetString());
            return new Row(preview.GetProperty("content").GetProperty("title").GetString()!, preview.GetProperty("content").GetProperty("text").GetString()!, attachment.GetProperty("content").Clone());
        })];
    }

    /// <summary>What a table written here says that somebody sees: an account manager the own accounts, others those of their team.</summary>
    public async Task<IReadOnlyList<Account>> SeenByAsync(User person) =>
        [.. (await Store.ListAsync(Partition.Of(Tenant, person.Team), Kinds.Account, "", int.MaxValue, default)).Select(stored => stored.Record)
            .Where(account => person.Role != Role.AccountManager || account.Owner == person.Id)];

    public async Task<IReadOnlyList<Quote>> QuotesAsync(User person)
    {
        var seen = (await SeenByAsync(person)).Select(account => account.Id).ToHashSet();
        return [.. (await Store.ListAsync(Partition.Of(Tenant, person.Team), Kinds.Quote, "", int.MaxValue, default)).Select(stored => stored.Record).Where(quote => seen.Contains(quote.Account))];
    }

    /// <summary>Changes with everything that is written to this organisation. What the bot does at its start has come to rest.</summary>
    public async Task<string> StateAsync()
    {
        for (var state = await WrittenAsync(); ;)
        {
            await Task.Delay(300);
            var now = await WrittenAsync();
            if (now == state) return state;
            state = now;
        }
    }

    private async Task<string> WrittenAsync()
    {
        var places = new List<string>();
        foreach (var partition in people.Select(user => Partition.Of(Tenant, user.Team)).Distinct().Append(Partition.Directory(Tenant)))
        {
            var page = await Store.ChangesAsync(partition, null, 1000, default);
            while (page.Documents.Count > 0 && await Store.ChangesAsync(partition, page.Next, 1000, default) is { Documents.Count: > 0 } more) page = more;
            places.Add(page.Next);
        }
        return string.Join('\n', places);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await demo.DisposeAsync();
    }
}
