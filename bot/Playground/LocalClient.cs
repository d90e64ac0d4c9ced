using System.Diagnostics;
using System.Globalization;

namespace SalesBot.Bot.Playground;

/// <summary>One running window. Its configuration is read from its working directory, and so is its log written there.</summary>
internal sealed class LocalClient(Process process, string folder, PlaygroundWindow window, int port)
{
    public PlaygroundWindow Window => window;
    public int Port => port;

    public static LocalClient Start(string home, PlaygroundWindow window, int port, string endpoint)
    {
        var folder = Path.Combine(home, window.Name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ".m365agentsplayground.yml"), PlaygroundConfig.Of(window));
        if (File.Exists(LogOf(folder))) File.Delete(LogOf(folder));
        var start = new ProcessStartInfo("node",
            [PlaygroundPackage.Program(home), "start", "-p", port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BOT_ENDPOINT"] = endpoint;
        start.Environment["DEFAULT_CHANNEL_ID"] = "msteams";
        // It opens a browser by itself otherwise, on machines that may have none.
        start.Environment["BROWSER"] = "none";
        var process = Process.Start(start)!;
        // What nobody reads would fill its pipe and stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new LocalClient(process, folder, window, port);
    }

    /// <returns>Why it does not answer, from its own log: on a faulty configuration it ends without a word; null: it answers.</returns>
    public async Task<string?> FailureAsync(HttpClient http, TimeSpan patience, CancellationToken cancel)
    {
        for (var asked = Stopwatch.StartNew(); asked.Elapsed < patience && !process.HasExited; await Task.Delay(250, cancel))
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                limit.CancelAfter(TimeSpan.FromSeconds(2));
                if ((await http.GetStringAsync($"http://127.0.0.1:{port}/_debug/ping", limit.Token)).Contains("pong", StringComparison.Ordinal)) return null;
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                // Not yet.
            }
        }
        return File.Exists(LogOf(folder)) ? string.Join(' ', File.ReadLines(LogOf(folder)).TakeLast(5)) : "it does not answer and left no log.";
    }

    public void Stop()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static string LogOf(string folder) => Path.Combine(folder, "devTools", "m365agentsplayground.log");
}
