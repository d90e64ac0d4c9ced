using System.Diagnostics;
using System.Text;
using System.Text.Json;
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
