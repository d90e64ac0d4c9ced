namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Days by their name.</summary>
internal sealed partial class Grammar
{
    /// <param name="asked">Something around it already shows that a day is meant.</param>
    private (int Day, int Next)? WeekdayWord(int at, bool asked = true) =>
        IsToDo(at) ? null
        : text.Is(at, Sense.Weekday, out var day, out var next) ? (day, next)
        : text.Is(at, Sense.LooseDay, out day, out next) && (asked || text.IsWhole(next, out _)) ? (day, next)
        : null;

    /// <summary>"To do volgende week": what is to be done, and no Thursday.</summary>
    private bool IsToDo(int at) => at > 0 && at < text.Count && text.Words[at].Fold is "do" or "do's" && text.Words[at - 1].Fold == "to";

    private Parse? WeekdayAt(int at)
    {
        if (WeekOf(at) is { } week && WeekdayWord(text.Skip(week.Next, Sense.On)) is { } inWeek)
        {
            return Parse.Of(inWeek.Next, week.Monday.AddDays(inWeek.Day - 1));
        }

        var step = StepAt(text.Skip(at, Sense.Article));
        // "Een zaterdag" is any.
        if (text.Is(at - 1, Sense.Article, out var kind, out _) && kind == 1)
        {
            return null;
        }

        if (WeekdayWord(step?.Next ?? at, step is not null || at == bound || text.Is(at - 1, Sense.On)) is not { } weekday)
        {
            return null;
        }

        var next = weekday.Next;
        var ahead = ((weekday.Day - Iso(today) + 6) % 7) + 1;
        var (coming, gone, here) = (today.AddDays(ahead), today.AddDays(ahead - (ahead == 7 ? 14 : 7)), Monday(today).AddDays(weekday.Day - 1));
        if (step is not { } said)
        {
            return Dated(weekday.Day, next) ?? WeekdayIn(weekday.Day, next) ?? Behind(next, coming, gone) ?? Days(next, Tense(at) switch
            {
                Direction.Past => [gone],
                Direction.Future => [coming],
                _ => [coming, gone],
            }) with
            { Weekly = true };
        }

        // Deze vrijdag, said on a Sunday, is still to come, unless the sentence tells what has been.
        var inNext = here.AddDays(7);
        return Dated(weekday.Day, next) ?? Days(next, said.Step switch
        {
            1 when said.Kind == 2 && inNext != coming => [inNext, coming],
            1 => [coming],
            -1 => [gone],
            _ => here >= today || Tense(at) == Direction.Past ? [here] : [coming, here],
        });
    }

    /// <summary>Vrijdag a.s., dinsdag jl.</summary>
    private Parse? Behind(int at, DateOnly coming, DateOnly gone) =>
        text.Is(at, Sense.Coming, out var next) ? Parse.Of(next, coming) : text.Is(at, Sense.Bygone, out next) ? Parse.Of(next, gone) : null;

    /// <summary>Maandag en dinsdag volgende week, next week Monday or Tuesday: the week is said once.</summary>
    private Parse? WeekdayList(int at)
    {
        if (WeekdayWord(at) is { } bare && Also(bare.Next) is { } other && WeekdayWord(other) is not null && WeekdayAt(other) is { Weekly: false, First: Reading.Day { Date: var last } } later)
        {
            var day = Monday(last).AddDays(bare.Day - 1);
            return new(bare.Next, [new Reading.Day(day)]) { Then = (other, later) };
        }

        return WeekdayAt(at) is { Weekly: false, First: Reading.Day { Date: var first } } one && Also(one.Next) is { } next && WeekdayWord(next) is { } second
            && WeekdayAt(next) is { Weekly: true } && Monday(first).AddDays(second.Day - 1) is var follows && follows > first
            ? one with { Then = (next, Parse.Of(second.Next, follows)) } : null;
    }

    private static Parse Days(int next, DateOnly[] days) => new(next, [.. days.Select(day => new Reading.Day(day))]);

