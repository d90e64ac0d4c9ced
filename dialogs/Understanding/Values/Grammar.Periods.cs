using System.Globalization;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Spans by the calendar: years, halves, quarters, seasons, months and weeks.</summary>
internal sealed partial class Grammar
{
    /// <summary>What is told by the month: "target jan".</summary>
    private static readonly HashSet<string> OfFigures = ["target", "targets", "doel", "doelen", "omzet", "revenue", "cijfers", "figures", "kpi", "kpis", "kpi's", "budget", "forecast", "prognose", "results", "result", "resultaat", "resultaten", "numbers", "turnover"];

    private Parse? SingleSpan(int at) =>
        Parse.Longest(PartOfSpan(at), NumberedWeek(at), QuarterAt(at), MonthAt(at), UnitAt(at), Rolling(at), HalfYear(at), SeasonAt(at), ToDateAt(at), RestOf(at), AroundDay(at), AfterNext(at), NthSpan(at), YearSpan(at));

    private static Reading? MonthsOf(int year, int month, int months) =>
        year is >= 1900 and <= 2200 ? new Reading.Days(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(months)) : null;

    /// <summary>A span that comes back every year, in the year that is said or fits.</summary>
    private Parse? Yearly(int next, int at, (int Year, int Next)? year, Func<int, Reading?> inYear, int step = 0, Direction? said = null) =>
        year is { } known ? Parse.Some(known.Next, inYear(known.Year)) : Yearless(next, at, inYear, said, step);

    private Parse? MonthAt(int at)
    {
        // "volgend jaar maart"
        if (YearAt(at) is { } ahead && !text.IsWhole(at, out _) && MonthWord(text.Skip(ahead.Next, Sense.In)) is { } later)
        {
            return Yearly(later.Next, at, (ahead.Year, later.Next), year => MonthsOf(year, later.Month, 1));
        }

        var whole = text.Skip(at, Sense.Article);
        if (IsUnit(whole, 3, out var named) && MonthWord(text.Skip(named, Sense.Of)) is { } full)
        {
            return MonthSpan(full.Next, full.Month, at, null);
        }

        var step = StepAt(at);
        var next = step?.Next ?? at;
        if (MonthWord(next) is not { } month || IsName(next))
        {
            return null;
        }

        // "jan" is a man's name and "may" a verb, unless something around them says that a month is meant.
        var sure = text.Is(next, Sense.Month) || step is not null || text.Words[next].Fold is "okt" or "oct" or "feb" or "febr" or "nov" or "sept" or "sep" or "mrt" or "dec" or "apr" or "aug" or "jul" or "jun" || StandsAlone(at, month.Next) || MonthIsMeant(at) || YearAt(month.Next) is not null;
        return sure ? MonthSpan(month.Next, month.Month, at, step?.Step) : null;
    }

    /// <summary>"Why down? March.": between two signs.</summary>
    private bool StandsAlone(int at, int next) => at > 0 && text.Words[at - 1].Text is "?" or "." or "," or ":" or "(" && (next == text.Count || text.Words[next].Text is "." or "?" or ")");

    private bool MonthIsMeant(int at) =>
        text.Is(at - 1, Sense.In) || text.Is(at - 1, Sense.Of) || text.Is(at - 1, Sense.From) || text.Is(at - 1, Sense.Since) || text.Is(at - 1, Sense.Early)
        || text.Is(at - 1, Sense.Late) || text.Is(at - 1, Sense.Mid) || text.IsSign(at - 1, '/') || text.IsSign(at - 1, '-')
        || (at > 0 && OfFigures.Contains(text.Words[at - 1].Fold) && Stops(at + 1))
        || (at + 1 < text.Count && (OfFigures.Contains(text.Words[at + 1].Fold) || (at > 0 && text.Words[at + 1].Fold is "versus" or "vs" or "against" or "compared" or "tegen" or "vergeleken")))
        || (Also(at - 1) == at && text.Is(at - 2, Sense.LooseMonth)) || (MonthWord(at) is { } month && Also(month.Next) is { } other && MonthWord(other) is not null);

    private Parse? LooseMonthSpan(int at) => MonthWord(at) is { } month && !IsName(at) ? MonthSpan(month.Next, month.Month, at, null) : null;

    /// <param name="step">Said before it: komende december, last January.</param>
    private Parse? MonthSpan(int next, int month, int at, int? step)
    {
        Reading? InYear(int year) => MonthsOf(year, month, 1);
        var year = step is not null ? null : YearAt(next, brief: IsJoint(next));
        return Yearly(next, at, year, InYear, step ?? 0);
    }

    /// <summary>Week 19, wk 19 2026, 2026-W19, week 2 van volgend jaar.</summary>
    private Parse? NumberedWeek(int at)
    {
        var before = YearBefore(at);
        var start = before?.Next ?? at;
        return text.Is(start, Sense.WeekNo, out var next) && text.IsWhole(next, out var week) && week is >= 1 and <= 53 && !text.Is(next + 1, Sense.Unit)
            ? Numbered(next + 1, at, week, before is { } year ? (year.Year, next + 1) : YearAt(text.IsSign(next + 1, ',') ? next + 2 : next + 1)) : null;
    }

    private Parse? Numbered(int next, int at, int week, (int, int)? year) =>
        Yearly(next, at, year, one => one is < 1900 or > 2200 || week > ISOWeek.GetWeeksInYear(one) ? null : new Reading.Days(WeekStart(one, week), WeekStart(one, week).AddDays(7)));

