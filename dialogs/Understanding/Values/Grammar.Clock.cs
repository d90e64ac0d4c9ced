namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Times of day.</summary>
internal sealed partial class Grammar
{
    private enum PartOfDay { None, Morning, Afternoon, Evening }

    /// <param name="part">Said before it: vanavond om half acht.</param>
    private Parse? ClockAt(int at, PartOfDay part = PartOfDay.None)
    {
        if (part == PartOfDay.None && !text.Is(at, Sense.Day) && text.Is(at, Sense.Part, out var early, out var next) && ClockAt(next, (PartOfDay)early) is { } later)
        {
            return later;
        }

        if (text.Is(at, Sense.Noon, out next))
        {
            return new(next, [new Reading.Clock(new(12, 0))]);
        }

        if (text.Is(at, Sense.Midnight, out next))
        {
            return new(next, [new Reading.Clock(new(0, 0))]);
        }

        var spoken = text.Is(at, Sense.At, out var start);
        if (!spoken)
        {
            start = at;
        }

        var (minutes, exact, sure, end) = MinutesAt(start, spoken);
        if (minutes is not { } minute)
        {
            return null;
        }

        if (text.Is(end, Sense.OClock, out next))
        {
            (end, sure) = (next, true);
        }

        if (!sure && !(spoken && Stops(end)))
        {
            return null;
        }

        if (text.Is(end, Sense.Am, out next) || text.Is(end, Sense.Pm, out next))
        {
            part = text.Is(end, Sense.Am) ? PartOfDay.Morning : PartOfDay.Afternoon;
            end = next;
        }
        else if (text.Is(end, Sense.Part, out var value, out next))
        {
            part = (PartOfDay)value;

            // "9 uur morgenochtend" names the day as well: that is left to the date.
            end = text.Is(end, Sense.Day) ? end : next;
        }

        return new(end, Clocks(minute, exact, part));
    }

    private bool Stops(int at) =>
        at >= text.Count || text.Words[at].Kind == WordKind.Sign || text.Is(at, Sense.Part) || text.Is(at, Sense.On) || text.Is(at, Sense.Day)
        || text.Is(at, Sense.Weekday) || text.Is(at, Sense.Am) || text.Is(at, Sense.Pm) || text.Is(at, Sense.And) || text.Is(at, Sense.Till);

    /// <returns>Minutes after midnight; exact: written on the 24-hour clock; sure: can be nothing but a time.</returns>
    private (int? Minutes, bool Exact, bool Sure, int Next) MinutesAt(int at, bool spoken)
    {
        if (text.IsWhole(at, out var hour) && hour < 25 && text.IsSign(at + 1, ':') && text.IsWhole(at + 2, out var minute) && minute < 60
            && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.Words[at + 2].Text.Length == 2)
        {
            return (hour * 60 % 1440 + minute, true, true, at + 3);
        }

        if (at < text.Count && text.Words[at].Kind == WordKind.Digits && Dotted(text.Words[at].Text) is { } dotted
            && (spoken || text.Is(at + 1, Sense.OClock) || text.Is(at + 1, Sense.Am) || text.Is(at + 1, Sense.Pm)))
        {
            return (dotted, true, true, at + 1);
        }

        // 14u30
        if (text.IsWhole(at, out hour) && hour < 24 && text.IsJoined(at + 1) && text.Words[at + 1].Fold is ['u' or 'h', var tens, var units]
            && char.IsAsciiDigit(tens) && char.IsAsciiDigit(units) && tens < '6')
        {
            return ((hour * 60) + ((tens - '0') * 10) + units - '0', true, true, at + 2);
        }

        if (Relative(at) is { } relative)
        {
            return (relative.Minutes, false, true, relative.Next);
        }

        if (HourAt(at) is not { } bare)
        {
            return (null, false, false, at);
        }

        var marked = text.Is(bare.Next, Sense.Am) || text.Is(bare.Next, Sense.Pm);
        return (bare.Hour * 60 % 1440, bare.Hour > 12, marked, bare.Next);
    }

    /// <summary>Half acht, half past seven, kwart over drie, ten to four, vijf voor half acht.</summary>
    private (int Minutes, int Next)? Relative(int at)
    {
        if (text.Is(at, Sense.HalfHour, out var half, out var next) && HourAt(next) is { Hour: <= 12 } hour)
        {
            return (((hour.Hour * 60) + half + 1440) % 1440, hour.Next);
        }

        var amount = text.Is(at, Sense.Quarter, out next) ? 15
            : NumberAt(at) is { } number && ((Reading.Number)number.Readings[0]).Value is >= 1 and < 30 and var few ? (int)few + (0 * (next = number.Next))
            : 0;
        if (amount == 0)
        {
            return null;
        }

        next = text.Is(next, Sense.Unit, out var unit, out var behind) && unit == 8 ? behind : next;
        var sign = text.Is(next, Sense.Past, out behind) ? 1 : text.Is(next, Sense.To, out behind) ? -1 : 0;
        if (sign == 0)
        {
            return null;
        }

        if (text.Is(behind, Sense.HalfHour, out half, out next) && HourAt(next) is { Hour: <= 12 } whole)
        {
            return (((whole.Hour * 60) + half + (sign * amount) + 1440) % 1440, whole.Next);
        }

        return HourAt(behind) is { Hour: <= 12 } other && !text.Is(other.Next, Sense.Count) && !text.Is(other.Next, Sense.Month) && !text.Is(other.Next, Sense.Percent)
            ? (((other.Hour * 60) + (sign * amount) + 1440) % 1440, other.Next)
            : null;
    }

    private (int Hour, int Next)? HourAt(int at) =>
        text.IsWhole(at, out var digits) ? digits is >= 0 and <= 24 ? (digits, at + 1) : null
        : text.Is(at, Sense.Number, out var value, out var next) && value is >= 1 and <= 12 ? (value, next) : null;

    private static int? Dotted(string figure) =>
        figure.Length is 4 or 5 && figure[^3] == '.' && int.TryParse(figure[..^3], out var hour) && int.TryParse(figure[^2..], out var minute)
        && hour < 24 && minute < 60 ? (hour * 60) + minute : null;

    /// <summary>Without a word for the part of the day an hour up to twelve is said of morning and evening alike; working hours come first.</summary>
    private static Reading[] Clocks(int minutes, bool exact, PartOfDay part)
    {
        var late = (minutes + 720) % 1440;
        int[] both = minutes >= 780 || (exact && part == PartOfDay.None) ? [minutes]
            : part == PartOfDay.Morning ? [minutes % 720]
            : part is PartOfDay.Afternoon or PartOfDay.Evening ? [minutes < 720 ? late : minutes]
            : minutes is >= 420 and < 720 ? [minutes, late]
            : minutes >= 720 ? [minutes, minutes - 720]
            : [late, minutes];
        return [.. both.Select(minute => new Reading.Clock(new(minute / 60, minute % 60)))];
    }
}
