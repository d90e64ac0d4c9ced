namespace SalesBot.Data.Plans;

/// <summary>NotMeasured: the records can not tell.</summary>
public enum ObjectiveStanding { NotMeasured, NotBegun, OnTrack, Behind, Reached, Missed }

/// <summary>How far an objective has come.</summary>
/// <param name="Actual">In the objective's own unit; null: the records can not tell.</param>
/// <param name="Expected">What it would be by now if it came evenly; null where it does not grow with time.</param>
public sealed record ObjectiveProgress(PlanObjective Objective, decimal? Actual, decimal? Expected, ObjectiveStanding Standing)
{
    /// <summary>Percent of the number; null: not measured.</summary>
    public decimal? Reached => Actual is { } actual && Objective.Number is > 0 and { } number ? Math.Round(100 * actual / number, 0, MidpointRounding.AwayFromZero) : null;
}

/// <summary>Compares what was reached with what should have been by now. Pure.</summary>
public static class PlanProgress
{
    /// <summary>What comes in bit by bit; the others are how things stand.</summary>
    private static bool Grows(PlanMeasure measure) =>
        measure is PlanMeasure.Revenue or PlanMeasure.RoomNights or PlanMeasure.Visits or PlanMeasure.Leads or PlanMeasure.QuotesWon;

    /// <param name="from">First day of the plan.</param>
    /// <param name="known">Up to and with this day the records are known: revenue comes by whole months.</param>
    public static ObjectiveProgress Of(PlanObjective objective, decimal? actual, DateOnly from, DateOnly known, DateOnly today)
    {
        if (objective is not { Number: { } number, Date: { } date, Measure: { } measure } || actual is not { } reached)
            return new(objective, null, null, ObjectiveStanding.NotMeasured);
        if (reached >= number) return new(objective, reached, null, ObjectiveStanding.Reached);
        if (today < from) return new(objective, reached, null, ObjectiveStanding.NotBegun);
        if (today > date) return new(objective, reached, number, ObjectiveStanding.Missed);
        if (!Grows(measure)) return new(objective, reached, null, ObjectiveStanding.Behind);
        var whole = date.DayNumber - from.DayNumber + 1;
        var passed = Math.Clamp(known.DayNumber - from.DayNumber + 1, 0, whole);
        var expected = Math.Round(number * passed / whole, 2, MidpointRounding.AwayFromZero);
        return new(objective, reached, expected, reached >= expected ? ObjectiveStanding.OnTrack : ObjectiveStanding.Behind);
    }
}
