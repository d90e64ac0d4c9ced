using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Checks;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using SalesBot.Tests.Whole;
using Xunit;

namespace SalesBot.Tests.Upgrade;

/// <summary>What earlier releases wrote is read whole, and talks that were under way go on.</summary>
public sealed class ReleaseTests
{
    public static TheoryData<string> Versions => [.. Releases.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_field_of_a_release_is_read_and_written_back(string version)
    {
        Assert.All(Releases.KindsOf(version), document =>
        {
            var kind = Assert.Single(Releases.Known[(document.Partition.EndsWith("directory", StringComparison.Ordinal) && document.Kind is "conversation" or "personal" or "service-url", document.Kind)]);
            var record = kind.ReadBody(document.Bytes);
            var again = JsonNode.Parse((byte[])kind.GetType().GetMethod(nameof(Kind<Visit>.Body), [record.GetType()])!.Invoke(kind, [record])!);
            Assert.True(JsonNode.DeepEquals(document.Body, again), $"{document.Id}:\n{document.Body.ToJsonString()}\n{again!.ToJsonString()}");
        });
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_talk_that_a_release_began_is_ended_by_this_one(string version)
    {
        foreach (var edition in Enum.GetValues<Edition>())
        {
            var store = edition == Edition.Sqlite ? await TestStores.Sqlite() : await TestStores.CosmosDouble();
            var written = await Releases.StoreOfAsync(version);
            await Releases.FillAsync(store, written);
            await using var host = await BotHost.StartAsync(new() { Store = store, NoUsers = true, Settings = new() { ["SalesBot:Development:Now"] = "2026-03-04T11:00" } });
            // The same chats: a chat is told by the connector's address as well.
            var connector = (string)written.First(one => one.Kind == "personal").Body["serviceUrl"]!;
            TeamsClient Of(Person person) => new(host.Http, connector, person);

            // Anna's preview of a follow-up waits for her yes, Daan's form for an answer.
            var confirmed = await Of(Person.Anna).SayAsync("ja");
            Assert.True(confirmed.Wrote is ["follow-up"], confirmed.Words);
            Assert.Equal("log_visit", (await Of(Person.Daan).SayAsync("KPMG, gisteren, met Thomas van der Laan")).Trace.GetProperty("flow").GetString());

            // The card that Sven got from that release still decides.
            var pressed = await Of(Person.Sven).PressAsync(await Releases.CardOfAsync(version), "approval.approve");
            Assert.Equal(200, pressed.Status);
            var approval = written.Single(one => one.Kind == Kinds.Approval.Name);
            var decided = await store.FindAsync(WholeBot.Corporate, Kinds.Approval, approval.Id[(approval.Kind.Length + 1)..], CancellationToken.None);
            Assert.Equal(ApprovalState.Approved, decided!.Record.State);
            await Invariants.HoldAsync(store, Talk.Tenant, read => read.With(delivers: false));
        }
    }
}
