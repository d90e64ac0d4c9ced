namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>A word of a text that can be a word of names.</summary>
/// <param name="Word">Id in the vocabulary.</param>
/// <param name="Quality">1: as written; less: misspelt or shortened.</param>
/// <param name="Length">Words of the text that it takes.</param>
internal readonly record struct Match(int Word, double Quality, int Length);

/// <summary>The words of all names, found in spite of typing errors by the three-letter pieces they share.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids;
    private readonly string[] words;
    private readonly string[] sorted;
    private readonly Dictionary<int, int[]> pieces;

    public Vocabulary(Dictionary<string, int> ids)
    {
        this.ids = ids;
        words = new string[ids.Count];
        foreach (var (word, id) in ids)
        {
            words[id] = word;
        }

        sorted = [.. words];
        Array.Sort(sorted, StringComparer.Ordinal);
        pieces = Pieces(words);
    }

    public string Word(int id) => words[id];

    public int Id(string word) => ids.GetValueOrDefault(word, -1) is var id && id >= 0 ? id : 0;

    public List<Match> Find(List<Word> text, int at)
    {
        var matches = new List<Match>(2);
        if (NameWords.Place(text, at) is { } place && ids.TryGetValue(place.Word, out var known))
        {
            matches.Add(new(known, 1, place.Length));
            return matches;
        }

        var fold = text[at].Fold;
        var key = NameWords.Key(fold);
        if (ids.TryGetValue(key, out var id))
        {
            matches.Add(new(id, 1, 1));
        }

        if (NameWords.Abbreviation(key) is { } full && ids.TryGetValue(full, out id))
        {
            matches.Add(new(id, 1, at + 1 < text.Count && text[at + 1].Text == "." ? 2 : 1));
        }

        if (text[at].Text is { Length: >= 2 and <= 5 } letters && letters.All(char.IsUpper) && ids.TryGetValue("^" + key, out id))
        {
            matches.Add(new(id, 1, 1));
        }

        // Words written apart or together: "rabo bank", "bakkerbouw" are left to the pieces below.
        if (matches.Count == 0 && key.Length >= 4 && !NameWords.IsEveryday(fold))
        {
            Longer(key, matches);
            Misspelt(key, matches);
        }

        return matches;
    }

    /// <summary>Words that begin with this one, where they are few: natuurmon, logis.</summary>
    private void Longer(string key, List<Match> matches)
    {
        var at = Array.BinarySearch(sorted, key, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        for (var i = at; i < sorted.Length && i < at + 4 && sorted[i].StartsWith(key, StringComparison.Ordinal); i++)
        {
            if (sorted[i].Length > key.Length)
            {
                matches.Add(new(ids[sorted[i]], 0.8, 1));
            }
        }
    }

    private void Misspelt(string key, List<Match> matches)
    {
        var allowed = key.Length >= 8 ? 2 : 1;
        var shared = new Dictionary<int, int>();
        foreach (var piece in PiecesOf(key).Distinct())
        {
            if (pieces.TryGetValue(piece, out var holders))
            {
                foreach (var holder in holders)
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, holder, out _)++;
                }
            }
        }

        // Two letters turned about spoil four of the pieces.
        var needed = Math.Max(key.Length >= 6 ? 2 : 1, key.Length - (4 * allowed));
        foreach (var (word, count) in shared)
        {
            if (count >= needed && Math.Abs(words[word].Length - key.Length) <= allowed && Distance(key, words[word], allowed) is { } errors && errors <= allowed
                && (words[word].Length >= 5 || words[word][0] == key[0]))
            {
                matches.Add(new(word, errors == 1 ? 0.9 : 0.75, 1));
            }
        }
    }

    private static Dictionary<int, int[]> Pieces(string[] words)
    {
        var lists = new Dictionary<int, List<int>>();
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Length < 4)
            {
                continue;
            }

            foreach (var piece in PiecesOf(words[word]).Distinct())
            {
                if (!lists.TryGetValue(piece, out var list))
                {
                    lists[piece] = list = [];
                }

                list.Add(word);
            }
        }

        return lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static IEnumerable<int> PiecesOf(string word)
    {
        var (first, second) = (' ', word[0]);
        for (var i = 1; i <= word.Length; i++)
        {
            var third = i < word.Length ? word[i] : ' ';
            yield return (first * 65599 * 31) + (second * 65599) + third;
            (first, second) = (second, third);
        }
    }

    /// <summary>Damerau-Levenshtein (optimal string alignment); null beyond the limit.</summary>
    internal static int? Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit || one.Length > 60 || other.Length > 60)
        {
            return null;
        }

        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[other.Length] <= limit ? last[other.Length] : null;
    }
}
