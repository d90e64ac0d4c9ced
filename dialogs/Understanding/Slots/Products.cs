using SalesBot.Dialogs.Understanding.Names;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>Things that are sold, by the words that are plain anywhere: those of the price list and those of the trade.</summary>
internal static class Products
{
    private static readonly HashSet<string> Single =
        ["lunch", "lunches", "diner", "dinner", "ontbijt", "breakfast", "training", "trainingen", "borrel", "buffet", "vergaderarrangement", "vergaderarrangementen", "arrangement", "zaalhuur", "vergaderzaal", "beamer", "projector", "receptie", "workshop", "seminar", "congres", "conference", "kerstdiner", "feest", "bbq", "barbecue", "ddr", "workshops", "heidag", "teamdag", "drinks", "vergadering", "productpresentatie", "boardroom", "congreszaal", "teambuilding"];

    private static readonly string[][] Phrases = [["room", "hire"], ["meeting", "package"], ["day", "delegate", "rate"], ["meeting", "room"], ["walking", "dinner"], ["gala", "diner"], ["8", "uurs", "arrangement"]];

    /// <summary>Where a thing begins without the little word before it: "a product launch".</summary>
    public static int Bare(List<Word> words, int from, int to)
    {
        while (from + 1 < to && words[from].Fold is "a" or "an" or "the" or "een" or "n" or "'n" or "nen" or "de" or "het" or "their" or "our" or "hun" or "ons" or "onze" or "some" or "do" || (words[from].Kind == WordKind.Digits && words[from + 1].Kind == WordKind.Letters && words[from + 1].Fold is not ("hr" or "uur" or "hour" or "hours" or "uurs" or "daagse" or "day"))) from++;
        return from;
    }

    public static IEnumerable<(int From, int To)> In(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var phrase = Array.Find(Phrases, one => Competitors.Stands(one, words, i));
            var length = phrase?.Length ?? (Single.Contains(words[i].Fold) || (words[i].Kind == WordKind.Letters && words[i].Fold.Length > 12 && words[i].Fold.EndsWith("arrangement", StringComparison.Ordinal)) ? 1 : 0);
            if (length == 0) continue;
            yield return (i, i + length);
            i += length - 1;
        }
    }
}
