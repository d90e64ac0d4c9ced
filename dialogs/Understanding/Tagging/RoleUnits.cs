using SalesBot.Dialogs.Understanding.Names;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>A unit and the words that it stands for.</summary>
internal readonly record struct RoleUnit(Unit Unit, int From, int To);

/// <summary>A text with its values and names each one unit, to find out which part each plays.</summary>
internal static class RoleUnits
{
    public const string Account = "_acc", Contact = "_per", Rival = "_riv", Quote = "_quote";

    /// <param name="names">Spans of words that are names, with their mask ("_acc").</param>
    /// <param name="past">The values, read as if all lay in the past.</param>
    /// <param name="future">The same, as if all were to come.</param>
    public static List<RoleUnit> Of(List<Word> words, IReadOnlyList<(int From, int To, string Mask)> names, IReadOnlyList<Recognized> past, IReadOnlyList<Recognized> future, DateOnly today, WordFamilies families)
    {
        var units = new List<RoleUnit>(words.Count);
        var part = 0;
        var value = 0;
        for (var i = 0; i < words.Count;)
        {
            var named = names.FirstOrDefault(name => name.From == i);
            if (named.To > i)
            {
                units.Add(new(new(named.Mask, "x", named.Mask, part), i, named.To));
                i = named.To;
                continue;
            }

            while (value < future.Count && future[value].Start < words[i].Start) value++;
            if (value < future.Count && future[value].Start == words[i].Start && future[value].Value is not Reading.Clock)
            {
                var end = i + 1;
                while (end < words.Count && words[end].Start < future[value].End) end++;
                units.Add(new(Value(future[value], past.FirstOrDefault(other => other.Start == future[value].Start), words[i], today, part), i, end));
                i = end;
                continue;
            }

            if (words[i].Kind == WordKind.Sign && words[i].Text is "," or "." or ";" or ":" or "!" or "?" or "/" or "(" or "+") part++;
            units.Add(new(new(words[i].Fold, Unit.ShapeOf(words[i]), words[i].Kind == WordKind.Sign ? "sign" : families.Of(words[i].Fold) is [.., var family] ? family : NameParts.Everyday.Contains(words[i].Fold) ? "plain" : "", part), i, i + 1));
            i++;
        }

        return units;
    }

    public static bool IsDated(Unit unit) => unit.Fold is "_day" or "_days";

    private static Unit Value(Recognized future, Recognized? past, Word first, DateOnly today, int part)
    {
        switch (future.Value)
        {
            case Reading.Money: return new("_money", "9", "_money", part);
            case Reading.Percent: return new("_pct", "9", "_pct", part);
            case Reading.Number number:
                var size = number.Value != Math.Floor(number.Value) ? "1.5" : number.Value switch { < 2 => "1", <= 10 => "10", < 100 => "99", < 1000 => "999", _ => "9999" };
                return new("_num", first.Kind == WordKind.Digits ? size : "w" + size, "_num" + size, part);
        }

        var mask = future.Value is Reading.Days ? "_days" : "_day";
        var (from, other) = (First(future.Value), past is null ? First(future.Value) : First(past.Value));
        var when = from != other ? "~" : from == today ? "=" : from < today ? "<" : ">";
        return new(mask, first.Kind == WordKind.Digits ? "9" : first.Fold, mask + when, part);
    }

    private static DateOnly First(Reading reading) => reading switch
    {
        Reading.Day day => day.Date,
        Reading.Days days => days.From,
        Reading.Moment moment => DateOnly.FromDateTime(moment.At),
        _ => default,
    };
}
