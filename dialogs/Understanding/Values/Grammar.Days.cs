namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Single days.</summary>
internal sealed partial class Grammar
{
    private Parse? DayAt(int at)
    {
        // "on", "op" or "the" before a day is not part of it, but "the" is needed before a bare ordinal.
        Parse?[] all = [Numeric(at), now is null ? null : Relative2(at), now is null ? null : WeekdayAt(at), MonthDay(at), now is null ? null : OrdinalDay(at), now is null ? null : FeastAt(at)];
        return all.Where(parse => parse is not null && parse.Readings.Count > 0).MaxBy(parse => parse!.Next);
    }

    private static Parse One(int next, DateOnly day) => new(next, [new Reading.Day(day)]);

    private Direction Tense(int at) => tense(text.Words[Math.Clamp(at, 0, text.Count - 1)].Start);

    /// <summary>2026-03-04, 15-04-2026, 12-05, 12/5.</summary>
    private Parse? Numeric(int at)
    {
        if (Dotted(at) is { } dotted)
        {
            return dotted;
        }

        if (!text.IsWhole(at, out var first) || at + 2 >= text.Count || text.Words[at + 1].Text is not ("-" or "/") || !text.IsJoined(at + 1)
            || !text.IsJoined(at + 2) || !text.IsWhole(at + 2, out var second) || (text.IsJoined(at) && text.Words[at - 1].Text is "-" or "/"))
        {
            return null;
        }

        if (at + 4 < text.Count && text.Words[at + 3].Text == text.Words[at + 1].Text && text.IsJoined(at + 3) && text.IsJoined(at + 4)
            && text.IsWhole(at + 4, out var third))
        {
            return text.Words[at].Text.Length == 4 ? Dates(at + 5, (first, second, third))
                : Dates(at + 5, [.. DayMonths(first, second).Select(pair => (FullYear(third), pair.Month, pair.Day))]);
        }

        if (now is null || text.Is(at + 3, Sense.Count) || text.Is(at + 3, Sense.Percent) || text.Is(at + 3, Sense.Month) || text.Is(at + 3, Sense.LooseMonth)
            || text.Is(at + 3, Sense.OClock) || first == 0 || second == 0 || first > 31 || second > 31)
        {
            return null;
        }

        return new(at + 3, [.. DayMonths(first, second).SelectMany(pair => Yearless(pair.Month, pair.Day, Tense(at))).Select(day => new Reading.Day(day))]);
    }

    /// <summary>12.05.2026</summary>
    private Parse? Dotted(int at)
    {
        if (at >= text.Count || text.Words[at].Kind != WordKind.Digits || text.Words[at].Text.Split('.') is not [var day, var month, { Length: 2 or 4 } year]
            || day.Length > 2 || month.Length > 2 || !int.TryParse(day, out var d) || !int.TryParse(month, out var m) || !int.TryParse(year, out var y))
        {
            return null;
        }

        return Dates(at + 1, (FullYear(y), m, d));
    }

    /// <summary>Day before month, as here; in English the other way round may be meant.</summary>
    private IEnumerable<(int Day, int Month)> DayMonths(int first, int second)
    {
        if (second <= 12)
        {
            yield return (first, second);
        }

        if (first <= 12 && (text.Language == Data.Language.English || second > 12) && first != second)
        {
            yield return (second, first);
        }
    }

    private static Parse? Dates(int next, params ReadOnlySpan<(int Year, int Month, int Day)> candidates)
    {
        var readings = new List<Reading>();
        foreach (var (year, month, day) in candidates)
        {
            if (year is >= 1900 and <= 2200 && Valid(year, month, day))
            {
                readings.Add(new Reading.Day(new(year, month, day)));
            }
        }

        return readings.Count == 0 ? null : new(next, readings);
    }

    private static bool Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is >= 1 and < 9000 && day <= DateTime.DaysInMonth(year, month);

    private static int FullYear(int year) => year < 100 ? 2000 + year : year;

