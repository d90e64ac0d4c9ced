using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Data.Store;
using SalesBot.Tests.Stores.Wire;
using Xunit;

namespace SalesBot.Tests.Stores;

/// <summary>What the Cosmos edition makes of a service that is busy, away, or whose answer is lost.</summary>
public sealed class CosmosFaultTests : IAsyncLifetime
{
    private static readonly Partition Team = new("tenant:team:noord");
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly CosmosDouble account;
    private readonly CosmosFaults faults;
    private IDocumentStore store = null!;

    public CosmosFaultTests()
    {
        account = new(clock);
        faults = new(account);
    }

    public async ValueTask InitializeAsync() => store = await TestStores.CosmosDouble(faults);

    public ValueTask DisposeAsync() => ((IAsyncDisposable)store).DisposeAsync();

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_recognised_and_happens_once()
    {
        var before = await SavedAsync("op-1", Create("counter", 1), Create("gone", 0));
        faults.On = CosmosFaults.IsBatch;
        faults.Plan(Fault.ReplyLost);
        var etags = await SavedAsync("op-2", Create("counter", 2) with { IfMatch = before[0] }, new("gone", 1, null, before[1]), Create("visit", 3));
        Assert.Equal(1, faults.Met);
        Assert.Equal([await ETagAsync("counter"), "", await ETagAsync("visit")], etags);
        Assert.Equal(2, await NumberAsync("counter"));
        Assert.Null(await store.FindAsync(Team, "gone", default));
    }

    [Theory]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.RetryWith)]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.TimedOut)]
    [InlineData(Fault.ReplyLost)]
    public async Task A_passing_fault_is_not_seen_by_the_caller(Fault fault)
    {
        await SavedAsync("op-0", Create("a", 1));
        foreach (var inARow in (int[])[1, 2])
        {
            await FaultedAsync(fault, inARow, () => SavedAsync($"op-{inARow}", Create($"b{inARow}", inARow)));
            Assert.Equal(1, await FaultedAsync(fault, inARow, () => NumberAsync("a")));
            var listed = await FaultedAsync(fault, inARow, () => store.RangeAsync(Team, IdRange.Prefix("b"), 10, default));
            Assert.Equal(inARow, listed.Count);
            var changes = await FaultedAsync(fault, inARow, () => store.ChangesAsync(Team, null, 100, default));
            Assert.Equal(inARow + 1, changes.Documents.Count);
        }
    }

    [Fact]
    public async Task Throttling_is_waited_for_even_where_the_SDK_gives_up()
    {
        faults.Plan([.. Enumerable.Repeat(Fault.Throttled, 9)]);
        await SavedAsync("op", Create("a", 1));
        Assert.Equal(9, faults.Met);
    }

    [Fact]
    public async Task Random_faults_lose_and_double_nothing()
    {
        const int writers = 8, each = 6;
        var random = new Random(20260302);
        var kinds = Enum.GetValues<Fault>();
        await SavedAsync("begin", Create("counter", 0));
        faults.On = request => CosmosFaults.IsItem(request) && Chance(random);
        faults.Plan([.. Enumerable.Range(0, 300).Select(_ => kinds[random.Next(kinds.Length)])]);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => CountAsync(writer, each))));
        faults.On = _ => false;
        Assert.Equal(writers * each, await NumberAsync("counter"));
        var receipts = await store.RangeAsync(Team, IdRange.Prefix("receipt|"), 1000, default);
        Assert.Equal(Enumerable.Range(1, writers * each), receipts.Select(Number).Order());
        Assert.True(faults.Met > 20);
    }

    [Fact]
    public async Task A_lost_operation_of_another_program_is_answered_from_its_note()
    {
        var etag = (await SavedAsync("op", Create("a", 1)))[0];
        await using var other = (IAsyncDisposable)await TestStores.CosmosDouble(account);
        var repeated = await ((IDocumentStore)other).SaveAsync(Team, "op", [Create("a", 1)], default);
        Assert.Equal([etag], Assert.IsType<SaveResult.Saved>(repeated).ETags);
    }

    [Fact]
    public async Task The_note_of_an_operation_ends_after_a_week()
    {
        Write[] put = [Create("a", 1) with { IfMatch = Write.Any }];
        var first = await SavedAsync("op", put);
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(first, await SavedAsync("op", put));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(first, await SavedAsync("op", put));
    }

    [Fact]
    public async Task An_outage_that_lasts_is_told_within_the_budget()
    {
        var hasty = await TestStores.CosmosDouble(faults, TimeSpan.FromSeconds(1));
        await using var _ = (IAsyncDisposable)hasty;
        faults.Always = Fault.Unavailable;
        var began = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => hasty.SaveAsync(Team, "op", [Create("a", 1)], default));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(4));
        Assert.True(faults.Met > 1);
        faults.Always = null;
        await SavedAsync("op", Create("a", 1));
    }

    [Fact]
    public async Task Who_cancels_is_not_kept_waiting_by_an_outage()
    {
        faults.Always = Fault.Unavailable;
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var began = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(Team, "op", [Create("a", 1)], cancel.Token));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    private async Task CountAsync(int writer, int times)
    {
        for (var time = 0; time < times; time++)
        {
            for (var saved = false; !saved;)
            {
                var read = (await store.FindAsync(Team, "counter", default))!;
                var next = Number(read) + 1;
                saved = await store.SaveAsync(
                    Team, $"{writer}/{time}", [Create("counter", next) with { IfMatch = read.ETag }, Create($"receipt|{next:000}", next)], default)
                    is SaveResult.Saved;
            }
        }
    }

    private async Task<T> FaultedAsync<T>(Fault fault, int inARow, Func<Task<T>> call)
    {
        var before = faults.Met;
        faults.Plan([.. Enumerable.Repeat(fault, inARow)]);
        var result = await call();
        Assert.Equal(before + inARow, faults.Met);
        return result;
    }

    private async Task<IReadOnlyList<string>> SavedAsync(string operation, params Write[] writes) =>
        Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Team, operation, writes, default)).ETags;

    private async Task<string> ETagAsync(string id) => (await store.FindAsync(Team, id, default))!.ETag;
    private async Task<int> NumberAsync(string id) => Number((await store.FindAsync(Team, id, default))!);
    private static int Number(Document document) => (int)JsonNode.Parse(document.Body.Span)!["n"]!;
    private static Write Create(string id, int n) => new(id, 1, Encoding.UTF8.GetBytes($$"""{"n":{{n}}}"""), null);

    private static bool Chance(Random random)
    {
        lock (random) return random.Next(100) < 30;
    }
}
