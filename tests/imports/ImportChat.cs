using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;

namespace SalesBot.Tests.Imports;

/// <summary>The whole bot with the demo organisation, to which people send files in their own chat.</summary>
internal sealed class ImportChat : IAsyncDisposable
{
    public const string AccountsHeader = "account_id,name,aliases,segment,city,owner_email,status,wallet_eur,cadence_days";

    private readonly DemoStore demo;
    private readonly IReadOnlyList<User> people;

    private ImportChat(DemoStore demo, BotHost bot, FileServer files, IReadOnlyList<User> people) => (this.demo, Bot, Files, this.people) = (demo, bot, files, people);

    public BotHost Bot { get; private set; }
    public FileServer Files { get; }
    public IDocumentStore Store => demo.Store;
    public static Partition Corporate { get; } = Partition.Of(BotHost.Tenant, new("corporate"));

    public static async Task<ImportChat> OpenAsync()
    {
        var demo = await DemoStore.NewAsync(Edition.Sqlite);
        return new(demo, await StartAsync(demo.Store, null), await FileServer.StartAsync(), await new Organisation(demo.Store, BotHost.Tenant).UsersAsync(default));
    }

    /// <summary>The process ends and another begins, with the same store and channel.</summary>
    public async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        Bot = await StartAsync(demo.Store, null);
    }

    private static Task<BotHost> StartAsync(IDocumentStore store, FakeConnector? connector) => BotHost.StartAsync(new() { Store = store, NoUsers = true, Settings = new() { ["SalesBot:Development:Now"] = "2026-03-10T10:00:00Z" } }, connector);

    public User Person(string firstName) => people.First(user => user.Name.StartsWith(firstName + " ", StringComparison.Ordinal));

    public Task SendAsync(string firstName, string name, string content, string? id = null, string? text = null) => SendAsync(firstName, name, Encoding.UTF8.GetBytes(content), id, text);

    public async Task SendAsync(string firstName, string name, byte[] content, string? id = null, string? text = null, string? url = null)
    {
        Files.Content = content;
        var message = Activities.Message(Bot.Connector.ServiceUrl, text, Person(firstName), id);
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["name"] = name,
                ["contentUrl"] = $"https://contoso-my.sharepoint.com/personal/x/Documents/{Uri.EscapeDataString(name)}",
                ["content"] = new JsonObject { ["downloadUrl"] = url ?? Files.Url, ["uniqueId"] = "u-1", ["fileType"] = Path.GetExtension(name).TrimStart('.'), ["etag"] = "1" },
            },
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p></p>" });
        (await Bot.PostAsync(message)).Dispose();
    }

    /// <summary>The card in the place where the file's message stands, once it says this.</summary>
    public async Task<JsonElement> CardAsync(string says, int count = 1) =>
        (await Bot.Connector.WaitAsync(request => request is { Method: "PUT" or "POST", Status: < 300, Card: { } card } && Words(card).Contains(says, StringComparison.Ordinal), count))[^1].Card!.Value;

    public async Task<JsonElement> PressAsync(string firstName, JsonElement card, string verb)
    {
        var data = JsonNode.Parse(CardReading.DataOf(card, verb)!.Value.GetRawText())!.AsObject();
        return await PressAsync(firstName, data, verb);
    }

    public async Task<JsonElement> PressAsync(string firstName, JsonObject data, string verb)
    {
        using var answer = await Bot.PostAsync(Activities.Press(Bot.Connector.ServiceUrl, verb, data, Person(firstName), "1"));
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.Clone();
    }

    public static string Words(JsonElement card) => CardReading.Words(card);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Files.DisposeAsync();
        await demo.DisposeAsync();
    }
}
