using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Plans;

namespace SalesBot.Cards.Plans;

/// <summary>With which a decider changes a plan when approving: its money, and how much each objective is to reach by when. As asked; what is left as it is stays.</summary>
public static class PlanForm
{
    public const string Revenue = "revenue", Cost = "cost";

    /// <summary>Under which an objective's number arrives.</summary>
    public static string Objective(int place) => $"objective{place + 1}";

    /// <summary>Under which its day arrives.</summary>
    public static string Day(int place) => $"objective{place + 1}by";

    internal static IReadOnlyList<Input> Of(PlanVersion version, Language language) =>
    [
        new NumberInput(Revenue, $"{PlanTexts.Revenue.In(language)} (€)", Value: version.Revenue) { Least = 0 },
        new NumberInput(Cost, $"{PlanTexts.Cost.In(language)} (€)", Value: version.Cost) { Least = 0 },
        // That of the planned revenue goes with the plan's own revenue and time.
        .. version.Objectives.Select((objective, place) => (objective, place)).Where(one => !one.objective.IsPlannedRevenue).SelectMany(one => new Input[]
        {
            new NumberInput(Objective(one.place), LabelOf(one.objective, language), Value: one.objective.Number) { Least = 0 },
            new DateInput(Day(one.place), $"{Words.Clip(one.objective.What, 80)}, {PlanTexts.By.In(language)}", Value: one.objective.Date),
        }),
    ];

    private static string LabelOf(PlanObjective objective, Language language) =>
        (objective.Measure == PlanMeasure.Revenue ? "€" : PlanTexts.Unit(objective, language)) is { } unit ? $"{Words.Clip(objective.What, 80)} ({unit})" : Words.Clip(objective.What, 80);
}
