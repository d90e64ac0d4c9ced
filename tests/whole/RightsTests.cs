using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Tests.Approvals;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>Who may do what, through the front door; and what a client makes up does nothing.</summary>
public sealed class RightsTests
{
    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task A_button_with_made_up_data_does_nothing(Edition edition)
    {
        await using var bot = await WholeBot.StartAsync(edition);
        var visit = await bot.Anna.SayAsync("Bij Achmea geweest, gesproken met Emma van Dam, 20 kamers");
        var number = await SecondQuoteAsync(bot);
        var done = await AnotherVisitAsync(bot);
        var approval = new JsonObject { ["quote"] = number, ["team"] = "corporate", ["version"] = 1 };
        var flow = CardData(visit.Card, "flow.confirm");
        var undo = CardData(done.Card, "write.undo");
        var before = await bot.RecordsAsync();

        foreach (var verb in (string[])["approval.approve", "approval.reject", "approval.return"]) await TamperAsync(bot.Sven, verb, approval, "reason", "question");
        foreach (var verb in (string[])["quote.send", "quote.withdraw", "quote.submit", "quote.outcome"]) await TamperAsync(bot.Anna, verb, approval, "answer", "outcome");
        await TamperAsync(bot.Daan, "flow.confirm", flow);
        await TamperAsync(bot.Anna, "flow.confirm", flow);
        await TamperAsync(bot.Anna, "write.undo", undo);
        await TamperAsync(bot.Daan, "write.undo", undo);
        foreach (var verb in (string[])["approval.APPROVE", "approval.approve ", "approval", "flow.finish", "quote.approve", " ", "💥"])
        {
            var odd = await bot.Sven.PressAsync(verb, approval);
            Assert.NotEqual(500, odd.Status);
        }
        Assert.Empty(Changed(before, await bot.RecordsAsync()));

        // And with what the card said, it still works.
        Assert.True((await bot.Sven.PressAsync("approval.approve", approval)).IsCard);
        Assert.NotEmpty(Changed(before, await bot.RecordsAsync()));
    }