    /// <summary>Dinsdag 10 maart, di 10-3, Tuesday the 10th: the weekday settles the year or month.</summary>
    private Parse? Dated(int weekday, int at)
    {
        var part = PartAt(at).Next;
        var start = text.IsSign(part, ',') || (text.IsSign(part, '.') && text.IsJoined(part) && text.IsWhole(part + 1, out _)) ? part + 1 : part;
        if ((Numeric(start) ?? MonthDay(text.Skip(start, Sense.Article)) ?? OrdinalDay(start) ?? MarkedDay(start)) is { } date)
        {
            var years = (date.InYear is { } inYear ? Enumerable.Range(today.Year - 1, 3).Select(inYear).OfType<Reading>() : []).OrderBy(day => Math.Abs(Start(day).DayNumber - today.DayNumber));
            var fits = date.Readings.Take(1).Concat(years).Concat(date.Readings).Where(day => Iso(Start(day)) == weekday).Take(1).ToArray();
            return fits.Length > 0 ? date with { Readings = fits, InYear = null } : date;
        }

        // vrijdag 13; "dinsdag, 6 agencies" counts something.
        if (text.IsWhole(start, out var number) && number is >= 1 and <= 31 && !(start > part && start + 1 < text.Count && text.Words[start + 1].Kind == WordKind.Letters) && !IsCounted(start + 1) && !IsMarked(start + 1) && Bound(start + 1, false) is null)
        {
            var first = new DateOnly(today.Year, today.Month, 1);
            var fit = Enumerable.Range(-2, 14).Select(month => first.AddMonths(month)).Where(month => Valid(month.Year, month.Month, number))
                .Select(month => new DateOnly(month.Year, month.Month, number)).Where(day => Iso(day) == weekday)
                .OrderBy(day => Math.Abs(day.DayNumber - today.DayNumber)).FirstOrDefault();
            return fit != default && Math.Abs(fit.DayNumber - today.DayNumber) < 62 ? Parse.Of(start + 1, fit) : null;
        }

        return null;
    }

    /// <summary>Friday 13th, without an article.</summary>
    private Parse? MarkedDay(int at) => text.IsWhole(at, out _) && text.IsJoined(at + 1) && text.Is(at + 1, Sense.OrdinalMark, out var next) && DayNumber(at) is { } day
        && Enumerable.Range(0, 3).Select(month => today.AddDays(1 - today.Day).AddMonths(month)).Where(month => Valid(month.Year, month.Month, day.Day))
            .Select(month => new DateOnly(month.Year, month.Month, day.Day)).Where(one => one >= today).ToArray() is { Length: > 0 } days ? Days(next, days) : null;

    /// <summary>Dinsdag volgende week, di over twee weken, maandag over een week.</summary>
    private Parse? WeekdayIn(int weekday, int at)
    {
        foreach (var from in (ReadOnlySpan<int>)[at, text.Skip(at, Sense.Of), text.Skip(at, Sense.Of, Sense.Article)])
        {
            if (WeekOf(from) is { } week)
            {
                return Parse.Of(week.Next, week.Monday.AddDays(weekday - 1));
            }

            if (Shift(from, today) is { Unit: 2 } shift)
            {
                // "maandag over een week": a week after the coming one.
                var day = Monday(shift.Day).AddDays(weekday - 1);
                return Days(shift.Next, shift.Day == today.AddDays(7) && day <= shift.Day ? [day.AddDays(7), day] : [day]);
            }
        }

        return null;
    }

    /// <summary>Volgende week, vrg wk, week 19.</summary>
    private (DateOnly Monday, int Next)? WeekOf(int at) =>
        StepAt(at) is { } step && IsUnit(step.Next, 2, out var end) ? (Monday(today).AddDays(step.Step * 7), end)
        : NumberedWeek(at) is { First: Reading.Days { From: var from } } week ? (from, week.Next) : null;
}
