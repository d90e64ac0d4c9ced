using System.Diagnostics;
using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Deploy;

/// <summary>The commands of the deployment page, as somebody pastes them from top to bottom.</summary>
public sealed partial class StepsTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/deployment.md"));

    private static IReadOnlyList<string> Blocks => [.. Shell().Matches(Page).Select(block => block.Groups[1].Value)];

    [Fact]
    public async Task Every_block_of_commands_is_a_script_that_the_shell_can_read()
    {
        Assert.NotEmpty(Blocks);
        foreach (var block in Blocks)
        {
            using var shell = Process.Start(new ProcessStartInfo("bash", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true })!;
            await shell.StandardInput.WriteAsync(block);
            shell.StandardInput.Close();
            Assert.Equal("", await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, shell.ExitCode);
        }
    }

    [Fact]
    public void A_value_is_set_before_it_is_used()
    {
        var known = new HashSet<string> { "PWD", "1" };
        var unknown = new List<string>();
        foreach (var line in Blocks.SelectMany(block => block.Split('\n')))
        {
            foreach (Match loop in Loop().Matches(line)) known.Add(loop.Groups[1].Value);
            // In a line such as "export A=1 B=$A" the shell reads what stands on the right first.
            unknown.AddRange(Used().Matches(line).Select(used => used.Groups[1].Value).Where(name => !known.Contains(name)));
            foreach (Match set in Set().Matches(line)) known.Add(set.Groups[1].Value);
        }
        Assert.Empty(unknown);
    }

    [Fact]
    public void What_the_parameter_file_reads_from_the_environment_is_told_of()
    {
        var read = Environment().Matches(File.ReadAllText(Repository.PathOf(Bicep.Parameters))).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(read);
        Assert.All(read, name => Assert.Contains(Blocks, block => block.Contains($" {name}=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_users_that_the_commands_write_are_taken_by_the_import()
    {
        var rows = Row().Matches(Page).Select((match, i) => $"00000000-0000-0000-0000-00000000000{i};Jan, de Vries {i};jan{i}@contoso.com;{match.Groups[1].Value}");
        var folder = Directory.CreateTempSubdirectory("salesbot-users-");
        try
        {
            var file = Path.Combine(folder.FullName, "users.csv");
            await File.WriteAllLinesAsync(file, [Header().Match(Page).Groups[1].Value, .. rows], TestContext.Current.CancellationToken);
            var report = await new Importer(await TestStores.Sqlite(), new TenantId("t"), TimeProvider.System).ImportAsync([file], null, TestContext.Current.CancellationToken);
            Assert.Empty(report.Problems);
            Assert.Equal(2, Assert.Single(report.Files).Written);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex(@"\$\{?(\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"(?:^|export |[\w""')] )([A-Za-z]\w*)=")]
    private static partial Regex Set();

    [GeneratedRegex(@"\bfor (\w+) in\b")]
    private static partial Regex Loop();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Environment();

    [GeneratedRegex("^echo '(aad_object_id[^']*)'", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex("mail [|][|] userPrincipalName, '([^']*)'")]
    private static partial Regex Row();
}
