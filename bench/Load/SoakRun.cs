using System.Globalization;

namespace SalesBot.Bench.Load;

/// <summary>
/// Fifty turns a second for an hour, through the connector: what leaks or decays shows in memory, handles, threads and p99 of the minutes.
/// </summary>
internal static class SoakRun
{
    private const int Connections = 50;

    /// <summary>The first minutes fill caches and compile; slopes are told from here on.</summary>
    private const int Warm = 10;

    // A day at work: much is asked, something is written, a form is left.
    private const string Words =
        "help|Hoeveel omzet hadden we vorig jaar bij ASML?|Welke offertes staan open?|hitrate dit kwartaal|What should I do today?|" +
        "Wat speelt er bij Philips?|How are we doing this quarter?|bezoek vastleggen op 3 maart|stop|Wie is onze contactpersoon bij KPMG?|" +
        "omzet per productgroep dit jaar|Herinner me vrijdag aan de offerte van Achmea|ja|Why is my revenue down?|top 10 klanten|" +
        "wat staat er deze week open?|Welke leads lopen er?|goedemorgen|omzet van het team vorig jaar|dankjewel";

    private sealed record Minute(Measured Turns, double Megabytes, int Handles, int Threads);

    /// <param name="args">Minutes (60), the folder of a published bot (the one beside this program).</param>
    public static async Task RunAsync(string[] args)
    {
        var minutes = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 60;
        var program = Path.GetFullPath(Path.Combine(args is [_, var second, ..] ? second : AppContext.BaseDirectory, "SalesBot.dll"));
        var folder = Directory.CreateTempSubdirectory("salesbot-soak-").FullName;
        try
        {
            using var connector = await Served.StartAsync(typeof(SoakRun).Assembly.Location, 5402, folder, "connector");
            using var bot = await Served.BotAsync(program, folder);
            List<Minute> course = [];
            Console.WriteLine("| minute | turns/s | p50 ms | p99 ms | errors | memory MB | handles | threads |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            while (course.Count < minutes)
            {
                var turns = await Wrk.RunAsync(bot, Words, connector, Connections, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));
                course.Add(new(turns, bot.Megabytes, bot.Handles, bot.Threads));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {course.Count} | {turns.PerSecond:0.0} | {turns.Median.TotalMilliseconds:0.0} | {turns.P99.TotalMilliseconds:0.0} | {turns.Errors} | {course[^1].Megabytes:0.0} | {course[^1].Handles} | {course[^1].Threads} |"));
            }
            var settled = course.Skip(course.Count > Warm * 2 ? Warm : 0).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"From minute {course.Count - settled.Count + 1} on: memory {Slope(settled) * 10:+0.00;-0.00} MB in ten minutes, p99 of the last minute {settled[^1].Turns.P99 / settled[0].Turns.P99:0.00} times the first's, handles {settled[0].Handles} to {settled[^1].Handles}, {course.Sum(minute => minute.Turns.Errors)} errors."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>Least squares, MB a minute.</returns>
    private static double Slope(List<Minute> course)
    {
        var (x, y) = ((course.Count - 1) / 2.0, course.Average(minute => minute.Megabytes));
        var spread = course.Select((_, at) => (at - x) * (at - x)).Sum();
        return spread == 0 ? 0 : course.Select((minute, at) => (at - x) * (minute.Megabytes - y)).Sum() / spread;
    }
}