    /// <summary>ISO 8601: week 1 holds the year's first Thursday.</summary>
    private static DateOnly WeekStart(int year, int week) => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));

    /// <summary>A year in figures that stands before what it is the year of: 2025 Q2.</summary>
    private (int Year, int Next)? YearBefore(int at) =>
        text.IsWhole(at, out var year) && IsYear(at, year) ? (year, text.IsSign(at + 1, '-') ? at + 2 : at + 1) : null;

    /// <summary>Q3, Q3 2025, 2025 Q3, derde kwartaal, 3e kwartaal van 2025, kwartaal 3.</summary>
    private Parse? QuarterAt(int at)
    {
        var before = YearBefore(at);
        var start = text.Skip(before?.Next ?? at, Sense.Article);
        var (quarter, next) = text.Is(start, Sense.QuarterMark, out var mark) && text.IsWhole(mark, out var figure) && !IsCounted(mark + 1) ? (figure, mark + 1)
            : text.IsWhole(start, out figure) && text.IsJoined(start + 1) && text.Is(start + 1, Sense.QuarterMark, out mark) ? (figure, mark)
            : IsOrdinal(start) is { } number && IsUnit(number.Next, 4, out var end) ? (number.Day, end)
            : IsUnit(start, 4, out end) && text.IsWhole(end, out figure) ? (figure, end + 1)
            : IsUnit(start, 4, out end) && StepAt(start - 1) is null && text.Is(end, Sense.Number) && NumberAt(end) is { Number: >= 1 and <= 4 } spoken && !IsCounted(spoken.Next) ? ((int)spoken.Number, spoken.Next)
            : (0, at);
        return quarter is < 1 or > 4 ? null
            : Yearly(next, at, before is { } year ? (year.Year, next) : YearAt(next, brief: true) ?? BriefYear(next), one => MonthsOf(one, (quarter * 3) - 2, 3));
    }

    /// <summary>Q1 27: two figures of this century behind a quarter.</summary>
    private (int Year, int Next)? BriefYear(int at) =>
        text.IsWhole(at, out var year) && text.Words[at].Text.Length == 2 && year is >= 20 and < 40 && !IsCounted(at + 1) && Stops(at + 1) ? (2000 + year, at + 1) : null;

    private (int Day, int Next)? IsOrdinal(int at) =>
        DayNumber(at) is { } number && (text.Is(at, Sense.Ordinal) || (number.Next > at + 1 && text.IsWhole(at, out _))) ? number : null;

    /// <summary>H1, eerste helft van 2026, tweede halfjaar, first half of March.</summary>
    private Parse? HalfYear(int at)
    {
        var before = YearBefore(at);
        var start = text.Skip(before?.Next ?? at, Sense.Article);
        var half = 0;
        if (text.Is(start, Sense.HalfOf, out var said, out var next))
        {
            var of = text.Skip(next, Sense.Of);
            if (SpanOf(of) is { First: Reading.Days } whole)
            {
                return whole.Map(whole.Next, days => Half((Reading.Days)days, said));
            }

            half = said;
        }
        else if (text.Is(start, Sense.HalfMark, out next) && text.IsJoined(next) && text.IsWhole(next, out var figure))
        {
            (half, next) = (figure, next + 1);
        }
        else if (IsOrdinal(start) is { } ordinal && IsUnit(ordinal.Next, 10, out next))
        {
            half = ordinal.Day;
        }

        return half is < 1 or > 2 ? null
            : Yearly(next, at, before is { } year ? (year.Year, next) : YearAt(next, brief: true) ?? BriefYear(next), one => MonthsOf(one, half == 1 ? 1 : 7, 6));
    }

    private static Reading.Days Half(Reading.Days whole, int half)
    {
        var length = whole.End.DayNumber - whole.From.DayNumber;
        var middle = length > 300 ? whole.From.AddMonths(6) : length is >= 28 and <= 31 ? whole.From.AddDays(15) : whole.From.AddDays((length + 1) / 2);
        return half == 1 ? whole with { End = middle } : whole with { From = middle };
    }

    private Parse? SeasonAt(int at)
    {
        var step = StepAt(text.Skip(at, Sense.Article));
        var name = step?.Next ?? text.Skip(at, Sense.Article);
        if (!text.Is(name, Sense.Season, out var season, out var end))
        {
            return null;
        }

        // Winter 2026/27 begins in December 2026.
        var year = YearAt(end);
        var next = year is { } first && text.IsSign(first.Next, '/') && text.IsWhole(first.Next + 1, out _) ? first.Next + 2 : year?.Next ?? end;
        return Yearly(end, at, year is { } known ? (known.Year, next) : null, one => MonthsOf(one, season == 4 ? 12 : season * 3, 3), step?.Step ?? 0, step is { Step: 0 } && Tense(at) != Direction.Past ? Direction.Future : null);
    }

    /// <summary>2025, where nothing says that it is counted or paid; boekjaar 2025, FY25.</summary>
    private Parse? YearSpan(int at)
    {
        if (text.Is(at, Sense.Fiscal) && YearAt(at) is { } booked)
        {
            return Parse.Months(booked.Next, new(booked.Year, 1, 1), 12);
        }

        var article = text.Skip(at, Sense.Article);
        var named = IsUnit(article, 5, out var name);
        var start = named ? name : at;
        var figures = text.IsWhole(start, out var figure);
        return (!figures && !(start == at && text.IsSign(at, '\'')) && SpokenYear(start) is null) || YearAt(start) is not { } year || IsCounted(year.Next) || text.Is(start - 1, Sense.Euro)
            || IsPartOfName(start) || (text.IsJoined(start) && text.IsSign(start - 1, '/') && !text.IsWhole(start - 2, out _)) || (text.IsSign(year.Next, ',') && text.IsJoined(year.Next) && text.IsJoined(year.Next + 1))
            || (!named && figure > 0 && Math.Abs(figure - today.Year) > 15)
            ? null : Parse.Months(year.Next, new(year.Year, 1, 1), 12);
    }
}
