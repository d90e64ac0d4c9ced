using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>Finds the numbers of quotes: Q-2026-0007, OFF-2026-0033, offerte 51, quote #51.</summary>
internal static class QuoteNumbers
{
    private static readonly Sense[] Counted = [Sense.Count, Sense.Percent, Sense.Euro, Sense.Month, Sense.Unit, Sense.Times];

    /// <summary>What has a number and is no quote.</summary>
    private static readonly HashSet<string> Numbered = ["room", "kamer", "zaal", "phone", "telefoon", "mobile", "house", "huis", "bus", "line", "lijn", "platform", "flight", "order", "account", "klant", "customer", "week", "vat", "btw"];

    public static IEnumerable<(int From, int To)> In(List<Word> words, Passage passage)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Dashed(words, i) is var end && words[i].Kind == WordKind.Letters && words[i].Text.Length <= 5 && end > i + 1)
            {
                yield return (i, end);
                i = end - 1;
            }
            else if (IsOfYear(words, i))
            {
                yield return (i, i + 3);
                i += 2;
            }
            else if (IsBare(words, i, passage))
            {
                yield return (i, i + 1);
            }
            else if (Named(words, passage, i) is { } at)
            {
                yield return (at, Dashed(words, at));
                i = at;
            }
        }
    }

    /// <summary>2026-033: a year, and more figures than a month has.</summary>
    private static bool IsOfYear(List<Word> words, int at) => at + 2 < words.Count && words[at] is { Kind: WordKind.Digits, Text: ['2', '0', _, _] } && words[at + 1] is { Text: "-", Joined: true }
        && words[at + 2] is { Kind: WordKind.Digits, Joined: true, Text: [_, _, _] or [_, _, _, _] } && Dashed(words, at) == at + 3 && !IsYear(words[at + 2].Text);

    /// <summary>"2025-2026" is a span.</summary>
    private static bool IsYear(string figure) => figure is ['2', '0', _, _];

    /// <summary>0112: nothing else that people write begins with a nought.</summary>
    private static bool IsBare(List<Word> words, int at, Passage passage) => words[at] is { Kind: WordKind.Digits, Text: ['0', _, _, _] or ['0', _, _, _, _] } && !words[at].Text.Contains('.') && !words[at].Text.Contains(',')
        && !(at > 0 && words[at - 1] is { Text: "-" or "/" or "+" or ":" }) && !(at + 1 < words.Count && words[at + 1] is { Joined: true, Text: "-" or "/" or ":" or "h" or "u" or "uur" }) && !Array.Exists(Counted, sense => passage.Is(at + 1, sense));

    /// <summary>Where the number stands that "offerte", "quote nr." and the like lead to.</summary>
    private static int? Named(List<Word> words, Passage passage, int word)
    {
        // "Lift no. 276", but "No. 30 rooms".
        if (words[word].Fold == "no" && !(word > 0 && word + 1 < words.Count && words[word + 1] is { Text: ".", Joined: true } && words[word - 1].Kind == WordKind.Letters)) return null;
        if (words[word].Fold is not ("no" or "offerte" or "quote" or "offertenummer" or "quotation" or "offer" or "nr" or "nummer" or "number" or "off" or "offertenr" or "qte" or "q")) return null;
        if (word > 0 && words[word].Fold is "number" or "nummer" or "nr" && Numbered.Contains(words[word - 1].Fold)) return null;
        var at = word + 1;
        while (at < words.Count && words[at].Fold is "nr" or "nummer" or "number" or "no" or "." or "#") at++;
        return at < words.Count && words[at].Kind == WordKind.Digits && !words[at].Text.Contains(',') && words[at].Text.Length <= 9
            && !Array.Exists(Counted, sense => passage.Is(at + 1, sense)) ? at : null;
    }

    /// <summary>The word behind all digits that are joined on by dashes.</summary>
    private static int Dashed(List<Word> words, int at)
    {
        var end = at + 1;
        while (end + 1 < words.Count && words[end].Text == "-" && words[end].Joined && words[end + 1].Joined && words[end + 1].Kind == WordKind.Digits) end += 2;
        return end;
    }
}
