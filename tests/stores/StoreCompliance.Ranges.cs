using System.Text.Json.Nodes;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Stores;

public abstract partial class StoreCompliance
{
    // In the order in which they compare ordinally.
    private static readonly string[] Ordered = ["k|!", "k|-1", "k|10", "k|9", "k|A", "k|Z", "k|_", "k|a", "k|a b", "k|a!", "k|ab", "k||"];

    [Fact]
    public async Task Ids_are_ordered_by_their_characters_not_by_a_language()
    {
        foreach (var id in Enumerable.Reverse(Ordered)) await SavedAsync(Create(id));
        Assert.Equal(Ordered, await IdsAsync(IdRange.Prefix("k|")));
        Assert.Equal(Enumerable.Reverse(Ordered), await IdsAsync(IdRange.Prefix("k|", descending: true)));
    }

    [Fact]
    public async Task A_range_includes_its_beginning_and_excludes_its_end()
    {
        foreach (var id in (string[])["j", "k|1", "k|2", "k|3", "l"]) await SavedAsync(Create(id));
        Assert.Equal(["k|1", "k|2"], await IdsAsync(new("k|1", "k|3")));
        Assert.Equal(["k|2", "k|1"], await IdsAsync(new("k|1", "k|3", Descending: true)));
        Assert.Equal(["k|1", "k|2", "k|3"], await IdsAsync(IdRange.Prefix("k|")));
        Assert.Equal(["j", "k|1", "k|2", "k|3", "l"], await IdsAsync(new("", "~~~")));
        Assert.Empty(await IdsAsync(new("k|2", "k|2")));
        Assert.Empty(await IdsAsync(new("k|3", "k|1")));
    }

    [Fact]
    public async Task No_more_is_read_than_asked()
    {
        foreach (var id in (string[])["k|1", "k|2", "k|3"]) await SavedAsync(Create(id));
        Assert.Equal(["k|1", "k|2"], await IdsAsync(IdRange.Prefix("k|"), take: 2));
        Assert.Equal(["k|3", "k|2"], await IdsAsync(IdRange.Prefix("k|", descending: true), take: 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public virtual async Task A_long_list_is_read_page_by_page_without_a_gap_or_a_double(bool descending)
    {
        // Where the first page ends, an id that only goes on with a space.
        var ids = Enumerable.Range(0, 449).Select(number => $"k|{number:0000}").Append("k|0199 b").Order(StringComparer.Ordinal).ToArray();
        foreach (var chunk in ids.Chunk(90)) await SavedAsync([.. chunk.Select(id => Create(id))]);
        var read = await Store.ListAsync(Team, IdRange.Prefix("k|", descending), 1000, None);
        Assert.Equal(descending ? ids.Reverse() : ids, read.Select(document => document.Id));
        Assert.Equal(430, (await Store.ListAsync(Team, IdRange.Prefix("k|", descending), 430, None)).Count);
    }

    [Fact]
    public async Task A_range_brings_bodies_and_versions()
    {
        var etag = (await SavedAsync(new Write("k|1", 3, """{"a":"ü"}"""u8.ToArray(), null)))[0];
        var found = Assert.Single(await Store.RangeAsync(Team, IdRange.Prefix("k|"), 10, None));
        Assert.Equal(("k|1", 3, etag), (found.Id, found.Schema, found.ETag));
        Assert.Equal("ü", (string?)JsonNode.Parse(found.Body.Span)!["a"]);
    }
}
