namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Days by the calendar: in figures, with a month, as an ordinal.</summary>
internal sealed partial class Grammar
{
    /// <summary>2026-03-04, 15-04-2026, 12-05, 12/5.</summary>
    /// <param name="bound">It ends a span, whose dash may stand against it.</param>
    private Parse? Numeric(int at, bool bound = false)
    {
        if (Dotted(at) is { } dotted)
        {
            return dotted;
        }

        if (!text.IsWhole(at, out var first) || at + 2 >= text.Count || text.Words[at + 1].Text is not ("-" or "/") || !text.IsJoined(at + 1)
            || !text.IsJoined(at + 2) || !text.IsWhole(at + 2, out var second) || (!bound && text.IsJoined(at) && text.Words[at - 1].Text is "-" or "/"))
        {
            return null;
        }

        if (at + 4 < text.Count && text.Words[at + 3].Text == text.Words[at + 1].Text && text.IsJoined(at + 3) && text.IsJoined(at + 4)
            && text.IsWhole(at + 4, out var third))
        {
            return text.Words[at].Text.Length == 4 ? Dates(at + 5, (first, second, third))
                : text.Words[at + 4].Text.Length is 2 or 4 ? Dates(at + 5, [.. DayMonths(first, second).Select(pair => (FullYear(third), pair.Month, pair.Day))]) : null;
        }

        // 07-07-'26
        if (at + 5 < text.Count && text.Words[at + 3].Text == text.Words[at + 1].Text && Words.IsApostrophe(text.Words[at + 4].Text[0])
            && YearAt(at + 4) is { } year)
        {
            return Dates(year.Next, [.. DayMonths(first, second).Select(pair => (year.Year, pair.Month, pair.Day))]);
        }

        if (IsCounted(at + 3) || text.Is(at + 3, Sense.Month) || text.Is(at + 3, Sense.LooseMonth) || first == 0 || second == 0 || first > 31 || second > 31)
        {
            return null;
        }

        var all = DayMonths(first, second).Select(pair => Yearless(at + 3, at, year => OfYear(year, pair.Month, pair.Day))).OfType<Parse>().ToArray();
        return all.Length == 0 ? null : all[0] with { Readings = [.. all.SelectMany(one => one.Readings)] };
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

    /// <summary>Day before month, as here; where the language writes it the other way round, that may be meant.</summary>
    private IEnumerable<(int Day, int Month)> DayMonths(int first, int second)
    {
        if (second <= 12)
        {
            yield return (first, second);
        }

        if (first <= 12 && (text.Has(Custom.MonthFirst) || second > 12) && first != second)
        {
            yield return (second, first);
        }
    }

    private static Parse? Dates(int next, params IEnumerable<(int Year, int Month, int Day)> candidates) =>
        Parse.Some(next, candidates.Select(one => OfYear(one.Year, one.Month, one.Day)));

    private static Reading? OfYear(int year, int month, int day) => Valid(year, month, day) ? new Reading.Day(new(year, month, day)) : null;

    private static int FullYear(int year) => year < 100 ? 2000 + year : year;

    /// <summary>What comes back every year, in the year that fits the sentence.</summary>
    /// <param name="step">Last or next was said: what is going on now is not meant.</param>
    /// <remarks>An option may have been extended until a day that is to come: there the tense says nothing.</remarks>
    private Parse? Yearless(int next, int at, Func<int, Reading?> inYear, Direction? said = null, int step = 0)
    {
        var direction = step > 0 || text.Is(next, Sense.Coming) ? Direction.Future : step < 0 || text.Is(next, Sense.Bygone) ? Direction.Past : said ?? (text.Is(at - 1, Sense.Till) ? Direction.Unknown : Tense(at));
        var all = Enumerable.Range(today.Year - 4, 9).Select(inYear).OfType<Reading>().ToArray();
        var past = all.LastOrDefault(reading => step < 0 ? EndOf(reading) <= today : Start(reading) <= today);
        var coming = all.FirstOrDefault(reading => step > 0 ? Start(reading) > today : EndOf(reading) > today);
        return Parse.Some(text.Skip(next, Sense.Coming, Sense.Bygone), Chosen(past, coming, direction)) is { } chosen ? chosen with { InYear = inYear } : null;
    }

    private IEnumerable<Reading?> Chosen(Reading? past, Reading? coming, Direction direction)
    {
        if (past is null || coming is null || past == coming)
        {
            return [past ?? coming];
        }

        if (direction != Direction.Unknown)
        {
            return [direction == Direction.Past ? past : coming];
        }

        var (gone, ahead) = (today.DayNumber - EndOf(past).DayNumber, Start(coming).DayNumber - today.DayNumber);
        return gone < 60 || (past is Reading.Days days && Start(past).Year == today.Year && (gone < ahead || (IsLong(days) && ahead > 45))) ? [past, coming]
            : Start(coming).Year == today.Year ? [coming] : [coming, past];
    }

    /// <summary>Of quarters and halves that of this year is meant, until the year is nearly over.</summary>
    private static bool IsLong(Reading.Days days) => days.End.DayNumber - days.From.DayNumber > 80;

    /// <summary>5 mei, 6 May 2026, the 3rd of March, 12-mei-26, March 3rd, 2026.</summary>
    private Parse? MonthDay(int at)
    {
        if (DayNumber(text.Is(at, Sense.Article, out var bare) && !text.Is(at, Sense.Number) ? bare : at) is { } day)
        {
            var dashed = IsJoint(day.Next);
            var of = dashed ? day.Next + 1 : day.Next;
            if (MonthWord(dashed ? of : text.Skip(of, Sense.Of)) is { } month)
            {
                return WithYear(month.Next, month.Month, day.Day, at, dashed);
            }
        }

        return text.Has(Custom.MonthFirst) && MonthWord(at) is { } first && DayNumber(text.Skip(first.Next, Sense.Article)) is { } second && !IsCounted(second.Next)
            ? WithYear(second.Next, first.Month, second.Day, at, false) : null;
    }

    /// <summary>A dash or stroke that ties two words together.</summary>
    private bool IsJoint(int at) => at < text.Count && text.Words[at].Text is "-" or "/" && text.IsJoined(at) && text.IsJoined(at + 1);

    private (int Month, int Next)? MonthWord(int at) =>
        text.Is(at, Sense.Month, out var month, out var next) || text.Is(at, Sense.LooseMonth, out month, out next) ? (month, next) : null;

    private (int Day, int Next)? DayNumber(int at)
    {
        if (text.IsWhole(at, out var day))
        {
            return day is >= 1 and <= 31 && text.Words[at].Text.Length < 3
                ? (day, text.IsJoined(at + 1) && text.Is(at + 1, Sense.OrdinalMark, out var behind) ? behind : at + 1) : null;
        }

        if (text.Is(at, Sense.Ordinal, out day, out var next))
        {
            return (day, next);
        }

        // twenty-first
        return !text.Is(at, Sense.Number, out day, out next) || day is < 1 or > 31 ? null
            : day >= 20 && day % 10 == 0 && text.Is(text.IsSign(next, '-') ? next + 1 : next, Sense.Ordinal, out var unit, out var end) && unit < 10 ? (day + unit, end)
            : NumberAt(at) is { Number: <= 31 } number ? ((int)number.Number, number.Next) : (day, next);
    }

    private Parse? WithYear(int next, int month, int day, int at, bool dashed) =>
        YearAt(text.IsSign(next, ',') ? next + 1 : next, dashed) is { } year
            ? Parse.Some(year.Next, OfYear(year.Year, month, day))
            : Yearless(next, at, one => OfYear(one, month, day));

    /// <summary>Twenty twenty-six, twintig zesentwintig.</summary>
    private (int Year, int Next)? SpokenYear(int at) => at + 1 < text.Count && text.Words[at].Fold is "twenty" or "twintig" && text.Words[at + 1].Kind == WordKind.Letters && NumberAt(at + 1) is { Number: >= 20 and < 40 } rest && !IsCounted(rest.Next)
        ? (2000 + (int)rest.Number, rest.Next) : null;

    /// <summary>2026, '26, volgend jaar, van 2026.</summary>
    /// <param name="brief">Two figures behind a dash are a year as well: Q4-26.</param>
    private (int Year, int Next)? YearAt(int at, bool brief = false)
    {
        if (text.Is(at, Sense.Fiscal, out var fiscal) && (YearAt(fiscal) ?? BriefYear(fiscal)) is { } booked)
        {
            return booked;
        }

        if (IsJoint(at) && text.IsWhole(at + 1, out var year) && (IsYear(at + 1, year) || (brief && text.Words[at + 1].Text.Length == 2)) && !IsJoint(at + 2))
        {
            return (FullYear(year), at + 2);
        }

        if (text.IsWhole(at, out year) && (IsYear(at, year) || (text.IsJoined(at) && text.Words[at].Text.Length == 2 && text.Words[at - 1].Kind == WordKind.Letters)))
        {
            return (FullYear(year), at + 1);
        }

        if (SpokenYear(at) is { } spoken)
        {
            return spoken;
        }

        if (at + 1 < text.Count && text.Words[at].Kind == WordKind.Sign && Words.IsApostrophe(text.Words[at].Text[0]) && text.IsWhole(at + 1, out year)
            && text.Words[at + 1].Text.Length == 2)
        {
            return (2000 + year, at + 2);
        }

        var start = text.Skip(at, Sense.Of);
        foreach (var from in (ReadOnlySpan<int>)[at, text.Skip(start, Sense.Article)])
        {
            if (StepAt(from) is { } step && IsUnit(step.Next, 5, out var end))
            {
                return (today.Year + step.Step, end);
            }
        }

        // Van het jaar: of this year.
        return start > at && text.IsWhole(start, out year) && IsYear(start, year) ? (year, start + 1)
            : start > at && text.Is(start, Sense.Article, out var bare) && IsUnit(bare, 5, out bare) ? (text.IsWhole(bare, out year) && IsYear(bare, year) ? (year, bare + 1) : (today.Year, bare))
            : null;
    }

    private bool IsYear(int at, int year) => text.Words[at].Text.Length == 4 && year is >= 1990 and < 2100;

    /// <summary>De 13e, the 13th, de 5e van volgende maand, the first of the month.</summary>
    private Parse? OrdinalDay(int at)
    {
        var start = text.Skip(at, Sense.Article);
        if (DayNumber(start) is not { } day || !(text.Is(start, Sense.Ordinal) || day.Next > start + 1))
        {
            return null;
        }

        if (MonthSaid(text.Skip(day.Next, Sense.Of)) is { } said)
        {
            // "The first of the month", when that has been: the next one may be meant.
            var others = new[] { said.Month, said.Month.AddMonths(1) }.Select(month => OfYear(month.Year, month.Month, day.Day)).OfType<Reading>().ToArray();
            return Parse.Some(said.Next, said.Sure ? others.Take(1) : Tense(at) == Direction.Future ? others.Where(one => Start(one) >= today).Take(1) : others);
        }

        var named = start > at || text.Is(at - 1, Sense.On) || ((text.Is(at - 1, Sense.Till) || text.Is(at - 1, Sense.Or) || text.Is(at - 1, Sense.And)) && anchor is not null);
        var spelt = text.Words[start].Kind != WordKind.Digits;
        if (!named || (spelt && (day.Day < 6 || !(text.Is(at - 1, Sense.On) || day.Day > 12) || (FollowsWord(day.Next) && day.Day < 20))) || text.Is(day.Next, Sense.Unit) || text.Is(day.Next, Sense.Month) || (day.Day < 6 && FollowsWord(day.Next)))
        {
            return null;
        }

        var from = anchor is { } last && last > today.AddDays(-40) ? last : today;
        var past = anchor is null && Tense(at) == Direction.Past;
        var first = new DateOnly(from.Year, from.Month, 1);
        var months = past ? Enumerable.Range(-3, 4).Reverse() : Enumerable.Range(0, 4);
        return Parse.Of(day.Next, months.Select(month => first.AddMonths(month)).Where(month => Valid(month.Year, month.Month, day.Day))
            .Select(month => new DateOnly(month.Year, month.Month, day.Day)).First(one => past ? one <= today : one >= from));
    }

    /// <summary>Volgende maand; de maand, which is not sure to be this one.</summary>
    private (DateOnly Month, bool Sure, int Next)? MonthSaid(int at)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return StepAt(at) is { } step && IsUnit(step.Next, 3, out var end) ? (month.AddMonths(step.Step), true, end)
            : text.Is(at, Sense.Article, out var kind, out var bare) && kind == 0 && IsUnit(bare, 3, out end) && MonthWord(end) is null ? (month, false, end) : null;
    }

