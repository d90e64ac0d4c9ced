using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Exchange;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Tests.Stores;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>Each quote version gets one decision, also where all press at once over HTTP.</summary>
public sealed class DecisionRaceTests
{
    private const int Presses = 16;

    [Theory]
    [InlineData(Edition.Sqlite, 20)]
    [InlineData(Edition.Cosmos, 10)]
    public async Task Parallel_presses_give_exactly_one_decision(Edition edition, int rounds)
    {
        await using var bot = await WholeBot.StartAsync(edition);
        TeamsClient[] people = [bot.Sven, bot.Client(Person.Ingrid), bot.Anna];
        for (var round = 0; round < rounds; round++)
        {
            var number = await bot.SubmitAsync();
            var data = new JsonObject { ["quote"] = number, ["team"] = "corporate", ["version"] = 1, ["reason"] = "Te krap" };
            var decisions = await DecisionsAsync(bot, number);
            var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(i => people[i % people.Length].PressAsync(
                i % 2 == 0 ? "approval.approve" : "approval.reject", data, $"race-{round}-{i / 2 * 2}")));

            Assert.All(answers, answer => Assert.Equal(200, answer.Status));
            var approval = Assert.Single(await bot.HeldAsync(Kinds.Approval, number + "|"));
            Assert.True(approval.State is ApprovalState.Approved or ApprovalState.Rejected);
            Assert.NotEqual(Person.Anna.ObjectId, approval.DecidedBy?.Value);
            Assert.Equal(decisions + 1, await DecisionsAsync(bot, number));
            var quote = Assert.Single(await bot.HeldAsync(Kinds.Quote, number));
            Assert.Equal(approval.State == ApprovalState.Approved ? QuoteStatus.Approved : QuoteStatus.Refused, quote.Status);
        }
        await Checks.Invariants.HoldAsync(bot.Store, DemoOrganisation.Tenant);
    }

    [Fact]
    public async Task One_press_that_arrives_many_times_at_once_is_answered_alike()
    {
        await using var bot = await WholeBot.StartAsync(Edition.Sqlite);
        var number = await bot.SubmitAsync();
        var data = new JsonObject { ["quote"] = number, ["team"] = "corporate", ["version"] = 1 };
        var answers = await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => bot.Sven.PressAsync("approval.approve", data, "one-press")));
        Assert.All(answers, answer => Assert.True(answer.IsCard && JsonElement.DeepEquals(answers[0].Value, answer.Value)));
        Assert.Equal(2, await DecisionsAsync(bot, number));
    }

    /// <summary>Entries about its approval: one for the request, one for a decision.</summary>
    private static async Task<int> DecisionsAsync(WholeBot bot, string number) =>
        (await bot.HeldAsync(AuditEntry.Kind)).Count(entry => entry.Records.Any(record => record.Kind == "approval" && record.Id.Contains(number, StringComparison.Ordinal)));
}
