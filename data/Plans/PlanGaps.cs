namespace SalesBot.Data.Plans;

/// <summary>What an objective may miss to be substantiated.</summary>
public enum PlanGap { Number, Date, Owner, Evidence }

/// <summary>An objective that can not be submitted yet.</summary>
/// <param name="Number">Its place in the plan, from 1.</param>
public sealed record PlanFlaw(int Number, PlanObjective Objective, IReadOnlyList<PlanGap> Missing);

/// <summary>The check before a plan is submitted.</summary>
public static class PlanGaps
{
    public static IReadOnlyList<PlanGap> Of(PlanObjective objective)
    {
        var gaps = new List<PlanGap>();
        if (objective.Number is null) gaps.Add(PlanGap.Number);
        if (objective.Date is null) gaps.Add(PlanGap.Date);
        if (objective.Owner is null) gaps.Add(PlanGap.Owner);
        if (objective.Proof.Count == 0) gaps.Add(PlanGap.Evidence);
        return gaps;
    }

    public static IReadOnlyList<PlanFlaw> In(IReadOnlyList<PlanObjective> objectives) =>
        [.. objectives.Select((objective, i) => new PlanFlaw(i + 1, objective, Of(objective))).Where(flaw => flaw.Missing.Count > 0)];
}
