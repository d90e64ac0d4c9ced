using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Bot.Connector;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Quotes;

namespace SalesBot.Tests.Channel;

/// <summary>The whole bot with an approved quote of Anna's in it, spoken to as Teams does.</summary>
internal sealed class QuoteShop : IAsyncDisposable
{
    public static readonly QuoteNumber Number = new("Q-2026-0012");

    private readonly LocalIssuer? issuer;

    private QuoteShop(BotHost bot, LocalIssuer? issuer, FakeDrive drive) => (Bot, this.issuer, Drive) = (bot, issuer, drive);

    public BotHost Bot { get; }
    public FakeDrive Drive { get; }
    public string Url => Bot.Connector.ServiceUrl;

    public static Quote Approved { get; } = new(
        Number, new("A-1"), BotHost.Anna.Id, QuoteStatus.Approved, Trade.Now.AddDays(-1),
        [Trade.Version(new([new(Trade.Room, 40, 2, new(2026, 5, 12))], 8, new DateOnly(2026, 4, 1)), by: BotHost.Anna.Id.Value)], Trade.Now.AddDays(-1), Trade.Now.AddHours(-2));

    public static Approval Approval { get; } = new(
        Number, 1, QuoteContent.Hash(Number, Approved.Current), new("A-1"), BotHost.Anna.Id, [BotHost.Anna.Id], BotHost.Sven.Id, Trade.Now.AddDays(-1), ApprovalState.Approved, [],
        BotHost.Sven.Id, Trade.Now.AddHours(-2));

    /// <param name="registered">A bot with a registration, as in Teams; else the local client.</param>
    public static async Task<QuoteShop> OpenAsync(bool registered, string environment = "Development", IDocumentStore? store = null, params (string Name, string Value)[] settings)
    {
        var issuer = registered ? await LocalIssuer.StartAsync() : null;
        var options = new BotHostOptions
        {
            Issuer = issuer,
            Environment = environment,
            Store = store,
            Services = services => services.AddSingleton<IBotToken>(new NoBotToken()),
            Settings = new() { ["SalesBot:Organisation:Name"] = "Hotel De Maasoever" },
        };
        if (environment == "Development") options.Settings["SalesBot:Development:Now"] = "2026-03-10T10:00:00Z";
        foreach (var (name, value) in settings) options.Settings[name] = value;
        var shop = new QuoteShop(await BotHost.StartAsync(options), issuer, await FakeDrive.StartAsync());
        if (store is null) await shop.StockAsync();
        return shop;
    }

    public async Task PutAsync(Quote quote, Approval approval) =>
        await Bot.Store.SaveAsync(BotHost.Team, Guid.NewGuid().ToString("N"), [Kinds.Quote.Put(quote), Kinds.Approval.Put(approval)], default);

    public Task<Stored<Quote>?> QuoteAsync() => Bot.Store.FindAsync(BotHost.Team, Kinds.Quote, Number.Value, default);

    /// <summary>Posts as the channel does, with a token where there is a registration.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => Bot.PostAsync(activity, issuer?.Token(Url));

    public async Task PressAsync(string verb, string? language = null)
    {
        var data = new JsonObject { ["quote"] = Number.Value, ["team"] = BotHost.Anna.Team.Value, ["version"] = 1 };
        if (language is not null) data["language"] = language;
        (await PostAsync(Activities.Press(Url, verb, data, card: "c1"))).Dispose();
    }

    /// <summary>The question that came to Anna's chat: whether the file may stand among her own.</summary>
    public async Task<JsonElement> ConsentAsync() => AttachmentOf((await Bot.Connector.WaitAsync(
        request => request is { IsMessage: true, Status: < 300 } && ContentType(request) == "application/vnd.microsoft.teams.card.file.consent"))[0]);

    /// <summary>Answers the question as a client would; inputs may be bent.</summary>
    public Task<HttpResponseMessage> AnswerAsync(JsonElement consent, string action, string? uploadUrl = null, Data.People.User? by = null, string? id = null, string? file = null)
    {
        var activity = Activities.Of("invoke", Url, by, id);
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = "asked";
        activity["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = new JsonObject { ["file"] = file ?? consent.GetProperty("content").GetProperty("acceptContext").GetProperty("file").GetString() },
            ["uploadInfo"] = action == "decline" ? null : new JsonObject
            {
                ["contentUrl"] = "https://contoso-my.sharepoint.com/anna/Offerte.pdf",
                ["name"] = consent.GetProperty("name").GetString(),
                ["uploadUrl"] = uploadUrl ?? Drive.UploadUrl,
                ["uniqueId"] = "u-1",
                ["fileType"] = "pdf",
            },
        };
        return PostAsync(activity);
    }

    public static JsonElement AttachmentOf(Recorded message) => message.Body!.Value.GetProperty("attachments")[0];

    public static string? ContentType(Recorded message) =>
        message.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("attachments", out var list) ? list[0].GetProperty("contentType").GetString() : null;

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Drive.DisposeAsync();
        if (issuer is not null) await issuer.DisposeAsync();
    }

    private async Task StockAsync()
    {
        await Bot.Store.SaveAsync(Partition.Directory(BotHost.Tenant), "prices", [Kinds.Product.Put(Trade.Prices.Find(Trade.Room, new(2026, 5, 12))!)], default);
        await Bot.Store.SaveAsync(
            BotHost.Team, "shop",
            [
                Kinds.Account.Put(new(new("A-1"), "Philips Nederland BV", [], "technologie", "Eindhoven", BotHost.Anna.Id, AccountStatus.Active)),
                Kinds.Quote.Put(Approved), Kinds.Approval.Put(Approval),
            ],
            default);
        (await PostAsync(Activities.Of("conversationUpdate", Url))).Dispose();
    }
}
