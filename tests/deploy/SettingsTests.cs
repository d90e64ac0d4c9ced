using System.Text.RegularExpressions;
using Xunit;

namespace SalesBot.Tests.Deploy;

/// <summary>The README's table of settings, and what is read.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public void Every_setting_that_is_read_is_in_the_README_and_every_one_there_is_read()
    {
        var read = Read().Matches(Source("SettingsReader")).Select(match => match.Groups[1].Value)
            .Concat(Read().Matches(Source("OrganisationSettings")).Select(match => "Organisation:" + match.Groups[1].Value)).Distinct();
        Assert.Equal(read.Order(), Told().Order());
    }

    /// <summary>The names in the first column below the heading "Settings".</summary>
    private static IEnumerable<string> Told()
    {
        var page = File.ReadAllText(Repository.PathOf("README.md"));
        var table = page[page.IndexOf("| setting |", StringComparison.Ordinal)..];
        return table[..table.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n').Skip(2).SelectMany(row => Name().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);
    }

    private static string Source(string name) => File.ReadAllText(Repository.PathOf($"bot/Settings/{name}.cs"));

    [GeneratedRegex(@"(?:Text|Lines|Flag|Url|List|Count|Days|Choice)\(""([A-Z][\w:]*)""")]
    private static partial Regex Read();

    [GeneratedRegex("`([\\w:]+)`")]
    private static partial Regex Name();
}
