namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>The first, second or last of something within a span.</summary>
internal sealed partial class Grammar
{
    /// <summary>First Monday of June, laatste werkdag van de maand, ultimo juni.</summary>
    private Parse? NthDay(int at)
    {
        if (text.Is(at, Sense.Ultimo, out var of))
        {
            return SpanOf(text.Skip(of, Sense.Of)) is { } whole ? whole.Map(whole.Next, days => new Reading.Day(EndOf(days).AddDays(-1))) : null;
        }

        if (Counted(at) is not { } nth || nth.Many is not null)
        {
            return null;
        }

        var weekday = WeekdayWord(nth.Next);
        var next = 0;
        if (weekday is null && !IsUnit(nth.Next, 1, out next) && !IsUnit(nth.Next, 9, out next))
        {
            return null;
        }

        of = text.Skip(weekday?.Next ?? next, Sense.Of);
        if (SpanOf(of) is not { } span || (of == (weekday?.Next ?? next) && MonthWord(of) is null && StepAt(of) is null))
        {
            return null;
        }

        Func<DateOnly, bool> fits = weekday is { } name ? day => Iso(day) == name.Day : IsUnit(nth.Next, 9, out _) ? day => Iso(day) < 6 : _ => true;
        return span.Map(span.Next, days => Nth(days, nth.Count, fits) is { } day ? new Reading.Day(day) : null);
    }

    private static DateOnly? Nth(Reading days, int count, Func<DateOnly, bool> fits)
    {
        var (from, end) = (Start(days), EndOf(days));
        var all = Enumerable.Range(0, Math.Min(400, end.DayNumber - from.DayNumber)).Select(day => count > 0 ? from.AddDays(day) : end.AddDays(-1 - day)).Where(fits);
        return all.Skip(Math.Abs(count) - 1).Cast<DateOnly?>().FirstOrDefault();
    }

    /// <summary>Which one is meant, counted from the end where negative, and how many: de eerste, the last two.</summary>
    private (int Count, decimal? Many, int Next)? Counted(int at)
    {
        var start = text.Skip(at, Sense.Article);
        var (count, next) = IsOrdinal(start) is { } ordinal ? ordinal : text.Is(start, Sense.Last, out var last) ? (-1, last) : (0, at);
        return count == 0 ? null : NumberAt(next) is { } many ? (count, many.Number, many.Next) : (count, null, next);
    }

    /// <summary>First week of June, laatste weekend van mei, last quarter of 2025, eerste twee weken van juli.</summary>
    private Parse? NthSpan(int at)
    {
        if (Counted(at) is not { } nth || !text.Is(nth.Next, Sense.Unit, out var unit, out var next) || unit is 7 or 8 or > 11)
        {
            return null;
        }

        var of = text.Skip(next, Sense.Of);
        if (SpanOf(of) is not { First: Reading.Days } span || (of == next && MonthWord(of) is null) || (nth.Many is null && unit is 1 or 9))
        {
            return null;
        }

        return span.Map(span.Next, days => Piece((Reading.Days)days, nth.Count, nth.Many, unit));
    }

    private static Reading.Days? Piece(Reading.Days whole, int nth, decimal? many, int unit)
    {
        if (many is { } count)
        {
            return nth > 0 ? whole with { End = Moved(whole.From, count, unit) } : whole with { From = Moved(whole.End, -count, unit) };
        }

        if (unit == 6)
        {
            return Nth(whole, nth, day => Iso(day) == 6) is { } saturday ? new(saturday, saturday.AddDays(2)) : null;
        }

        if (unit == 2)
        {
            // As in ISO 8601 a week belongs to where its Thursday is.
            return Nth(whole, nth, day => Iso(day) == 4) is { } thursday ? new(Monday(thursday), Monday(thursday).AddDays(7)) : null;
        }

        var from = nth > 0 ? Moved(whole.From, nth - 1, unit) : Moved(whole.End, nth, unit);
        var end = Moved(from, 1, unit);
        return from >= whole.From && end <= whole.End ? new(from, end) : null;
    }
}
