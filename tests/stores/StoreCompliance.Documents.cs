using System.Text.Json.Nodes;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Stores;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task What_is_not_there_is_not_found() => Assert.Null(await FindAsync("visit|none"));

    [Fact]
    public async Task What_is_created_is_found()
    {
        var etag = Assert.Single(await SavedAsync(new Write("visit|1", 7, """{"a":1}"""u8.ToArray(), null)));
        var found = await FindAsync("visit|1");
        Assert.Equal(("visit|1", 7, etag), (found!.Id, found.Schema, found.ETag));
        Assert.Equal("""{"a":1}""", await BodyAsync("visit|1"));
    }

    [Fact]
    public async Task A_document_is_created_once()
    {
        await SavedAsync(Create("visit|1", """{"a":1}"""));
        await ConflictsAsync("visit|1", Create("visit|1", """{"a":2}"""));
        Assert.Equal("""{"a":1}""", await BodyAsync("visit|1"));
    }

    [Fact]
    public async Task A_stale_version_is_not_overwritten()
    {
        var first = (await SavedAsync(Create("quote|1", """{"a":1}""")))[0];
        var second = (await SavedAsync(Replace("quote|1", first, """{"a":2}""")))[0];
        Assert.NotEqual(first, second);
        await ConflictsAsync("quote|1", Replace("quote|1", first, """{"a":3}"""));
        Assert.Equal("""{"a":2}""", await BodyAsync("quote|1"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_replaced()
    {
        var etag = (await SavedAsync(Create("quote|1")))[0];
        await ConflictsAsync("quote|2", Replace("quote|2", etag));
        Assert.Null(await FindAsync("quote|2"));
    }

    [Fact]
    public async Task Any_version_may_be_put_over()
    {
        await SavedAsync(Put("state|1", """{"a":1}"""));
        await SavedAsync(Put("state|1", """{"a":2}"""));
        Assert.Equal("""{"a":2}""", await BodyAsync("state|1"));
    }

    [Fact]
    public async Task A_deleted_document_is_gone_and_may_come_again_as_another_version()
    {
        var etag = (await SavedAsync(Create("visit|1")))[0];
        Assert.Equal([""], await SavedAsync(Delete("visit|1", etag)));
        Assert.Null(await FindAsync("visit|1"));
        var again = (await SavedAsync(Create("visit|1")))[0];
        Assert.NotEqual(etag, again);
    }

    [Fact]
    public async Task A_stale_version_is_not_deleted()
    {
        var first = (await SavedAsync(Create("visit|1")))[0];
        await SavedAsync(Replace("visit|1", first, """{"a":2}"""));
        await ConflictsAsync("visit|1", Delete("visit|1", first));
        await ConflictsAsync("visit|2", Delete("visit|2", first));
        Assert.NotNull(await FindAsync("visit|1"));
    }

    [Fact]
    public async Task Deleting_whatever_is_there_does_not_mind_that_nothing_is()
    {
        await SavedAsync(Create("visit|1"));
        Assert.Equal([""], await SavedAsync(Delete("visit|1", Write.Any)));
        Assert.Equal([""], await SavedAsync(Delete("visit|1", Write.Any)));
        Assert.Null(await FindAsync("visit|1"));
    }

    [Fact]
    public virtual async Task A_save_is_all_or_nothing()
    {
        var etags = await SavedAsync(Create("quote|1"), Create("quote|2"));
        await ConflictsAsync(
            "quote|2", Create("outbox|1"), Replace("quote|1", etags[0], """{"a":9}"""), Replace("quote|2", Stale), Create("audit|1"));
        Assert.Equal("{}", await BodyAsync("quote|1"));
        Assert.Null(await FindAsync("outbox|1"));
        Assert.Null(await FindAsync("audit|1"));
    }

    [Fact]
    public virtual async Task A_save_tells_the_version_of_each_document()
    {
        var first = await SavedAsync(Create("quote|1"), Create("quote|2"), Create("quote|3"));
        var second = await SavedAsync(Delete("quote|2", first[1]), Put("quote|4"), Delete("quote|5", Write.Any), Replace("quote|1", first[0]));
        Assert.Equal(["", (await FindAsync("quote|4"))!.ETag, "", (await FindAsync("quote|1"))!.ETag], second);
        Assert.Equal(first[2], (await FindAsync("quote|3"))!.ETag);
    }

    [Fact]
    public async Task Bodies_keep_every_character()
    {
        var body = """{"nl":"Café ’t Hoekje €12,50","emoji":"👩‍💼🏨","hidden":"a\u0000b\u202Ec\u007F","nested":{"list":[1,-2.5,true,null,"\"\\/"]},"empty":{},"op":"x","_etag":"y"}""";
        await SavedAsync(Create("visit|1", body));
        var stored = await BodyAsync("visit|1");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(stored!)), stored);
    }

    [Fact]
    public async Task Partitions_know_nothing_of_each_other()
    {
        var other = new Partition(Team.Key + "-west");
        await SavedAsync(Create("visit|1", """{"team":"noord"}"""));
        Assert.IsType<SaveResult.Saved>(await SaveAsync(other, Create("visit|1", """{"team":"west"}"""), Create("visit|2")));
        Assert.Equal("""{"team":"noord"}""", await BodyAsync("visit|1"));
        Assert.Null(await FindAsync("visit|2"));
        Assert.Equal(["visit|1"], await IdsAsync(IdRange.Prefix("visit|")));
    }

    [Fact]
    public async Task Data_survives_reopening()
    {
        var etag = (await SavedAsync(Create("visit|1", """{"a":1}""")))[0];
        await CloseAsync();
        Store = await OpenAsync();
        Assert.Equal("""{"a":1}""", await BodyAsync("visit|1"));
        await SavedAsync(Replace("visit|1", etag, """{"a":2}"""));
        await ConflictsAsync("visit|1", Replace("visit|1", etag));
    }
}
