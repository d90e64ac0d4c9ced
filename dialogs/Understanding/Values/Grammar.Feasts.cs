namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Holidays.</summary>
internal sealed partial class Grammar
{
    private Parse? FeastAt(int at)
    {
        var step = StepAt(text.Skip(at, Sense.Article));
        foreach (var sense in (ReadOnlySpan<Sense>)[Sense.Feast, Sense.FeastUnlessSunday, Sense.FeastNth, Sense.Easter])
        {
            if (text.Is(step?.Next ?? at, sense, out var value, out var next))
            {
                Reading? InYear(int year) => year is < 1900 or > 2200 ? null : new Reading.Day(Feast(sense, value, year));
                return YearAt(next) is { } year ? new(year.Next, InYear(year.Year) is { } day ? [day] : [])
                    : Yearless(next, at, InYear, Tense(at) == Direction.Past ? Direction.Past : Direction.Future, step?.Step ?? 0);
            }
        }

        return null;
    }

    private static DateOnly Feast(Sense sense, int value, int year) => sense switch
    {
        Sense.Easter => EasterOf(year).AddDays(value),
        Sense.FeastNth => Nth(year, value / 100 % 100, value / 10 % 10, value % 10).AddDays(value / 10000),
        Sense.FeastUnlessSunday when Iso(new(year, value / 100, value % 100)) == 7 => new(year, value / 100, (value % 100) - 1),
        _ => new(year, value / 100, value % 100),
    };

    /// <param name="count">9: the last.</param>
    private static DateOnly Nth(int year, int month, int weekday, int count)
    {
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays((weekday - Iso(first) + 7) % 7);
        return count < 9 ? day.AddDays(7 * (count - 1)) : day.AddDays(day.Day + 28 <= DateTime.DaysInMonth(year, month) ? 28 : 21);
    }

    /// <summary>The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly EasterOf(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var shift = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * shift) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }
}
