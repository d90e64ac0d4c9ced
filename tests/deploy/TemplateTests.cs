using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SalesBot.Bot.Settings;
using SalesBot.Data;
using Xunit;

namespace SalesBot.Tests.Deploy;

/// <summary>What the template asks Azure for, worked out without Azure, and what the bot makes of it.</summary>
public sealed partial class TemplateTests
{
    private const string Everything = """
        param tenants = ['11111111-1111-1111-1111-111111111111', '33333333-3333-3333-3333-333333333333']
        param image = 'contoso.azurecr.io/salesbot@sha256:0'
        param registry = 'contoso'
        param publicUrl = 'https://salesbot.contoso.com'
        param storeAccount = 'restored'
        param storeServerless = true
        param approvalsChannel = '19:abc@thread.tacv2'
        param modelEndpoint = 'https://model.contoso.com/v1'
        param modelName = 'small'
        param otlpEndpoint = 'https://otlp.contoso.com'
        param otlpProtocol = 'http/protobuf'
        param alertsTo = 'operations@contoso.com'
        param settings = { 'Organisation:Name': 'Hotel Zonzicht', 'Retention:UndoDays': '30' }
        """;

    private const string Secrets = """

        param modelKey = 'not-a-secret'
        param otlpHeaders = 'Authorization=Basic not-a-secret'
        """;

    [Theory]
    [InlineData("build", Bicep.Template, "--stdout")]
    [InlineData("lint", Bicep.Template)]
    [InlineData("build-params", Bicep.Parameters, "--stdout")]
    public Task The_template_and_its_parameters_are_taken_by_Azures_own_compiler_without_a_warning(params string[] arguments) => Bicep.RunAsync(arguments);

