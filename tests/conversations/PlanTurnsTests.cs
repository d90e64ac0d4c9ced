using SalesBot.Data;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using Xunit;

namespace SalesBot.Tests.Conversations;

/// <summary>A plan for an account with history asks for what only the account manager knows, and nothing else.</summary>
public sealed class PlanTurnsTests
{
    private const int MostTurns = 8;

    [Theory]
    [InlineData("Anna", "Philips")]
    [InlineData("Anna", "Achmea")]
    [InlineData("Anna", "ASML")]
    public async Task A_plan_for_an_account_with_history_is_complete_in_at_most_eight_turns(string who, string account)
    {
        await using var talk = await Talk.BeginAsync();
        // A bad mark, a rival and a complaint are history too.
        await talk.SayAsync(who, $"Klacht van {account}: de zaal was gisteren te koud");
        await talk.SayAsync(who, "ja");
        var turns = 0;
        async Task Say(string words)
        {
            turns++;
            await talk.SayAsync(who, words);
        }
        await Say($"Maak een accountplan voor {account}");
        while (talk.Last.Trace.Wrote.All(record => record.Kind != "account-plan"))
        {
            Assert.InRange(turns, 1, MostTurns - 1);
            await Say(talk.Last.Trace.Asking switch
            {
                "amount" => "30.000",
                "plan_cost" => "1.500",
                "detail" => "5 voor 1 oktober, omdat de klant dat vroeg in het laatste bezoek",
                "confirm" when turns == 3 => "doel: 3 congressen voor 1 november, omdat hun nieuwe campus opent",
                _ => "ja",
            });
        }
        var plan = Assert.Single(await talk.Store.ListAsync(talk.Corporate, Kinds.AccountPlan, "", 10, CancellationToken.None)).Record;
        Assert.Equal(PlanStatus.Submitted, plan.Status);
        Assert.InRange(turns, 3, MostTurns);
        // Complete: money, substantiated objectives of which all but the added one rest on records, actions with a day, and who is around.
        var version = plan.Current;
        Assert.Equal((30_000m, 1_500m), (version.Revenue, version.Cost));
        Assert.InRange(version.Objectives.Count, 2, 6);
        Assert.All(version.Objectives, objective => Assert.True(objective.IsSubstantiated, objective.What));
        Assert.Contains(version.Objectives, objective => objective.IsSupportedOn(new(2026, 3, 4)));
        Assert.NotEmpty(version.Actions);
        Assert.All(version.Actions, action => Assert.InRange(action.Due!.Value, new DateOnly(2026, 3, 4), plan.To));
        Assert.NotEmpty(version.Risks);
        Assert.NotEmpty(version.Stakeholders);
    }
}
