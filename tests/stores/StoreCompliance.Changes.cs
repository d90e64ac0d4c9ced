using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Stores;

public abstract partial class StoreCompliance
{
    [Fact]
    public virtual async Task Changes_come_once_oldest_first_and_as_they_are_now()
    {
        await SavedAsync(Create("b", """{"n":1}"""));
        await SavedAsync(Create("a", """{"n":2}"""));
        var (changes, next) = await ChangesAsync(null);
        Assert.Equal([("b", 1), ("a", 2)], changes);
        (changes, next) = await ChangesAsync(next);
        Assert.Empty(changes);

        await SavedAsync(Put("b", """{"n":3}"""));
        await SavedAsync(Put("b", """{"n":4}"""));
        await SavedAsync(Create("c", """{"n":5}"""));
        (changes, next) = await ChangesAsync(next);
        Assert.Equal([("b", 4), ("c", 5)], changes);
        Assert.Empty((await ChangesAsync(next)).Changes);
        Assert.Equal([("a", 2), ("b", 4), ("c", 5)], (await ChangesAsync(null)).Changes);
    }

    [Fact]
    public virtual async Task Changes_are_read_in_pages()
    {
        for (var n = 0; n < 5; n++) await SavedAsync(Create($"k|{n}", $$"""{"n":{{n}}}"""));
        var seen = new List<int>();
        string? next = null;
        for (var page = 0; page < 10 && seen.Count < 5; page++)
        {
            (var changes, next) = await ChangesAsync(next, take: 2);
            Assert.True(changes.Count <= 2);
            seen.AddRange(changes.Select(change => change.N));
        }
        Assert.Equal([0, 1, 2, 3, 4], seen);
    }

    [Fact]
    public virtual async Task Deletions_and_other_partitions_are_no_changes()
    {
        var etag = (await SavedAsync(Create("a", """{"n":1}""")))[0];
        await SaveAsync(new Partition(Team.Key + "-west"), Create("b", """{"n":2}"""));
        var (_, next) = await ChangesAsync(null);
        await SavedAsync(Delete("a", etag));
        Assert.Empty((await ChangesAsync(next)).Changes);
        Assert.Empty((await ChangesAsync(null)).Changes);
        await SavedAsync(Create("a", """{"n":3}"""));
        Assert.Equal([("a", 3)], (await ChangesAsync(next)).Changes);
    }

    [Fact]
    public virtual async Task Changes_can_be_followed_after_reopening()
    {
        await SavedAsync(Create("a", """{"n":1}"""));
        var (_, next) = await ChangesAsync(null);
        await CloseAsync();
        Store = await OpenAsync();
        await SavedAsync(Create("b", """{"n":2}"""));
        Assert.Equal([("b", 2)], (await ChangesAsync(next)).Changes);
    }

    private async Task<(List<(string Id, int N)> Changes, string Next)> ChangesAsync(string? since, int take = 100)
    {
        var page = await Store.ChangesAsync(Team, since, take, None);
        return ([.. page.Documents.Select(document => (document.Id, Count(document)))], page.Next);
    }
}
