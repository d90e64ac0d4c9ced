using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Data.Store;

namespace SalesBot.Tests.Whole;

/// <summary>The built bot as a process of its own.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly string Program =
        Repository.PathOf($"bot/bin/{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}/net10.0/SalesBot.dll");

    private readonly Process process;
    private bool isClosed;

    private BotProcess(Process process, ConcurrentQueue<string> log, Uri address) => (this.process, Log, Http) = (process, log, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) });

    public HttpClient Http { get; }

    /// <summary>Every line that it has written so far.</summary>
    public IReadOnlyCollection<string> Log { get; }

    /// <summary>Starts serving on a port of its own, in Development; ends when it is ready.</summary>
    /// <param name="crashAt">The file that names a point to die at.</param>
    /// <param name="more">Further settings.</param>
    public static Task<BotProcess> ServeAsync(string database, DateTime now, string? crashAt = null, params string[] more) =>
        ServeOnAsync([$"--SalesBot:Store:Sqlite:Path={database}", .. more], now, crashAt);

    /// <inheritdoc cref="ServeAsync"/>
    /// <param name="settings">Which store, and what else.</param>
    /// <param name="programs">The only folder that it finds programs in.</param>
    public static async Task<BotProcess> ServeOnAsync(string[] settings, DateTime now, string? crashAt = null, string? programs = null)
    {
        var start = Start(
            "--urls", "http://127.0.0.1:0", "--environment", "Development", "--SalesBot:Playground=false", "--SalesBot:Demo=false",
            $"--SalesBot:Development:Now={now.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}");
        foreach (var setting in settings) start.ArgumentList.Add(setting);
        start.Environment[CrashPoints.Variable] = crashAt;
        if (programs is not null) start.Environment["PATH"] = programs;
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } logged) log.Enqueue(logged);
            if (line.Data is { } text && Listening().Match(text) is { Success: true } match) address.TrySetResult(new(match.Groups[1].Value));
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } logged) log.Enqueue(logged);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var bot = new BotProcess(process, log, await address.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        while (!(await bot.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) await Task.Delay(20);
        return bot;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Ran> RunAsync(string[] words, string input = "", Dictionary<string, string>? environment = null)
    {
        var start = Start(words);
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        return await RunAsync(start, words, input);
    }

    /// <summary>As a developer does, from the sources as they were last built.</summary>
    public static Task<Ran> FromSourcesAsync(string folder, string[] words, string input)
    {
        var start = Start();
        start.ArgumentList.Clear();
        foreach (var word in (string[])["run", "--no-build", "-c", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "--project", Repository.PathOf("bot"), "--", .. words]) start.ArgumentList.Add(word);
        start.WorkingDirectory = folder;
        return RunAsync(start, words, input);
    }

    private static async Task<Ran> RunAsync(ProcessStartInfo start, string[] words, string input)
    {
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"{string.Join(' ', words)} does not end.");
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Ends when the process has died by a signal of its own.</summary>
    public async Task DiedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(limit.Token);
        const int killed = 128 + 9;
        if (process.ExitCode != killed) throw new InvalidOperationException($"The bot ended with {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (isClosed) return;
        isClosed = true;
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
    }

    private static ProcessStartInfo Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // What this machine happens to be set to says nothing about the bot.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT" || name.StartsWith("SalesBot__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}

internal sealed record Ran(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
