namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>What was read at a word, likeliest first, and the word after it.</summary>
internal sealed record Parse(int Next, IReadOnlyList<Reading> Readings);

/// <summary>
/// The grammar of values, the same for every language: the words differ (<see cref="Lexicon"/>), and of word orders it takes any.
/// At each word the longest value wins.
/// </summary>
/// <param name="now">Local time that relative dates refer to; null: only full dates are read.</param>
/// <param name="tense">Whether the sentence at a character tells of the past or of what is to come.</param>
internal sealed partial class Grammar(Passage text, DateTime? now, Func<int, Direction> tense)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now ?? default);

    /// <summary>The last date read, which "de 13e" after it leans on.</summary>
    private DateOnly? anchor;

    public IEnumerable<Recognized> All()
    {
        for (var at = 0; at < text.Count;)
        {
            if (ValueAt(at) is not { } value || value.Readings.Count == 0)
            {
                at++;
                continue;
            }

            var (start, end) = (text.Words[at].Start, text.Words[value.Next - 1].End);
            foreach (var reading in value.Readings.Distinct())
            {
                yield return new(text.Text[start..end], start, end - start, reading);
            }

            anchor = value.Readings[0] switch
            {
                Reading.Day day => day.Date,
                Reading.Days days => days.From,
                Reading.Moment moment => DateOnly.FromDateTime(moment.At),
                _ => anchor,
            };
            at = value.Next;
        }
    }

    private Parse? ValueAt(int at)
    {
        var best = Longest(Protected(() => MomentAt(at)), Protected(() => SpanAt(at)));
        best = Longest(best, Protected(() => ClockAt(at)));
        return Longest(best, Protected(() => AmountAt(at)));
    }

    private static Parse? Longest(Parse? one, Parse? other) => other is null || (one is not null && one.Next >= other.Next) ? one : other;

    /// <summary>Sums that leave the calendar or the decimals are no values.</summary>
    private static Parse? Protected(Func<Parse?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>A day, with a time before or after it where one is said.</summary>
    private Parse? MomentAt(int at)
    {
        if (DayAt(at) is { } day)
        {
            var part = PartIn(at, day.Next);
            var after = text.Is(day.Next, Sense.Part, out var value, out var behind) && !text.Is(day.Next, Sense.Day) ? behind : day.Next;
            part = after > day.Next ? (PartOfDay)value : part;
            var clock = text.IsSign(after, ',') ? after + 1 : after;
            if (ClockAt(clock, part) is { } time)
            {
                return new(time.Next, Moments(day, time));
            }

            return new(after, day.Readings);
        }

        if (ClockAt(at) is { } first && DayAt(text.Skip(first.Next, Sense.On)) is { } later)
        {
            var part = PartIn(first.Next, later.Next);
            return new(later.Next, Moments(later, part == PartOfDay.None ? first : ClockAt(at, part) ?? first));
        }

        return In(at, 7, TimeSpan.FromHours(1)) ?? In(at, 8, TimeSpan.FromMinutes(1));
    }

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

    private static Reading[] Moments(Parse day, Parse time) =>
        [.. from date in day.Readings.OfType<Reading.Day>()
            from clock in time.Readings.OfType<Reading.Clock>()
            select new Reading.Moment(date.Date.ToDateTime(clock.Time))];

    /// <summary>Over twee uur, in 20 minutes.</summary>
    private Parse? In(int at, int unit, TimeSpan size) =>
        now is { } moment && text.Is(at, Sense.In, out var next) && CountAt(next) is { } count && text.Is(count.Next, Sense.Unit, out var said, out var end)
        && said == unit ? new(end, [new Reading.Moment(moment.AddTicks((long)(size.Ticks * count.Value)))]) : null;

    /// <summary>A number, or an article before a unit of time: een week, a month.</summary>
    private (decimal Value, int Next)? CountAt(int at) =>
        NumberAt(at) is { } number && ((Reading.Number)number.Readings[0]).Value is > 0 and < 2000 and var value ? (value, number.Next)
        : text.Is(at, Sense.Halves, out var halves, out var end) ? (halves / 2m, end)
        : text.Is(at, Sense.Article, out var next) ? (1, next) : null;
}
