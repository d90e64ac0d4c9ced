using System.Diagnostics;
using System.Globalization;

namespace SalesBot.Bench.Load;

/// <summary>A server under measure, in a process of its own.</summary>
internal sealed class Served(Process process, Uri address, TimeSpan started) : IDisposable
{
    private static readonly HttpClient Http = new();

    public Uri Address => address;

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Started => started;

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Open files, sockets and the like.</summary>
    public int Handles => Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length;

    public int Threads
    {
        get
        {
            process.Refresh();
            return process.Threads.Count;
        }
    }

    /// <summary>The bot itself, with the demo organisation.</summary>
    /// <param name="folder">Where its store is.</param>
    public static Task<Served> BotAsync(string program, string folder) => StartAsync(
        program, 5403, folder, "--environment", "Development", "--SalesBot:Playground=false", "--SalesBot:Development:Now=2026-03-04T10:15",
        "--Logging:LogLevel:Default=Warning");

    /// <param name="program">The assembly.</param>
    /// <param name="folder">Where it runs.</param>
    public static async Task<Served> StartAsync(string program, int port, string folder, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--urls", address.ToString()]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!await AnswersAsync(new(address, "health/ready")))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(1)) throw new InvalidOperationException($"{program} did not start.");
            await Task.Delay(5);
        }
        return new(process, address, clock.Elapsed);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(Uri address)
    {
        try
        {
            using var answer = await Http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
