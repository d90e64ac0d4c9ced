using Microsoft.Extensions.Time.Testing;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Upkeep;

public sealed class SweepingTests
{
    [Theory]
    [InlineData(6, 2, 1)]
    [InlineData(8, 0, 1)]
    [InlineData(91, 0, 0)]
    public async Task Answers_stay_a_week_and_what_can_be_undone_three_months(int days, int seen, int writes)
    {
        await using var talk = await Talk.BeginAsync();
        await talk.SayAsync("Anna", "Bij Achmea geweest, gesproken met Emma van Dam");
        await talk.SayAsync("Anna", "ja");
        var clock = new FakeTimeProvider(talk.Now.AddDays(days));
        var swept = await new Sweeping(talk.Store, clock).SweepAsync(Talk.Tenant, CancellationToken.None);
        Assert.Equal(seen, (await talk.Store.ListAsync(talk.Corporate, SeenTurn.Kind, "", 100, CancellationToken.None)).Count);
        Assert.Equal(writes, (await talk.Store.ListAsync(talk.Corporate, WriteRecord.Kind, "", 100, CancellationToken.None)).Count);
        Assert.Equal(3 - seen - writes, swept);
    }

    [Fact]
    public async Task However_many_are_old_only_those_go()
    {
        await using var talk = await Talk.BeginAsync();
        var (now, trace) = (talk.Now, new TurnTrace([], new Dictionary<string, System.Text.Json.JsonElement>(), null, null, [], null));
        var turns = Enumerable.Range(0, 250).Select(turn => new SeenTurn($"turn-{turn:000}", now.AddDays(turn % 5 == 0 ? -6 : -8), [], false, trace, null, null)).ToList();
        foreach (var few in turns.Chunk(50)) await talk.Store.SaveAsync(talk.Corporate, few[0].Key, [.. few.Select(SeenTurn.Kind.Create)], CancellationToken.None);
        Assert.Equal(200, await new Sweeping(talk.Store, new FakeTimeProvider(now)).SweepAsync(Talk.Tenant, CancellationToken.None));
        Assert.Equal(
            turns.Where(turn => turn.At == now.AddDays(-6)).Select(turn => turn.Key),
            (await talk.Store.ListAsync(talk.Corporate, SeenTurn.Kind, "", 1000, CancellationToken.None)).Select(turn => turn.Record.Key));
    }
}
