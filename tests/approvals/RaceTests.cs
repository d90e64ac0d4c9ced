using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Checks;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>
/// Two people at the same moment: one of them wins, and the other learns so. 60 rounds of each race as a rule; SALESBOT_TESTS_ROUNDS
/// sets another number, 10,000 before a release.
/// </summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    /// <summary>Rounds on one store, which then is set up anew: what lies there already costs time.</summary>
    private const int Batch = 60;

    private static readonly CancellationToken None = CancellationToken.None;

    private static int Rounds(Edition edition)
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_TESTS_ROUNDS"), out var wanted) ? wanted : 60;
        return edition == Edition.Sqlite ? rounds : Math.Max(rounds / 10, 10);
    }

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public Task Of_two_deciders_one_decides(Edition edition) => RaceAsync(edition, ApprovalState.Waiting, (talk, number, round) =>
    [
        () => talk.PressAtOnceAsync("Sven", round % 2 == 0 ? "approval.approve" : "approval.return", Data(number, ("question", "Waarom?")), $"a-{number}"),
        () => talk.PressAtOnceAsync("Ingrid", round % 3 == 0 ? "approval.approve" : "approval.reject", Data(number, ("reason", "Te laag")), $"b-{number}"),
    ], (quote, approval, winner) =>
    {
        Assert.Equal(winner == 0 ? "Sven" : "Ingrid", quote.By);
        Assert.Contains(approval.State, new[] { ApprovalState.Approved, ApprovalState.Returned, ApprovalState.Rejected });
        Assert.Equal(approval.State switch { ApprovalState.Approved => QuoteStatus.Approved, ApprovalState.Returned => QuoteStatus.Returned, _ => QuoteStatus.Refused }, quote.Quote.Status);
        return 1;
    });

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public Task Of_approving_and_withdrawing_one_holds(Edition edition) => RaceAsync(edition, ApprovalState.Waiting, (talk, number, _) =>
    [
        () => talk.PressAtOnceAsync("Sven", "approval.approve", Data(number), $"a-{number}"),
        () => talk.PressAtOnceAsync("Anna", "approval.withdraw", Data(number), $"b-{number}"),
    ], (quote, approval, winner) =>
    {
        Assert.Equal(winner == 0 ? (ApprovalState.Approved, QuoteStatus.Approved) : (ApprovalState.Withdrawn, QuoteStatus.Draft), (approval.State, quote.Quote.Status));
        // Who takes back their own needs no message about it.
        return winner == 0 ? 1 : 0;
    });

    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public Task Of_changing_and_sending_one_holds(Edition edition) => RaceAsync(edition, ApprovalState.Approved, (talk, number, _) =>
    [
        () => talk.SayAtOnceAsync("Anna", "ja", $"a-{number}"),
        () => talk.PressAtOnceAsync("Anna", "quote.send", Data(number), $"b-{number}"),
    ], (quote, approval, winner) =>
    {
        Assert.Equal(
            winner == 0 ? (QuoteStatus.Submitted, 2, false, ApprovalState.Waiting) : (QuoteStatus.Sent, 1, true, ApprovalState.Approved),
            (quote.Quote.Status, quote.Quote.Current.Number, quote.Quote.SentAt is not null, approval.State));
        return 0;
    }, async (talk, number) =>
    {
        await talk.SayAsync("Anna", $"maak er 25 kamers van in {number}");
        Assert.Equal("confirm", talk.Last.Trace.Asking);
    });

    private sealed record Outcome(Quote Quote, string? By);

    /// <param name="sides">What the two do at once.</param>
    /// <param name="judge">From the records and who won: how many texts the requester gets.</param>
    private async Task RaceAsync(
        Edition edition, ApprovalState from, Func<Talk, string, int, Func<Task<TurnResult>>[]> sides, Func<Outcome, Approval, int, int> judge, Func<Talk, string, Task>? before = null)
    {
        var (won, clock) = (new int[2], System.Diagnostics.Stopwatch.StartNew());
        for (var done = 0; done < Rounds(edition); done += Batch)
        {
            await using var talk = await Talk.BeginAsync(edition);
            var numbers = await PreparedAsync(talk, from, Math.Min(Batch, Rounds(edition) - done));
            var texts = new Dictionary<string, (int, int)>();
            foreach (var (number, round) in numbers.Select((number, index) => (number, done + index)))
            {
                if (before is not null) await before(talk, number);
                var race = sides(talk, number, round);
                // Now the one is first at the start, now the other.
                var results = round % 2 == 0
                    ? await Task.WhenAll(race[0](), race[1]())
                    : (await Task.WhenAll(race[1](), race[0]())).Reverse().ToArray();
                var winners = results.Select((result, side) => (result, side)).Where(one => one.result.Trace.Wrote.Count > 0).Select(one => one.side).ToList();
                var winner = Assert.Single(winners);
                var loser = results[1 - winner];
                Assert.True(loser.Trace.Refused is not null && (loser.Notice is not null || loser.Replies.Any(reply => reply.Text is not null)), $"{number}: the loser learns nothing.");
                won[winner]++;
                texts[number] = (await JudgeAsync(talk, number, winner, judge), results[winner].Replies.Count(reply => reply.Shows is not null));
            }
            await SettledAsync(talk, texts);
            await Invariants.HoldAsync(talk);
        }
        output.WriteLine($"{edition}: {won.Sum()} races, won {won[0]} to {won[1]}, {clock.Elapsed.TotalSeconds:0.0} s.");
        if (won.Sum() >= 100) Assert.All(won, wins => Assert.True(wins > 0, "It was no race."));
    }

    private static async Task<int> JudgeAsync(Talk talk, string number, int winner, Func<Outcome, Approval, int, int> judge)
    {
        var quote = (await talk.Store.FindAsync(talk.Corporate, Kinds.Quote, number, None))!.Record;
        var approval = (await talk.Store.ListAsync(talk.Corporate, Kinds.Approval, $"{number}|", 1, None, descending: true))[0].Record;
        // The audit has one entry more, and it is the winner's.
        var entry = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.Trail, $"{number}|", 10, None)).Record;
        var by = new[] { "Sven", "Ingrid", "Anna" }.Single(name => talk.Person(name).Id == entry.By);
        return judge(new(quote, by), approval, winner);
    }

    /// <summary>One audit entry for each race, and each card and each text once to each who gets it, from the same turn.</summary>
    private static async Task SettledAsync(Talk talk, IReadOnlyDictionary<string, (int Texts, int Shown)> texts)
    {
        var audit = (await talk.Store.ListAsync(talk.Corporate, AuditEntry.Kind, "", int.MaxValue, None)).Select(stored => stored.Record).Where(entry => entry.By != AuditEntry.Operator).ToList();
        var sent = await talk.SentAsync();
        foreach (var (number, (count, shown)) in texts)
        {
            var entry = Assert.Single(audit, entry => entry.Records.Any(record => record.Id.Contains(number, StringComparison.Ordinal)));
            var about = sent.Where(message => message.Shows?.Subject.StartsWith(number, StringComparison.Ordinal) == true || message.Text?.Contains(number, StringComparison.Ordinal) == true).ToList();
            Assert.All(about, message => Assert.Contains(entry.Operation[..8], message.Id));
            Assert.Equal([], about.GroupBy(message => (message.To, message.Shows, message.Text)).Where(group => group.Count() > 1).Select(group => group.Key.ToString()));
            Assert.Equal(count, about.Count(message => message.Text is not null));
            // The owner's own card: brought up to date, or part of the answer.
            Assert.Equal(1, shown + about.Count(message => message.Shows is { Kind: "quote" }));
            Assert.Contains(about, message => message.To.Person == talk.Person("Sven").Id && message.Shows is { Kind: "approval" });
        }
    }

    /// <summary>Quotes as one that was asked for in the chat, each with its request.</summary>
    private static async Task<IReadOnlyList<string>> PreparedAsync(Talk talk, ApprovalState state, int count)
    {
        await talk.SayAsync("Anna", "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
        await talk.SayAsync("Anna", "ja");
        var first = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
        if (state == ApprovalState.Approved) await talk.PressAsync("Sven", "approval.approve", Data(first));
        var quote = (await talk.Store.FindAsync(talk.Corporate, Kinds.Quote, first, None))!.Record;
        var approval = (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{first}|0001", None))!.Record;
        var numbers = Enumerable.Range(0, count).Select(i => $"Q-2026-7{i:000}").ToList();
        foreach (var part in numbers.Chunk(40))
        {
            var writes = part.Select(number => new QuoteNumber(number)).SelectMany(number => new[]
            {
                Kinds.Quote.Create(quote with { Number = number }),
                Kinds.Approval.Create(approval with { Subject = number, ContentHash = QuoteContent.Hash(number, quote.Current) }),
            }).ToList();
            var entry = AuditEntry.Of(talk.Now, AuditEntry.Operator, "import", $"prepared:{part[0]}", writes.Select(write => (write, (ReadOnlyMemory<byte>?)null)));
            Assert.IsType<SaveResult.Saved>(await talk.Store.SaveAsync(talk.Corporate, entry.Operation, [.. writes, AuditEntry.Kind.Create(entry)], None));
        }
        // They were not asked for one by one: what counts them, and the last number, is brought up to date as after an import.
        await Rollups.RebuildAsync(talk.Store, Talk.Tenant, new("corporate"), None);
        await talk.Store.SaveAsync(Partition.Directory(Talk.Tenant), Guid.NewGuid().ToString("N"), [LastNumber.Kind.Put(new(2026, 7999))], None);
        return numbers;
    }

    private static JsonElement Data(string number, params (string Name, string Value)[] more)
    {
        var data = new Dictionary<string, object> { ["quote"] = number, ["team"] = "corporate", ["version"] = 1 };
        foreach (var (name, value) in more) data[name] = value;
        return JsonSerializer.SerializeToElement(data);
    }
}
