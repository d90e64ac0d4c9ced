using SalesBot.Bot.Checks;
using SalesBot.Data;
using SalesBot.Data.Exchange;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Whole;
using Xunit;

namespace SalesBot.Tests.Checks;

/// <summary>
/// A morning's work through the whole bot: visits, a follow-up taken back, a quote that is asked for, approved and sent, another one
/// that is returned, answered and rejected. It is worked once; each test gets a copy to spoil.
/// </summary>
internal sealed class Morning : IAsyncDisposable
{
    private static readonly Lazy<Task<(string Path, IReadOnlyList<ClientRequest> Clients, IReadOnlyList<Captured> Capture)>> Worked = new(WorkAsync);

    private readonly string path;
    private DateTimeOffset? at;

    private Morning(string path, SqliteStore store, IReadOnlyList<ClientRequest> clients, IReadOnlyList<Captured> capture) =>
        (this.path, Store, Clients, Capture) = (path, store, [.. clients], [.. capture]);

    public string Path => path;
    public SqliteStore Store { get; }
    public List<ClientRequest> Clients { get; }
    public List<Captured> Capture { get; }
    public List<string> Log { get; } = ["info: SalesBot.Bot.Channel.Turns[200]", "      A message in flow log_visit was handled, refused: -, in 12 ms."];
    public static Partition Corporate { get; } = WholeBot.Corporate;
    public static Partition Directory { get; } = Partition.Directory(DemoOrganisation.Tenant);

    public static async Task<Morning> CopyAsync()
    {
        var (worked, clients, capture) = await Worked.Value;
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"salesbot-checks-{Guid.NewGuid():N}.db");
        File.Copy(worked, path);
        return new(path, await SqliteStore.OpenAsync(path, CancellationToken.None), clients, capture);
    }

    /// <summary>Numbers and words of what is violated.</summary>
    public async Task<IReadOnlyList<Violation>> CheckAsync(Told all = Told.Clients | Told.Capture | Told.Log)
    {
        var read = await Evidence.ReadAsync(Store, DemoOrganisation.Tenant, CancellationToken.None);
        var evidence = read.With(all.HasFlag(Told.Clients) ? Clients : null, all.HasFlag(Told.Capture) ? Capture : null, all.HasFlag(Told.Log) ? Log : null, at);
        return [.. (await Checker.CheckAsync(evidence, CancellationToken.None)).SelectMany(finding => finding.Violations)];
    }

    /// <summary>Judges by a later moment.</summary>
    public void Later(TimeSpan later) => at = new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1)) + later;

    public async Task<IReadOnlyList<Stored<T>>> ListAsync<T>(Kind<T> kind, Partition? partition = null) where T : class =>
        await Store.ListAsync(partition ?? Corporate, kind, "", int.MaxValue, CancellationToken.None);

    /// <summary>Changes what is stored behind the bot's back.</summary>
    public async Task ChangeAsync<T>(Kind<T> kind, Func<T, bool> which, Func<T, T> to, Partition? partition = null) where T : class
    {
        var stored = (await ListAsync(kind, partition)).First(stored => which(stored.Record));
        await SaveAsync(partition, kind.Replace(stored, to(stored.Record)));
    }

    public async Task DeleteAsync<T>(Kind<T> kind, Func<T, bool> which, Partition? partition = null) where T : class =>
        await SaveAsync(partition, kind.Delete((await ListAsync(kind, partition)).First(stored => which(stored.Record))));

    public Task PutAsync<T>(Kind<T> kind, T record, Partition? partition = null) where T : class => SaveAsync(partition, kind.Put(record));

    /// <summary>The quote that was sent.</summary>
    public async Task<Quote> SentAsync() => (await ListAsync(Kinds.Quote)).Select(stored => stored.Record).Single(quote => quote.Sent is not null);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        DemoStore.DeleteFile(path);
    }

    private async Task SaveAsync(Partition? partition, Write write) =>
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(partition ?? Corporate, Guid.NewGuid().ToString("N"), [write], CancellationToken.None));

    private static async Task<(string, IReadOnlyList<ClientRequest>, IReadOnlyList<Captured>)> WorkAsync()
    {
        var path = await DemoStore.NewFileAsync();
        await using var connector = await FakeConnector.StartAsync();
        Story story;
        await using (var store = await SqliteStore.OpenAsync(path, CancellationToken.None))
        await using (var host = await BotHost.StartAsync(new() { Store = store, NoUsers = true, Settings = new() { ["SalesBot:Development:Now"] = WholeBot.Now } }, connector))
        {
            story = new Story(connector, () => host.Http);
            await story.InstallAsync(Person.Anna, Person.Sven, Person.Daan, Person.Eva);
            await story.SayAsync(Person.Anna, "Bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.");
            await story.SayAsync(Person.Anna, "ja", "visit-1");
            await story.SayAsync(Person.Anna, "Herinner me maandag aan het contract van Achmea");
            await story.SayAsync(Person.Anna, "ja", "follow-up-1");
            await story.SayAsync(Person.Anna, "maak dat ongedaan", "undo-1");
            await story.SayAsync(Person.Anna, "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
            await story.SayAsync(Person.Anna, "ja", "quote-1");
            await SettledAsync();
            await story.PressAsync(Person.Sven, "approval.approve", "decision-1");
            await SettledAsync();
            await story.PressAsync(Person.Anna, "quote.send", "send-1");
            await story.SayAsync(Person.Anna, "Offerte voor Rabobank, 10 kamers, 2 nachten vanaf 6 mei");
            await story.SayAsync(Person.Anna, "ja", "quote-2");
            await SettledAsync();
            await story.SendAsync(Person.Sven, Typed(story.Press(Person.Sven, "approval.reject"), ("reason", "Te laag")), "decision-2");
            await story.SayAsync(Person.Daan, "Klacht van KPMG: de zaal was te koud");
            await story.SayAsync(Person.Daan, "ja", "issue-1");
            await story.SayAsync(Person.Anna, "Hoe staan we ervoor dit kwartaal?");
            await SettledAsync();

            async Task SettledAsync()
            {
                await WholeBot.UntilAsync(async () => (await store.ListAsync(Corporate, OutboxMessage.Kind, "", 1, CancellationToken.None)).Count == 0);
                // What follows an answer, the card that is replaced and the trace, has arrived as well.
                var before = -1;
                await WholeBot.UntilAsync(() => Task.FromResult(before == (before = connector.Requests.Count)));
            }
        }
        return (path, story.Clients, story.Capture);
    }

    private static System.Text.Json.Nodes.JsonObject Typed(System.Text.Json.Nodes.JsonObject press, params (string Id, string Value)[] inputs)
    {
        foreach (var (id, value) in inputs) press["value"]!["action"]!["data"]![id] = value;
        return press;
    }
}
