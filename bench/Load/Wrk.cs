using System.Diagnostics;
using System.Globalization;

namespace SalesBot.Bench.Load;

/// <param name="PerSecond">Answers.</param>
internal sealed record Measured(double PerSecond, TimeSpan Median, TimeSpan P99, long Errors);

/// <summary>The load generator wrk, with messages as Teams writes them (<c>turns.lua</c>).</summary>
internal static class Wrk
{
    private static int runs;

    /// <param name="words">Said one after the other in each conversation, divided by bars.</param>
    /// <param name="connector">Where replies go; null: into the response.</param>
    /// <param name="pause">Of each connection before each message; none: as fast as it is answered.</param>
    public static async Task<Measured> RunAsync(Served server, string words, Served? connector, int connections, TimeSpan time, TimeSpan pause = default)
    {
        var start = new ProcessStartInfo("wrk",
        [
            "-t1", $"-c{connections}", string.Create(CultureInfo.InvariantCulture, $"-d{time.TotalSeconds:0}s"), "--timeout", "10s",
            "-s", Path.Combine(AppContext.BaseDirectory, "Load", "turns.lua"), new Uri(server.Address, "api/messages").ToString(),
        ])
        { RedirectStandardOutput = true };
        start.Environment["WORDS"] = words;
        start.Environment["CONNECTOR"] = connector?.Address.ToString() ?? "";
        start.Environment["RUN"] = $"{Environment.ProcessId}-{runs++}";
        start.Environment["PAUSE"] = pause.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var result = output.Split('\n').First(line => line.StartsWith("RESULT ", StringComparison.Ordinal)).Split(' ')[1..]
            .Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(result[0] * 1e6 / result[1], TimeSpan.FromMicroseconds(result[2]), TimeSpan.FromMicroseconds(result[3]), result[4]);
    }
}
