using System.Globalization;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Spans of days.</summary>
internal sealed partial class Grammar
{
    private Parse? SpanAt(int at)
    {
        var best = Between(at);
        best = Longest(best, SingleSpan(at));
        if (text.Is(at, Sense.Since, out var start) && now is not null)
        {
            var from = SingleSpan(start) is { } span ? (Start(span.Readings[0]), span.Next) : DayAt(start) is { } day ? (Start(day.Readings[^1]), day.Next) : default;
            if (from.Item2 > start)
            {
                var begin = from.Item1 > today ? from.Item1.AddYears(-1) : from.Item1;
                best = Longest(best, Span(from.Item2, begin, today.AddDays(1)));
            }
        }

        return best;
    }

    private static Parse Span(int next, DateOnly from, DateOnly end) => new(next, [new Reading.Days(from, end)]);

    private static DateOnly Start(Reading reading) => reading is Reading.Day day ? day.Date : ((Reading.Days)reading).From;

    private static DateOnly EndOf(Reading reading) => reading is Reading.Day day ? day.Date.AddDays(1) : ((Reading.Days)reading).End;

    /// <summary>9 t/m 11 juni, van maandag tot woensdag, March to May, 9-11 June.</summary>
    private Parse? Between(int at)
    {
        var start = text.Skip(at, Sense.From);
        start = start > at && text.Is(start, Sense.Article, out var bare) && !text.IsWhole(start, out _) ? bare : start;
        if (DayNumber(start) is { } number && Bound(number.Next, start > at) is { } middle)
        {
            var last = MonthDay(middle) ?? Numeric(middle);
            if (last is not null && last.Readings.Count > 0 && last.Readings[0] is Reading.Day { Date: var end } && number.Day <= DateTime.DaysInMonth(end.Year, end.Month))
            {
                var begin = new DateOnly(end.Year, end.Month, number.Day);
                return begin < end ? Span(last.Next, begin, end.AddDays(1)) : null;
            }
        }

        // June 9-11
        if (MonthDay(start) is { } first && first.Readings is [Reading.Day { Date: var from }, ..] && Bound(first.Next, start > at) is { } behind
            && DayNumber(behind) is { } until && until.Day > from.Day && MonthWord(until.Next) is null && text.Language == Data.Language.English
            && MonthWord(start) is not null && Valid(from.Year, from.Month, until.Day))
        {
            return YearAt(text.IsSign(until.Next, ',') ? until.Next + 1 : until.Next) is { } year
                ? Span(year.Next, new(year.Year, from.Month, from.Day), new DateOnly(year.Year, from.Month, until.Day).AddDays(1))
                : Span(until.Next, from, new DateOnly(from.Year, from.Month, until.Day).AddDays(1));
        }

        return BetweenWhole(start, at);
    }

    private Parse? BetweenWhole(int start, int at)
    {
        var first = Longest(DayAt(start), SingleSpan(start)) ?? LooseMonthSpan(start) ?? YearSpan(start);
        if (first is null || Bound(first.Next, start > at) is not { } middle)
        {
            return null;
        }

        var saved = anchor;
        anchor = Start(first.Readings[0]);
        var second = Longest(DayAt(middle), SingleSpan(middle)) ?? LooseMonthSpan(middle) ?? YearSpan(middle) ?? WeekNumberAlone(start, middle);
        anchor = saved;
        if (second is null)
        {
            return null;
        }

        var end = EndOf(second.Readings[0]);
        var begin = Start(first.Readings[0]);

        // "maart t/m mei" said in April: both in the year of the end. "november tot februari" goes over the year.
        while (begin >= end)
        {
            var onlyDays = first.Readings[0] is Reading.Day && second.Readings[0] is Reading.Day && end.AddDays(7) > begin;
            (begin, end) = onlyDays ? (begin, end.AddDays(7)) : end.AddYears(1) > begin && begin >= today ? (begin, end.AddYears(1)) : (begin.AddYears(-1), end);
        }

        if (second.Readings[0] is Reading.Days && end.Year > begin.Year + 1)
        {
            begin = begin.AddYears(end.Year - begin.Year - (begin.Month > end.AddDays(-1).Month ? 1 : 0));
        }

        return Span(second.Next, begin, end);
    }

    private int? Bound(int at, bool from) =>
        text.Is(at, Sense.Till, out var next) ? text.Skip(next, Sense.Article)
        : text.Is(at, Sense.Dash, out next) ? next
        : from && text.Is(at, Sense.And, out next) ? next
        : null;

