using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SalesBot.Bot.Outbox;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Exchange;
using SalesBot.Data.Store;
using SalesBot.Data.Store.Sqlite;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>
/// The built bot is killed at each named point of a turn that writes, started again, and gets the activity again as Teams sends it:
/// what was confirmed is written once, and its reply arrives.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 3, 4, 10, 15, 0, DateTimeKind.Unspecified);
    private static readonly TimeSpan Ready = TimeSpan.FromSeconds(10);
    private static readonly string[] Points =
    [
        CrashPoints.BeforeParse, CrashPoints.BeforeCommit, CrashPoints.WithinCommit, CrashPoints.AfterCommit, CrashPoints.AfterSend,
        CrashPoints.BeforeAcknowledge,
    ];

    private readonly string crashAt = Path.Combine(Path.GetTempPath(), $"salesbot-crash-{Guid.NewGuid():N}");
    private string database = null!;
    private FakeConnector connector = null!;
    private BotProcess bot = null!;
    private int starts;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(IsDebug, "Crash points are compiled into Debug builds only.");
        (database, connector) = (await DemoStore.NewFileAsync(), await FakeConnector.StartAsync());
        await StartAsync();
        await Client(Person.Anna).InstallAsync();
        await Client(Person.Sven).InstallAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        if (connector is not null) await connector.DisposeAsync();
        File.Delete(crashAt);
        if (database is not null) DemoStore.DeleteFile(database);
    }

    [Fact]
    public async Task A_confirmed_visit_is_written_once()
    {
        var before = await CountsAsync();
        var writes = new HashSet<string>();
        for (var index = 0; index < Points.Length; index++)
        {
            await PostAsync(Client(Person.Anna).Message(
                "Bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen."));
            var yes = Client(Person.Anna).Message("ja");
            await DieAsync(Points[index], yes);
            // As Teams does when it got no answer: again, and again while the first is still being worked on.
            await Task.WhenAll(PostAsync(yes), PostAsync(yes));
            await PostAsync(yes);

            var after = await CountsAsync();
            foreach (var (kind, count) in before) Assert.True(after[kind] == count + index + 1, $"{Points[index]}: {after[kind] - count} new of {kind}, not {index + 1}.");
            // The receipt arrives; at most one more copy of it where nobody can know whether it had.
            await connector.WaitAsync(request => Receipt(request) is { } write && writes.Add(write), seconds: 60);
        }
        Assert.Equal(Points.Length, writes.Count);
        var copies = connector.Messages.Select(Receipt).OfType<string>().GroupBy(write => write).Select(group => group.Count());
        Assert.All(copies, copy => Assert.InRange(copy, 1, 2));
        await CheckFileAsync();
    }

    [Fact]
    public async Task A_decision_is_taken_once_and_told()
    {
        for (var index = 0; index < Points.Length; index++)
        {
            await PostAsync(Client(Person.Anna).Message("Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei"));
            await PostAsync(Client(Person.Anna).Message("ja"));
            var number = await NewestQuoteAsync();
            var card = (await connector.WaitAsync(request => request.Card is { } shown && CardReading.DataOf(shown, "approval.approve") is { } data
                && data.GetProperty("quote").GetString() == number, seconds: 60))[0];
            await WholeBot.UntilAsync(async () => await InStoreAsync(store => CountAsync(store, OutboxMessage.Kind)) == 0);

            var data = JsonNode.Parse(CardReading.DataOf(card.Card!.Value, "approval.approve")!.Value.GetRawText());
            var press = Client(Person.Sven).Press("approval.approve", data);
            await DieAsync(Points[index], press);
            // A press may come twice under its id and then under new ones.
            var answers = await Task.WhenAll(PostAsync(press), PostAsync(press));
            Assert.True(JsonElement.DeepEquals(answers[0], answers[1]), Points[index]);
            var late = await PostAsync(Client(Person.Sven).Press("approval.approve", data));
            Assert.All([.. answers, late], answer => Assert.Contains("Goedgekeurd", CardReading.Words(answer.GetProperty("value"))));

            await InStoreAsync(async store =>
            {
                var approval = (await store.FindAsync(WholeBot.Corporate, Kinds.Approval, $"{number}|0001", CancellationToken.None))!.Record;
                Assert.Equal((ApprovalState.Approved, Person.Sven.ObjectId), (approval.State, approval.DecidedBy?.Value));
                var audit = await store.ListAsync(WholeBot.Corporate, AuditEntry.Kind, "", int.MaxValue, CancellationToken.None);
                Assert.Equal(2, audit.Count(entry => entry.Record.Records.Any(record => record.Kind == "approval" && record.Id.Contains(number, StringComparison.Ordinal))));
                return 0;
            });
            await connector.WaitAsync(request => request.Text?.Contains(number, StringComparison.Ordinal) == true && request.Text.Contains("goedgekeurd", StringComparison.Ordinal), seconds: 60);
        }
        await CheckFileAsync();
    }

    private static bool IsDebug =>
