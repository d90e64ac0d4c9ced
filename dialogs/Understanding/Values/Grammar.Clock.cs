namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Times of day.</summary>
internal sealed partial class Grammar
{
    private enum PartOfDay { None, Morning, Afternoon, Evening, Night }

    /// <param name="Exact">Written on the 24-hour clock.</param>
    /// <param name="Sure">Can be nothing but a time.</param>
    private readonly record struct Hours(int Minutes, bool Exact, bool Sure, int Next);

    /// <param name="part">Said before it: vanavond om half acht.</param>
    /// <param name="dated">It stands behind a day.</param>
    private Parse? ClockAt(int at, PartOfDay part = PartOfDay.None, bool dated = false)
    {
        if (part == PartOfDay.None && !text.Is(at, Sense.Day) && text.Is(at, Sense.Part, out var early, out var next) && (ClockAt(next, (PartOfDay)early) ?? ClockAt(Border(next), (PartOfDay)early)) is { } later)
        {
            return later;
        }

        var spoken = text.Is(at, Sense.At, out var start);
        start = spoken ? start : at;
        return HoursAt(start, spoken || dated) is { } hours && Ended(hours, part) is var (end, sure, said) && (sure || (spoken && (Stops(end) || (part != PartOfDay.None && text.Is(at, Sense.At) && !IsCounted(end)))))
            ? new(end, Clocks(hours, said)) : null;
    }

    /// <summary>What may stand behind a time: uur, pm, 's avonds.</summary>
    private (int End, bool Sure, PartOfDay Part) Ended(Hours hours, PartOfDay part)
    {
        var (end, sure) = (hours.Next, hours.Sure);
        if (text.Is(end, Sense.OClock, out var next) || (sure && hours.Exact && IsUnit(end, 7, out next)) || text.Is(end, Sense.Ish, out next))
        {
            (end, sure) = (next, true);
        }

        if (hours.Minutes == 720 && (text.Is(end, Sense.Noon, out next) || text.Is(end, Sense.Midnight, out next)))
        {
            return (next, true, text.Is(end, Sense.Noon) ? PartOfDay.Afternoon : PartOfDay.Morning);
        }

        if (text.Is(end, Sense.Am, out next) || text.Is(end, Sense.Pm, out next))
        {
            return (next, true, text.Is(end, Sense.Am) ? PartOfDay.Morning : PartOfDay.Afternoon);
        }

        if (text.Is(end, Sense.OfDay, out var value, out next))
        {
            return (next, true, (PartOfDay)value);
        }

        // "9 uur morgenochtend" names the day as well: that is left to the date.
        return sure && text.Is(end, Sense.Part, out value, out next) ? (text.Is(end, Sense.Day) ? end : next, sure, (PartOfDay)value) : (end, sure, part);
    }

    private Hours? HoursAt(int at, bool spoken)
    {
        if (text.Is(at, Sense.Noon, out var next) || text.Is(at, Sense.Midnight, out next))
        {
            return new(text.Is(at, Sense.Noon) ? 720 : 0, true, true, next);
        }

        if (text.IsWhole(at, out var hour) && hour < 25 && text.IsSign(at + 1, ':') && text.IsWhole(at + 2, out var minute) && minute < 60
            && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.Words[at + 2].Text.Length == 2)
        {
            return new((hour * 60 % 1440) + minute, text.Words[at].Text.Length == 2 || hour > 12 || !text.Has(Custom.TwelveHours), true, at + 3);
        }

        if (at < text.Count && text.Words[at].Kind == WordKind.Digits && Dotted(text.Words[at].Text) is { } dotted && (spoken || IsMarked(at + 1)))
        {
            return new(dotted, !text.Is(at + 1, Sense.Am) && !text.Is(at + 1, Sense.Pm) && (text.Words[at].Text.Length == 5 || !text.Has(Custom.TwelveHours)), true, at + 1);
        }

        // 14u30
        if (text.IsWhole(at, out hour) && hour < 24 && text.Is(at + 1, Sense.OClock) && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.IsWhole(at + 2, out minute)
            && minute < 60 && text.Words[at + 2].Text.Length == 2)
        {
            return new((hour * 60) + minute, true, true, at + 3);
        }

        // 1430 uur, at 1500
        if (text.IsWhole(at, out var figure) && text.Words[at].Text.Length == 4 && figure < 2400 && figure % 100 < 60
            && (text.Is(at + 1, Sense.OClock) || IsUnit(at + 1, 7, out _) || (text.Is(at - 1, Sense.At) && figure % 5 == 0 && Stops(at + 1) && figure >= 600)))
        {
            return new((figure / 100 * 60) + (figure % 100), true, true, at + 1);
        }

        // negen uur dertig
        if (HourAt(at) is { } said && text.Is(said.Next, Sense.OClock, out var behind) && behind < text.Count && text.Words[behind].Kind == WordKind.Letters
            && NumberAt(behind) is { Number: >= 5 and < 60 and var past } && past % 5 == 0 && NumberAt(behind)!.Next is var over && !IsCounted(over))
        {
            return new((said.Hour * 60 % 1440) + (int)past, said.Hour > 12, true, over);
        }

        return Relative(at, spoken) is { } relative ? relative
            : HourAt(at) is { } bare ? new(bare.Hour * 60 % 1440, bare.Hour > 12, bare.Sure, bare.Next) : null;
    }

    private bool IsMarked(int at) => text.Is(at, Sense.OClock) || text.Is(at, Sense.Am) || text.Is(at, Sense.Pm) || text.Is(at, Sense.OfDay);

