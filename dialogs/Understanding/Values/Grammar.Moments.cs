namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>A day with a time.</summary>
internal sealed partial class Grammar
{
    private Parse? MomentAt(int at)
    {
        if (DayAt(at) is { } day)
        {
            var part = PartIn(at, day.Next);
            var (said, after) = PartAt(day.Next);
            part = after > day.Next ? said : part;
            var clock = text.IsSign(after, ',') || (text.IsSign(after, '-') && !text.IsJoined(after)) ? after + 1 : after;
            if (day.Then is null && TimesAt(clock) is { Then: { } till } times)
            {
                return Moments(day, times) with { Then = (till.At, Moments(day, till.Parse)) };
            }

            // Vrijdag vanaf 17u, Friday before noon.
            return day.Then is null && (ClockAt(clock, part, dated: true) ?? ClockAt(Border(clock), part, dated: true)) is { } time ? Moments(day, time)
                : after == day.Next ? day : day with { Next = after };
        }

        if (ClockAt(at) is { } first && DayAt(text.Skip(first.Next, Sense.On)) is { Then: null } later)
        {
            var part = PartIn(first.Next, later.Next);
            return Moments(later, part == PartOfDay.None ? first : ClockAt(at, part) ?? first) with { Next = later.Next };
        }

        return Shortly(at);
    }

    /// <summary>The word after one that makes a time a beginning or an end.</summary>
    private int Border(int at) => text.Skip(at, Sense.From, Sense.Till, Sense.After, Sense.Before);

    /// <summary>A part of the day behind a day: maandag morgen, Tuesday afternoon.</summary>
    private (PartOfDay Part, int Next) PartAt(int at) =>
        (text.Is(at, Sense.Part, out var value, out var next) && !text.Is(at, Sense.Day)) || (text.Is(at - 1, Sense.Weekday) && text.Is(at, Sense.PartBehind, out value, out next))
            ? ((PartOfDay)value, next) : (PartOfDay.None, at);

    private PartOfDay PartIn(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Is(i, Sense.Part, out var value, out _))
            {
                return (PartOfDay)value;
            }
        }

        return PartOfDay.None;
    }

    private static Parse Moments(Parse day, Parse time) =>
        new(time.Next, [.. from date in day.Readings.OfType<Reading.Day>()
                           from clock in time.Readings.OfType<Reading.Clock>()
                           select new Reading.Moment(date.Date.ToDateTime(clock.Time))]);

    /// <summary>Over twee uur, in 20 minutes, een kwartier geleden.</summary>
    private Parse? Shortly(int at)
    {
        var ahead = text.Is(at, Sense.In, out var start);
        if (CountAt(ahead ? text.Skip(start, Sense.About) : at) is not { } count || !text.Is(count.Next, Sense.Unit, out var unit, out var end) || Minutes(unit) is not { } minutes)
        {
            return null;
        }

        (count.Value, end) = HalfMore(count.Value, end);

        var ago = text.Is(end, Sense.Ago, out var next);
        if (!ago && !ahead)
        {
            return text.Is(end, Sense.Ahead, out next) ? new(next, [Moved(1)]) : null;
        }

        return ahead ? new(end, [Moved(1)]) : new(next, [Moved(-1)]);

        Reading.Moment Moved(int sign) => new(now.AddTicks(sign * (long)(minutes * TimeSpan.TicksPerMinute * count.Value)));
    }

    private static int? Minutes(int unit) => unit switch
    {
        7 => 60,
        8 => 1,
        12 => 15,
        13 => 30,
        _ => null,
    };
}