    private Parse? LooseMonthSpan(int at) => now is not null && text.Is(at, Sense.LooseMonth, out var month, out var next) ? MonthSpan(next, month, Tense(at)) : null;

    private Parse? WeekNumberAlone(int first, int at) =>
        text.Is(first, Sense.WeekNo) && text.IsWhole(at, out var week) && week is >= 1 and <= 53 ? Span(at + 1, WeekStart(today.Year, week), WeekStart(today.Year, week).AddDays(7)) : null;

    private Parse? SingleSpan(int at)
    {
        Parse?[] all = now is null ? [AbsoluteMonth(at), YearSpan(at), QuarterAt(at)]
            : [PartOfSpan(at), NumberedWeek(at), QuarterAt(at), MonthAt(at), UnitAt(at), Rolling(at), HalfYear(at), SeasonAt(at), ToDateAt(at), YearSpan(at)];
        return all.Where(parse => parse is not null && parse.Readings.Count > 0).MaxBy(parse => parse!.Next);
    }

    private Parse? AbsoluteMonth(int at) =>
        MonthWord(at) is { } month && YearAt(month.Next) is { } year ? Span(year.Next, new(year.Year, month.Month, 1), new DateOnly(year.Year, month.Month, 1).AddMonths(1)) : null;

    private Parse? MonthAt(int at)
    {
        if (AbsoluteMonth(at) is { } absolute)
        {
            return absolute;
        }

        // "volgend jaar maart"
        if (YearAt(at) is { } ahead && !text.IsWhole(at, out _) && MonthWord(ahead.Next) is { } later)
        {
            return Span(later.Next, new(ahead.Year, later.Month, 1), new DateOnly(ahead.Year, later.Month, 1).AddMonths(1));
        }

        var next = text.Is(at, Sense.Next, out var name) || text.Is(at, Sense.Last, out name) || text.Is(at, Sense.This, out name) ? name : at;
        var direction = text.Is(at, Sense.Next) ? Direction.Future : text.Is(at, Sense.Last) ? Direction.Past : Tense(at);
        if (text.Is(next, Sense.Month, out var month, out var end))
        {
            return next > at && month == today.Month && !text.Is(at, Sense.This)
                ? MonthsFrom(end, new DateOnly(today.Year + (direction == Direction.Future ? 1 : -1), month, 1), 1)
                : MonthSpan(end, month, direction);
        }

        // "jan" is a man's name and "may" a verb, unless something before them says that a month is meant.
        return text.Is(next, Sense.LooseMonth, out month, out end) && (next > at || MonthIsMeant(at)) ? MonthSpan(end, month, direction) : null;
    }

    private bool MonthIsMeant(int at) =>
        (text.Is(at - 1, Sense.In) || text.Is(at - 1, Sense.Of) || text.Is(at - 1, Sense.From) || text.Is(at - 1, Sense.Since)
            || text.Is(at - 1, Sense.Early) || text.Is(at - 1, Sense.Late) || text.Is(at - 1, Sense.Mid)) && !IsFollowedByName(at);

    private bool IsFollowedByName(int at) => at + 1 < text.Count && text.Words[at + 1].Fold is "de" or "van" or "ter" || (at + 1 < text.Count && text.Words[at + 1].IsCapital);

    private Parse MonthSpan(int next, int month, Direction direction)
    {
        var here = new DateOnly(today.Year, month, 1);
        var coming = month >= today.Month ? here : here.AddYears(1);
        var gone = month <= today.Month ? here : here.AddYears(-1);
        DateOnly[] starts = direction == Direction.Past ? [gone] : direction == Direction.Future || month >= today.Month ? [coming] : [gone, coming];
        return new(next, [.. starts.Select(start => new Reading.Days(start, start.AddMonths(1)))]);
    }

    private static Parse MonthsFrom(int next, DateOnly start, int months) => Span(next, start, start.AddMonths(months));

    /// <summary>Eind maart, begin volgend jaar, mid June, end of the quarter.</summary>
    private Parse? PartOfSpan(int at)
    {
        var third = text.Is(at, Sense.Early, out var next) ? 0 : text.Is(at, Sense.Mid, out next) ? 1 : text.Is(at, Sense.Late, out next) ? 2 : -1;
        if (third < 0)
        {
            return null;
        }

        next = text.IsSign(next, '-') && text.IsJoined(next) ? next + 1 : next;
        var of = text.Skip(next, Sense.Of);
        foreach (var start in (ReadOnlySpan<int>)[next, of, text.Skip(of, Sense.Article)])
        {
            var whole = UnitAt(start) ?? QuarterAt(start) ?? MonthAt(start) ?? LooseMonthSpan(start) ?? YearSpan(start) ?? BareUnit(start);
            if (whole is not null && whole.Readings.Count > 0)
            {
                return new(whole.Next, [.. whole.Readings.OfType<Reading.Days>().Select(days => Third(days, third))]);
            }
        }

        return null;
    }

