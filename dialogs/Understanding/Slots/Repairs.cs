using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>
/// What people put right while they speak: of "dinsdag, nee wacht, woensdag", "from 80 to 95 people" and "12 rooms instead of 10" one
/// value is meant, and the words between the two tell which.
/// </summary>
internal static partial class Repairs
{
    /// <summary>Characters between two values that are still one breath.</summary>
    private const int Reach = 70;

    private static readonly HashSet<string> Counted = [SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates, SlotNames.Amount, SlotNames.Score, SlotNames.DiscountPercent];
    private static readonly HashSet<string> Dated = [SlotNames.Date, SlotNames.DueDate, SlotNames.OptionDate, SlotNames.Period];
    private static readonly HashSet<string> Named = [SlotNames.Account, SlotNames.Contact];

    /// <summary>The slots without what was taken back.</summary>
    public static void Mend(List<HeardSlot> slots, string text)
    {
        for (var again = true; again;)
        {
            again = false;
            var placed = slots.Where(slot => slot is { Start: >= 0, Not: false } && (Counted.Contains(slot.Name) || Dated.Contains(slot.Name) || Named.Contains(slot.Name))).OrderBy(slot => slot.Start).ToArray();
            for (var i = 1; i < placed.Length && !again; i++)
            {
                var before = Array.FindLast(placed[..i], slot => Alike(slot, placed[i]));
                if (before is null || Wrong(before, placed[i], text) is not { } wrong) continue;
                slots.Remove(wrong);
                again = true;
            }
        }
    }

    /// <summary>Whether words between two values say that the first is meant.</summary>
    public static bool IsInstead(string between) => Instead().IsMatch(Words.Fold(between));

    /// <summary>A day takes the place of a day, whatever part each seems to play; so does a number that counts nothing by itself.</summary>
    private static bool Alike(HeardSlot one, HeardSlot other) => one.Name == other.Name || (Dated.Contains(one.Name) && Dated.Contains(other.Name)) || (Counted.Contains(one.Name) && Counted.Contains(other.Name));

    /// <summary>The value that is not meant; null: both are.</summary>
    private static HeardSlot? Wrong(HeardSlot first, HeardSlot second, string text)
    {
        var end = first.Start + first.Length;
        if (second.Start < end || second.Start - end > Reach) return null;
        var between = Words.Fold(text[end..second.Start]);
        var before = Words.Fold(text[Math.Max(0, first.Start - 24)..first.Start]);
        if (first.Name != second.Name) return Slip().IsMatch(between) && !between.Contains('.', StringComparison.Ordinal) ? first : null;
        if (Named.Contains(first.Name)) return Slip().IsMatch(between) || NotAt().IsMatch(before) ? first : Instead().IsMatch(between) ? second : null;
        if (Instead().IsMatch(between) || (Rather().IsMatch(before) && Than().IsMatch(between))) return second;
        if (Slip().IsMatch(between) || Becomes().IsMatch(between)) return first;
        if (Denied().IsMatch(before) && !between.Contains('.', StringComparison.Ordinal)) return first;
        if (Counted.Contains(first.Name) && To().IsMatch(before) && Formerly().IsMatch(between)) return second;
        if (Swap().IsMatch(before) && For().IsMatch(between)) return first;
        if (Counted.Contains(first.Name) && ((From().IsMatch(before) && To().IsMatch(between)) || ((More().IsMatch(before) || More().IsMatch(between)) && Total().IsMatch(between)))) return first;
        return null;
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A mistake that is noticed at once.</summary>
    [GeneratedRegex(@"(^|[\s,.;:–-])(nee|neen|no|nope|sorry|oeps|oops|wait|wacht|ho|hang on|hold on|scrap (that|it)|scratch that|ik bedoel|i mean|i meant|correctie|correction|of nee|or no|make (that|it)|doe maar|let's say|laten we zeggen|zeg maar)[\s,.!-]+(([\p{L}']+[\s,]+){0,5})$|\b(scrap|scratch|not|niet) \S+,? (it was|het was|but|maar)\s+(\S+\s+)?$", Plain)]
    private static partial Regex Slip();

    /// <summary>"Two nights must be one."</summary>
    [GeneratedRegex(@"\b(moet|moeten|should be|must be|has to be|needs to be|wordt|worden|becomes|become|it was|het was|it's|but|maar)\s+([\p{L}']+\s+){0,2}$", Plain)]
    private static partial Regex Becomes();

    /// <summary>"12 instead of 10": the second was before, or never.</summary>
    [GeneratedRegex(@"(\b(instead of|insted of|in stead of|rather than|in plaats van|ipv|en niet|en geen|and not|not|niet|not on|geen)|i\.p\.v\.?)\s+(op |on |the |de |het |een |a |bij |at )?$", Plain)]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b(liever|rather|eerder|better|prefer|prefers)\s+(\S+\s+){0,2}$", Plain)]
    private static partial Regex Rather();

    [GeneratedRegex(@"\b(dan|than)\s+(op |on |the |de |het )?$", Plain)]
    private static partial Regex Than();

    /// <summary>"Not 60, it's 66."</summary>
    [GeneratedRegex(@"\b(niet|not|isn't|wasn't|aren't|weren't|geen|no longer)\s+(op |on |the |de |met |with |for |voor )?$", Plain)]
    private static partial Regex Denied();

    /// <summary>"Ik was niet bij Philips maar bij ASML."</summary>
    [GeneratedRegex(@"\b(niet|nie|ni|not|wasn't|weren't)\s+(bij|at|with|met)\s+(de |the )?$", Plain)]
    private static partial Regex NotAt();

    [GeneratedRegex(@"\b(van|from)\s+(de |the )?$", Plain)]
    private static partial Regex From();

    [GeneratedRegex(@"\b(naar|to|tot)\s+(de |the )?$", Plain)]
    private static partial Regex To();

    /// <summary>"To eighteen rooms from twenty."</summary>
    [GeneratedRegex(@"^\s*(\S+\s+)?(from|van)\s+$", Plain)]
    private static partial Regex Formerly();

    /// <summary>"Swap the 24th for the 31st."</summary>
    [GeneratedRegex(@"\b(swap|replace|exchange|ruil|vervang|wissel)\s+(de |het |the )?$", Plain)]
    private static partial Regex Swap();

    [GeneratedRegex(@"^\s*(\S+\s+){0,2}(for|with|by|door|voor|tegen)\s+(de |het |the )?$", Plain)]
    private static partial Regex For();

    [GeneratedRegex(@"\b(extra|more|meer|erbij|additional|bij)\b", Plain)]
    private static partial Regex More();

    [GeneratedRegex(@"\b(dus|so|that's|totaal|total|makes|maakt|wordt|samen|in all)\s+(\S+\s+){0,3}$", Plain)]
    private static partial Regex Total();
}