    /// <summary>Half acht, half past seven, kwart over drie, ten to four, vijf voor half acht.</summary>
    private Hours? Relative(int at, bool spoken)
    {
        if (text.Is(at, Sense.HalfHour, out var half, out var next) && HourAt(next) is { Hour: <= 12 } hour && !IsDayOrCount(hour.Next))
        {
            return new(((hour.Hour * 60) + half + 1440) % 1440, false, true, hour.Next);
        }

        var quarter = text.Is(at, Sense.Quarter, out next);
        var number = quarter ? null : NumberAt(at);
        var amount = quarter ? 15 : number is { Number: >= 1 and < 30 and var few } ? (int)few : 0;
        next = number?.Next ?? next;
        var minutes = IsUnit(next, 8, out var behind);
        if (amount == 0 || (!minutes && amount % 5 != 0))
        {
            return null;
        }

        next = minutes ? behind : next;
        var sign = text.Is(next, Sense.Past, out behind) ? 1 : text.Is(next, Sense.To, out behind) ? -1 : 0;
        if (sign == 0)
        {
            return null;
        }

        if (text.Is(behind, Sense.HalfHour, out half, out next) && HourAt(next) is { Hour: <= 12 } whole)
        {
            return new(((whole.Hour * 60) + half + (sign * amount) + 1440) % 1440, false, true, whole.Next);
        }

        // "10 to 12 tables" counts tables.
        var figures = text.Words[at].Kind == WordKind.Digits && text.IsWhole(behind, out _);
        return HourAt(behind) is { Hour: <= 12 } other && !IsDayOrCount(other.Next) && (!figures || spoken || minutes || Stops(other.Next) || text.Is(other.Next, Sense.OClock))
            ? new(((other.Hour * 60) + (sign * amount) + 1440) % 1440, false, true, other.Next)
            : null;
    }

    private bool IsDayOrCount(int at) => text.Is(at, Sense.Count) || text.Is(at, Sense.Month) || text.Is(at, Sense.LooseMonth) || text.Is(at, Sense.Percent) || text.Is(at, Sense.Euro);

    private (int Hour, bool Sure, int Next)? HourAt(int at) =>
        text.IsWhole(at, out var digits) ? digits is >= 0 and <= 24 ? (digits, false, at + 1) : null
        : text.Is(at, Sense.Hour, out var value, out var next) && !text.Is(at - 1, Sense.Together) ? (value, true, next)
        : text.Is(at, Sense.Number, out value, out next) && value is >= 1 and <= 12 ? (value, false, next) : null;

    private static int? Dotted(string figure) =>
        figure.Length is 4 or 5 && figure[^3] == '.' && int.TryParse(figure[..^3], out var hour) && int.TryParse(figure[^2..], out var minute)
        && hour < 24 && minute < 60 ? (hour * 60) + minute : null;

    /// <summary>Without a word for the part of the day an hour up to twelve is said of morning and evening alike; working hours come first.</summary>
    private static Reading.Clock[] Clocks(Hours hours, PartOfDay part)
    {
        var minutes = hours.Minutes;
        var late = (minutes + 720) % 1440;
        int[] both = minutes >= 780 || (hours.Exact && part == PartOfDay.None) ? [minutes]
            : part == PartOfDay.Morning || (part == PartOfDay.Night && minutes % 720 < 360) ? [minutes % 720]
            : part is PartOfDay.Afternoon or PartOfDay.Evening or PartOfDay.Night ? [minutes < 720 ? late : minutes]
            : minutes is >= 420 and < 720 ? [minutes, late]
            : minutes >= 720 ? [minutes, minutes - 720]
            : [late, minutes];
        return [.. both.Select(minute => new Reading.Clock(new(minute / 60, minute % 60)))];
    }

    /// <summary>Van 9 tot 5, 9-17u, between 2pm and 4pm: a beginning and an end.</summary>
    private Parse? TimesAt(int at)
    {
        var from = text.Is(at, Sense.From, out var start);
        start = text.Skip(from ? start : at, Sense.At);
        if (from && IsDateBehind(at, start)) return null;

        // "From ten to twelve" is not ten minutes to twelve.
        return (from && HourAt(start) is { } bare ? TimesFrom(new(bare.Hour * 60 % 1440, bare.Hour > 12, bare.Sure, bare.Next), from) : null)
            ?? (HoursAt(start, true) is { } begin ? TimesFrom(begin, from) : null);
    }

    /// <summary>Vanaf 24-8, from 12-05: a day, and no hours.</summary>
    private bool IsDateBehind(int at, int start) => Numeric(start) is not null && (text.Words[at].Fold is not ("from" or "van" or "between" or "tussen") || text.Words[start + 2].Text[0] == '0' || (text.IsWhole(start, out var day) && day > 12));

    private Parse? TimesFrom(Hours begin, bool from)
    {
        var (next, beginSure, beginPart) = Ended(begin, PartOfDay.None);
        if (Bound(next, from) is not { } bound || HoursAt(text.Skip(bound, Sense.At), true) is not { } until)
        {
            return null;
        }

        var middle = text.Skip(bound, Sense.At);
        var (end, endSure, endPart) = Ended(until, PartOfDay.None);
        if (IsDayOrCount(end) || !(endSure || ((beginSure || from) && Stops(end))))
        {
            return null;
        }

        var pairs = (from one in Clocks(begin, beginPart) from other in Clocks(until, endPart) where one.Time < other.Time select (one, other)).ToArray();
        if (pairs.Length == 0)
        {
            return null;
        }

        // In "8-10pm" the end speaks for the beginning.
        var (first, last) = beginPart == PartOfDay.None && endPart != PartOfDay.None ? pairs.MinBy(pair => pair.other.Time - pair.one.Time) : pairs[0];
        return new(next, [first]) { Then = (middle, new(end, [last])) };
    }
}