    [Theory]
    [InlineData("", "https://salesbot-contoso.azurewebsites.net", 1)]
    [InlineData(Everything, "https://salesbot.contoso.com", 2)]
    public async Task The_bot_starts_with_the_settings_of_the_web_app(string parameters, string url, int tenants)
    {
        var resources = await Bicep.ResourcesAsync(parameters);
        var reader = new SettingsReader(Configuration(SettingsOf(resources)), isDevelopment: false);
        var settings = reader.Read();
        reader.CheckServing(settings);

        var store = Assert.IsType<StoreSettings.Cosmos>(settings.Store);
        Assert.Equal((null, "salesbot", true), (store.Key, store.Database, store.Direct));
        Assert.Equal(AppType.UserAssignedMSI, settings.Channel.AppType);
        Assert.Equal(tenants, settings.Tenants.Count);
        Assert.Equal(new TenantId("11111111-1111-1111-1111-111111111111"), settings.Tenants[0]);
        Assert.Equal(new Uri(url), settings.Files.PublicUrl);
        Assert.False(settings.Demo);
        Assert.False(settings.Playground);
        Assert.Equal($"{url}/api/messages", (string?)resources.Of("Microsoft.BotService/botServices")["properties"]!["endpoint"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Everything)]
    public async Task What_was_erased_is_written_down_where_a_release_does_not_take_it_away(string parameters)
    {
        var settings = SettingsOf(await Bicep.ResourcesAsync(parameters));
        var ledger = settings["SalesBot__Privacy__Ledger"];
        Assert.StartsWith("/home/", ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("/site/", ledger, StringComparison.Ordinal);
        // A container has a /home of its own unless it asks for the one that stays.
        Assert.Equal(parameters.Contains("image", StringComparison.Ordinal), settings.ContainsKey("WEBSITES_ENABLE_APP_SERVICE_STORAGE"));
    }

    [Fact]
    public async Task No_secret_stands_among_the_settings()
    {
        var resources = await Bicep.ResourcesAsync(Everything + Secrets);
        // The vault gives a secret its version only when it is made: until then the settings are one expression.
        var settings = (string)resources.Of("Microsoft.Web/sites")["properties"]!["siteConfig"]!["appSettings"]!;
        Assert.DoesNotContain("not-a-secret", settings, StringComparison.Ordinal);
        foreach (var name in (string[])["SalesBot__Model__Key", "OTEL_EXPORTER_OTLP_HEADERS"])
            Assert.Matches($"{name}[^)]*@Microsoft\\.KeyVault\\(SecretUri=", settings);
    }

    [Fact]
    public async Task The_store_is_paid_by_the_hour_or_by_the_request()
    {
        const string account = "Microsoft.DocumentDB/databaseAccounts", container = account + "/sqlDatabases/containers";
        var hourly = await Bicep.ResourcesAsync("param storeThroughput = 4000");
        Assert.Equal(4000, (int?)hourly.Of(container)["properties"]!["options"]!["autoscaleSettings"]!["maxThroughput"]);
        Assert.Empty(hourly.Of(account)["properties"]!["capabilities"]!.AsArray());
        var byRequest = await Bicep.ResourcesAsync(Everything);
        Assert.Null(byRequest.Of(container)["properties"]!["options"]!["autoscaleSettings"]);
        Assert.Equal("EnableServerless", (string?)byRequest.Of(account)["properties"]!["capabilities"]![0]!["name"]);
        Assert.Equal("restored", (string?)byRequest.Of(account)["name"]);
    }

    [Fact]
    public async Task The_identity_may_do_what_it_must_and_no_more()
    {
        var resources = await Bicep.ResourcesAsync(Everything + Secrets);
        Assert.EndsWith("00000000-0000-0000-0000-000000000002", (string?)resources.Of("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments")["properties"]!["roleDefinitionId"], StringComparison.Ordinal);
        // Key Vault Secrets User, AcrPull.
        var roles = resources.Where(resource => (string?)resource["type"] == "Microsoft.Authorization/roleAssignments").Select(role => ((string)role["properties"]!["roleDefinitionId"]!).Split('/')[^1]);
        Assert.Equal(["4633458b-17de-408a-b874-0445c86b69e6", "7f951dda-4ed3-4680-a7ca-43fe172d538d"], roles.Order());
        Assert.True((bool?)resources.Of("Microsoft.DocumentDB/databaseAccounts")["properties"]!["disableLocalAuth"]);
        Assert.DoesNotContain(await Bicep.ResourcesAsync(""), resource => (string?)resource["type"] == "Microsoft.Authorization/roleAssignments");
    }

    [Fact]
    public async Task Every_parameter_is_told_of_and_every_one_told_of_exists()
    {
        var template = JsonNode.Parse(await Bicep.RunAsync("build", Bicep.Template, "--stdout"))!;
        var table = await File.ReadAllTextAsync(Repository.PathOf("docs/deployment.md"), TestContext.Current.CancellationToken);
        table = table[table.IndexOf("| parameter |", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n\n", StringComparison.Ordinal)];
        var told = table.Split('\n').Skip(2).SelectMany(row => Name().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);
        Assert.Equal(template["parameters"]!.AsObject().Select(parameter => parameter.Key).Order(), told.Order());
        Assert.All(template["parameters"]!.AsObject(), parameter => Assert.NotNull(parameter.Value!["metadata"]?["description"]));
    }

    /// <summary>By name. Those that only Azure knows get what they would look like.</summary>
    private static Dictionary<string, string> SettingsOf(IReadOnlyList<JsonNode> resources) =>
        resources.Of("Microsoft.Web/sites")["properties"]!["siteConfig"]!["appSettings"]!.AsArray().ToDictionary(
            setting => (string)setting!["name"]!,
            setting => (string)setting!["value"]! switch
            {
                var text when text.Contains("@Microsoft.KeyVault", StringComparison.Ordinal) => text,
                var text when text.StartsWith('[') => text.Contains("documentEndpoint", StringComparison.Ordinal) ? "https://store.documents.azure.com:443/" : "5f2f0e8a-7a57-4f0e-9a57-2f5c54b1a0c1",
                var text => text,
            });

    private static IConfiguration Configuration(Dictionary<string, string> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value))).Build();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
