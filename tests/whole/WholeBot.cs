using SalesBot.Data.Exchange;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Stores;

namespace SalesBot.Tests.Whole;

/// <summary>The whole bot with the demo organisation, on the morning of 4 March 2026, and its people's Teams.</summary>
internal sealed class WholeBot : IAsyncDisposable
{
    public const string Now = "2026-03-04T10:15";
    private static readonly string[] Records = ["account", "contact", "visit", "follow-up", "lead", "market", "quote", "approval", "write", "audit"];

    private readonly DemoStore demo;
    private readonly BotHost host;

    private WholeBot(DemoStore demo, BotHost host) => (this.demo, this.host) = (demo, host);

    public IDocumentStore Store => demo.Store;
    public FakeConnector Connector => host.Connector;
    public HttpClient Http => host.Http;
    public static Partition Corporate { get; } = Team("corporate");
    public TeamsClient Anna => Client(Person.Anna);
    public TeamsClient Sven => Client(Person.Sven);
    public TeamsClient Daan => Client(Person.Daan);

    public static async Task<WholeBot> StartAsync(Edition edition, Dictionary<string, string?>? settings = null)
    {
        var demo = await DemoStore.NewAsync(edition);
        var host = await BotHost.StartAsync(new()
        {
            Store = demo.Store,
            NoUsers = true,
            Settings = new(settings ?? []) { ["SalesBot:Development:Now"] = Now },
        });
        return new(demo, host);
    }

    public TeamsClient Client(Person person) => new(host.Http, Connector.ServiceUrl, person);

    public static Partition Team(string name) => Partition.Of(DemoOrganisation.Tenant, new(name));

    public async Task<IReadOnlyList<T>> HeldAsync<T>(Kind<T> kind, string prefix = "") where T : class =>
        [.. (await Store.ListAsync(Corporate, kind, prefix, int.MaxValue, CancellationToken.None)).Select(stored => stored.Record)];

    /// <summary>Everything that people would miss or wonder at, with its content.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RecordsAsync()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in Records) await CollectAsync(Corporate, IdRange.Prefix(kind + "|"));
        // Nothing at all may be written into another team's partition.
        foreach (var team in (string[])["public", "events"]) await CollectAsync(Team(team), new IdRange(" ", "~"));
        return found;

        async Task CollectAsync(Partition partition, IdRange range)
        {
            foreach (var document in await Store.ListAsync(partition, range, int.MaxValue, CancellationToken.None))
            {
                // When an overview is due, the bot itself writes down beside the talk.
                if (document.Id.Split('|')[0] is "due" or "scheduled" or "lease") continue;
                found[$"{partition} {document.Id}"] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(document.Body.Span));
            }
        }
    }

    /// <summary>Ends when every message has left.</summary>
    public Task DeliveredAsync() => UntilAsync(async () => (await HeldAsync(OutboxMessage.Kind)).Count == 0);

    public static async Task UntilAsync(Func<Task<bool>> isSo, int seconds = 30)
    {
        for (var left = seconds * 20; !await isSo(); left--)
        {
            if (left == 0) throw new TimeoutException();
            await Task.Delay(50);
        }
    }

    /// <summary>Anna asks for a quote and confirms it: it waits for Sven.</summary>
    public async Task<string> SubmitAsync(string what = "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei")
    {
        await Anna.SayAsync(what);
        var submitted = await Anna.SayAsync("ja");
        return submitted.Trace.GetProperty("wrote").EnumerateArray().Single(record => record.GetProperty("kind").GetString() == "quote").GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await demo.DisposeAsync();
    }
}
