using System.Text.RegularExpressions;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Engine;

/// <summary>What slots read in the words themselves.</summary>
internal static partial class Said
{
    /// <summary>A day or span to come; null: none is named.</summary>
    /// <param name="after">Only behind this place in the words.</param>
    public static SlotValue? DayAhead(string words, Turn turn, int after = 0)
    {
        words = Recognizer.Bounded(words);
        foreach (var found in Recognizer.Read(new Passage(words, Words.Of(words), turn.Language), turn.LocalNow, _ => Direction.Future))
        {
            if (found.Start < after) continue;
            switch (found.Value)
            {
                case Reading.Day day: return new SlotValue.Date(day.Date);
                case Reading.Moment moment: return new SlotValue.Date(DateOnly.FromDateTime(moment.At));
                case Reading.Days days: return new SlotValue.Span(new Period(days.From, days.End.AddDays(-1)));
            }
        }
        return null;
    }

    /// <summary>The day behind "uiterlijk", "before" and the like; null: none is named.</summary>
    public static SlotValue? DueDay(string words, Turn turn) => Due().Match(words) is { Success: true } due ? DayAhead(words, turn, due.Index + due.Length) : null;

    /// <summary>The day behind "tot", "until" and the like; null: none is named.</summary>
    public static SlotValue? HoldsUntil(string words, Turn turn) => Until().Match(words) is { Success: true } until ? DayAhead(words, turn, until.Index + until.Length) : null;

    /// <summary>When a plan is to take place: the time named apart from when they choose.</summary>
    public static SlotValue? PlannedFor(string words, Turn turn) =>
        Parts().Split(words).Where(part => !Chooses().IsMatch(part)).Select(part => SpanAhead(part, turn)).FirstOrDefault(span => span is not null);

    /// <summary>When they choose where: "ze kiezen in september".</summary>
    public static SlotValue? ChoosesIn(string words, Turn turn) =>
        Parts().Split(words).Where(part => Chooses().IsMatch(part)).Select(part => SpanAhead(part, turn)).FirstOrDefault(span => span is not null);

    private static SlotValue.Span? SpanAhead(string words, Turn turn) => DayAhead(words, turn) switch
    {
        SlotValue.Span span => span,
        SlotValue.Date day => new(new Period(day.Value, day.Value)),
        _ => null,
    };

    /// <summary>The number right before one of these words, one word in between at most; null: there is none.</summary>
    public static SlotValue? Count(string words, IReadOnlyList<string> of, Turn turn)
    {
        words = Recognizer.Bounded(words);
        var all = Words.Of(words);
        foreach (var found in Recognizer.Read(new Passage(words, all, turn.Language), turn.LocalNow, _ => Direction.Past))
        {
            if (found.Value is not Reading.Number number) continue;
            if (all.Where(word => word.Start >= found.End).Take(2).Any(word => of.Contains(word.Fold))) return new SlotValue.Number(number.Value);
        }
        return null;
    }

    /// <summary>Why, as it was given; null: no reason was.</summary>
    public static string? Because(string words) => Why().Match(words) is { Success: true } why && why.Groups["what"].Value.Trim() is { Length: > 2 } what ? what : null;

    [GeneratedRegex(@"\b(geldt tot|geldig tot|tot en met|tot|t/m|until|till|valid to|through)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Until();

    [GeneratedRegex(@"[.;,\n]|\s(?:en|and|maar|but)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(kiezen|kiest|beslissen|beslist|besluit(en)?|choose[sn]?|decides?|picks?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Chooses();

    [GeneratedRegex(@"\b(uiterlijk|deadline|vóór|voor het einde van|due|by|before|no later than|moet|must)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Due();

    [GeneratedRegex(@"(\b(omdat|want|wegens|vanwege|doordat|because( of)?|due to|reden:?|reason:?)\s+|[,:;]\s*(?=(te|too|geen|no|niet|not)\s))(?<what>[^.;!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Why();
}
