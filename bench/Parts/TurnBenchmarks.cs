using BenchmarkDotNet.Attributes;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Bench.Parts;

/// <summary>Turns of the whole assistant on the embedded store, without a channel; with the demo organisation, and with so many accounts more.</summary>
[InProcess, MemoryDiagnoser]
public class TurnBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1));

    private string folder = "";
    private SqliteStore store = null!;
    private Assistant assistant = null!;
    private User anna = null!;
    private int turns;

    /// <summary>Of Anna's team, beside those of the demo.</summary>
    [Params(0, 1_000, 100_000)]
    public int More { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        folder = Directory.CreateTempSubdirectory("salesbot-bench-").FullName;
        store = await SqliteStore.OpenAsync(Path.Combine(folder, "salesbot.db"), CancellationToken.None);
        var report = await new Importer(store, DemoOrganisation.Tenant, TimeProvider.System).ImportAsync([LargerOrganisation.In(folder, More)], null, CancellationToken.None);
        foreach (var team in report.TouchedTeams) await Rollups.RebuildAsync(store, DemoOrganisation.Tenant, team, CancellationToken.None);
        assistant = Assistant.Create(store, new EmbeddedUnderstanding(), new(null, PolicySettings.Default));
        anna = (await new Organisation(store, DemoOrganisation.Tenant).UsersAsync(CancellationToken.None)).First(user => user.Name == "Anna Visser");
        await SayAsync("help");
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public Task Help() => SayAsync("help");

    [Benchmark]
    public Task Revenue() => SayAsync("Hoeveel omzet hadden we vorig jaar bij ASML?");

    [Benchmark]
    public Task Status() => SayAsync("Hoe sta ik ervoor dit jaar?");

    [Benchmark]
    public Task Lookup() => SayAsync("Vertel me alles over Philips");

    [Benchmark(OperationsPerInvoke = 2)]
    public async Task Dialog()
    {
        await SayAsync("bezoek vastleggen op 3 maart");
        await SayAsync("stop");
    }

    private Task<TurnResult> SayAsync(string words) => assistant.HandleAsync(
        new($"msteams|a|{turns++}", DemoOrganisation.Tenant, anna, new("a", PlaceScope.Personal), null, Now, words, ActivityId: "1", RepliesInResponse: true),
        CancellationToken.None);
}