    /// <summary>Of a month its days 1-10, 11-20 and 21 to the end; of a year its quarters, of other spans their thirds.</summary>
    private static Reading Third(Reading.Days whole, int third)
    {
        var length = whole.End.DayNumber - whole.From.DayNumber;
        if (length is >= 28 and <= 31)
        {
            return third == 2 ? new Reading.Days(whole.From.AddDays(20), whole.End) : new Reading.Days(whole.From.AddDays(third * 10), whole.From.AddDays((third * 10) + 10));
        }

        if (length > 300)
        {
            return new Reading.Days(whole.From.AddMonths(third == 0 ? 0 : third == 1 ? 4 : 9), whole.From.AddMonths(third == 0 ? 3 : third == 1 ? 8 : 12));
        }

        if (length > 80)
        {
            return new Reading.Days(whole.From.AddMonths(third), whole.From.AddMonths(third + 1));
        }

        return third switch
        {
            0 => new Reading.Days(whole.From, whole.From.AddDays(2)),
            1 => new Reading.Days(whole.From.AddDays(2), whole.From.AddDays(3)),
            _ => new Reading.Days(whole.From.AddDays(3), whole.From.AddDays(Math.Min(5, length))),
        };
    }

    /// <summary>"the month" in "end of the month".</summary>
    private Parse? BareUnit(int at) => text.Is(at, Sense.Unit, out var unit, out var next) && unit is 2 or 3 or 4 or 5 ? Whole(next, unit, 0) : null;

    /// <summary>Week 19, wk 19 2026.</summary>
    private Parse? NumberedWeek(int at)
    {
        if (!text.Is(at, Sense.WeekNo, out var next) || !text.IsWhole(next, out var week) || week is < 1 or > 53 || text.Is(next + 1, Sense.Unit))
        {
            return null;
        }

        var year = YearAt(next + 1);
        if (year is null && now is null)
        {
            return null;
        }

        var start = WeekStart(year?.Year ?? today.Year, week);
        if (year is null)
        {
            start = Tense(at) switch
            {
                Direction.Future when start.AddDays(7) <= today => WeekStart(today.Year + 1, week),
                Direction.Past when start > today => WeekStart(today.Year - 1, week),
                _ => start,
            };
        }

        return Span(year?.Next ?? next + 1, start, start.AddDays(7));
    }

