using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Approvals;

/// <summary>Each quote version gets at most one decision, whoever presses and however often.</summary>
public sealed class DecisionRaceTests(ITestOutputHelper output)
{
    private const int Presses = 64, Batch = 60;

    /// <summary>Rounds are independent of each other: each has a quote of its own. More of them with SALESBOT_TESTS_ROUNDS.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_TESTS_ROUNDS"), out var rounds) ? Math.Max(rounds / 64, 10) : 10;

    [Fact]
    public async Task Two_supervisors_and_the_requester_at_once_give_exactly_one_decision()
    {
        await using var talk = await Talk.BeginAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var number = await SubmitAsync(talk);
            var before = await AuditedAsync(talk, number);
            var press = Data(number, 1);
            var results = await Task.WhenAll(Enumerable.Range(0, Presses).Select(i => talk.PressAtOnceAsync(
                (i % 3) switch { 0 => "Sven", 1 => "Ingrid", _ => "Anna" }, i % 2 == 0 ? "approval.approve" : "approval.reject", press, $"race-{round}-{i}")));

            var deciders = results.Where(result => result.Trace.Wrote.Count > 0).ToList();
            Assert.Single(deciders);
            Assert.All(results, result => Assert.True(result.Card is not null || result.Notice is not null));
            var approval = (await talk.Store.FindAsync(talk.Corporate, Kinds.Approval, $"{number}|0001", CancellationToken.None))!.Record;
            Assert.True(approval.State is ApprovalState.Approved or ApprovalState.Rejected);
            Assert.NotEqual(talk.Person("Anna").Id, approval.DecidedBy);
            Assert.Equal(before + 1, await AuditedAsync(talk, number));
        }
        await Checks.Invariants.HoldAsync(talk);
    }

    [Fact]
    public async Task The_same_press_delivered_many_times_decides_once_and_answers_the_same()
    {
        await using var talk = await Talk.BeginAsync();
        var number = await SubmitAsync(talk);
        var results = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => talk.PressAtOnceAsync("Sven", "approval.approve", Data(number, 1), "one-press")));
        Assert.Single(results, result => !result.Repeated);
        Assert.All(results, result => Assert.True(JsonElement.DeepEquals(results[0].Card!.Content, result.Card!.Content)));
        Assert.Equal(2, await AuditedAsync(talk, number));
    }

    [Fact]
    public async Task A_button_of_an_answered_question_decides_nothing()
    {
        await using var talk = await Talk.BeginAsync();
        var number = await SubmitAsync(talk);
        await talk.PressAsync("Sven", "approval.return", Data(number, 1, ("question", "Waarom?")));
        await talk.PressAsync("Anna", "quote.submit", Data(number, 1, ("answer", "Daarom.")));
        Assert.NotEmpty(talk.Last.Trace.Wrote);

        await talk.PressAsync("Sven", "approval.approve", Data(number, 1));
        Assert.Empty(talk.Last.Trace.Wrote);
        Assert.Equal("old_round", talk.Last.Trace.Refused);

        await talk.PressAsync("Sven", "approval.approve", Data(number, 1, ("round", "2")));
        Assert.NotEmpty(talk.Last.Trace.Wrote);
    }

    /// <summary>Above Sven's limit of EUR 25,000 the next manager decides.</summary>
    [Fact]
    public async Task Above_the_own_limit_the_next_manager_decides()
    {
        await using var talk = await Talk.BeginAsync();
        var number = await SubmitAsync(talk, "120 kamers, 3 nachten vanaf 12 mei");
        await talk.PressAsync("Sven", "approval.approve", Data(number, 1));
        Assert.Empty(talk.Last.Trace.Wrote);
        await talk.PressAsync("Ingrid", "approval.approve", Data(number, 1));
        Assert.NotEmpty(talk.Last.Trace.Wrote);
    }

    /// <summary>Ingrid is in another team than Eva, two managers above her: EUR 20,000 is Femke's limit.</summary>
    [Fact]
    public async Task A_director_decides_in_the_team_that_the_quote_belongs_to()
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Eva", "Offerte voor Gemeente Utrecht, 100 kamers, 2 nachten vanaf 12 mei");
        await talk.SayAsync("Eva", "ja");
        var number = talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
        var press = JsonSerializer.SerializeToElement(new { quote = number, team = "public", version = 1 });
        await talk.PressAsync("Ingrid", "approval.approve", press, turnId: "director");
        Assert.NotEmpty(talk.Last.Trace.Wrote);
        var elsewhere = Partition.Of(Talk.Tenant, new("public"));
        Assert.Equal(ApprovalState.Approved, (await talk.Store.FindAsync(elsewhere, Kinds.Approval, $"{number}|0001", CancellationToken.None))!.Record.State);

        await talk.PressAsync("Ingrid", "approval.approve", press, turnId: "director");
        Assert.True(talk.Last.Repeated);
    }

    [Fact]
    public async Task A_press_that_names_another_team_leaves_nothing_there()
    {
        await using var talk = await Talk.BeginAsync();
        var elsewhere = Partition.Of(Talk.Tenant, new("public"));
        var before = await talk.Store.ListAsync(elsewhere, new("", "~"), int.MaxValue, CancellationToken.None);
        await talk.PressAsync("Anna", "approval.approve", JsonSerializer.SerializeToElement(new { quote = "Q-2026-0001", team = "public", version = 1 }));
        Assert.Equal("not_found", talk.Last.Trace.Refused);
        Assert.Equal(before.Count, (await talk.Store.ListAsync(elsewhere, new("", "~"), int.MaxValue, CancellationToken.None)).Count);
    }

    /// <summary>
    /// A change makes the next version and decides on it in one: with another decision and a withdrawal at the same moment, one of the
    /// three holds. 10 rounds as a rule, or as many as SALESBOT_TESTS_ROUNDS says.
    /// </summary>
    [Fact]
    public async Task Of_an_agreement_changed_approved_and_withdrawn_at_once_one_holds()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("SALESBOT_TESTS_ROUNDS"), out var wanted) ? Math.Max(wanted, 10) : 10;
        var (won, clock) = (new int[3], System.Diagnostics.Stopwatch.StartNew());
        for (var done = 0; done < rounds; done += Batch)
        {
            // What lies there already costs time: after some rounds the store is set up anew.
            await using var talk = await Talk.BeginAsync();
            for (var round = done; round < Math.Min(done + Batch, rounds); round++) won[await ChangedAgreementAsync(talk, round)]++;
            await Checks.Invariants.HoldAsync(talk);
        }
        output.WriteLine($"{won.Sum()} races, won {string.Join(" to ", won)} by change, approval and withdrawal, {clock.Elapsed.TotalSeconds:0.0} s.");
        Assert.Equal(rounds, won.Sum());
        Assert.True(won[0] > 0, "The change never held.");
    }

    /// <returns>Who won: the change, the approval or the withdrawal.</returns>
    private static async Task<int> ChangedAgreementAsync(Talk talk, int round)
    {
        foreach (var said in (string[])["create a rate agreement with O'Brien", "double rooms 125", "from 1 April until 31 December 2026", "yes"]) await talk.SayAsync("Daan", said);
        var asked = (await talk.Store.FindAsync(talk.Corporate, talk.Last.Trace.Wrote.Where(record => record.Kind == "approval").Select(record => $"approval|{record.Id}").Single(), CancellationToken.None)) is { } found
            ? Kinds.Approval.Read(found).Record : throw new InvalidOperationException("Nothing was asked.");
        JsonElement Press(string name, string value) => JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["agreement"] = asked.Subject.Key, ["team"] = "corporate", ["version"] = 1, [name] = value });
        Func<Task<TurnResult>>[] sides =
        [
            () => talk.PressAtOnceAsync("Sven", "approval.change", Press("rate1", "130"), $"change-{round}"),
            () => talk.PressAtOnceAsync("Ingrid", "approval.approve", Press("note", ""), $"approve-{round}"),
            () => talk.PressAtOnceAsync("Daan", "approval.withdraw", Press("note", ""), $"withdraw-{round}"),
        ];
        var results = new TurnResult[3];
        // A change reads the most, so it starts ahead of the others by a little more each time; each tenth time they come after it.
        var change = sides[0]();
        await (round % 10 == 9 ? change : Task.Delay(round % 10));
        await Task.WhenAll(new[] { 1, 2 }.Select(async side => results[round % 2 == 0 ? side : 3 - side] = await sides[round % 2 == 0 ? side : 3 - side]()));
        results[0] = await change;

        var winner = Assert.Single(Enumerable.Range(0, 3), side => results[side].Trace.Wrote.Count > 0);
        Assert.All(results.Where((_, side) => side != winner), loser => Assert.True(loser.Trace.Refused is not null && (loser.Notice is not null || loser.Replies.Any(reply => reply.Text is not null))));
        var agreement = (await talk.Store.FindAsync(talk.Corporate, Kinds.Agreement, asked.Subject.Key, CancellationToken.None))!.Record;
        Assert.Equal(
            winner switch { 0 => (AgreementStatus.Approved, 2, 130m), 1 => (AgreementStatus.Approved, 1, 125m), _ => (AgreementStatus.Draft, 1, 125m) },
            (agreement.Status, agreement.Current.Number, agreement.Current.Rates[0].Price!.Value));
        var approvals = (await talk.Store.ListAsync(talk.Corporate, Kinds.Approval, $"{asked.Subject}|", 10, CancellationToken.None)).Select(stored => stored.Record.State);
        Assert.Equal(winner switch { 0 => [ApprovalState.Changed, ApprovalState.Approved], 1 => [ApprovalState.Approved], _ => [ApprovalState.Withdrawn] }, approvals);
        return winner;
    }

    private static async Task<string> SubmitAsync(Talk talk, string what = "20 kamers, 1 nacht vanaf 6 mei")
    {
        await talk.SayAsync("Anna", $"Offerte voor Achmea, {what}");
        await talk.SayAsync("Anna", "ja");
        return talk.Last.Trace.Wrote.Single(record => record.Kind == "quote").Id;
    }

    private static async Task<int> AuditedAsync(Talk talk, string number) =>
        (await talk.Store.ListAsync(talk.Corporate, AuditEntry.Kind, "", int.MaxValue, CancellationToken.None))
            .Count(entry => entry.Record.Records.Any(record => record.Kind == "approval" && record.Id.Contains(number, StringComparison.Ordinal)));

    private static JsonElement Data(string number, int version, params (string Name, string Value)[] more)
    {
        var data = new Dictionary<string, object> { ["quote"] = number, ["team"] = "corporate", ["version"] = version };
        foreach (var (name, value) in more) data[name] = value;
        return JsonSerializer.SerializeToElement(data);
    }
}
