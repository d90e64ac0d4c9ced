using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Stores;

public abstract partial class StoreCompliance
{
    [Fact]
    public virtual async Task A_repeated_operation_answers_as_before_and_writes_nothing()
    {
        var etag = (await SavedAsync(Create("gone|1")))[0];
        Write[] writes = [Create("visit|1", """{"a":1}"""), Put("state|1"), Delete("gone|1", etag)];
        var first = Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn/1?#", writes, None));
        var repeated = Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn/1?#", writes, None));
        Assert.Equal(first.ETags, repeated.ETags);
        Assert.Equal(first.ETags[0], (await FindAsync("visit|1"))!.ETag);
        Assert.Equal(first.ETags[1], (await FindAsync("state|1"))!.ETag);
    }

    [Fact]
    public virtual async Task A_repeated_operation_does_not_undo_what_came_after_it()
    {
        Write[] writes = [Put("state|1", """{"a":1}""")];
        var first = Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn-1", writes, None));
        var later = (await SavedAsync(Put("state|1", """{"a":2}""")))[0];
        var repeated = Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn-1", writes, None));
        Assert.Equal("""{"a":2}""", await BodyAsync("state|1"));
        Assert.NotEqual(later, repeated.ETags[0]);
        await ConflictsAsync("state|1", Replace("state|1", repeated.ETags[0]));
        Assert.NotEqual(later, first.ETags[0]);
    }

    [Fact]
    public virtual async Task Other_writes_under_the_id_of_a_saved_operation_are_a_conflict()
    {
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn-1", [Put("state|1", """{"a":1}""")], None));
        Assert.Equal(new SaveResult.Conflict("state|1"), await Store.SaveAsync(Team, "turn-1", [Put("state|1", """{"a":2}""")], None));
        Assert.Equal(new SaveResult.Conflict("state|2"), await Store.SaveAsync(Team, "turn-1", [Put("state|2")], None));
        Assert.Equal("""{"a":1}""", await BodyAsync("state|1"));
        Assert.Null(await FindAsync("state|2"));
    }

    [Fact]
    public virtual async Task An_operation_that_met_a_conflict_may_be_tried_again_with_other_writes()
    {
        var etag = (await SavedAsync(Create("state|1")))[0];
        Assert.IsType<SaveResult.Conflict>(await Store.SaveAsync(Team, "turn-1", [Create("state|1")], None));
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn-1", [Replace("state|1", etag)], None));
    }

    [Fact]
    public virtual async Task Operations_of_other_partitions_are_others()
    {
        var west = new Partition(Team.Key + "-west");
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Team, "turn-1", [Create("a")], None));
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(west, "turn-1", [Create("b")], None));
        Assert.NotNull(await Store.FindAsync(west, "b", None));
    }

    [Fact]
    public virtual async Task What_keeps_operations_is_neither_listed_nor_a_change()
    {
        await SavedAsync(Create("a"), Create("b"));
        Assert.Equal(["a", "b"], await IdsAsync(new("", "~~~~")));
        // Nor does it take the place of what is.
        Assert.Equal(["b", "a"], await IdsAsync(new("", "~~~~", Descending: true), take: 2));
        Assert.Equal(["a", "b"], (await Store.ChangesAsync(Team, null, 100, None)).Documents.Select(document => document.Id).Order());
    }

    [Fact]
    public virtual async Task Many_writers_of_one_counter_lose_nothing()
    {
        await SavedAsync(Create("counter", """{"n":0}"""));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(writer => Task.Run(async () =>
        {
            for (var attempt = 0; ; attempt++)
            {
                var read = (await FindAsync("counter"))!;
                var n = Count(read) + 1;
                var write = Replace("counter", read.ETag, $$"""{"n":{{n}}}""");
                if (await Store.SaveAsync(Team, $"writer-{writer}", [write, Create($"receipt|{n:00}")], None) is SaveResult.Saved) return;
                await Task.Delay(Random.Shared.Next(1, 5 + Math.Min(attempt, 40)));
            }
        })));
        Assert.Equal(32, Count((await FindAsync("counter"))!));
        Assert.Equal(Enumerable.Range(1, 32).Select(n => $"receipt|{n:00}"), await IdsAsync(IdRange.Prefix("receipt|")));
    }

    [Fact]
    public virtual async Task Saves_of_many_partitions_at_once_do_not_touch_each_other()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(() => Store.SaveAsync(
            new($"{Team}-{n}"), "turn", n % 3 == 0 ? [Create("a"), Replace("b", Stale)] : [Create("a"), Create("b")], None))));
        for (var n = 0; n < 100; n++)
        {
            Assert.Equal(n % 3 == 0, results[n] is SaveResult.Conflict("b"));
            Assert.Equal(n % 3 == 0, await Store.FindAsync(new($"{Team}-{n}"), "a", None) is null);
        }
    }

    [Fact]
    public async Task A_save_that_is_cancelled_before_it_begins_saves_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.SaveAsync(Team, "op", [Create("a")], new CancellationToken(canceled: true)));
        Assert.Null(await FindAsync("a"));
    }

    [Fact]
    public virtual async Task The_largest_save_goes_in()
    {
        var padding = new string('x', StoreRules.MaxSaveBytes / StoreRules.MaxWrites - 100);
        var writes = Enumerable.Range(0, StoreRules.MaxWrites).Select(n => Create($"k|{n:00}", $$"""{"text":"{{padding}}"}""")).ToArray();
        Assert.Equal(StoreRules.MaxWrites, (await SavedAsync(writes)).Distinct().Count());
        Assert.Equal(StoreRules.MaxWrites, (await Store.ListAsync(Team, IdRange.Prefix("k|"), 1000, None)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData(@"a\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("é")]
    [InlineData("a\tb")]
    [InlineData("a ")]
    [InlineData("~a")]
    public async Task What_can_not_be_an_id_is_refused(string id)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SaveAsync(Put(id)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => FindAsync(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("""{"a":}""")]
    public Task What_is_not_a_JSON_object_is_refused(string body) => Assert.ThrowsAnyAsync<ArgumentException>(() => SaveAsync(Put("a", body)));

    [Fact]
    public async Task What_is_out_of_bounds_is_refused()
    {
        await RefusedAsync();
        await RefusedAsync([.. Enumerable.Range(0, StoreRules.MaxWrites + 1).Select(n => Create($"k|{n}"))]);
        await RefusedAsync(Create("a"), Put("a"));
        await RefusedAsync(Create("a", $$"""{"a":"{{new string('x', StoreRules.MaxSaveBytes)}}"}"""));
        await RefusedAsync(Create(new string('a', 256)));
        await RefusedAsync(new Write("a", 1, new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, null));
        await RefusedAsync(new Write("a", 1, null, null));
        await RefusedAsync(Replace("a", ""));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.SaveAsync(Team, "", [Create("a")], None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.FindAsync(default, "a", None));
        foreach (var take in (int[])[0, -1, 1001])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.RangeAsync(Team, IdRange.Prefix("a"), take, None));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ChangesAsync(Team, null, take, None));
        }
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ChangesAsync(Team, "not a place", 10, None));
        Assert.Null(await FindAsync("a"));
        await SavedAsync(Create(new string('a', 255)));
    }

    private Task RefusedAsync(params Write[] writes) => Assert.ThrowsAnyAsync<ArgumentException>(() => SaveAsync(writes));
}
