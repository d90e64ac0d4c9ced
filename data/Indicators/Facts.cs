using System.Globalization;

namespace SalesBot.Data.Indicators;

/// <summary>The counts that the indicators of one scope and period are reckoned from.</summary>
/// <param name="At">The day on which things stand: the end of the period, today at the latest.</param>
/// <param name="Months">By first day.</param>
/// <param name="Target">EUR over the whole period; null: none.</param>
internal sealed record Facts(
    FigureSpan Span, DateOnly At, DateOnly Today, IReadOnlyDictionary<DateOnly, Tally> Months, OwnerYears Years, IndicatorSettings Settings, decimal? Target)
{
    public Tally All { get; } = Sum(Months);

    /// <summary>The last month with known revenue, and how many months of the period there are up to it.</summary>
    public DateOnly Last => Reckoning.MonthOf(Span.Reach.To);
    public int Window => Span.Reach.Months(Last);

    public Period UpToAt => new(Span.Whole.From, At < Span.Whole.From ? Span.Whole.From : At);

    public decimal this[string counter] => All[counter];

    /// <summary>Of what is counted over spans of months.</summary>
    public decimal Over(string counter) => Years.In(Last, Windows.Name(counter, Window));

    public decimal OverYearBefore(string counter) => Years.In(Last.AddYears(-1), Windows.Name(counter, Window));

    /// <summary>How many there are on the day.</summary>
    public decimal Standing(string counter) => Years.On(At, counter);

    /// <summary>The days behind a counter that count.</summary>
    public static decimal OnDays(IReadOnlyDictionary<DateOnly, Tally> months, string counter, Func<DateOnly, bool> counts) =>
        months.Sum(month => month.Value.Under(counter)
            .Where(count => counts(month.Key.AddDays(int.Parse(count.Name, CultureInfo.InvariantCulture) - 1))).Sum(count => count.Value));

    /// <summary>Done in time of what was due; what is still open and can be done in time is not due yet.</summary>
    public Reckoned OnTime(string code, string due, string done, string open) =>
        Reckoned.Rate(code, this[done], this[due] - OnDays(Months, open, day => day >= Today));

    private static Tally Sum(IReadOnlyDictionary<DateOnly, Tally> months)
    {
        var all = new Tally();
        foreach (var month in months.Values) all.Add(month.Counts);
        return all;
    }
}

/// <summary>An indicator's value as it comes from the counts.</summary>
/// <param name="Over">Null: the whole period.</param>
internal sealed record Reckoned(string Code, decimal? Value, int Count, Period? Over = null)
{
    public IReadOnlyList<IndicatorPart> Parts { get; init; } = [];
    public IReadOnlyList<IndicatorNote> Notes { get; init; } = [];

    public static Reckoned Rate(string code, decimal part, decimal whole, Period? over = null) =>
        new(code, Reckoning.Percent(part, whole), (int)whole, over);

    public Reckoned With(params IEnumerable<IndicatorPart> parts) => this with { Parts = [.. Parts, .. parts] };

    /// <summary>Says what is missing, where it is.</summary>
    public Reckoned Saying(bool holds, string nl, string en) => holds ? this with { Notes = [.. Notes, new(nl, en)] } : this;
}
