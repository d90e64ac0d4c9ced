namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Spans with a beginning and an end.</summary>
internal sealed partial class Grammar
{
    private Parse? SpanAt(int at) => Parse.Longest(Between(at), SingleSpan(at), SinceAt(at));

    private Parse? SinceAt(int at)
    {
        if (!text.Is(at, Sense.Since, out var start) || Parse.Longest(DayAt(start), SingleSpan(start), LooseMonthSpan(start)) is not { Then: null } from)
        {
            return null;
        }

        var begin = from.InYear is { } inYear ? Yearless(from.Next, at, inYear, Direction.Past)?.First : from.Readings.MaxBy(one => Start(one) <= today ? Start(one) : DateOnly.MinValue);
        return begin is not null && Start(begin) <= today ? Parse.Of(text.Is(from.Next, Sense.SoFar, out var end) ? end : from.Next, Start(begin), today.AddDays(1)) : null;
    }

    /// <summary>9 t/m 11 juni, van maandag tot woensdag, March to May, 9-11 June, ma 8 - wo 10 juni.</summary>
    private Parse? Between(int at)
    {
        var said = text.Is(at, Sense.From, out var start);
        start = said ? start : at;
        var named = WeekdayWord(start)?.Next ?? start;
        var article = text.Skip(text.IsSign(named, ',') ? named + 1 : named, Sense.Article);
        if (DayNumber(article) is { } number && (Bound(number.Next, said) ?? Overnight(number.Day, number.Next)) is { } middle)
        {
            var end = WeekdayWord(middle)?.Next ?? middle;
            if ((MonthDay(end) ?? Numeric(end, bound: true) ?? DayOfSaidMonth(end)) is { First: Reading.Day { Date: var last } } until)
            {
                var month = number.Day < last.Day ? last : last.AddDays(1 - last.Day).AddMonths(-1);
                return OfYear(month.Year, month.Month, number.Day) is Reading.Day begin ? Parse.Of(until.Next, begin.Date, last.AddDays(1)) : null;
            }
        }

        return Parse.Longest(OneMonth(start, said), BetweenWhole(start, said));
    }

    /// <summary>9 op 10 oktober: the night between.</summary>
    private int? Overnight(int day, int at) => text.Is(at, Sense.On, out var next) && text.Words[at].Fold == "op" && text.IsWhole(next, out var last) && last == day + 1 && MonthDay(next) is not null ? next : null;

    /// <summary>17 volgende maand</summary>
    private Parse? DayOfSaidMonth(int at) =>
        DayNumber(at) is { } day && MonthSaid(text.Skip(day.Next, Sense.Of)) is { Sure: true } said && OfYear(said.Month.Year, said.Month.Month, day.Day) is { } reading
            ? new(said.Next, [reading]) : null;

    /// <summary>June 9-11, June 9th to 11th, 2027.</summary>
    private Parse? OneMonth(int start, bool said)
    {
        if (!text.Has(Custom.MonthFirst) || MonthWord(start) is null || MonthDay(start) is not { First: Reading.Day { Date: var from } } first
            || Bound(first.Next, said) is not { } behind || DayNumber(behind) is not { } until || until.Day <= from.Day || IsCounted(until.Next)
            || MonthWord(until.Next) is not null)
        {
            return null;
        }

        var year = YearAt(text.IsSign(until.Next, ',') ? until.Next + 1 : until.Next);
        return OfYear(year?.Year ?? from.Year, from.Month, until.Day) is Reading.Day last
            ? Parse.Of(year?.Next ?? until.Next, new(last.Date.Year, from.Month, from.Day), last.Date.AddDays(1)) : null;
    }

    private Parse? BetweenWhole(int start, bool said)
    {
        var first = Whole(start);
        if (first is not { Then: null })
        {
            return null;
        }

        first = first with { Next = PartAt(first.Next).Next };

        // Van januari tot nu.
        if (text.Is(first.Next, Sense.SoFar, out var now) || (Bound(first.Next, said) is { } till && text.Is(till, Sense.Now, out now)))
        {
            return SoFar(first, start, now);
        }

        if ((Bound(first.Next, said) ?? (first.First is Reading.Days && text.IsSign(first.Next, '/') ? first.Next + 1 : null)) is not { } middle)
        {
            return null;
        }

        var (saved, outer) = (anchor, bound);
        (anchor, bound) = (Start(first.First), middle);
        var second = Whole(middle) ?? WeekNumberAlone(start, middle);
        (anchor, bound) = (saved, outer);
        return second is { Then: null } ? Joined(first, second with { Next = PartAt(second.Next).Next }, Tense(start)) : null;
    }

    private Parse? SoFar(Parse from, int at, int next)
    {
        var begin = from.InYear is { } inYear ? Yearless(next, at, inYear, Direction.Past)?.First : from.First;
        return begin is not null && Start(begin) <= today ? Parse.Of(next, Start(begin), today.AddDays(1)) : null;
    }

    private Parse? Whole(int at) => Parse.Longest(text.Is(at, Sense.Now, out var now) && !text.Is(at, Sense.Day) ? Parse.Of(now, today) : null, DayAt(at), SingleSpan(at), LooseMonthSpan(at), YearSpan(at));

    /// <summary>A year that is said of one end only holds for both; without any the end follows the beginning.</summary>
    private static Parse? Joined(Parse first, Parse second, Direction direction)
    {
        var (begin, end) = (Start(first.First), EndOf(second.First));
        if (first.InYear is { } ofFirst && (second.InYear is null || direction == Direction.Past))
        {
            begin = Years(end, ofFirst).Where(one => Start(one) < end).Select(Start).DefaultIfEmpty(begin).Max();
        }
        else if (second.InYear is { } ofSecond)
        {
            end = Years(begin, ofSecond).Where(one => EndOf(one) > begin.AddDays(1)).Select(EndOf).DefaultIfEmpty(end).Min();
        }
        else if (begin >= end && second.Weekly)
        {
            end = end.AddDays(((begin.DayNumber - end.DayNumber) / 7 * 7) + 7);
        }

        return begin < end ? Parse.Of(second.Next, begin, end) : null;
    }

    private static IEnumerable<Reading> Years(DateOnly around, Func<int, Reading?> inYear) =>
        Enumerable.Range(around.Year - 2, 5).Select(inYear).OfType<Reading>();

    /// <summary>The word after one that joins a beginning to an end.</summary>
    /// <param name="from">A word like "from" or "between" went before.</param>
    private int? Bound(int at, bool from) =>
        text.Is(at, Sense.Till, out var next) || text.Is(at, Sense.Dash, out next) || (from && text.Is(at, Sense.And, out next)) ? text.Skip(next, Sense.Article) : null;

    private Parse? WeekNumberAlone(int first, int at) =>
        text.Is(first, Sense.WeekNo) && text.IsWhole(at, out var week) && week is >= 1 and <= 53 ? Numbered(at + 1, first, week, YearAt(at + 1)) : null;
}
