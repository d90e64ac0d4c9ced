using System.Diagnostics;
using System.Globalization;

namespace SalesBot.Bench.Load;

/// <summary>
/// The whole bot under load beside the <see cref="Ceiling"/>, alternating within each round, so that whatever else the machine does
/// meets both. Prints a table: medians of the rounds, as messages a second and as a share of the ceiling, and the worst p99.
/// </summary>
internal static class LoadRun
{
    private sealed record Scene(string Name, string Words, bool Connector = false);

    private sealed record Measured(double PerSecond, TimeSpan Median, TimeSpan P99, long Errors);

    private static readonly Scene[] Scenes =
    [
        new("help", "help"),
        new("revenue", "Hoeveel omzet hadden we vorig jaar bij ASML?"),
        new("dialog turn, durable", "bezoek vastleggen op 3 maart|stop"),
        new("visit scene", "Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.|nee, 45 kamers|ja"),
        new("help, connector", "help", Connector: true),
        new("revenue, connector", "Hoeveel omzet hadden we vorig jaar bij ASML?", Connector: true),
    ];

    private static int runs;

    /// <param name="args">Seconds a measurement (5), rounds (3), the folder of a published bot (the one beside this program).</param>
    public static async Task RunAsync(string[] args)
    {
        var seconds = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 5;
        var rounds = args is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : 3;
        var program = Path.GetFullPath(Path.Combine(args is [_, _, var third, ..] ? third : AppContext.BaseDirectory, "SalesBot.dll"));
        var folder = Directory.CreateTempSubdirectory("salesbot-load-").FullName;
        try
        {
            var own = typeof(LoadRun).Assembly.Location;
            using var ceiling = await Served.StartAsync(own, 5401, folder, "ceiling");
            using var connector = await Served.StartAsync(own, 5402, folder, "connector");
            var import = await StartAsync(program, folder);
            import.Dispose();
            using var bot = await StartAsync(program, folder);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Start to first answer: ceiling {ceiling.Started.TotalSeconds:0.00} s, bot {bot.Started.TotalSeconds:0.00} s, with the import of the demo organisation {import.Started.TotalSeconds:0.00} s."));
            foreach (var scene in Scenes) await MeasureAsync(bot, scene, connector, 8, 2);
            Console.WriteLine("| scene | connections | ceiling/s | bot/s | share | bot p50 ms | worst p99 ms | errors |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var connections in (int[])[1, 8, 32])
            {
                foreach (var scene in Scenes) await CompareAsync(scene, connections, seconds, rounds, ceiling, bot, connector);
            }
            Console.WriteLine($"Memory after it: ceiling {ceiling.Megabytes:0} MB, bot {bot.Megabytes:0} MB.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Served> StartAsync(string program, string folder) => Served.StartAsync(
        program, 5403, folder, "--environment", "Development", "--SalesBot:Playground=false", "--SalesBot:Development:Now=2026-03-04T10:15",
        "--Logging:LogLevel:Default=Warning");

    private static async Task CompareAsync(Scene scene, int connections, int seconds, int rounds, Served ceiling, Served bot, Served connector)
    {
        List<Measured> most = [], ours = [];
        for (var round = 0; round < rounds; round++)
        {
            most.Add(await MeasureAsync(ceiling, scene, connector, connections, seconds));
            ours.Add(await MeasureAsync(bot, scene, connector, connections, seconds));
        }
        var (top, own) = (Median(most), Median(ours));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {scene.Name} | {connections} | {top.PerSecond:0} | {own.PerSecond:0} | {own.PerSecond / top.PerSecond:0.000} | {own.Median.TotalMilliseconds:0.00} | {ours.Max(one => one.P99).TotalMilliseconds:0.0} | {ours.Sum(one => one.Errors)} |"));
    }

    private static Measured Median(IEnumerable<Measured> measured)
    {
        var sorted = measured.OrderBy(one => one.PerSecond).ToArray();
        return sorted[sorted.Length / 2];
    }

    private static async Task<Measured> MeasureAsync(Served server, Scene scene, Served connector, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk",
        [
            "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", Path.Combine(AppContext.BaseDirectory, "Load", "turns.lua"),
            new Uri(server.Address, "api/messages").ToString(),
        ])
        { RedirectStandardOutput = true };
        start.Environment["WORDS"] = scene.Words;
        start.Environment["CONNECTOR"] = scene.Connector ? connector.Address.ToString() : "";
        start.Environment["RUN"] = $"{Environment.ProcessId}-{runs++}";
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var result = output.Split('\n').First(line => line.StartsWith("RESULT ", StringComparison.Ordinal)).Split(' ')[1..]
            .Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(result[0] * 1e6 / result[1], TimeSpan.FromMicroseconds(result[2]), TimeSpan.FromMicroseconds(result[3]), result[4]);
    }
}
