using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Bot.Telemetry;
using Xunit;

namespace SalesBot.Tests.Deploy;

/// <summary>What is deployed with, names settings, measures and parts that exist.</summary>
public sealed partial class DeployTests
{
    private static string Template => Read(Bicep.Template);

    [Theory]
    [InlineData("deploy/main.bicep")]
    [InlineData("deploy/Dockerfile")]
    [InlineData("docs/deployment.md")]
    public void A_setting_that_is_set_is_one_that_is_read(string file)
    {
        var reader = Read("bot/Settings/SettingsReader.cs");
        var set = Setting().Matches(Read(file)).Select(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(set);
        Assert.All(set, name => Assert.Contains($"\"{name}\"", reader, StringComparison.Ordinal));
    }

    [Fact]
    public void The_template_makes_the_container_that_the_store_expects()
    {
        var account = Read("data/Store/Cosmos/CosmosAccount.cs");
        foreach (var part in (string[])["documents", "/pk", "/pk/?", "/id/?", "/*"])
        {
            Assert.Contains($"\"{part}\"", account, StringComparison.Ordinal);
            Assert.Contains($"'{part}'", Template, StringComparison.Ordinal);
        }
        Assert.Contains("DefaultTimeToLive = -1", account, StringComparison.Ordinal);
        Assert.Contains("defaultTtl: -1", Template, StringComparison.Ordinal);
    }

    [Fact]
    public void A_panel_of_the_dashboard_shows_something_that_is_measured()
    {
        var ours = Read("bot/Telemetry/Instruments.cs");
        var dashboard = JsonDocument.Parse(Read("deploy/grafana.json")).RootElement;
        var shown = dashboard.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(target => Measure().Matches(target.GetProperty("expr").GetString()!)).Select(match => match.Value).Distinct().ToArray();
        Assert.NotEmpty(shown);
        Assert.All(shown, name => Assert.Contains($"\"{Ending().Replace(name, "").Replace('_', '.').Replace("left.alone", "left_alone", StringComparison.Ordinal)}\"", ours, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_action_of_a_workflow_is_pinned_by_its_commit()
    {
        var used = Repository.Files.Where(file => file.StartsWith(".github/workflows/", StringComparison.Ordinal)).SelectMany(file => Action().Matches(Read(file))).ToArray();
        Assert.NotEmpty(used);
        Assert.All(used, action => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v", action.Groups[1].Value));
    }

    [Fact]
    public async Task The_workflows_and_the_image_are_taken_by_linters_without_a_word()
    {
        var files = Repository.Files.Where(file => file.StartsWith(".github/workflows/", StringComparison.Ordinal)).Append("deploy/Dockerfile").ToDictionary(file => file, Read);
        Assert.Equal("", await NodeTool.RunAsync("lint-deployment.mjs", JsonSerializer.Serialize(files), TestContext.Current.CancellationToken));
        var broken = new Dictionary<string, string>
        {
            ["a.yml"] = "on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: 'echo ${{ needz.b }}' }, { uses: actions/checkout@v4, wiht: {} }] } }\n",
            ["Dockerfile"] = "FROM a\nRUNN b\n",
        };
        var told = await NodeTool.RunAsync("lint-deployment.mjs", JsonSerializer.Serialize(broken), TestContext.Current.CancellationToken);
        Assert.All((string[])["needz", "wiht", "RUNN"], word => Assert.Contains(word, told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_number_in_the_operations_page_is_an_event()
    {
        var events = typeof(LogEvents).GetFields().Select(field => (int)field.GetRawConstantValue()!).ToHashSet();
        var named = LogNumber().Matches(Read("docs/operations.md")).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, number => Assert.Contains(number, events));
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(file));

    [GeneratedRegex(@"SalesBot__(\w+?)(?=[\s'=`])")]
    private static partial Regex Setting();

    [GeneratedRegex(@"salesbot_\w+")]
    private static partial Regex Measure();

    /// <summary>What the exporter to Prometheus adds to a name.</summary>
    [GeneratedRegex("(_seconds)?_(bucket|count|sum)$|_total$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"uses: (\S+@.*)")]
    private static partial Regex Action();

    [GeneratedRegex(@"\blog (\d{3})\b")]
    private static partial Regex LogNumber();
}
