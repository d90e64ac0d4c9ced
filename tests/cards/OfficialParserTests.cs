using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SalesBot.Cards.Model;
using Xunit;

namespace SalesBot.Tests.Cards;

/// <summary>Microsoft's own library takes every card without a remark.</summary>
public sealed class OfficialParserTests
{
    [Fact]
    public async Task The_official_parser_has_no_remark_on_any_card()
    {
        var cards = CardGallery.Languages.SelectMany(language => CardGallery.All(language).Select(card => ($"{card.Name} ({language})", card.Card.ToJson()))).ToList();
        var remarks = await RemarksAsync(cards, TestContext.Current.CancellationToken);
        Assert.Equal(cards.Count, remarks.Count);
        Assert.All(remarks, card => Assert.True(card.Value.Count == 0, $"{card.Key}: {string.Join("; ", card.Value)}"));
    }

    [Fact]
    public async Task The_official_parser_has_no_remark_on_any_element_of_the_model()
    {
        var table = new Table([1, 1], ["a", "b"], [["1", "2"]]);
        Series[] series = [new("legend", [new("jan", 1.5m)])];
        var card = new AdaptiveCard(
            "Everything", [
                new TextBlock("x"), new Container([new TextBlock("_x_")]), new ColumnSet([new Column(1, new TextBlock("x"))]), table,
                new VerticalBarChart("t", [new("jan", 1)], table), new GroupedBarChart("t", series, table), new HorizontalBarChart("t", [new("jan", 1, "good")], table),
                new LineChart("t", series, table), new DonutChart("t", [new("a", 1)], table),
                new TextInput("a", "A", "?", "x") { IsLong = true, Placeholder = "p" }, new NumberInput("b", "B", "?", 2) { Least = 1, Most = 3 },
                new DateInput("c", "C", "?", new(2026, 3, 3)), new ChoiceInput("d", "D", [new("v", "t")], "?", "v"), new ToggleInput("e", "E", "on", true),
                new ActionSet([Say.Of("s")]),
            ],
            [new Execute("x", "a.b", new ActionData(("id", "1"), ("version", 2))), new ShowCard("y", [new TextInput("f", "F")], [Say.Of("s")])]);
        Assert.Empty((await RemarksAsync([("all", card.ToJson())], TestContext.Current.CancellationToken))["all"]);
        Assert.Equal(
            ["Chart.VerticalBar", "Chart.VerticalBar.Grouped", "Chart.HorizontalBar", "Chart.Line", "Chart.Donut"],
            card.ToJson().Objects().Select(found => found.Word("type")).Where(type => type?.StartsWith("Chart.", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task The_official_parser_would_remark_on_a_wrong_card()
    {
        const string wrong = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Pie"},{"type":"Input.Text","id":"a","isRequired":true}]}""";
        var remarks = await RemarksAsync([("wrong", JsonElement.Parse(wrong))], TestContext.Current.CancellationToken);
        Assert.True(remarks["wrong"].Count >= 2);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RemarksAsync(IReadOnlyList<(string Name, JsonElement Card)> cards, CancellationToken cancel)
    {
        var folder = NpmFolder.Path;
        NpmFolder.SkipWithout("adaptivecards");
        using var node = Process.Start(new ProcessStartInfo("node", "render-cards.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = node.StandardOutput.ReadToEndAsync(cancel);
        foreach (var (name, card) in cards)
        {
            await node.StandardInput.WriteLineAsync(
                $$"""{"name":{{JsonSerializer.Serialize(name)}},"card":{{card.GetRawText().ReplaceLineEndings("")}}}""".AsMemory(), cancel);
        }
        node.StandardInput.Close();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync(cancel);
        Assert.Equal(0, node.ExitCode);
        return lines.Select(line => JsonElement.Parse(line)).ToDictionary(
            line => line.Word("name")!,
            line => (IReadOnlyList<string>)[.. line.GetProperty("events").EnumerateArray().Select(remark => remark.GetString()!)]);
    }
}

/// <summary>The npm packages that tests use.</summary>
internal static class NpmFolder
{
    public static string Repository { get; } = Find();

    public static string Path => System.IO.Path.Combine(Repository, "tests", "npm");

    public static void SkipWithout(string package) =>
        Assert.SkipUnless(
            Directory.Exists(System.IO.Path.Combine(Path, "node_modules", package)), $"npm package {package} is not installed: run npm ci in tests/npm.");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "SalesBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
