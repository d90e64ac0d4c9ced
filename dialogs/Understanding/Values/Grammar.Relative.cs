namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Spans counted from today, and parts of other spans.</summary>
internal sealed partial class Grammar
{
    /// <summary>Deze week, vorig jaar, next quarter, komend weekend; het weekend.</summary>
    private Parse? UnitAt(int at)
    {
        if (StepAt(at) is not { } step)
        {
            return text.Is(at, Sense.Article, out var kind, out var bare) && kind == 0 && IsUnit(bare, 6, out var alone)
                ? Unit(alone, 6, Tense(at) == Direction.Past && Iso(today) < 6 ? -1 : 0) : null;
        }

        if (!text.Is(step.Next, Sense.Unit, out var unit, out var end) || unit is not ((>= 2 and <= 6) or 10))
        {
            return null;
        }

        // The coming weekend is this week's, until it has begun.
        var steps = unit == 6 && step is { Step: 1, Kind: 1 } && Iso(today) < 6 ? 0 : step.Step;
        var whole = Unit(end, unit, steps);
        if (text.Is(end, Sense.SoFar, out var soFar) && step.Step == 0)
        {
            return Parse.Of(soFar, Start(whole.First), today.AddDays(1));
        }

        // Afgelopen jaar: the last one in the calendar, or the twelve months up to now.
        var rolling = unit is 6 or 10 || step is { Kind: 2 } or { Step: 0 } ? null : Rolled(step.Step, 1, unit);
        return rolling is null ? whole : whole with { Readings = step.Kind == 3 ? [rolling, whole.First] : [whole.First, rolling] };
    }

