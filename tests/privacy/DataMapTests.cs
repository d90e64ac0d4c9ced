using System.Text.RegularExpressions;
using Xunit;

namespace SalesBot.Tests.Privacy;

/// <summary>The documentation's data map names every kind of document that there is, and no other.</summary>
public sealed partial class DataMapTests
{
    [Fact]
    public void The_data_map_names_every_kind()
    {
        var sources = Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal));
        var kinds = sources.SelectMany(file => Kind().Matches(File.ReadAllText(Repository.PathOf(file)))).Select(match => match.Groups[1].Value).ToHashSet();
        var map = File.ReadAllText(Repository.PathOf("docs/privacy.md")).Split("## Data map")[1];
        Assert.Equal(kinds.Order(), Row().Matches(map).Select(match => match.Groups[1].Value).Order());
    }

    [GeneratedRegex("""new\("([a-z-]+)", [0-9]+, """)]
    private static partial Regex Kind();

    [GeneratedRegex("""^\| `([a-z-]+)` \|""", RegexOptions.Multiline)]
    private static partial Regex Row();
}
