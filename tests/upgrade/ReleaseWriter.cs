using System.Text.Json;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Checks;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Exchange;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Whole;
using Xunit;

namespace SalesBot.Tests.Upgrade;

/// <summary>Not a test: at a release, <c>SALESBOT_RELEASE=1.2.3 ./test.sh upgrade</c> keeps what it leaves in stores, for the tests of all that come after it.</summary>
public sealed class ReleaseWriter
{
    [Fact]
    public async Task What_this_release_leaves_is_kept()
    {
        if (Environment.GetEnvironmentVariable(Releases.Variable) is not { Length: > 0 } version)
        {
            Assert.Skip($"{Releases.Variable} is not set: this is for a release");
            return;
        }
        var (worked, card) = await WorkedAsync();
        await Releases.WriteCardAsync(version, card);
        await Releases.WriteStoreAsync(version, worked);
        List<WrittenDocument> all = [.. worked];
        foreach (var talk in WholeTenantTests.Talks) await Transcript.PlayAsync(talk, Edition.Sqlite, after: async played => all.AddRange(await Releases.ReadAsync(played.Store)));
        // The fullest of each kind says most.
        await Releases.WriteKindsAsync(version, all.GroupBy(one => (one.Partition.EndsWith("directory", StringComparison.Ordinal), one.Kind))
            .SelectMany(kind => kind.OrderByDescending(one => one.Bytes.Length).DistinctBy(one => one.Id).Take(2)));
    }

    /// <summary>A morning's work with a preview that waits for Anna's yes, a form of Daan's that waits for an answer, and a request that waits for Sven.</summary>
    private static async Task<(IReadOnlyList<WrittenDocument>, JsonElement)> WorkedAsync()
    {
        await using var demo = await DemoStore.NewAsync(Edition.Sqlite);
        var store = demo.Store;
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await BotHost.StartAsync(new() { Store = store, NoUsers = true, Settings = new() { ["SalesBot:Development:Now"] = WholeBot.Now } }, connector);
        var story = new Story(connector, () => host.Http);
        await story.InstallAsync(Person.Anna, Person.Sven, Person.Daan, Person.Eva);
        await story.SayAsync(Person.Anna, "Bij Philips geweest, gesproken met Jan de Vries. 40 kamers in maart, ze kijken ook naar Van der Valk. Volgende week offerte sturen.");
        await story.SayAsync(Person.Anna, "ja");
        await story.SayAsync(Person.Anna, "Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei");
        await story.SayAsync(Person.Anna, "ja");
        await story.SayAsync(Person.Anna, "Herinner me maandag aan het contract van Achmea");
        await story.SayAsync(Person.Daan, "bezoek vastleggen");
        await WholeBot.UntilAsync(async () => (await store.ListAsync(WholeBot.Corporate, OutboxMessage.Kind, "", 1, CancellationToken.None)).Count == 0);
        var sven = $"a:{Person.Sven.ObjectId}";
        return (await Releases.ReadAsync(store), connector.Requests.Last(request => request.Conversation == sven && request.Card is not null).Card!.Value);
    }
}