    private Parse Unit(int next, int unit, int step)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var monday = Monday(today).AddDays(7 * step);
        return unit switch
        {
            2 => Parse.Of(next, monday, monday.AddDays(7)),
            3 => Parse.Months(next, month.AddMonths(step), 1),
            4 => Parse.Months(next, new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(3 * step), 3),
            5 => Parse.Months(next, new DateOnly(today.Year + step, 1, 1), 12),
            6 => Parse.Of(next, monday.AddDays(5), monday.AddDays(7)),
            _ => Parse.Months(next, new DateOnly(today.Year, today.Month > 6 ? 7 : 1, 1).AddMonths(6 * step), 6),
        };
    }

    /// <summary>Afgelopen drie maanden, the next two weeks, rolling 12 months.</summary>
    private Parse? Rolling(int at)
    {
        if (StepAt(text.Skip(at, Sense.Article)) is not { Step: not 0 } step)
        {
            return null;
        }

        var (count, counted) = NumberAt(step.Next) is { } number ? (number.Number, number.Next) : text.Is(step.Next, Sense.Halves, out var halves, out var half) ? (halves / 2m, half) : (1, step.Next);
        return text.Is(counted, Sense.Unit, out var unit, out var next) && IsCalendar(unit) && count > 0 && (counted > step.Next || unit == 11)
            ? new(next, [Rolled(step.Step, count, unit)]) : null;
    }

    private Reading Rolled(int sign, decimal count, int unit)
    {
        var other = Moved(today, sign * count, unit);
        return sign > 0 ? new Reading.Days(today, other) : new Reading.Days(other, today);
    }

    /// <summary>Year to date, mtd; so far this quarter.</summary>
    private Parse? ToDateAt(int at) =>
        text.Is(at, Sense.ToDate, out var unit, out var next) ? Parse.Of(next, Start(Unit(next, unit, 0).First), today.AddDays(1))
        : text.Is(at, Sense.SoFar, out var soFar) && StepAt(soFar) is { Step: 0 } step && text.Is(step.Next, Sense.Unit, out unit, out next) && unit is >= 2 and <= 5
            ? Parse.Of(next, Start(Unit(next, unit, 0).First), today.AddDays(1)) : null;

    /// <summary>De rest van het jaar, the remainder of March.</summary>
    private Parse? RestOf(int at) =>
        text.Is(text.Skip(at, Sense.Article), Sense.Rest, out var next) && SpanOf(text.Skip(next, Sense.Of)) is { First: Reading.Days { End: var end } } whole && end > today
            ? Parse.Of(whole.Next, today > Start(whole.First) ? today : Start(whole.First), end) : null;

    /// <summary>The week after next, the month before last.</summary>
    private Parse? AfterNext(int at) =>
        text.Is(text.Skip(at, Sense.Article), Sense.Unit, out var unit, out var next) && unit is >= 2 and <= 6
            ? text.Is(next, Sense.After, out var after) && text.Is(after, Sense.Next, out var end) ? Unit(end, unit, 2)
            : text.Is(next, Sense.Before, out after) && text.Is(after, Sense.Last, out end) ? Unit(end, unit, -2) : null : null;

    /// <summary>The week of 12 May, w/c 11 May, het weekend van 14 maart.</summary>
    private Parse? AroundDay(int at)
    {
        var start = text.Skip(at, Sense.Article);
        if (!text.Is(start, Sense.Unit, out var unit, out var next) || unit is not (2 or 6) || !text.Is(next, Sense.Of, out var of)
            || DayAt(of) is not { First: Reading.Day, Then: null } day)
        {
            return null;
        }

        return day.Map(day.Next, one => unit == 2
            ? new Reading.Days(Monday(Start(one)), Monday(Start(one)).AddDays(7))
            : new Reading.Days(Monday(Start(one)).AddDays(5), Monday(Start(one)).AddDays(7)));
    }

    /// <summary>Eind maart, begin volgend jaar, mid June, end of the quarter.</summary>
    private Parse? PartOfSpan(int at)
    {
        if (text.Is(at, Sense.EndOf, out var unit, out var over))
        {
            return new(over, [Third((Reading.Days)Unit(over, unit, 0).First, 2)]);
        }

        var third = text.Is(at, Sense.Early, out var next) ? 0 : text.Is(at, Sense.Mid, out next) ? 1 : text.Is(at, Sense.Late, out next) ? 2 : -1;
        if (third < 0)
        {
            return IsOver(at);
        }

        next = text.IsSign(next, '-') && text.IsJoined(next) ? next + 1 : next;
        if ((SpanOf(next) ?? SpanOf(text.Skip(next, Sense.Of))) is not { } whole) return null;
        // "Before the end of the week" is a day, not a few: the last one.
        var by = text.Is(at - 1, Sense.Article) ? at - 2 : at - 1;
        var last = third == 2 && (text.Is(by, Sense.Before) || text.Is(by, Sense.Till));
        return whole.Map(whole.Next, days => days is not Reading.Days all ? null : last ? new Reading.Day(all.End.AddDays(-1)) : Third(all, third));
    }

    /// <summary>Before the month is out, voordat de week om is: its last day.</summary>
    private Parse? IsOver(int at) => (text.Is(at - 1, Sense.Before) || (at > 0 && text.Words[at - 1].Fold is "voordat" or "eer")) && text.Is(text.Skip(at, Sense.Article), Sense.Unit, out var unit, out var next) && unit is >= 2 and <= 5 && next + 1 < text.Count
        && (text.Words[next].Fold is "is" ? text.Words[next + 1].Fold : text.Words[next + 1].Fold is "is" ? text.Words[next].Fold : "") is "out" or "over" or "om" or "voorbij" or "up"
        ? Parse.Of(next + 2, EndOf(Unit(next, unit, 0).First).AddDays(-1)) : null;

    /// <summary>A span behind a word like end, half, rest or first Monday, where a bare month or "the month" will do.</summary>
    private Parse? SpanOf(int at)
    {
        var bare = text.Skip(at, Sense.Article);
        return Parse.Longest(UnitAt(bare), QuarterAt(at), MonthAt(at), LooseMonthSpan(at), HalfYear(at), NumberedWeek(at), YearSpan(at), SeasonAt(at),
            text.Is(bare, Sense.Unit, out var unit, out var next) && unit is >= 2 and <= 5 ? Unit(next, unit, 0) : null);
    }

    /// <summary>Of a month its days 1-10, 11-20 and 21 to the end; of a year its quarters, of other spans their thirds.</summary>
    private static Reading.Days Third(Reading.Days whole, int third)
    {
        var (from, length) = (whole.From, whole.End.DayNumber - whole.From.DayNumber);
        return length switch
        {
            >= 28 and <= 31 when third == 2 => new(from.AddDays(20), whole.End),
            >= 28 and <= 31 => new(from.AddDays(third * 10), from.AddDays((third * 10) + 10)),
            > 300 => new(from.AddMonths(third == 0 ? 0 : third == 1 ? 4 : 9), from.AddMonths(third == 0 ? 3 : third == 1 ? 8 : 12)),
            > 150 => new(from.AddMonths(third * 2), from.AddMonths((third * 2) + 2)),
            > 80 => new(from.AddMonths(third), from.AddMonths(third + 1)),
            _ => third switch
            {
                0 => new(from, from.AddDays(2)),
                1 => new(from.AddDays(2), from.AddDays(3)),
                _ => new(from.AddDays(3), from.AddDays(Math.Min(5, length))),
            },
        };
    }
}