    /// <summary>A press acts in the team it names only where it is about a quote of that team.</summary>
    [Theory]
    [InlineData(Edition.Sqlite)]
    [InlineData(Edition.Cosmos)]
    public async Task A_team_added_to_a_button_moves_nothing_there(Edition edition)
    {
        await using var bot = await WholeBot.StartAsync(edition);
        var preview = await bot.Anna.SayAsync("Bij Achmea geweest, gesproken met Emma van Dam, 20 kamers");
        var before = await bot.RecordsAsync();
        var data = CardData(preview.Card, "flow.confirm");
        data["team"] = "events";
        var saved = await bot.Anna.PressAsync("flow.confirm", data);
        Assert.Equal(200, saved.Status);
        var after = await bot.RecordsAsync();
        Assert.All(after.Keys.Except(before.Keys), key => Assert.StartsWith(WholeBot.Corporate.Key, key));
        Assert.Contains(after.Keys.Except(before.Keys), key => key.Contains(" visit|", StringComparison.Ordinal));

        var undo = CardData(saved.Value, "write.undo");
        undo["team"] = "events";
        Assert.Contains("ngedaan", (await bot.Anna.PressAsync("write.undo", undo)).Words);
        Assert.DoesNotContain((await bot.RecordsAsync()).Keys.Except(before.Keys), key => key.Contains(" visit|", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Anna", false)]
    [InlineData("Daan", false)]
    [InlineData("Gijs", false)]
    [InlineData("Eva", false)]
    [InlineData("Femke", false)]
    [InlineData("Lotte", false)]
    [InlineData("Sven", true)]
    [InlineData("Ingrid", true)]
    public async Task Only_a_supervisor_above_the_requester_decides(string name, bool mayDecide)
    {
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite);
        var number = await bot.SubmitAsync();
        var person = name switch
        {
            "Anna" => Person.Anna,
            "Daan" => Person.Daan,
            "Gijs" => Person.Gijs,
            "Eva" => Person.Eva,
            "Femke" => Person.Femke,
            "Lotte" => Person.Lotte,
            "Sven" => Person.Sven,
            _ => Person.Ingrid,
        };
        var answer = await bot.Client(person).PressAsync(
            "approval.approve",
            // What a card would never say: who may.
            new JsonObject { ["quote"] = number, ["team"] = "corporate", ["version"] = 1, ["approver"] = person.ObjectId, ["role"] = "supervisor", ["amount"] = 1 });
        Assert.Equal(200, answer.Status);
        var approval = Assert.Single(await bot.HeldAsync(Kinds.Approval, number + "|"));
        Assert.Equal(mayDecide ? ApprovalState.Approved : ApprovalState.Waiting, approval.State);
        if (name is "Eva" or "Femke" or "Lotte") Assert.DoesNotContain("Achmea", answer.Words);
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_directory_is_refused_and_nothing_else()
    {
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite);
        var number = await bot.SubmitAsync();
        var stranger = bot.Client(new("deadbeef-0000-4000-8000-000000000001", "Anna Visser", "en-US"));
        var before = await bot.RecordsAsync();
        var answer = await stranger.SayAsync("Just visited Philips, spoke with Jan de Vries");
        Assert.Equal("unknown_person", answer.Refused);
        Assert.Contains("don't know you", answer.Words);
        Assert.DoesNotContain("Philips", answer.Words);
        var press = await stranger.PressAsync("approval.approve", new JsonObject { ["quote"] = number, ["team"] = "corporate", ["version"] = 1 });
        Assert.False(press.IsCard);
        Assert.Empty(Changed(before, await bot.RecordsAsync()));
    }

    [Theory]
    [InlineData("other", "other")]
    [InlineData("other", null)]
    [InlineData(null, "other")]
    [InlineData(null, null)]
    [InlineData("own", "other")]
    [InlineData("other", "own")]
    public async Task Another_tenant_is_refused(string? conversation, string? channel)
    {
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite);
        string? Id(string? which) => which switch { "other" => "0ddba11e-0000-4000-8000-000000000001", "own" => WholeBot.Corporate.Key.Split(':')[0], _ => null };
        var message = bot.Anna.Message("Bij Achmea geweest");
        message["conversation"]!["tenantId"] = Id(conversation);
        message["channelData"] = Id(channel) is { } tenant ? new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } } : null;
        using var answer = await bot.Anna.PostAsync(message);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(bot.Connector.Requests);
    }

    [Fact]
    public async Task Each_speaker_of_a_channel_has_a_talk_of_their_own_and_their_own_language()
    {
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite);
        var before = await bot.HeldAsync(Kinds.Visit);
        var mine = await bot.Anna.SayAsync("Bij Achmea geweest, gesproken met Emma van Dam", inChannel: true);
        Assert.Equal("confirm", mine.Asking);
        var other = await bot.Daan.SayAsync("yes", inChannel: true);
        Assert.Empty(other.Wrote);
        // Nor by the other's hand on the card that all of them see.
        var press = await bot.Daan.PressAsync("flow.confirm", CardData(mine.Card, "flow.confirm"), inChannel: true);
        Assert.Equal(200, press.Status);
        Assert.Equal(before.Count, (await bot.HeldAsync(Kinds.Visit)).Count);
        Assert.Equal(["visit"], (await bot.Anna.SayAsync("ja", inChannel: true)).Wrote);
        Assert.Contains("English", (await bot.Anna.SayAsync("talk English please")).Words);
        Assert.Contains("What you can ask", (await bot.Anna.SayAsync("help")).Words);
    }

    private static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Except(after).Concat(after.Except(before)).Select(record => record.Key).Distinct()];

    private static async Task TamperAsync(TeamsClient client, string verb, JsonObject data, params string[] also)
    {
        foreach (var field in data.Select(entry => entry.Key).Concat(also).ToList())
            foreach (var (odd, changed) in OddValues.Of(data, field))
            {
                // What is typed is free: with the right version it would do what the button says.
                if (also.Contains(field)) changed["version"] = 7;
                var answer = await client.PressAsync(verb, changed);
                Assert.True(answer.Status == 200, $"{verb} with {field} {odd ?? "missing"}: {answer.Words}");
            }
    }

    private static JsonObject CardData(JsonElement card, string verb) => JsonNode.Parse(CardReading.DataOf(card, verb)!.Value.GetRawText())!.AsObject();

    /// <summary>From the channel, where it does not disturb what is open in the chat.</summary>
    private static async Task<string> SecondQuoteAsync(WholeBot bot)
    {
        await bot.Anna.SayAsync("Offerte voor Achmea, 20 kamers, 1 nacht vanaf 6 mei", inChannel: true);
        var submitted = await bot.Anna.SayAsync("ja", inChannel: true);
        return submitted.Trace.GetProperty("wrote")[0].GetProperty("id").GetString()!;
    }

    private static async Task<Answer> AnotherVisitAsync(WholeBot bot)
    {
        await bot.Anna.SayAsync("Bij Philips geweest, gesproken met Jan de Vries", inChannel: true);
        return await bot.Anna.SayAsync("ja", inChannel: true);
    }
}
