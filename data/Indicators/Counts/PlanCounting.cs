using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Data.Proposals;

namespace SalesBot.Data.Indicators;

/// <summary>What proposals and account plans add.</summary>
internal static class PlanCounting
{
    public static void Add(Counts counts, Proposal proposal)
    {
        if (proposal.Status is ProposalStatus.Open) counts.AddNow(proposal.By, proposal.Account, Counter.ProposalsOpen);
        if (proposal.Status is ProposalStatus.Open || proposal.DecidedAt is not { } at) return;
        var decided = Reckoning.LocalDay(at);
        counts.Add(proposal.By, proposal.Account, decided, Counter.ProposalsDecided);
        if (proposal.Status is not ProposalStatus.Declined) counts.Add(proposal.By, proposal.Account, decided, Counter.ProposalsAdopted);
    }

    public static void Add(Counts counts, AccountPlan plan)
    {
        var version = plan.Current;
        if (plan.SubmittedAt is { } at)
        {
            var submitted = Reckoning.LocalDay(at);
            counts.Add(plan.Owner, plan.Account, submitted, Counter.PlansSubmitted);
            if (plan is { Status: PlanStatus.Approved, ReturnedCount: 0 }) counts.Add(plan.Owner, plan.Account, submitted, Counter.PlansFirstPass);
            counts.Add(plan.Owner, plan.Account, submitted, Counter.Asked, version.Stakeholders.Count);
            counts.Add(plan.Owner, plan.Account, submitted, Counter.Agree, version.Stakeholders.Count(person => person.Agrees == true));
        }
        // What was approved holds while a next version is written or waits, and when that one is rejected.
        if (plan.InForce is { } holds) AddMoney(counts, plan, holds);
        if (plan.Status is PlanStatus.Rejected && plan.InForce is null) return;
        if (plan.Status is PlanStatus.Rejected) version = plan.InForce!;
        counts.AddSpan(plan.Owner, plan.Account, plan.From, plan.To, Counter.Plans);
        counts.AddSpan(plan.Owner, plan.Account, plan.From, plan.To, Counter.Objectives, version.Objectives.Count);
        counts.AddSpan(plan.Owner, plan.Account, plan.From, plan.To, Counter.Substantiated, version.Objectives.Count(objective => objective.IsSubstantiated));
        foreach (var objective in version.Objectives)
            if (SupportedUntil(objective, plan.To) is { } last) counts.AddSpan(plan.Owner, plan.Account, plan.From, last, Counter.Supported);
    }

    /// <summary>The last day of the plan on which a recorded fact still supports it.</summary>
    private static DateOnly? SupportedUntil(PlanObjective objective, DateOnly end) =>
        objective.Proof.Where(fact => fact.Record is not null).Select(fact => fact.Expires is { } day && day < end ? day : end)
            .Select(day => (DateOnly?)day).Max();

    // Over its months alike, to the cent.
    private static void AddMoney(Counts counts, AccountPlan plan, PlanVersion version)
    {
        var months = new Period(plan.From, plan.To).Months().ToList();
        if (months.Count == 0) return;
        var alike = months.Select(_ => 1m).ToArray();
        foreach (var (counter, amount) in new[] { (Counter.PlanRevenue, version.Revenue), (Counter.PlanCost, version.Cost) })
            foreach (var (month, part) in months.Zip(Cents.Divide(Cents.Round(amount ?? 0), alike))) counts.Add(plan.Owner, plan.Account, month, counter, part);
    }
}
