using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Cards.Plans;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Plans;
using SalesBot.Tests.Conversations;
using Xunit;

namespace SalesBot.Tests.Plans;

/// <summary>What holds of account plans, whatever is said about them.</summary>
public sealed class PlanRulesTests
{
    private static readonly UserId Anna = new("anna"), Sven = new("sven");
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly PlanObjective Whole = new("o1", "Omzet 2026", 60_000, new(2026, 12, 31), Anna, [new("gesprek")]) { Measure = PlanMeasure.Revenue };

    [Fact]
    public void Each_missing_part_of_an_objective_is_named()
    {
        Assert.Empty(PlanGaps.Of(Whole));
        Assert.Equal([PlanGap.Number], PlanGaps.Of(Whole with { Number = null }));
        Assert.Equal([PlanGap.Date], PlanGaps.Of(Whole with { Date = null }));
        Assert.Equal([PlanGap.Owner], PlanGaps.Of(Whole with { Owner = null }));
        Assert.Equal([PlanGap.Evidence], PlanGaps.Of(Whole with { Evidence = [] }));
        var flaw = Assert.Single(PlanGaps.In([Whole, new("o2", "Meer congressen"), Whole]));
        Assert.Equal((2, 4), (flaw.Number, flaw.Missing.Count));
    }