    /// <summary>A day of the year, in the year that fits the sentence.</summary>
    private IEnumerable<DateOnly> Yearless(int month, int day, Direction direction)
    {
        var days = Enumerable.Range(today.Year - 4, 9).Where(year => Valid(year, month, day)).Select(year => new DateOnly(year, month, day)).ToArray();
        if (days.Length == 0)
        {
            yield break;
        }

        var past = days.Where(one => one <= today).DefaultIfEmpty(days[0]).Max();
        var coming = days.Where(one => one >= today).DefaultIfEmpty(days[^1]).Min();
        if (direction == Direction.Past)
        {
            yield return past;
        }
        else if (direction == Direction.Future || coming.Year == today.Year)
        {
            yield return coming;
        }
        else
        {
            var pastFirst = today.DayNumber - past.DayNumber <= 60;
            yield return pastFirst ? past : coming;
            yield return pastFirst ? coming : past;
        }
    }

    /// <summary>Vandaag, eergisteren; over drie dagen, two weeks ago, over twee weken di.</summary>
    private Parse? Relative2(int at)
    {
        if (text.Is(at, Sense.Day, out var offset, out var next))
        {
            // "deze week", said with a day before it, is the weekday's matter.
            return One(next, today.AddDays(offset));
        }

        if (Shift(at) is not { } shift)
        {
            return null;
        }

        return shift.Unit is 2 && WeekdayWord(text.Skip(shift.Next, Sense.On)) is { } weekday
            ? One(weekday.Next, Monday(shift.Day).AddDays(weekday.Day - 1))
            : One(shift.Next, shift.Day);
    }

    /// <summary>In or ago so many days, weeks, months or years.</summary>
    private (DateOnly Day, int Unit, int Next)? Shift(int at)
    {
        var ahead = text.Is(at, Sense.In, out var start);
        if (CountAt(ahead ? start : at) is not { } count || !text.Is(count.Next, Sense.Unit, out var unit, out var next) || unit is 6 or 7 or 8)
        {
            return null;
        }

        if (!ahead && !text.Is(next, Sense.Ago, out next))
        {
            return null;
        }

        return (Moved(ahead ? count.Value : -count.Value, unit), unit, next);
    }

    private DateOnly Moved(decimal count, int unit) => unit switch
    {
        1 => today.AddDays((int)count),
        2 => today.AddDays((int)Math.Round(count * 7, MidpointRounding.AwayFromZero)),
        3 => Months(count),
        4 => Months(count * 3),
        5 => Months(count * 12),
        10 => Months(count * 6),
        _ => Workdays((int)count),
    };

    private DateOnly Months(decimal count) => today.AddMonths((int)Math.Truncate(count)).AddDays((int)((count - Math.Truncate(count)) * 30));

