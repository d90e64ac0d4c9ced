using System.Text.RegularExpressions;
using Xunit;

namespace SalesBot.Tests.Docs;

/// <summary>What the documentation names exists: files, folders, headings, scripts, projects and the bot's commands.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Pages =
        [.. Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && (!file.Contains('/') || file.StartsWith("docs/", StringComparison.Ordinal)))];

    private static readonly HashSet<string> TopLevel = [.. Repository.Files.Where(file => file.Contains('/')).Select(file => file.Split('/')[0])];

    public static TheoryData<string> PageNames => [.. Pages];

    [Theory]
    [MemberData(nameof(PageNames))]
    public void A_link_leads_to_a_file_and_a_heading_that_exist(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        var dead = from Match link in Link().Matches(Read(page))
                   let target = link.Groups[1].Value
                   where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
                   let parts = target.Split('#', 2)
                   let file = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Repository.PathOf(Path.Combine(folder, parts[0])))
                   where !Exists(file) || parts.Length == 2 && !Anchors(file).Contains(parts[1])
                   select target;
        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public void A_path_in_backticks_exists(string page)
    {
        var missing = Spans(Read(page)).Where(IsPath).Where(path => !Exists(path));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public void A_command_names_a_script_or_project_that_exists(string page)
    {
        var wrong = Commands(Read(page)).Where(command =>
            command.StartsWith("./", StringComparison.Ordinal) && !File.Exists(Repository.PathOf(command.Split(' ')[0]))
            || Project().Match(command) is { Success: true } project && Directory.GetFiles(Repository.PathOf(project.Groups[1].Value), "*.csproj").Length != 1);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_command_of_the_bot_is_one_that_its_command_line_knows()
    {
        var commandLine = string.Concat(Repository.Files.Where(file => file.StartsWith("bot/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)).Select(Read));
        var verbs = Pages.SelectMany(page => Commands(Read(page))).Select(command => Verb().Match(command).Groups[1].Value).Where(verb => verb.Length > 0).ToHashSet();
        Assert.Contains("pack", verbs);
        Assert.SkipUnless(commandLine.Contains("System.CommandLine", StringComparison.Ordinal), "NOT CHECKED: bot has no command line.");
        Assert.All(verbs, verb => Assert.Contains($"\"{verb}\"", commandLine, StringComparison.Ordinal));
    }

    [Fact]
    public void The_README_is_read_from_the_root_and_leads_to_every_page_of_the_documentation()
    {
        Assert.Contains("README.md", Pages);
        var reached = new HashSet<string>();
        var open = new Queue<string>(["README.md"]);
        while (open.TryDequeue(out var page))
        {
            if (!reached.Add(page)) continue;
            foreach (Match link in Link().Matches(Read(page)))
            {
                var target = Path.GetRelativePath(Repository.Root, Repository.PathOf(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value.Split('#')[0])));
                if (Pages.Contains(target)) open.Enqueue(target);
            }
        }
        Assert.Empty(Pages.Except(reached));
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(file));

    private static bool Exists(string path) => File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path));

    /// <summary>Looks like a path of this repository: begins with one of its folders, or is a source by its ending.</summary>
    private static bool IsPath(string span) =>
        PathLike().IsMatch(span) && (span.Contains('/') ? TopLevel.Contains(span.Split('/')[0]) : span.EndsWith(".sh", StringComparison.Ordinal) || span.EndsWith(".props", StringComparison.Ordinal));

    private static IEnumerable<string> Spans(string text) => Span().Matches(Fence().Replace(text, "")).Select(match => match.Groups[1].Value);

    /// <summary>The command lines in fenced shell blocks and in backticks.</summary>
    private static IEnumerable<string> Commands(string text) =>
        Fence().Matches(text).Where(fence => fence.Groups[1].Value is "sh").SelectMany(fence => fence.Groups[2].Value.Split('\n')).Concat(Spans(text))
            .Select(line => line.Trim()).Where(line => line.StartsWith("./", StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal));

    /// <summary>Headings as the usual Markdown hosts make anchors of them: lower case, blanks to hyphens, other signs gone.</summary>
    private static HashSet<string> Anchors(string file) =>
        [.. Heading().Matches(Fence().Replace(Read(file), "")).Select(heading => Sign().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *```(\w*)\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)*/?$")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"--project bot -- ([a-z]+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Sign();
}