#if DEBUG
        true;
#else
        false;
#endif

    private TeamsClient Client(Person person) => new(bot.Http, connector.ServiceUrl, person);

    /// <summary>Each start is some minutes later, as after a pause: what waited for its turn is due.</summary>
    private async Task StartAsync()
    {
        var started = Stopwatch.GetTimestamp();
        bot = await BotProcess.ServeAsync(database, Start.AddMinutes(5 * starts++), crashAt);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Ready);
    }

    private async Task DieAsync(string point, JsonNode activity)
    {
        await File.WriteAllTextAsync(crashAt, point);
        try
        {
            using var answer = await Client(Person.Anna).PostAsync(activity);
        }
        catch (HttpRequestException)
        {
            // The connection breaks where the process dies before the answer.
        }
        await bot.DiedAsync();
        File.Delete(crashAt);
        await bot.DisposeAsync();
        await InStoreAsync(store => store.SaveAsync(
            // The dead instance's hold on the outbox ends: half a minute of the machine's clock, which a test can not turn.
            WholeBot.Corporate, Guid.NewGuid().ToString(), [Lease.Kind.Put(new("dead", DateTimeOffset.UnixEpoch))], CancellationToken.None));
        await StartAsync();
    }

    private async Task<JsonElement> PostAsync(JsonNode activity)
    {
        using var answer = await Client(Person.Anna).PostAsync(activity);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(body.Length == 0 ? "null" : body);
        return json.RootElement.Clone();
    }

    private async Task<string> NewestQuoteAsync() => await InStoreAsync(async store =>
        (await store.ListAsync(WholeBot.Corporate, Kinds.Quote, "Q-2026-", 1, CancellationToken.None, descending: true)).Single().Record.Number.Value);

    private async Task<Dictionary<string, int>> CountsAsync() => await InStoreAsync(async store => new Dictionary<string, int>
    {
        ["visit"] = await CountAsync(store, Kinds.Visit),
        ["lead"] = await CountAsync(store, Kinds.Lead),
        ["market"] = await CountAsync(store, Kinds.MarketInfo),
        ["follow-up"] = await CountAsync(store, Kinds.FollowUp),
        ["write"] = await CountAsync(store, WriteRecord.Kind),
        ["audit"] = await CountAsync(store, AuditEntry.Kind),
    });

    private static async Task<int> CountAsync<T>(IDocumentStore store, Kind<T> kind) where T : class =>
        (await store.ListAsync(WholeBot.Corporate, kind, "", int.MaxValue, CancellationToken.None)).Count;

    /// <summary>A second process at the file, beside the bot.</summary>
    private async Task<T> InStoreAsync<T>(Func<IDocumentStore, Task<T>> read)
    {
        await using var store = await SqliteStore.OpenAsync(database, CancellationToken.None);
        return await read(store);
    }

    /// <summary>The id of the write that a receipt lets one undo.</summary>
    private static string? Receipt(Recorded request) =>
        request.Card is { } card && CardReading.DataOf(card, "write.undo") is { } data ? data.GetProperty("write").GetString() : null;

    private async Task CheckFileAsync()
    {
        await bot.DisposeAsync();
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", Convert.ToString(await check.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
        await InStoreAsync(async store =>
        {
            await Checks.Invariants.HoldAsync(store, DemoOrganisation.Tenant, read => read.With(capture: [.. Checks.Story.CaptureOf(connector)]));
            return 0;
        });
    }
}
