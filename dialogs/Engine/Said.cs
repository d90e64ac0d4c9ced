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

    [GeneratedRegex(@"\b(uiterlijk|deadline|vóór|voor het einde van|due|by|before|no later than|moet|must)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Due();

    [GeneratedRegex(@"(\b(omdat|want|wegens|vanwege|doordat|because( of)?|due to|reden:?|reason:?)\s+|[,:;]\s*(?=(te|too|geen|no|niet|not)\s))(?<what>[^.;!?\n]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Why();
}
