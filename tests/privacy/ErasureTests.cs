using System.Text;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Exchange;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Privacy;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Privacy;
using SalesBot.Dialogs.Schedules;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Privacy;

/// <summary>After an erasure nothing of the contact is left in the files, and the figures are as they were.</summary>
public sealed class ErasureTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly AccountId Philips = new("A-1001");
    private static readonly Contact Canary = new(
        new("C-9901"), Philips, "Zebedeus van Kanarievogel", ContactRole.Specialist, "zebedeus.k@canary.example", "+31 6 9876 54321", new(2024, 1, 1));

    private static readonly string[] Traces = ["zebedeus", "kanarievogel", "canary.example", "987654321", "9876 54321", "9876-54321"];

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task Nothing_of_an_erased_contact_is_left_in_the_store_and_all_figures_stay(Edition edition)
    {
        await using var talk = await Talk.BeginAsync(edition);
        await PlantAsync(talk);
        Assert.Superset(new HashSet<string> { "zebedeus", "kanarievogel" }, Found(talk.Raw()).Select(found => found.Split(' ')[0]).ToHashSet());
        var before = await FiguresAsync(talk);

        await talk.SayAsync("Gijs", "wis de gegevens van Zebedeus van Kanarievogel bij Philips");
        Assert.Equal("confirm", talk.Last.Trace.Asking);
        await talk.SayAsync("Gijs", "ja");
        var ledger = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.erasures");
        await RunErrandsAsync(talk, new(ledger));

        var receipt = (await talk.SentAsync()).Last(message => message.To.Person == talk.Person("Gijs").Id);
        Assert.Contains("Persoonsgegevens gewist", receipt.Summary, StringComparison.Ordinal);
        Assert.Empty(Found(talk.Raw()));
        Assert.Empty(Found(DemoStore.FilesOf(ledger)));
        File.Delete(ledger);
        Assert.Equal(before, await FiguresAsync(talk));
        var rollups = await RollupsAsync(talk);
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);
        Assert.Equal(rollups, await RollupsAsync(talk));
        // The rest of the note is still there.
        var visits = await talk.Store.ListAsync(talk.Corporate, Kinds.Visit, $"{Philips}|", int.MaxValue, None);
        Assert.Contains(visits, visit => visit.Record.Notes?.Contains("45 kamers in mei.", StringComparison.Ordinal) == true);
        await talk.SayAsync("Anna", "Wat weet je over Philips?");
        Assert.DoesNotContain("Zebedeus", talk.Shown, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Found(talk.Raw()));
    }

    [Fact]
    public async Task A_restored_backup_is_erased_again_before_anybody_is_served()
    {
        await using var talk = await Talk.BeginAsync();
        await PlantAsync(talk);
        await talk.RestartAsync();
        var backup = talk.Path + ".backup";
        File.Copy(talk.Path, backup);
        var ledger = new ErasureLedger(talk.Path + ".erasures");
        await new Erasing(talk.Store, Talk.Tenant, ledger, TimeProvider.System).EraseAsync(Canary.Id, new("admin"), None);

        await using var restored = await SqliteStore.OpenAsync(backup, None);
        Assert.NotEmpty(Found(backup));
        var again = new Erasing(restored, Talk.Tenant, ledger, TimeProvider.System);
        Assert.Equal([Canary.Id], await again.AgainAsync(None));
        Assert.Empty(Found(backup));
        Assert.Empty(await again.AgainAsync(None));
    }

    [Fact]
    public async Task An_import_does_not_bring_an_erased_contact_back()
    {
        await using var talk = await Talk.BeginAsync();
        var erasing = new Erasing(talk.Store, Talk.Tenant, new(null), TimeProvider.System);
        await erasing.EraseAsync(new("C-2001"), new("admin"), None);
        await new Importer(talk.Store, Talk.Tenant, TimeProvider.System).ImportAsync([Path.Combine(DemoOrganisation.Folder, "contacts.csv")], null, None);
        Assert.Equal([new("C-2001")], await erasing.AgainAsync(None));
        Assert.All(await erasing.FindAsync(contact => contact.Id.Value == "C-2001", None), found => Assert.Equal(PersonalWords.Erased, found.Contact.Record.Name));
    }

    [Fact]
    public async Task Rows_from_before_an_erasure_do_not_bring_back_what_was_erased_in_them()
    {
        await using var talk = await Talk.BeginAsync();
        await PlantAsync(talk);
        // Of a kind that has a file, but no record that could be exported.
        await talk.Store.SaveAsync(Partition.Of(Talk.Tenant, new("public")), "not-elsewhere", [new("visit|A-9|20260301|v", 1, null, Write.Any)], None);
        var old = Directory.CreateTempSubdirectory("salesbot-old-export-");
        await new Exporter(talk.Store, Talk.Tenant).ExportAsync(old.FullName, None);
        Assert.NotEmpty(Found(Files(old)));
        await new Erasing(talk.Store, Talk.Tenant, new(null), TimeProvider.System).EraseAsync(Canary.Id, new("admin"), None);

        // Without the contacts nobody knows any more whose name it was.
        var rest = Directory.GetFiles(old.FullName).Where(file => Path.GetFileName(file) != "contacts.csv").ToList();
        var report = await new Importer(talk.Store, Talk.Tenant, TimeProvider.System).ImportAsync(rest, null, None);
        Assert.Empty(report.Problems);
        Assert.Empty(Found(talk.Path));
        old.Delete(recursive: true);

        static IEnumerable<(string, string)> Files(DirectoryInfo folder) => folder.GetFiles().Select(file => (file.Name, File.ReadAllText(file.FullName)));
    }

    [Fact]
    public async Task Interrupted_anywhere_it_is_finished_by_the_next_try()
    {
        await using var talk = await Talk.BeginAsync();
        await PlantAsync(talk);
        var failing = new FailingStore(talk.Store);
        for (failing.SavesLeft = 0; ; failing.SavesLeft++)
        {
            var left = failing.SavesLeft;
            try
            {
                await new Erasing(failing, Talk.Tenant, new(null), TimeProvider.System).EraseAsync(Canary.Id, new("admin"), None);
                break;
            }
            catch (StoreUnavailableException)
            {
                failing.SavesLeft = left;
            }
            Assert.InRange(left, 0, 50);
        }
        Assert.Empty(Found(talk.Path));
    }

    [Fact]
    public async Task The_export_holds_the_record_and_every_text_that_speaks_of_the_contact()
    {
        await using var talk = await Talk.BeginAsync();
        await PlantAsync(talk);
        var data = (await new Erasing(talk.Store, Talk.Tenant, new(null), TimeProvider.System).ExportAsync(Canary.Id, None))!;
        Assert.Equal(Canary, data.Contact);
        Assert.Superset(new HashSet<string> { "visit", "follow-up", "market", "conversation", "seen", "write", "quote", "issue", "contact", "dead-letter" }, data.Documents.Select(document => document.Kind).ToHashSet());
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("Sven")]
    public async Task Nobody_but_an_administrator_erases_or_exports(string who)
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync(who, "wis de gegevens van Jan de Vries bij Philips");
        await talk.SayAsync(who, "ja");
        Assert.Equal("not_administrator", talk.Last.Trace.Refused);
        await talk.SayAsync(who, "exporteer de gegevens van Jan de Vries");
        Assert.Equal("not_administrator", talk.Last.Trace.Refused);
        Assert.DoesNotContain("+31", talk.Shown, StringComparison.Ordinal);
    }

    /// <summary>A canary in every place that text can come to.</summary>
    private static async Task PlantAsync(Talk talk)
    {
        await SaveAsync(Kinds.Contact.Create(Canary));
        await talk.SayAsync("Anna", "Net bij Philips geweest, gesproken met Zebedeus van Kanarievogel. 45 kamers in mei. Kanarievogel belt op 06-98765 4321 of mailt zebedeus.k@canary.example. Ze kijken ook naar Van der Valk. Volgende week Zebedeus bellen.");
        await talk.SayAsync("Anna", "ja");
        Assert.Contains("visit", talk.Last.Trace.Wrote.Select(record => record.Kind));
        await talk.SayAsync("Daan", "follow-up: call Zebedeus van Kanarievogel on Friday");
        var anna = talk.Person("Anna").Id;
        QuoteVersion version = new(1, [], 0, 1000, 500, [], null, "Zebedeus vroeg erom", anna, talk.Now);
        await SaveAsync(
            Kinds.FollowUp.Create(new("f-c", Philips, anna, new(2026, 4, 1), "Zebedeus bellen", talk.Now)),
            Kinds.MarketInfo.Create(new("m-c", MarketTopic.Price, "Volgens Kanarievogel te duur", anna, talk.Now, "Zebedeus", new(2027, 1, 1))),
            Kinds.Issue.Create(new("i-c", Philips, anna, IssueKind.Real, IssueSeverity.Low, "Klacht van dhr. van Kanarievogel", new(2026, 4, 1), anna, talk.Now)),
            Kinds.Quote.Create(new(new("Q-2026-9901"), Philips, anna, QuoteStatus.Rejected, talk.Now, [version], Reason: "Z. van Kanarievogel wil niet")),
            new("dead-letter|c", 1, Encoding.UTF8.GetBytes("""{"message":{"text":"Z\u0065bedeus: \u004banarievogel"},"reason":"gone"}"""), null),
            new("newer-kind|c", 1, Encoding.UTF8.GetBytes("""{"what":["KANARIEVOGEL, Zebedeus"],"Zebedeus van Kanarievogel":1}"""), null));
        await talk.Store.SaveAsync(
            Partition.Of(Talk.Tenant, new("public")), "elsewhere", [new("visit|A-9|20260301|v", 1, Encoding.UTF8.GetBytes("""{"notes":"Bij Zebedeus van Kanarievogel langs"}"""), null)], None);
        await talk.Store.SaveAsync(Partition.Directory(Talk.Tenant), "reference", [new("reference|x", 1, Encoding.UTF8.GetBytes("""{"topic":"Overleg Zebedeus"}"""), null)], None);

        // What was planted past the flows is counted too.
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);

        async Task SaveAsync(params Write[] writes) =>
            Assert.IsType<SaveResult.Saved>(await talk.Store.SaveAsync(talk.Corporate, Guid.NewGuid().ToString(), writes, None));
    }

    private static async Task RunErrandsAsync(Talk talk, ErasureLedger ledger)
    {
        var schedule = Schedule.Create(talk.Store, new(null, PolicySettings.Default), ledger);
        foreach (var due in await schedule.DueAsync(talk.Corporate, talk.Now, None)) Assert.True(await schedule.DoAsync(Talk.Tenant, new("corporate"), due, talk.Now, None));
    }

    private static IReadOnlyList<string> Found(string path) => Found(DemoStore.FilesOf(path).Where(file => !file.Where.EndsWith(".backup", StringComparison.Ordinal) || path.EndsWith(".backup", StringComparison.Ordinal)));

    /// <summary>Every trace in what is stored.</summary>
    private static IReadOnlyList<string> Found(IEnumerable<(string Where, string Text)> stored) =>
        [.. stored.SelectMany(file => Traces.Where(trace => file.Text.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => $"{trace} in {file.Where}"))];

    private static async Task<string> FiguresAsync(Talk talk)
    {
        var reading = new IndicatorReading(talk.Store, Talk.Tenant, new("corporate"), new(2026, 6, 1));
        FigureScope[] scopes = [new FigureScope.OfTeam(new("corporate")), new FigureScope.OfUser(talk.Person("Anna").Id), new FigureScope.OfAccount(Philips)];
        var text = new StringBuilder();
        foreach (var scope in scopes)
            foreach (var value in (await reading.OfAsync(scope, Period.Year(2026), None)).Values) text.AppendLine($"{scope} {value.Code} {value.Value} {value.Count}");
        return text.ToString();
    }

    private static async Task<string> RollupsAsync(Talk talk) => string.Join('\n', (await talk.Store.ListAsync(talk.Corporate, Kinds.Rollup, "", int.MaxValue, None))
        .Select(stored => $"{stored.Id} {JsonSerializer.Serialize(stored.Record, TradeJson.Default.Rollup)}"));

    /// <summary>Fails after so many saves.</summary>
    private sealed class FailingStore(IDocumentStore store) : IDocumentStore
    {
        public int SavesLeft { get; set; }

        public Task<Document?> FindAsync(Partition partition, string id, CancellationToken cancel) => store.FindAsync(partition, id, cancel);

        public Task<IReadOnlyList<Document>> RangeAsync(Partition partition, IdRange range, int take, CancellationToken cancel) => store.RangeAsync(partition, range, take, cancel);

        public Task<SaveResult> SaveAsync(Partition partition, string operation, IReadOnlyList<Write> writes, CancellationToken cancel) =>
            SavesLeft-- > 0 ? store.SaveAsync(partition, operation, writes, cancel) : throw new StoreUnavailableException("cut");

        public Task<ChangePage> ChangesAsync(Partition partition, string? since, int take, CancellationToken cancel) => store.ChangesAsync(partition, since, take, cancel);

        public Task ScrubAsync(CancellationToken cancel) => store.ScrubAsync(cancel);
    }
}
