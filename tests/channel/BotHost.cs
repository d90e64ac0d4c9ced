using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Bot;
using SalesBot.Bot.Settings;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Stores;

namespace SalesBot.Tests.Channel;

/// <summary>How a test wants the bot.</summary>
internal sealed record BotHostOptions
{
    public string Environment { get; init; } = "Development";

    /// <summary>Null: a new SQLite file, which goes with the host.</summary>
    public IDocumentStore? Store { get; init; }

    /// <summary>Null: the one that the bot registers itself.</summary>
    public IAssistant? Assistant { get; init; }

    /// <summary>The bot has a registration, whose tokens this issuer signs; null: anonymous.</summary>
    public LocalIssuer? Issuer { get; init; }

    /// <summary>Further settings, with their full names.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Nobody is in the directory yet; else <see cref="BotHost.Anna"/> and <see cref="BotHost.Sven"/> are.</summary>
    public bool NoUsers { get; init; }
}

/// <summary>The whole bot in this process, on a port of its own, driven over HTTP as the channel does.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = SalesBotSettings.LocalTenant;
    public static readonly User Anna = new(
        new UserId("5a1e5b07-0000-4000-8000-000000000101"), "Anna Visser", "anna@example.com", Role.AccountManager, 2, new TeamId("noord"),
        new UserId("5a1e5b07-0000-4000-8000-000000000102"));
    public static readonly User Sven = new(
        new UserId("5a1e5b07-0000-4000-8000-000000000102"), "Sven Mulder", "sven@example.com", Role.Supervisor, null, new TeamId("noord"),
        Language: Language.English);

    private readonly WebApplication app;

    private BotHost(WebApplication app, IDocumentStore store, FakeConnector connector)
    {
        (this.app, Store, Connector) = (app, store, connector);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }
    public IDocumentStore Store { get; }
    public FakeConnector Connector { get; }
    public IServiceProvider Services => app.Services;
    public static Partition Team => Partition.Of(Tenant, Anna.Team);

    public static async Task<BotHost> StartAsync(BotHostOptions? wanted = null, FakeConnector? connector = null)
    {
        var options = wanted ?? new BotHostOptions();
        connector ??= await FakeConnector.StartAsync();
        var store = options.Store ?? await TestStores.Sqlite();
        if (!options.NoUsers) await store.SaveAsync(Partition.Directory(Tenant), "users", [Kinds.User.Put(Anna), Kinds.User.Put(Sven)], default);
        var app = BotApplication.Build(
            ["--urls", "http://127.0.0.1:0", "--environment", options.Environment],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(Settings(options, connector));
            },
            services =>
            {
                services.AddSingleton(store);
                if (options.Assistant is { } assistant) services.AddSingleton(assistant);
                options.Services?.Invoke(services);
            });
        await app.StartAsync();
        return new BotHost(app, store, connector);
    }

    /// <summary>Posts an activity, or anything else, as the channel would.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? token = null) => PostAsync(activity.ToJsonString(), token);

    public async Task<HttpResponseMessage> PostAsync(string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }

    /// <summary>Says something and gives back what comes in the response: the protocol's expectReplies.</summary>
    public async Task<IReadOnlyList<JsonElement>> SayAsync(string text, User? user = null)
    {
        var message = Activities.Message(Connector.ServiceUrl, text, user);
        message["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(message);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return [.. body.RootElement.GetProperty("activities").EnumerateArray().Select(activity => activity.Clone())];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(BotHostOptions options, FakeConnector connector)
    {
        var settings = new Dictionary<string, string?>
        {
            ["SalesBot:Demo"] = "false",
            ["SalesBot:Playground"] = "false",
            ["SalesBot:Tenants:0"] = Tenant.Value,
        };
        if (options.Issuer is { } issuer)
        {
            settings["SalesBot:Channel:AppId"] = LocalIssuer.AppId;
            settings["SalesBot:Channel:TenantId"] = Tenant.Value;
            settings["SalesBot:Channel:OpenIdMetadata"] = issuer.Metadata;
            settings["SalesBot:Channel:ClientSecret"] = "not-a-secret";
            settings["SalesBot:Channel:AllowedServiceUrls:0"] = "smba.trafficmanager.net";
            settings["SalesBot:Channel:AllowedServiceUrls:1"] = "*.botframework.com";
            settings["SalesBot:Channel:AllowedServiceUrls:2"] = connector.ServiceUrl;
        }
        foreach (var (name, value) in options.Settings) settings[name] = value;
        return settings;
    }
}
