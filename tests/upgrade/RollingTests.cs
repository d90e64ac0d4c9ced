using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Upgrade;

/// <summary>Two releases beside each other on one store, as during an update.</summary>
public sealed class RollingTests
{
    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task What_a_newer_release_added_survives_a_change_by_this_one(Edition edition)
    {
        await using var talk = await Talk.BeginAsync(edition);
        await talk.SayAsync("Anna", "Herinner me maandag aan het contract van Achmea");
        await talk.SayAsync("Anna", "ja");
        var task = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.FollowUp, "", 1000, default), one => one.Record.What.Contains("contract", StringComparison.Ordinal));
        var newer = JsonNode.Parse(task.Body!.Value.Span)!;
        (newer["priority"], newer["labels"]) = ("hoog", new JsonArray("a", new JsonObject { ["b"] = 1 }));
        await SaveAsync(talk, new(task.Id, Kinds.FollowUp.Schema + 1, Encoding.UTF8.GetBytes(newer.ToJsonString()), task.ETag));

        // Done tasks are listed apart: it moves as well.
        await talk.SayAsync("Anna", "het contract van Achmea is gedaan");
        await talk.SayAsync("Anna", "ja");
        var done = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.FollowUp, "", 1000, default), one => one.Record.Id == task.Record.Id);
        Assert.NotNull(done.Record.DoneAt);
        using var body = JsonDocument.Parse(done.Body!.Value);
        Assert.Equal("hoog", body.RootElement.GetProperty("priority").GetString());
        Assert.Equal("""["a",{"b":1}]""", body.RootElement.GetProperty("labels").GetRawText());
    }

    [Fact]
    public async Task A_record_of_a_release_that_is_further_ahead_is_not_guessed_at()
    {
        await using var talk = await Talk.BeginAsync();
        var account = (await talk.Store.FindAsync(talk.Corporate, Kinds.Account, "A-1004", default))!;
        await SaveAsync(talk, new(account.Id, Kinds.Account.Schema + 2, account.Body!.Value, account.ETag));
        var refused = await Assert.ThrowsAsync<JsonException>(() => talk.Store.FindAsync(talk.Corporate, Kinds.Account, "A-1004", default));
        Assert.Contains("newer SalesBot", refused.Message, StringComparison.Ordinal);
    }

    private static async Task SaveAsync(Talk talk, Write write) =>
        Assert.IsType<SaveResult.Saved>(await talk.Store.SaveAsync(talk.Corporate, Guid.NewGuid().ToString("N"), [write], default));
}
