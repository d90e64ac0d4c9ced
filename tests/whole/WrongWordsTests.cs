using SalesBot.Data.Exchange;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>What the built program says to words, paths and stores that it can not use: in one line, on standard error, and by how it ends.</summary>
public sealed class WrongWordsTests : IDisposable
{
    private static readonly string Tenant = DemoOrganisation.Tenant.Value;

    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-words-").FullName;
    private int files;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("import", "equired argument", "import")]
    [InlineData("imports x", "imports", "imports|x")]
    [InlineData("import --tennant", "There is no option --tennant", "import|--tennant|t|users.csv")]
    [InlineData("export --bogus", "There is no option --bogus", "export|--bogus")]
    [InlineData("pack --domain", "--domain", "pack|--domain")]
    [InlineData("pack --versoin", "There is no option --versoin", "pack|--versoin")]
    [InlineData("understand --by nobody", "nobody", "understand|--by|nobody")]
    [InlineData("recognize --fast", "--fast", "recognize|--fast")]
    [InlineData("an empty tenant", "--tenant", "export|x|--tenant|")]
    [InlineData("a tenant that is none", "--tenant", "export|x|--tenant|a:team:b")]
    public async Task A_verb_that_is_used_wrongly_says_so_on_standard_error_and_gives_nothing(string what, string named, string words)
    {
        var database = NewFile();
        await File.WriteAllBytesAsync(database, []);
        var ran = await BotProcess.RunAsync([.. words.Split('|'), $"--SalesBot:Store:Sqlite:Path={database}"]);
        Assert.True(ran.Code == 2, $"{what}: {ran.Code} {ran.Output}");
        Assert.Equal("", ran.Output);
        Assert.Contains(named, ran.Error);
        Assert.DoesNotContain("   at ", ran.Error);
    }

    [Fact]
    public async Task Help_names_every_verb_and_ends_well()
    {
        var ran = await BotProcess.RunAsync(["--help"]);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.All((string[])["import", "export", "understand", "recognize", "pack", "check", "personal-data", "erase"], verb => Assert.Contains($"  {verb}", ran.Output));
        var import = await BotProcess.RunAsync(["import", "--help"]);
        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("--tenant", import.Output);
    }

    [Fact]
    public async Task What_can_not_be_read_or_written_is_named_in_one_line()
    {
        var database = NewFile();
        await File.WriteAllBytesAsync(database, []);
        var taken = Path.Combine(folder, "taken");
        await File.WriteAllTextAsync(taken, "");
        OneLine(1, "taken", await RunAsync(database, ["export", taken]), lines: 2);
        OneLine(1, folder, await BotProcess.RunAsync(["pack", folder, "--app-id", "22222222-2222-2222-2222-222222222222", "--domain", "salesbot.example"]));
        OneLine(2, "SalesBot:Store:Sqlite:Path: names a folder", await RunAsync(folder, ["import", taken]));
        OneLine(2, "SalesBot:Store:Sqlite:Path: names a file that can not be used", await RunAsync(Path.Combine(taken, "x.db"), ["import", taken]));
        // Reading from a store that is not there would be an export of nothing.
        var nowhere = NewFile();
        OneLine(2, "SalesBot:Store:Sqlite:Path: names no file", await RunAsync(nowhere, ["export", Path.Combine(folder, "nothing")]));
        OneLine(2, "SalesBot:Store:Sqlite:Path: names no file", await RunAsync(nowhere, ["personal-data", "C-1"]));
        Assert.False(File.Exists(nowhere));
        // A tenant of whom nothing is stored has files without rows, and is told of.
        var empty = await RunAsync(database, ["export", Path.Combine(folder, "headers")]);
        Assert.Equal(0, empty.Code);
        Assert.StartsWith($"Of tenant {Tenant} nothing is stored", empty.Error);
        Assert.All(empty.Lines, path => Assert.Single(File.ReadAllLines(path)));

        static void OneLine(int code, string named, Ran ran, int lines = 1)
        {
            Assert.Equal((code, ""), (ran.Code, ran.Output));
            Assert.Contains(named, ran.Error);
            Assert.Equal(lines, ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Fact]
    public async Task An_address_in_use_is_named_in_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";
        var ran = await BotProcess.RunAsync(
            [$"--SalesBot:Store:Sqlite:Path={NewFile()}", "--SalesBot:Playground=false", "--SalesBot:Demo=false", "--urls", address],
            environment: new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development" });
        Assert.NotEqual(0, ran.Code);
        Assert.Contains(address, Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static Task<Ran> RunAsync(string database, params string[] words) =>
        BotProcess.RunAsync([words[0], $"--SalesBot:Store:Sqlite:Path={database}", .. words[1..], "--tenant", Tenant]);

    private string NewFile() => Path.Combine(folder, $"{files++}.db");
}
