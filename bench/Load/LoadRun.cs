using System.Globalization;

namespace SalesBot.Bench.Load;

/// <summary>
/// The whole bot under load beside the <see cref="Ceiling"/>, alternating within each round, so that whatever else the machine does
/// meets both. Prints a table: medians of the rounds, as messages a second and as a share of the ceiling, and the worst p99.
/// </summary>
internal static class LoadRun
{
    private sealed record Scene(string Name, string Words, bool Connector = false);

    private static readonly Scene[] Scenes =
    [
        new("help", "help"),
        new("revenue", "Hoeveel omzet hadden we vorig jaar bij ASML?"),
        new("dialog turn, durable", "bezoek vastleggen op 3 maart|stop"),
        new("visit scene", "Net bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.|nee, 45 kamers|ja"),
        new("help, connector", "help", Connector: true),
        new("revenue, connector", "Hoeveel omzet hadden we vorig jaar bij ASML?", Connector: true),
    ];

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
            var import = await Served.BotAsync(program, folder);
            import.Dispose();
            using var bot = await Served.BotAsync(program, folder);
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

    private static Task<Measured> MeasureAsync(Served server, Scene scene, Served connector, int connections, int seconds) =>
        Wrk.RunAsync(server, scene.Words, scene.Connector ? connector : null, connections, TimeSpan.FromSeconds(seconds));
}
