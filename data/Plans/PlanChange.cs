using SalesBot.Data.Approvals;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Plans;

/// <summary>What a decider changes when approving a plan; what is null or not in it stays as it was asked.</summary>
/// <param name="Revenue">EUR excl. VAT; the objective that goes with it follows.</param>
/// <param name="Objectives">How much is to be reached, by the place of the objective.</param>
/// <param name="Days">By when, by the place of the objective.</param>
public sealed record PlanChange(decimal? Revenue, decimal? Cost, IReadOnlyDictionary<int, decimal> Objectives, IReadOnlyDictionary<int, DateOnly> Days)
{
    /// <summary>The next version with the change; it stays its requester's.</summary>
    public PlanVersion Apply(PlanVersion version, UserId decider, DateTimeOffset at) => version with
    {
        Number = version.Number + 1,
        Revenue = Revenue ?? version.Revenue,
        Cost = Cost ?? version.Cost,
        Objectives =
        [
            .. version.Objectives.Select((objective, place) => objective with
            {
                Number = objective.IsPlannedRevenue ? Revenue ?? objective.Number : Objectives.TryGetValue(place, out var wanted) ? wanted : objective.Number,
                Date = Days.TryGetValue(place, out var day) ? day : objective.Date,
            }),
        ],
        At = at,
        ChangedBy = decider,
    };

    /// <summary>What became different, one sentence each.</summary>
    public static IReadOnlyList<Finding> Between(PlanVersion before, PlanVersion after)
    {
        var changes = new List<Finding>();
        if (before.Revenue != after.Revenue) Add("Geplande omzet", "Planned revenue", before.Revenue, after.Revenue, Wording.Money);
        if (before.Cost != after.Cost) Add("Kosten", "Cost", before.Cost, after.Cost, Wording.Money);
        foreach (var (was, now) in before.Objectives.Zip(after.Objectives).Where(pair => pair.First.Number != pair.Second.Number && !pair.First.IsPlannedRevenue))
            Add(was.What, was.What, was.Number, now.Number, was.Measure == PlanMeasure.Revenue ? Wording.Money : Wording.Number);
        foreach (var (was, now) in before.Objectives.Zip(after.Objectives).Where(pair => pair.First.Date != pair.Second.Date))
            changes.Add(new("change", false, $"{was.What}: uiterlijk {StepOf(was.Date, now.Date, Language.Dutch)}.", $"{was.What}: by {StepOf(was.Date, now.Date, Language.English)}."));
        return changes;

        void Add(string nl, string en, decimal? was, decimal? now, Func<decimal, Language, string> amount) =>
            changes.Add(new("change", false, $"{nl} {Step(was, now, amount, Language.Dutch)}.", $"{en} {Step(was, now, amount, Language.English)}."));
    }

    private static string StepOf(DateOnly? was, DateOnly? now, Language language) =>
        $"{(was is { } before ? $"{Wording.Day(before, language)} → " : "")}{(now is { } after ? Wording.Day(after, language) : "-")}";

    private static string Step(decimal? was, decimal? now, Func<decimal, Language, string> amount, Language language) =>
        $"{(was is { } before ? $"{amount(before, language)} → " : "")}{amount(now ?? 0, language)}";
}