    /// <summary>ISO 8601: week 1 holds the year's first Thursday.</summary>
    private static DateOnly WeekStart(int year, int week) => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));

    /// <summary>Q3, Q3 2025, derde kwartaal, 3e kwartaal van 2025, kwartaal 3.</summary>
    private Parse? QuarterAt(int at)
    {
        var start = text.Skip(at, Sense.Article);
        var (quarter, next) = at < text.Count && text.Words[at].Fold is ['q' or 'k', >= '1' and <= '4'] ? (text.Words[at].Fold[1] - '0', at + 1)
            : DayNumber(start) is { Day: <= 4 } number && text.Is(number.Next, Sense.Unit, out var unit, out var end) && unit == 4
                && (text.Is(start, Sense.Ordinal) || number.Next > start + 1) ? (number.Day, end)
            : text.Is(at, Sense.Unit, out unit, out end) && unit == 4 && text.IsWhole(end, out var behind) && behind is >= 1 and <= 4 ? (behind, end + 1)
            : (0, at);
        if (quarter == 0)
        {
            return null;
        }

        if (YearAt(next) is { } year)
        {
            return MonthsFrom(year.Next, new(year.Year, (quarter * 3) - 2, 1), 3);
        }

        if (now is null)
        {
            return null;
        }

        var first = new DateOnly(today.Year, (quarter * 3) - 2, 1);
        return MonthsFrom(next, Tense(at) == Direction.Past && first > today ? first.AddYears(-1) : Tense(at) == Direction.Future && first.AddMonths(3) <= today ? first.AddYears(1) : first, 3);
    }

    /// <summary>Deze week, vorig jaar, next quarter, dit weekend.</summary>
    private Parse? UnitAt(int at)
    {
        var step = text.Is(at, Sense.Next, out var next) ? 1 : text.Is(at, Sense.Last, out next) ? -1 : text.Is(at, Sense.This, out next) ? 0 : 9;
        return step != 9 && text.Is(next, Sense.Unit, out var unit, out var end) && unit is (>= 2 and <= 6) or 10 ? Whole(end, unit, step) : null;
    }

    private Parse Whole(int next, int unit, int step)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return unit switch
        {
            2 => Span(next, Monday(today).AddDays(7 * step), Monday(today).AddDays(7 * (step + 1))),
            3 => MonthsFrom(next, month.AddMonths(step), 1),
            4 => MonthsFrom(next, new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(3 * step), 3),
            5 => MonthsFrom(next, new DateOnly(today.Year + step, 1, 1), 12),
            6 => Span(next, Monday(today).AddDays((7 * step) + 5), Monday(today).AddDays((7 * step) + 7)),
            _ => MonthsFrom(next, new DateOnly(today.Year, today.Month > 6 ? 7 : 1, 1).AddMonths(6 * step), 6),
        };
    }

    /// <summary>Afgelopen drie maanden, the next two weeks, past 12 months.</summary>
    private Parse? Rolling(int at)
    {
        var start = text.Skip(at, Sense.Article);
        var ahead = text.Is(start, Sense.Next, out var number);
        if ((!ahead && !text.Is(start, Sense.Last, out number)) || NumberAt(number) is not { } count || !text.Is(count.Next, Sense.Unit, out var unit, out var next)
            || unit is 6 or 7 or 8)
        {
            return null;
        }

        var size = ((Reading.Number)count.Readings[0]).Value;
        var other = Moved(ahead ? size : -size, unit);
        return ahead ? Span(next, today, other) : Span(next, other, today);
    }

    /// <summary>H1, eerste helft van 2026, first half of March.</summary>
    private Parse? HalfYear(int at)
    {
        var start = text.Skip(at, Sense.Article);
        var half = at < text.Count && text.Words[at].Fold is ['h', '1' or '2'] ? text.Words[at].Fold[1] - '0' : 0;
        var next = at + 1;
        if (half == 0 && text.Is(start, Sense.HalfOf, out var said, out next))
        {
            half = said;
            var of = text.Skip(next, Sense.Of);
            if (MonthAt(of) is { Readings: [Reading.Days days, ..] } month)
            {
                return half == 1 ? Span(month.Next, days.From, days.From.AddDays(15)) : Span(month.Next, days.From.AddDays(15), days.End);
            }
        }

        if (half == 0 && DayNumber(start) is { Day: 1 or 2 } ordinal && text.Is(ordinal.Next, Sense.Unit, out var unit, out next) && unit == 10)
        {
            half = ordinal.Day;
        }

        if (half == 0)
        {
            return null;
        }

        var year = YearAt(next);
        return MonthsFrom(year?.Next ?? next, new(year?.Year ?? today.Year, half == 1 ? 1 : 7, 1), 6);
    }

    private Parse? SeasonAt(int at)
    {
        var start = text.Skip(at, Sense.Article, Sense.This);
        var name = text.Is(start, Sense.Next, out var next) || text.Is(start, Sense.Last, out next) ? next : start;
        if (!text.Is(name, Sense.Season, out var season, out var end))
        {
            return null;
        }

        var year = YearAt(end);
        var first = new DateOnly(year?.Year ?? today.Year, season == 4 ? 12 : season * 3, 1);
        if (year is null)
        {
            var past = text.Is(start, Sense.Last) || (Tense(at) == Direction.Past && !text.Is(start, Sense.Next));
            first = past && first > today ? first.AddYears(-1) : !past && first.AddMonths(3) <= today ? first.AddYears(1) : first;
        }

        return MonthsFrom(year?.Next ?? end, first, 3);
    }

    private Parse? ToDateAt(int at) => text.Is(at, Sense.ToDate, out var next) ? Span(next, new(today.Year, 1, 1), today.AddDays(1)) : null;

    /// <summary>2025, where nothing says that it is counted or paid.</summary>
    private Parse? YearSpan(int at)
    {
        var start = text.Is(at, Sense.Unit, out var unit, out var name) && unit == 5 ? name : at;
        if (YearAt(start) is not { } year || year.Next == start || text.Is(year.Next, Sense.Count) || text.Is(year.Next, Sense.Euro) || text.Is(year.Next, Sense.Percent)
            || text.Is(at - 1, Sense.Euro) || (text.IsJoined(start) && text.IsSign(start - 1, '-')) || text.IsSign(year.Next, ',') && text.IsJoined(year.Next) && text.IsJoined(year.Next + 1))
        {
            return null;
        }

        return MonthsFrom(year.Next, new(year.Year, 1, 1), 12);
    }

}
