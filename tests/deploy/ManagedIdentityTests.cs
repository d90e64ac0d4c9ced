using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Settings;
using SalesBot.Data.Store.Cosmos;
using SalesBot.Tests.Stores.Wire;
using Xunit;

namespace SalesBot.Tests.Deploy;

/// <summary>
/// The web app's managed identity, as App Service hands out its tokens: an address and a secret in the environment
/// (learn.microsoft.com, azure/app-service/overview-managed-identity). The store signs in with it, and so does the bot.
/// </summary>
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private static readonly string[] Names = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER", "AZURE_CLIENT_ID"];

    // Another for each test: the libraries keep tokens for the whole process.
    private readonly string client = Guid.NewGuid().ToString();
    private readonly ConcurrentQueue<(string? Resource, string? Client, string? Secret)> asked = [];
    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private WebApplication appService = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        appService = builder.Build();
        appService.Urls.Add("http://127.0.0.1:0");
        appService.MapGet("/msi/token", Answer);
        await appService.StartAsync();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", appService.Urls.First() + "/msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "secret-of-this-host");
        Environment.SetEnvironmentVariable("AZURE_CLIENT_ID", client);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, value) in before) Environment.SetEnvironmentVariable(name, value);
        await appService.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_key_the_store_signs_in_as_the_identity()
    {
        var account = new Signatures(new CosmosDouble());
        await using var store = await CosmosStore.OpenAsync(
            new(CosmosDouble.Endpoint, null, "salesbot"), () => new(account, disposeHandler: false), TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await store.SaveAsync(new("p"), "op", [new("a", 1, "{}"u8.ToArray(), null)], TestContext.Current.CancellationToken);
        Assert.NotNull(await store.FindAsync(new("p"), "a", TestContext.Current.CancellationToken));

        Assert.All(asked, question => Assert.Equal((client, "secret-of-this-host"), (question.Client, question.Secret)));
        Assert.Equal(CosmosDouble.Endpoint.GetLeftPart(UriPartial.Authority), asked.First().Resource?.TrimEnd('/'));
        Assert.NotEmpty(account.Seen);
        Assert.All(account.Seen, signature => Assert.Equal("type=aad&ver=1.0&sig=token-of-the-identity", signature));
    }

    [Fact]
    public async Task The_bot_signs_in_to_the_connector_as_the_identity_that_it_is_registered_with()
    {
        var channel = new ChannelSettings(client, AppType.UserAssignedMSI, "11111111-1111-1111-1111-111111111111", null, null, new("https://login.example"), new("https://keys.example"), []);
        Assert.True(channel.HasCredential);
        Assert.Equal("token-of-the-identity", await new EntraBotToken(channel, NullLogger<EntraBotToken>.Instance).GetAsync(true, TestContext.Current.CancellationToken));
        Assert.Equal(("https://api.botframework.com", client, "secret-of-this-host"), asked.Last());
    }

    [Theory]
    [InlineData(true, ConnectionMode.Direct)]
    [InlineData(false, ConnectionMode.Gateway)]
    public void The_setting_decides_how_the_store_is_connected_to(bool direct, ConnectionMode mode)
    {
        using var cosmos = CosmosAccount.Client(new(CosmosDouble.Endpoint, null, "salesbot", direct), null);
        Assert.Equal(mode, cosmos.ClientOptions.ConnectionMode);
        // In production the account's own list of regions counts, and only an emulator's certificate goes unchecked.
        Assert.False(cosmos.ClientOptions.LimitToEndpoint);
        Assert.Null(cosmos.ClientOptions.ServerCertificateCustomValidationCallback);
    }

    private IResult Answer(HttpRequest request)
    {
        asked.Enqueue((request.Query["resource"], request.Query["client_id"], request.Headers["X-IDENTITY-HEADER"]));
        var ends = DateTimeOffset.UtcNow.AddHours(24).ToUnixTimeSeconds();
        return Results.Text($$"""{"access_token":"token-of-the-identity","expires_on":"{{ends}}","resource":"r","token_type":"Bearer","client_id":"{{client}}"}""", "application/json");
    }

    private sealed class Signatures(HttpMessageHandler account) : DelegatingHandler(account)
    {
        public ConcurrentQueue<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            if (request.Headers.TryGetValues("authorization", out var values)) Seen.Enqueue(Uri.UnescapeDataString(string.Concat(values)));
            return base.SendAsync(request, cancel);
        }
    }
}
