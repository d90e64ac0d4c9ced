namespace SalesBot.Data.Indicators;

/// <summary>How good account plans and proposals are.</summary>
internal static class PlanIndicators
{
    public static IEnumerable<Reckoned> Of(Facts facts)
    {
        var objectives = facts.Standing(Counter.Objectives);
        yield return Reckoned.Rate("plan_fit", facts.Standing(Counter.Supported), objectives, facts.UpToAt);
        yield return Coverage(facts);
        yield return Reckoned.Rate("proposals_adopted", facts[Counter.ProposalsAdopted], facts[Counter.ProposalsDecided])
            .With(new IndicatorPart("nog open", "still open", facts.Years.Now[Counter.ProposalsOpen], IndicatorUnit.Count));
        yield return Reckoned.Rate("plan_substantiation", facts.Standing(Counter.Substantiated), objectives, facts.UpToAt);
        var asked = facts[Counter.Asked];
        yield return Reckoned.Rate("plan_acceptance", facts[Counter.PlansFirstPass], facts[Counter.PlansSubmitted])
            .With(new IndicatorPart("belanghebbenden die het eens zijn", "stakeholders who agree", Reckoning.Percent(facts[Counter.Agree], asked), IndicatorUnit.Percent))
            .Saying(asked == 0, "er is geen belanghebbende gevraagd", "no stakeholder was asked");
    }

    private static Reckoned Coverage(Facts facts)
    {
        var planned = facts[Counter.PlanRevenue];
        var realised = facts.Months.Where(month => facts.Span.Reach.Contains(month.Key)).Sum(month => month.Value.Sum(Counter.AnyRevenue));
        // What has no day may still come within a period that is not over.
        var pipeline = facts.Months.Where(month => month.Key >= Reckoning.MonthOf(facts.Today)).Sum(month => month.Value[Counter.Pipeline])
            + (facts.Span.Whole.To >= facts.Today ? facts.Years.Now[Counter.Pipeline] : 0);
        return new Reckoned("plan_coverage", facts.Target is { } target ? Reckoning.Percent(planned, target) : null, (int)facts.Standing(Counter.Plans))
            .With(
                new IndicatorPart("geplande omzet", "planned revenue", planned, IndicatorUnit.Euro),
                new IndicatorPart("geplande marge", "planned margin", planned - facts[Counter.PlanCost], IndicatorUnit.Euro, IsMargin: true),
                new IndicatorPart("gewogen pijplijn", "weighted pipeline", pipeline, IndicatorUnit.Euro),
                new IndicatorPart("gat tot het doel", "gap to the target", facts.Target - (realised + pipeline), IndicatorUnit.Euro))
            .Saying(planned == 0, "er is geen goedgekeurd plan voor deze periode", "there is no approved plan for this period")
            .Saying(facts.Target is null, "er is geen doel vastgelegd", "no target is set");
    }
}
