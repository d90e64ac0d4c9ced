using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace SalesBot.Tests.Architecture;

/// <summary>What holds the parts apart, read from the sources themselves.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Files that may be longer than 300 lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new()
    {
        ["tests/channel/ProtocolTests.cs"] = "the facts of the protocol, one test each, on one host",
    };

    private static IEnumerable<string> Sources => Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    private static IEnumerable<string> ProductSources => Sources.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal));

    [Theory]
    [InlineData("data/SalesBot.Data.csproj")]
    [InlineData("cards/SalesBot.Cards.csproj", "data")]
    [InlineData("dialogs/SalesBot.Dialogs.csproj", "cards")]
    [InlineData("bot/SalesBot.csproj", "dialogs")]
    public void Each_project_stands_on_the_one_below_it(string project, params string[] below) =>
        Assert.Equal(below, XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false") // Only run while building.
            .Select(reference => reference.Attribute("Include")!.Value.Split('/')[1]));

    [Fact]
    public void Only_bot_knows_the_Activity_protocol() =>
        // What measures it plays the channel, as the tests do.
        AssertNone(ProductSources.Where(file => !file.StartsWith("bot/", StringComparison.Ordinal) && !file.StartsWith("bench/", StringComparison.Ordinal)), ProtocolWord());

    [Fact]
    public void Only_the_stores_editions_know_a_database() =>
        AssertNone(ProductSources.Where(file => !file.StartsWith("data/Store/", StringComparison.Ordinal)), DatabaseNamespace());

    [Fact]
    public void Time_comes_from_a_TimeProvider() =>
        // Only a clock of our own, derived from TimeProvider, may ask the machine.
        AssertNone(ProductSources.Where(file => !Read(file).Contains(": TimeProvider", StringComparison.Ordinal)), MachineClock());

    [Fact]
    public void Nothing_sleeps_on_a_thread() => AssertNone(Sources, Sleep());

    [Fact]
    public void No_catch_is_empty_without_saying_why() => AssertNone(Sources, EmptyCatch());

    [Fact]
    public void No_warning_is_switched_off_inside_a_file() => AssertNone(Sources, Pragma());

    [Fact]
    public void A_file_past_300_lines_has_its_reason_here()
    {
        var longer = Sources.Where(file => File.ReadLines(Repository.PathOf(file)).Count() > 300);
        Assert.Equal(LongFiles.Keys.Order(), longer.Order());
    }

    [Fact]
    public void A_folder_holds_at_most_25_sources() =>
        Assert.DoesNotContain(Sources.CountBy(file => Path.GetDirectoryName(file)!), folder => folder.Value > 25);

    [Fact]
    public void No_lock_file_names_where_packages_came_from()
    {
        var npm = Repository.Files.Where(file => Path.GetFileName(file) == "package-lock.json").ToArray();
        Assert.NotEmpty(npm);
        Assert.All(npm, file => Assert.DoesNotContain(
            JsonNode.Parse(Read(file))!["packages"]!.AsObject(), package => package.Value!.AsObject().ContainsKey("resolved")));
        AssertNone(Repository.Files.Where(file => Path.GetFileName(file) == "packages.lock.json"), WebAddress());
        Assert.DoesNotContain(Repository.Files, file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
        AssertNone(Repository.Files.Where(file => Path.GetFileName(file) == ".npmrc"), WebAddress());
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_has_its_lock_file()
    {
        var solution = Read("SalesBot.sln").Replace('\\', '/');
        var projects = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
        Assert.All(projects, project => Assert.Contains($"{Path.GetDirectoryName(project)}/packages.lock.json", Repository.Files));
    }

    [Fact]
    public void A_known_weakness_of_a_package_breaks_the_build()
    {
        var properties = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(("true", "all", "high", "true"), (properties["NuGetAudit"].Single(), properties["NuGetAuditMode"].Single(), properties["NuGetAuditLevel"].Single(), properties["TreatWarningsAsErrors"].Single()));
        // Only that nobody could be asked is forgiven.
        Assert.Equal("$(WarningsNotAsErrors);NU1900", properties["WarningsNotAsErrors"].Single());
        Assert.DoesNotContain("NU19", properties["NoWarn"].Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test.sh")]
    [InlineData(".ci/run")]
    public void A_script_can_be_run_and_ends_on_the_first_failure(string script)
    {
        Assert.Contains("set -euo pipefail", Read(script), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(Repository.PathOf(script)).HasFlag(UnixFileMode.UserExecute));
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(file));

    /// <summary>Fails with file, line and text of everything found.</summary>
    private static void AssertNone(IEnumerable<string> files, Regex unwanted)
    {
        var searched = files.ToArray();
        Assert.NotEmpty(searched);
        var found = from file in searched
                    let content = Read(file)
                    from Match match in unwanted.Matches(content)
                    select $"{file}:{content.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value}";
        Assert.Empty(found);
    }

    [GeneratedRegex(@"\b(ServiceUrl|serviceUrl|ExpectReplies|expectReplies|InvokeResponse|TurnContext|ConversationReference|conversationUpdate|installationUpdate|channelData|ChannelData)\b")]
    private static partial Regex ProtocolWord();

    [GeneratedRegex(@"\bMicrosoft\.(Data\.Sqlite|Azure\.Cosmos)\b(?=[.;])")]
    private static partial Regex DatabaseNamespace();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bcatch(\s*\([^)\n]*\))?(\s*when\s*\([^\n]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"#pragma\s+warning\s+disable.*")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex WebAddress();
}
