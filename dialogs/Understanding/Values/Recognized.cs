namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>A value that stands in a text, in one of its readings.</summary>
/// <param name="Span">The words that it was read from.</param>
/// <param name="Start">Index of the first character.</param>
public sealed record Recognized(string Span, int Start, int Length, Reading Value)
{
    public int End => Start + Length;

    /// <summary>date, range, time, datetime, number, percent or money.</summary>
    public string Type => Value switch
    {
        Reading.Day => "date",
        Reading.Days => "range",
        Reading.Clock => "time",
        Reading.Moment => "datetime",
        Reading.Percent => "percent",
        Reading.Money => "money",
        _ => "number",
    };
}

public abstract record Reading
{
    private Reading() { }

    public sealed record Day(DateOnly Date) : Reading;

    /// <param name="End">The day after the last one.</param>
    public sealed record Days(DateOnly From, DateOnly End) : Reading;

    public sealed record Clock(TimeOnly Time) : Reading;

    /// <summary>Local time.</summary>
    public sealed record Moment(DateTime At) : Reading;

    public sealed record Number(decimal Value) : Reading;

    /// <param name="Value">8 for 8 %.</param>
    public sealed record Percent(decimal Value) : Reading;

    /// <summary>EUR.</summary>
    public sealed record Money(decimal Amount) : Reading;
}

