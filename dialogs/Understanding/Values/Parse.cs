namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>What was read at a word, likeliest first, and the word after it.</summary>
internal sealed record Parse(int Next, IReadOnlyList<Reading> Readings)
{
    /// <summary>The reading in a given year, where the text names none; null: the year is certain.</summary>
    public Func<int, Reading?>? InYear { get; init; }

    /// <summary>A day of the week, of which the text does not say the week.</summary>
    public bool Weekly { get; init; }

    /// <summary>A further value that was said in the same breath: the 21st in "20 en 21 mei".</summary>
    public (int At, Parse Parse)? Then { get; init; }

    /// <summary>What the number was multiplied by: 1000 in 15k.</summary>
    public decimal Scale { get; init; } = 1;

    public int End => Then?.Parse.End ?? Next;

    public Reading First => Readings[0];

    public decimal Number => ((Reading.Number)First).Value;

    public static Parse Of(int next, DateOnly day) => new(next, [new Reading.Day(day)]);

    public static Parse Of(int next, DateOnly from, DateOnly end) => new(next, [new Reading.Days(from, end)]);

    /// <summary>The first span of so many months.</summary>
    public static Parse Months(int next, DateOnly from, int months) => Of(next, from, from.AddMonths(months));

    /// <summary>The same in every reading, whatever the year.</summary>
    public Parse Map(int next, Func<Reading, Reading?> change)
    {
        var inYear = InYear;
        return new(next, [.. Readings.Select(change).OfType<Reading>()]) { InYear = inYear is null ? null : year => inYear(year) is { } reading ? change(reading) : null };
    }

    public static Parse? Longest(params ReadOnlySpan<Parse?> all)
    {
        Parse? best = null;
        foreach (var one in all)
        {
            if (one is { Readings.Count: > 0 } && (best is null || one.End > best.End))
            {
                best = one;
            }
        }

        return best;
    }
}
