using System.Diagnostics;
using System.Globalization;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Bench.Parts;

/// <summary>
/// What the same questions cost in teams of different size, on the embedded store without a channel: <c>answers 1000 10000 100000</c>.
/// Medians in ms; the team's accounts beside those of the demo are one person's, with a month of revenue this year and last.
/// </summary>
internal static class AnswerScale
{
    private const int Times = 15;

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1));

    private static readonly (string Name, string Who, string Words)[] Questions =
    [
        ("account overview", "Anna Visser", "Vertel me alles over Philips"), ("how do I stand", "Anna Visser", "Hoe sta ik ervoor dit jaar?"),
        ("how does the team stand", "Sven Mulder", "Hoe staat het team ervoor dit kwartaal?"), ("key accounts", "Anna Visser", "Hoeveel key-accounts heb ik?"),
        ("retention", "Anna Visser", "Wat is mijn retentie dit jaar?"), ("cadence", "Anna Visser", "Wat is mijn contactritme?"), ("hit rate", "Anna Visser", "Wat is mijn hitrate dit jaar?"),
        ("revenue of an account", "Anna Visser", "Hoeveel omzet hadden we vorig jaar bij ASML?"), ("revenue of mine", "Anna Visser", "Hoeveel omzet heb ik dit jaar?"),
        ("why", "Anna Visser", "Waarom wijkt mijn omzet dit jaar af?"), ("top 10 fallers", "Anna Visser", "Top 10 dalers dit jaar"), ("open quotes of an account", "Anna Visser", "Welke offertes lopen er bij Philips?"),
        ("upsell", "Anna Visser", "Wat kan ik Philips nog meer verkopen?"), ("follow-ups", "Anna Visser", "Wat moet ik nog doen?"),
    ];

    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        var table = new Dictionary<string, List<double>>();
        foreach (var size in sizes) await MeasureAsync(size, table);
        Console.WriteLine($"| answer, ms | {string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} |");
        foreach (var (name, times) in table) Console.WriteLine($"| {name} | {string.Join(" | ", times.Select(time => time.ToString("0.0", CultureInfo.InvariantCulture)))} |");
    }

    private static async Task MeasureAsync(int more, Dictionary<string, List<double>> table)
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-bench-").FullName;
        await using (var store = await SqliteStore.OpenAsync(Path.Combine(folder, "salesbot.db"), CancellationToken.None))
        {
            var watch = Stopwatch.StartNew();
            var report = await new Importer(store, DemoOrganisation.Tenant, TimeProvider.System).ImportAsync([LargerOrganisation.In(folder, more)], null, CancellationToken.None);
            foreach (var team in report.TouchedTeams) await Rollups.RebuildAsync(store, DemoOrganisation.Tenant, team, CancellationToken.None);
            Console.WriteLine($"{more:N0} accounts: imported and counted in {watch.Elapsed.TotalSeconds:0} s");
            foreach (var problem in report.Problems.Take(3)) Console.WriteLine(problem);
            var assistant = Assistant.Create(store, new EmbeddedUnderstanding(), new(null, PolicySettings.Default));
            var people = await new Organisation(store, DemoOrganisation.Tenant).UsersAsync(CancellationToken.None);
            var turns = 0;
            foreach (var (name, who, words) in Questions)
            {
                var person = people.First(user => user.Name == who);
                // A person's first turn reads the names into memory.
                await SayAsync("help", person);
                var times = new List<double>();
                var begun = Stopwatch.StartNew();
                while (times.Count < Times && begun.Elapsed.TotalSeconds < 20)
                {
                    watch.Restart();
                    var result = await SayAsync(words, person);
                    times.Add(watch.Elapsed.TotalMilliseconds);
                    if (times.Count == 1 && more < 5_000) Console.WriteLine($"  {name}: {result.Trace.Flow}");
                }
                if (!table.TryGetValue(name, out var row)) table[name] = row = [];
                row.Add(times.Order().ElementAt(times.Count / 2));
            }

            Task<TurnResult> SayAsync(string words, User person) => assistant.HandleAsync(
                new($"msteams|a|{turns++}", DemoOrganisation.Tenant, person, new(person.Id.Value, PlaceScope.Personal), null, Now, words, ActivityId: "1", RepliesInResponse: true),
                CancellationToken.None);
        }
        Directory.Delete(folder, recursive: true);
    }
}