    /// <summary>"de 3e offerte" is no day; a small word after it leaves it one.</summary>
    private bool FollowsWord(int at) => at < text.Count && text.Words[at].Kind == WordKind.Letters && text.Words[at].Fold.Length > 3
        && !text.Is(at, Sense.At) && !text.Is(at, Sense.Part) && !text.Is(at, Sense.And) && !text.Is(at, Sense.Till) && !text.Is(at, Sense.PastCue) && !text.Is(at, Sense.FutureCue);

    /// <summary>20 en 21 mei, 3, 4 en 5 juni, May 20 or 21: the month is said once.</summary>
    private Parse? DayList(int at, int most = 8)
    {
        var start = WeekdayWord(at)?.Next ?? at;
        if (DayNumber(text.Skip(start, Sense.Article)) is { } day && Also(day.Next) is { } other)
        {
            var rest = (most > 0 ? DayList(other, most - 1) : null) ?? (WeekdayWord(other) is { } weekday ? MonthDay(weekday.Next) : null) ?? MonthDay(other);
            return rest?.First is Reading.Day { Date: var date } && (rest.Then is not null || !text.IsSign(day.Next, ',')) && Valid(date.Year, date.Month, day.Day)
                ? new(day.Next, [new Reading.Day(new(date.Year, date.Month, day.Day))]) { Then = (other, rest) } : null;
        }

        return MonthDay(start) is { First: Reading.Day { Date: var first } } one && text.Has(Custom.MonthFirst) && MonthWord(start) is not null ? Others(one, first) : null;
    }

    private Parse? Others(Parse day, DateOnly month) =>
        Also(day.Next) is { } other && DayNumber(other) is { } number && number.Day > Start(day.First).Day && !IsCounted(number.Next) && MonthWord(number.Next) is null
            && OfYear(month.Year, month.Month, number.Day) is { } next && new Parse(number.Next, [next]) is var later
            ? day with { Then = (other, Others(later, month) ?? later) } : null;

    private int? Also(int at) => text.IsSign(at, ',') ? at + 1 : text.Is(at, Sense.And, out var next) || text.Is(at, Sense.Or, out next) ? next : null;

    /// <summary>Mei Ling, June Carter, Jan de Vries: a month that is somebody's name.</summary>
    private bool IsName(int at) => text.Is(at, Sense.GivenName) && at + 1 < text.Count
        && (text.Words[at + 1].Fold is "de" or "van" or "ter" || (text.Words[at].IsCapital && text.Words[at + 1].IsCapital));
}
