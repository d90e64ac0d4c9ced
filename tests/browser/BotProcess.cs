using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SalesBot.Bot.Playground;

namespace SalesBot.Tests.Browser;

/// <summary>The bot as it is built, started as a developer does, in a folder of its own, on free ports.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly string folder;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<IReadOnlyList<Uri>> windows = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Uri> found = [];
    private readonly int wanted;

    private BotProcess(Process process, string folder, int wanted) => (this.process, this.folder, this.wanted) = (process, folder, wanted);

    /// <summary>Where the bot itself listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The account manager's and the supervisor's window, and the next manager's where three were wanted.</summary>
    public IReadOnlyList<Uri> Windows { get; private set; } = [];

    /// <param name="now">Where its clock starts, local time.</param>
    /// <param name="windows">For how many people.</param>
    public static async Task<BotProcess> StartAsync(string now, int windows, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-browser-").FullName;
        await LendClientAsync(Path.Combine(folder, ".salesbot", "playground"), cancel);
        var start = new ProcessStartInfo("dotnet", [Built(), "--urls", "http://127.0.0.1:0", $"--SalesBot:Development:Now={now}", $"--SalesBot:Development:Windows={windows}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.Remove("ASPNETCORE_URLS");
        var bot = new BotProcess(Process.Start(start)!, folder, windows);
        bot.Listen();
        try
        {
            bot.Windows = await bot.windows.Task.WaitAsync(StartTime, cancel);
            return bot;
        }
        catch (Exception e)
        {
            var said = bot.Said();
            await bot.DisposeAsync();
            throw new InvalidOperationException($"The bot opened no windows: {e.Message}{Environment.NewLine}{said}", e);
        }
    }

    /// <summary>What it has written to the terminal so far.</summary>
    public string Said()
    {
        lock (said) return said.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A window that is just ending may still write its log; the system clears its folder for temporary files.
        }
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => windows.TrySetException(new InvalidOperationException("it ended by itself."));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.AppendLine(line);
            if (WindowLine().Match(line) is { Success: true } match)
            {
                found.Add(new Uri(match.Groups["url"].Value));
            }
            // Said after the windows.
            if (Clock().Match(line) is { Success: true } clock)
            {
                Address = new Uri(clock.Groups["url"].Value);
                if (found.Count == wanted) windows.TrySetResult([.. found]);
            }
            if (line.Contains("goes on without", StringComparison.Ordinal)) windows.TrySetException(new InvalidOperationException(line));
        }
    }

    /// <summary>The client is installed once beside the tests and lent to each start, so that not every start asks the package registry.</summary>
    private static async Task LendClientAsync(string home, CancellationToken cancel)
    {
        var installed = Path.Combine(AppContext.BaseDirectory, ".salesbot", "playground");
        if (await PlaygroundPackage.InstallAsync(installed, _ => { }, cancel) is { } failure) throw new InvalidOperationException(failure);
        Directory.CreateDirectory(home);
        File.Copy(Path.Combine(installed, "installed.json"), Path.Combine(home, "installed.json"));
        Directory.CreateSymbolicLink(Path.Combine(home, "node_modules"), Path.Combine(installed, "node_modules"));
    }

    /// <summary>Of the same configuration as these tests.</summary>
    private static string Built() =>
        Path.Combine(Repository.PathOf("bot"), Path.GetRelativePath(Repository.PathOf("tests"), AppContext.BaseDirectory), "SalesBot.dll");

    [GeneratedRegex(@"^  \S.*\s(?<url>http://localhost:\d+)\s*$")]
    private static partial Regex WindowLine();

    [GeneratedRegex(@"A day later: curl -X POST (?<url>http://[\d.]+:\d+)/")]
    private static partial Regex Clock();
}