    private DateOnly Workdays(int count)
    {
        var day = today;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <param name="asked">Something around it already shows that a day is meant.</param>
    private (int Day, int Next)? WeekdayWord(int at, bool asked = true) =>
        text.Is(at, Sense.Weekday, out var day, out var next) ? (day, next)
        : text.Is(at, Sense.LooseDay, out day, out next) && (asked || text.IsWhole(next, out _)) ? (day, next)
        : null;

    private Parse? WeekdayAt(int at)
    {
        if (WeekOf(at) is { } week && WeekdayWord(text.Skip(week.Next, Sense.On)) is { } inWeek)
        {
            return One(inWeek.Next, week.Monday.AddDays(inWeek.Day - 1));
        }

        var start = text.Skip(at, Sense.Article);
        var near = text.Is(start, Sense.Next, out var kind, out var name) ? 1 : text.Is(start, Sense.Last, out kind, out name) ? -1
            : text.Is(start, Sense.This, out kind, out name) ? 0 : 9;
        if (WeekdayWord(near == 9 ? at : name, near != 9 || text.Is(at - 1, Sense.On)) is not { } weekday)
        {
            return null;
        }

        var next = weekday.Next;
        var ahead = ((weekday.Day - Iso(today) + 6) % 7) + 1;
        var (coming, gone) = (today.AddDays(ahead), today.AddDays(ahead - (ahead == 7 ? 14 : 7)));
        if (near == 9)
        {
            return Dated(weekday.Day, next) ?? WeekdayIn(weekday.Day, next) ?? new(next, Bare(coming, gone, Tense(at)));
        }

        var inNext = Monday(today).AddDays(7 + weekday.Day - 1);
        return near switch
        {
            1 when kind == 2 && inNext != coming => new(next, [new Reading.Day(inNext), new Reading.Day(coming)]),
            1 => One(next, coming),
            -1 => One(next, gone),
            _ => One(next, Monday(today).AddDays(weekday.Day - 1)),
        };
    }

    private static Reading[] Bare(DateOnly coming, DateOnly gone, Direction direction) => direction switch
    {
        Direction.Past => [new Reading.Day(gone)],
        Direction.Future => [new Reading.Day(coming)],
        _ => [new Reading.Day(coming), new Reading.Day(gone)],
    };

    private static int Iso(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;

    /// <summary>Dinsdag 10 maart, di 10-3, Tuesday the 10th: the weekday settles the year or month.</summary>
    private Parse? Dated(int weekday, int at)
    {
        var start = text.IsSign(at, ',') ? at + 1 : at;
        var date = Numeric(start) ?? MonthDay(text.Skip(start, Sense.Article)) ?? OrdinalDay(start);
        if (date is not null)
        {
            var days = date.Readings.OfType<Reading.Day>().ToArray();
            var fits = days.Where(day => Iso(day.Date) == weekday).ToArray<Reading>();
            return new(date.Next, fits.Length > 0 ? fits : days);
        }

        // vrijdag 13
        if (text.IsWhole(start, out var number) && number is >= 1 and <= 31 && !text.Is(start + 1, Sense.Count) && !text.Is(start + 1, Sense.OClock)
            && !text.IsSign(start + 1, ':') && !text.Is(start + 1, Sense.Percent))
        {
            var first = new DateOnly(today.Year, today.Month, 1);
            var fit = Enumerable.Range(-2, 14).Select(month => first.AddMonths(month)).Where(month => Valid(month.Year, month.Month, number))
                .Select(month => new DateOnly(month.Year, month.Month, number)).Where(day => Iso(day) == weekday)
                .OrderBy(day => Math.Abs(day.DayNumber - today.DayNumber)).Take(1).Select(day => (Reading)new Reading.Day(day)).ToArray();
            return fit.Length > 0 && Math.Abs(((Reading.Day)fit[0]).Date.DayNumber - today.DayNumber) < 62 ? new(start + 1, fit) : null;
        }

        return null;
    }

    /// <summary>Dinsdag volgende week, di over twee weken.</summary>
    private Parse? WeekdayIn(int weekday, int at)
    {
        var start = text.Skip(at, Sense.Of);
        foreach (var from in (ReadOnlySpan<int>)[at, start])
        {
            if (WeekOf(from) is { } week)
            {
                return One(week.Next, week.Monday.AddDays(weekday - 1));
            }

            if (Shift(from) is { Unit: 2 } shift)
            {
                // "vrijdag over een week": a week after the coming one.
                return One(shift.Next, Monday(shift.Day).AddDays(weekday - 1));
            }
        }

        return null;
    }

    /// <summary>Volgende week, vrg wk, week 19.</summary>
    private (DateOnly Monday, int Next)? WeekOf(int at)
    {
        var steps = text.Is(at, Sense.Next, out var next) ? 1 : text.Is(at, Sense.Last, out next) ? -1 : text.Is(at, Sense.This, out next) ? 0 : 9;
        if (steps != 9 && text.Is(next, Sense.Unit, out var unit, out var end) && unit == 2)
        {
            return (Monday(today).AddDays(steps * 7), end);
        }

        return NumberedWeek(at) is { Readings: [Reading.Days { From: var from }, ..] } week ? (from, week.Next) : null;
    }

    /// <summary>5 mei, 6 May 2026, the 3rd of March, March 3rd, 2026.</summary>
    private Parse? MonthDay(int at)
    {
        if (DayNumber(text.Is(at, Sense.Article, out var bare) && !text.Is(at, Sense.Number) ? bare : at) is { } day && MonthWord(text.Skip(day.Next, Sense.Of)) is { } month)
        {
            return WithYear(month.Next, month.Month, day.Day, Tense(at));
        }

        if (MonthWord(at) is { } first && DayNumber(text.Skip(first.Next, Sense.Article)) is { } second && !text.Is(second.Next, Sense.Count)
            && !text.Is(second.Next, Sense.Percent) && !text.Is(second.Next, Sense.Euro) && text.Language == Data.Language.English)
        {
            return WithYear(second.Next, first.Month, second.Day, Tense(at));
        }

        return null;
    }

    private (int Month, int Next)? MonthWord(int at) =>
        text.Is(at, Sense.Month, out var month, out var next) || text.Is(at, Sense.LooseMonth, out month, out next) ? (month, next) : null;

    private (int Day, int Next)? DayNumber(int at)
    {
        if (text.IsWhole(at, out var day))
        {
            return day is >= 1 and <= 31 ? (day, text.IsJoined(at + 1) && text.Is(at + 1, Sense.OrdinalMark, out var behind) ? behind : at + 1) : null;
        }

        return text.Is(at, Sense.Ordinal, out day, out var next) || (text.Is(at, Sense.Number, out day, out next) && day <= 31) ? (day, next) : null;
    }

    private Parse? WithYear(int next, int month, int day, Direction direction)
    {
        if (YearAt(text.IsSign(next, ',') ? next + 1 : next) is { } year)
        {
            return Dates(year.Next, (year.Year, month, day));
        }

        return now is null ? null : new(next, [.. Yearless(month, day, direction).Select(one => new Reading.Day(one))]);
    }

    /// <summary>2026, '26, volgend jaar.</summary>
    private (int Year, int Next)? YearAt(int at)
    {
        if (text.IsWhole(at, out var year) && text.Words[at].Text.Length == 4 && year is >= 2000 and < 2100)
        {
            return (year, at + 1);
        }

        if (at + 1 < text.Count && text.Words[at].Kind == WordKind.Sign && Words.IsApostrophe(text.Words[at].Text[0]) && text.IsWhole(at + 1, out year)
            && text.Words[at + 1].Text.Length == 2)
        {
            return (2000 + year, at + 2);
        }

        if (now is null)
        {
            return null;
        }

        var start = text.Skip(at, Sense.Of);
        foreach (var from in (ReadOnlySpan<int>)[at, start])
        {
            var step = text.Is(from, Sense.Next, out var next) ? 1 : text.Is(from, Sense.Last, out next) ? -1 : text.Is(from, Sense.This, out next) ? 0 : 9;
            if (step != 9 && text.Is(next, Sense.Unit, out var unit, out var end) && unit == 5)
            {
                return (today.Year + step, end);
            }
        }

        return start > at && text.IsWhole(start, out year) && text.Words[start].Text.Length == 4 && year is >= 2000 and < 2100 ? (year, start + 1) : null;
    }

    /// <summary>De 13e, the 13th.</summary>
    private Parse? OrdinalDay(int at)
    {
        var start = text.Skip(at, Sense.Article);
        if (!text.IsWhole(start, out var day) || day is < 1 or > 31 || !text.IsJoined(start + 1) || !text.Is(start + 1, Sense.OrdinalMark, out var next)
            || text.Is(next, Sense.Unit) || text.Is(next, Sense.Month) || (start == at && !text.Is(at - 1, Sense.On)) || FollowsWord(next))
        {
            return null;
        }

        var from = anchor is { } last && last > today.AddDays(-40) ? last : today;
        var past = anchor is null && Tense(at) == Direction.Past;
        var first = new DateOnly(from.Year, from.Month, 1);
        var months = past ? Enumerable.Range(-3, 4).Reverse() : Enumerable.Range(0, 4);
        var fit = months.Select(month => first.AddMonths(month)).Where(month => Valid(month.Year, month.Month, day))
            .Select(month => new DateOnly(month.Year, month.Month, day)).First(one => past ? one <= today : one >= from);
        return One(next, fit);
    }

    /// <summary>"de 3e offerte" is no day; a small word after it leaves it one.</summary>
    private bool FollowsWord(int at) => at < text.Count && text.Words[at].Kind == WordKind.Letters && text.Words[at].Fold.Length > 3
        && !text.Is(at, Sense.At) && !text.Is(at, Sense.Part) && !text.Is(at, Sense.And) && !text.Is(at, Sense.PastCue) && !text.Is(at, Sense.FutureCue);

    private Parse? FeastAt(int at)
    {
        if (text.Is(at, Sense.Feast, out var value, out var next))
        {
            return WithYear(next, value / 100, value % 100, Tense(at));
        }

        if (!text.Is(at, Sense.Easter, out var offset, out next))
        {
            return null;
        }

        if (YearAt(next) is { } year)
        {
            return One(year.Next, EasterOf(year.Year).AddDays(offset));
        }

        var days = Enumerable.Range(today.Year - 1, 3).Select(one => EasterOf(one).AddDays(offset)).ToArray();
        return One(next, Tense(at) == Direction.Past ? days.Last(day => day <= today) : days.First(day => day >= today));
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
