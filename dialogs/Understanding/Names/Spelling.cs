namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>How far two words are from each other.</summary>
internal static class Spelling
{
    private static readonly (string Written, string Heard)[] Sounds = [("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("c", "k"), ("y", "i"), ("ij", "ei"), ("z", "s"), ("v", "f"), ("dt", "t"), ("ae", "a"), ("oe", "o"), ("ue", "u")];

    /// <summary>Damerau-Levenshtein (optimal string alignment); null beyond the limit.</summary>
    public static int? Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit || one.Length > 60 || other.Length > 60) return null;
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[other.Length] <= limit ? last[other.Length] : null;
    }

    /// <summary>Filips is heard as Philips is, letters doubled or not.</summary>
    public static bool SoundsLike(string one, string other) => Heard(one) == Heard(other);

    private static string Heard(string word)
    {
        foreach (var (written, heard) in Sounds) word = word.Replace(written, heard, StringComparison.Ordinal);
        return string.Concat(word.Where((letter, i) => i == 0 || letter != word[i - 1]));
    }
}