    [Theory]
    [InlineData(20_000, ObjectiveStanding.Behind)]
    [InlineData(30_000, ObjectiveStanding.OnTrack)]
    [InlineData(60_000, ObjectiveStanding.Reached)]
    public void What_grows_is_compared_with_the_part_of_the_time_that_has_passed(int actual, ObjectiveStanding standing)
    {
        var progress = PlanProgress.Of(Whole, actual, new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 10));
        Assert.Equal(standing, progress.Standing);
        if (standing != ObjectiveStanding.Reached) Assert.Equal(29_753.42m, progress.Expected);
    }

    [Fact]
    public void After_its_day_an_objective_is_missed_and_before_its_time_it_has_not_begun()
    {
        Assert.Equal(ObjectiveStanding.Missed, PlanProgress.Of(Whole, 59_000, new(2026, 1, 1), new(2026, 12, 31), new(2027, 1, 3)).Standing);
        Assert.Equal(ObjectiveStanding.NotBegun, PlanProgress.Of(Whole, 0, new(2026, 4, 1), new(2026, 2, 28), new(2026, 3, 4)).Standing);
        Assert.Equal(ObjectiveStanding.NotMeasured, PlanProgress.Of(Whole with { Measure = null }, null, new(2026, 1, 1), new(2026, 2, 28), new(2026, 3, 4)).Standing);
    }

    [Fact]
    public void What_was_approved_holds_while_a_next_version_is_written_and_when_it_is_rejected()
    {
        var approved = PlanMatter.After(Plan(), Decision(1, ApprovalState.Approved));
        Assert.Equal((PlanStatus.Approved, 1), (approved.Status, approved.InForce!.Number));
        var next = approved with { Status = PlanStatus.Draft, Versions = [.. approved.Versions, approved.Current with { Number = 2, Revenue = 80_000 }] };
        Assert.Equal(60_000, next.InForce!.Revenue);
        var waiting = PlanMatter.After(next, Decision(2, ApprovalState.Waiting));
        Assert.Equal((PlanStatus.Submitted, 60_000m), (waiting.Status, waiting.InForce!.Revenue));
        Assert.Equal(60_000, PlanMatter.After(waiting, Decision(2, ApprovalState.Rejected)).InForce!.Revenue);
        Assert.Equal(80_000, PlanMatter.After(waiting, Decision(2, ApprovalState.Approved)).InForce!.Revenue);
    }

    [Fact]
    public void A_return_is_counted_and_its_words_are_kept()
    {
        var returned = PlanMatter.After(Plan(), Decision(1, ApprovalState.Returned) with { Reason = "Waarom geen F&B?" });
        Assert.Equal((PlanStatus.Returned, 1, "Waarom geen F&B?"), (returned.Status, returned.ReturnedCount, returned.Decision));
    }

    [Fact]
    public void An_approval_is_bound_to_what_was_planned_and_not_to_what_was_done_since()
    {
        var plan = Plan();
        string HashOf(PlanVersion version) => PlanMatter.Of(plan with { Versions = [version] }).ContentHash;
        var hash = HashOf(plan.Current);
        Assert.Equal(hash, HashOf(plan.Current with { Actions = [plan.Current.Actions[0] with { DoneAt = Now }] }));
        Assert.NotEqual(hash, HashOf(plan.Current with { Revenue = 60_001 }));
        Assert.NotEqual(hash, HashOf(plan.Current with { Objectives = [Whole with { Date = new(2026, 12, 30) }] }));
        Assert.NotEqual(hash, HashOf(plan.Current with { Risks = ["a", "b"] }));
        Assert.NotEqual(HashOf(plan.Current with { Risks = ["a", "b"] }), HashOf(plan.Current with { Risks = ["ab"] }));
    }

    [Fact]
    public void Its_cost_is_what_a_limit_is_compared_with() => Assert.Equal((5_000m, (decimal?)null), (PlanMatter.Of(Plan()).Value, PlanMatter.Of(Plan()).Discount));

    [Fact]
    public void A_channel_reads_neither_margin_nor_persons()
    {
        var plan = Plan();
        plan = plan with { Versions = [plan.Current with { Stakeholders = [new("Jan de Vries", true)] }] };
        string Read(Audience audience)
        {
            var body = PlanApproval.Of(plan, 1, audience, Language.English);
            return CardReading.Words(new AdaptiveCard("", [.. body.Figures, .. body.Content], []).ToJson());
        }
        Assert.All(new[] { "Jan de Vries", "€5,000", "€55,000", "gesprek", "Bezoek" }, secret => Assert.Contains(secret, Read(Audience.Approver), StringComparison.Ordinal));
        Assert.All(new[] { "Jan de Vries", "€5,000", "€55,000", "gesprek", "Bezoek" }, secret => Assert.DoesNotContain(secret, Read(Audience.Channel), StringComparison.Ordinal));
        Assert.Contains("Omzet 2026", Read(Audience.Channel), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_open_dated_actions_of_what_was_approved_are_to_be_followed_up_and_those_of_an_issue_by_the_issue_itself()
    {
        PlanAction[] actions =
        [
            new("a1", "Menu bespreken", null, new(2026, 4, 1)), new("a2", "Ooit eens langsgaan"), new("a3", "Bellen", Sven, new(2026, 4, 2), Now),
            new(PlanSteps.ActionFor("i1"), "Oplossen: koude zaal", Anna, new(2026, 4, 3)),
        ];
        var draft = Plan() with { Versions = [Plan().Current with { Actions = actions }] };
        Assert.Empty(PlanSteps.FollowUps(draft, Now));
        var approved = PlanMatter.After(draft, Decision(1, ApprovalState.Approved));

        var task = Assert.Single(PlanSteps.FollowUps(approved, Now));

        Assert.Equal((Anna, new DateOnly(2026, 4, 1), "Menu bespreken"), (task.Owner, task.Due, task.What));
        Assert.Equal((approved.Key, "a1"), (task.Step!.Plan, task.Step.Action));
    }

    [Fact]
    public void An_action_is_ticked_off_in_every_version_that_has_it_and_only_once()
    {
        var plan = Plan() with { Versions = [Plan().Current, Plan().Current with { Number = 2 }] };

        var done = PlanSteps.Done(plan, "a1", Now)!;

        Assert.All(done.Versions, version => Assert.Equal(Now, version.Actions.Single().DoneAt));
        Assert.Null(PlanSteps.Done(done, "a1", Now.AddDays(1)));
        Assert.Null(PlanSteps.Done(plan, "a9", Now));
    }

    private static AccountPlan Plan() => new(
        "p1", new("A-1"), Anna, new(2026, 1, 1), new(2026, 12, 31), PlanStatus.Draft,
        [new(1, [Whole], [new("a1", "Bezoek", Anna, new(2026, 4, 1))], 60_000, 5_000, [], [], [], Anna, Now)]);

    private static Approval Decision(int version, ApprovalState state) => new(
        PlanMatter.Of(Plan()).Subject, version, "", new("A-1"), Anna, [Anna], Sven, Now, state, [], Sven, Now.AddHours(1));
}
