namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Single days, and days counted from today or from another.</summary>
internal sealed partial class Grammar
{
    private int nested;

    private Parse? DayAt(int at)
    {
        var best = Parse.Longest(Numeric(at), Relative(at), WeekdayAt(at), MonthDay(at), OrdinalDay(at), FeastAt(at), DayList(at), WeekdayList(at), NthDay(at), FromDay(at), WeekdayFromDay(at));
        return best is { Then: null } ? Later(best) ?? best : best;
    }

    /// <summary>Vandaag, eergisteren; over drie dagen, two weeks ago, over twee weken di.</summary>
    private Parse? Relative(int at)
    {
        if (text.Is(at, Sense.Day, out var offset, out var next))
        {
            return Parse.Of(next, today.AddDays(offset));
        }

        if (Shift(at, today) is not { } shift)
        {
            return null;
        }

        return shift.Unit is 2 && WeekdayWord(text.Skip(shift.Next, Sense.On)) is { } weekday
            ? Parse.Of(weekday.Next, Monday(shift.Day).AddDays(weekday.Day - 1))
            : Parse.Of(shift.Next, shift.Day);
    }

    /// <summary>In or ago so many days, weeks, months or years.</summary>
    private (DateOnly Day, int Unit, int Next)? Shift(int at, DateOnly from)
    {
        var ahead = text.Is(at, Sense.In, out var start);
        start = ahead ? text.Skip(start, Sense.About) : at;
        if (CountAt(start) is not { } count || !text.Is(count.Next, Sense.Unit, out var unit, out var next) || !IsCalendar(unit))
        {
            return null;
        }

        (count.Value, next) = HalfMore(count.Value, next);

        // in two weeks' time
        next = text.IsSign(next, '\'') || text.IsSign(next, '’') ? next + 1 : next;
        ahead |= text.Is(next, Sense.Ahead, out var behind);
        next = text.Is(next, Sense.Ahead) ? behind : next;
        return ahead ? (Moved(from, count.Value, unit), unit, next)
            : text.Is(next, Sense.Ago, out next) ? (Moved(from, -count.Value, unit), unit, next) : null;
    }

    /// <summary>A year and a half; een week of drie.</summary>
    private (decimal Value, int Next) HalfMore(decimal count, int at) =>
        text.Is(at, Sense.And, out var and) && text.Is(and, Sense.Halves, out var half, out var next) && half == 1 ? (count + 0.5m, next)
        : count == 1 && text.Is(at, Sense.Or, out var or) && NumberAt(or) is { } about && text.Has(Custom.AboutSo) ? (about.Number, about.Next)
        : (count, at);

    private static bool IsCalendar(int unit) => unit is (>= 1 and <= 5) or (>= 9 and <= 11);

    /// <summary>Vandaag over een week, Tuesday week.</summary>
    private Parse? Later(Parse day)
    {
        if (day.First is not Reading.Day { Date: var date } || WeekOf(day.Next) is not null)
        {
            return null;
        }

        return text.Is(day.Next, Sense.In) && Shift(day.Next, date) is { } shift && shift.Next > day.Next ? Parse.Of(shift.Next, shift.Day)
            : text.Is(day.Next, Sense.Unit, out var unit, out var next) && unit is 2 or 11 && !text.IsWhole(next, out _) && day.InYear is null
                ? Parse.Of(next, (day.Weekly && date <= today ? date.AddDays(7) : date).AddDays(unit == 2 ? 7 : 14)) : null;
    }

    /// <summary>De vrijdag na hemelvaart, the Monday before Christmas.</summary>
    private Parse? WeekdayFromDay(int at)
    {
        if (WeekdayWord(text.Skip(at, Sense.Article)) is not { } weekday)
        {
            return null;
        }

        var sign = text.Is(weekday.Next, Sense.After, out var next) && !text.Is(weekday.Next, Sense.On) && !text.Is(weekday.Next, Sense.From) ? 1
            : text.Is(weekday.Next, Sense.Before, out next) && FeastAt(next) is not null ? -1 : 0;
        return sign != 0 && OtherDay(text.Skip(next, Sense.Article)) is { } other
            ? other.Map(other.Next, day => new Reading.Day(Start(day).AddDays(sign * ((((sign * (weekday.Day - Iso(Start(day)))) + 13) % 7) + 1)))) : null;
    }

    /// <summary>The day that another is counted from; not without end.</summary>
    private Parse? OtherDay(int at)
    {
        if (nested > 2)
        {
            return null;
        }

        nested++;
        try
        {
            return DayAt(at) is { First: Reading.Day, Then: null } day ? day : null;
        }
        finally
        {
            nested--;
        }
    }

    /// <summary>De dag na koningsdag, two weeks from Monday, a week on Friday, een week voor kerst.</summary>
    private Parse? FromDay(int at)
    {
        var whole = text.Is(at, Sense.Article, out var kind, out var start) && kind == 0;
        var count = whole ? (1, start) : CountAt(at);
        if (count is not { } found || !text.Is(found.Next, Sense.Unit, out var unit, out var next) || !IsCalendar(unit))
        {
            return null;
        }

        var sign = text.Is(next, Sense.After, out var behind) ? 1 : text.Is(next, Sense.Before, out behind) ? -1 : unit == 2 && text.Is(next, Sense.Day, out var day, out behind) && day >= 0 ? 1 : 0;
        behind = sign == 1 && !text.Is(next, Sense.After) ? next : text.Skip(behind, Sense.On);
        if (sign == 0 || (whole && unit > 2))
        {
            return null;
        }

        var origin = text.Is(behind, Sense.Now, out var end) ? Parse.Of(end, today) : OtherDay(behind);
        return origin?.First is not Reading.Day { Date: var date } ? null
            : whole && unit == 2 ? Parse.Of(origin.Next, Monday(date).AddDays(7 * sign), Monday(date).AddDays((7 * sign) + 7))
            : Parse.Of(origin.Next, Moved(date, sign * found.Value, unit));
    }

    private static DateOnly Moved(DateOnly from, decimal count, int unit) => unit switch
    {
        1 => from.AddDays((int)count),
        2 => from.AddDays((int)Math.Round(count * 7, MidpointRounding.AwayFromZero)),
        3 => Months(from, count),
        4 => Months(from, count * 3),
        5 => Months(from, count * 12),
        10 => Months(from, count * 6),
        11 => from.AddDays((int)(count * 14)),
        _ => Workdays(from, (int)count),
    };

    private static DateOnly Months(DateOnly from, decimal count) =>
        from.AddMonths((int)Math.Truncate(count)).AddDays((int)((count - Math.Truncate(count)) * 30));

    private static DateOnly Workdays(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            left -= Iso(day) > 5 ? 0 : 1;
        }

        return day;
    }
}
