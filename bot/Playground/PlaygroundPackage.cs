using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SalesBot.Bot.Playground;

/// <summary>The client's npm package, installed by its lock file.</summary>
internal static class PlaygroundPackage
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);

    public static string Program(string home) => Path.Combine(home, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    /// <returns>Why it can not be had; null: it is there, in the version of the lock file.</returns>
    public static async Task<string?> InstallAsync(string home, Action<string> say, CancellationToken cancel)
    {
        if (await RunAsync("node", ["--version"], Environment.CurrentDirectory, cancel) is not (0, _)) return "Node.js (20 or newer) is not installed.";
        var source = Path.Combine(AppContext.BaseDirectory, "Playground");
        var mark = Path.Combine(home, "installed.json");
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"), cancel);
        if (File.Exists(mark) && File.Exists(Program(home)) && await File.ReadAllTextAsync(mark, cancel) == wanted) return null;
        say("Installing Microsoft's local Teams client, once ...");
        Directory.CreateDirectory(home);
        foreach (var name in (string[])["package.json", "package-lock.json"]) File.Copy(Path.Combine(source, name), Path.Combine(home, name), overwrite: true);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(InstallTime);
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, output) = await RunAsync(npm, ["ci", "--no-fund", "--no-audit", "--loglevel=error"], home, limit.Token);
        if (code != 0) return $"npm could not install it ({Last(output)}).";
        // Written last, so that an installation that was cut off is begun again.
        await File.WriteAllTextAsync(mark, wanted, cancel);
        return null;
    }

    /// <summary>The first port from the given one on that nobody listens at.</summary>
    public static int FreePort(int from)
    {
        for (var port = from; ; port++)
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Any, port);
                probe.Start();
                return port;
            }
            catch (SocketException) when (port < IPEndPoint.MaxPort)
            {
                // Taken: the next one.
            }
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] words, string folder, CancellationToken cancel)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await using var ending = cancel.Register(() => process.Kill(entireProcessTree: true));
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            return (cancel.IsCancellationRequested ? -1 : process.ExitCode, await errors + await output);
        }
        catch (Win32Exception)
        {
            return (-1, $"{program} is not installed.");
        }
    }

    private static string Last(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no reason given";
}
