namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>
/// The grammar of values, the same for every language: the words differ (<see cref="Lexicon"/>), and of word orders it takes any.
/// At each word the longest value wins.
/// </summary>
/// <param name="now">Local time that relative dates refer to.</param>
/// <param name="tense">Whether the sentence at a character tells of the past or of what is to come.</param>
internal sealed partial class Grammar(Passage text, DateTime now, Func<int, Direction> tense)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now);

    /// <summary>The last date read, which "de 13e" after it leans on.</summary>
    private DateOnly? anchor;

    /// <summary>Where the end of a span is looked for: there short words count as days.</summary>
    private int bound = -1;

    public IEnumerable<Recognized> All()
    {
        var codes = Codes.In(text);
        var names = ProperNames.In(text);
        for (var at = 0; at < text.Count;)
        {
            // No value begins with a word that means nothing here.
            if (codes[at] || (text.Words[at].Kind == WordKind.Letters && !text.IsKnown(at)))
            {
                at++;
            }
            else if (NoValue(at) is var next && next > at)
            {
                at = next;
            }
            else if (ValueAt(at) is { } value && !IsBetterWithout(at, value) && names.AsSpan(at, value.End - at).IndexOf(true) < 0)
            {
                foreach (var (from, one) in Parts(at, value))
                {
                    var (start, end) = (text.Words[from].Start, text.Words[one.Next - 1].End);
                    foreach (var reading in one.Readings.Distinct())
                    {
                        yield return new(text.Text[start..end], start, end - start, reading);
                    }

                    anchor = Day(one.First) ?? anchor;
                }

                at = value.End;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>"The summer bank holiday" is read from its second word.</summary>
    private bool IsBetterWithout(int at, Parse value) => text.Is(at, Sense.Article, out var next) && next < value.End && ValueAt(next) is { } bare && bare.End > value.End;

    private static IEnumerable<(int From, Parse Parse)> Parts(int at, Parse parse)
    {
        for (var part = ((int At, Parse Parse)?)(at, parse); part is { } one; part = one.Parse.Then)
        {
            yield return (one.At, one.Parse);
        }
    }

    /// <summary>The word after a turn of phrase that only looks like a value ("24/7", "goede morgen", elke dinsdag); the same word where there is none.</summary>
    private int NoValue(int at) =>
        text.Is(at, Sense.Idiom, out var next) ? next
        : text.Is(at, Sense.Every, out next) && Protected(() => Parse.Longest(DayAt(next), SpanAt(next), NumberAt(next))) is { } often && often.Next > next ? often.Next
        : at;

    private Parse? ValueAt(int at) =>
        Parse.Longest(Protected(() => MomentAt(at)), Protected(() => SpanAt(at)), Protected(() => TimesAt(at)), Protected(() => ClockAt(at)), Protected(() => AmountsAt(at)));

    /// <summary>Sums that leave the calendar or the decimals are no values; a word that is not there is a mistake here.</summary>
    private static Parse? Protected(Func<Parse?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException { ParamName: not "index" } or OverflowException)
        {
            return null;
        }
    }

    private Direction Tense(int at) => tense(text.Words[Math.Clamp(at, 0, text.Count - 1)].Start);

    private static DateOnly? Day(Reading reading) => reading switch
    {
        Reading.Day day => day.Date,
        Reading.Days days => days.From,
        Reading.Moment moment => DateOnly.FromDateTime(moment.At),
        _ => null,
    };

    private static DateOnly Start(Reading reading) => Day(reading)!.Value;

    private static DateOnly EndOf(Reading reading) => reading is Reading.Days days ? days.End : Start(reading).AddDays(1);

    private static DateOnly Monday(DateOnly day) => day.AddDays(1 - Iso(day));

    private static int Iso(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;

    private static bool Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is >= 1900 and <= 2200 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A number, or an article before a unit of time: een week, a month.</summary>
    private (decimal Value, int Next)? CountAt(int at) =>
        NumberAt(at) is { Number: > 0 and < 2000 } number ? (number.Number, number.Next)
        : text.Is(at, Sense.Halves, out var halves, out var end) ? (halves / 2m, end)
        : text.Is(at, Sense.Article, out var kind, out var next) && kind == 1 ? (1, next) : null;

    /// <summary>Next, last or this, and how it was said: 1 the nearest, 2 the one after, 3 counted from today.</summary>
    private (int Step, int Kind, int Next)? StepAt(int at) =>
        text.Is(at, Sense.Next, out var kind, out var next) ? (kind == 4 ? 2 : 1, kind, next)
        : text.Is(at, Sense.Last, out kind, out next) ? (kind == 4 ? -2 : -1, kind, next)
        : text.Is(at, Sense.This, out kind, out next) ? (0, kind, next) : null;

    private bool IsUnit(int at, int unit, out int next) => text.Is(at, Sense.Unit, out var said, out next) && said == unit;

    /// <summary>After this word a figure stands by itself: nothing is said that it counts.</summary>
    private bool Stops(int at) =>
        at >= text.Count || (text.Words[at].Kind == WordKind.Sign && !text.Is(at, Sense.Percent) && !text.Is(at, Sense.Euro) && !text.IsSign(at, '/'))
        || text.Is(at, Sense.Part) || text.Is(at, Sense.OfDay) || text.Is(at, Sense.On) || text.Is(at, Sense.Of) || text.Is(at, Sense.Day) || text.Is(at, Sense.Weekday)
        || text.Is(at, Sense.Am) || text.Is(at, Sense.Pm) || text.Is(at, Sense.And) || text.Is(at, Sense.Or) || text.Is(at, Sense.Till)
        || text.Is(at, Sense.PastCue) || text.Is(at, Sense.FutureCue);

    /// <summary>Something behind a number says what it counts.</summary>
    private bool IsCounted(int at) =>
        text.Is(at, Sense.Count) || text.Is(at, Sense.Percent) || text.Is(at, Sense.Euro) || text.Is(at, Sense.OClock) || text.Is(at, Sense.Times)
        || text.Is(at, Sense.Bag) || (text.Is(at, Sense.Unit) && !text.Is(at, Sense.WeekNo)) || (text.IsSign(at, ':') && text.IsJoined(at + 1));
}
