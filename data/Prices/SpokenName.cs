using System.Globalization;
using System.Text;

namespace SalesBot.Data.Prices;

/// <summary>A name as somebody says it, comparable with how it is written in a list.</summary>
internal sealed class SpokenName
{
    private static readonly HashSet<string> Fillers =
        ["de", "het", "een", "the", "a", "an", "of", "van", "voor", "for", "met", "with", "per", "in", "op", "en", "and"];

    private readonly string[] words;
    private readonly string joined;

    private SpokenName(string[] words) => (this.words, joined) = (words, string.Concat(words));

    /// <summary>Equal for names that are the same but for case, accents, plural and fillers.</summary>
    public string Key => joined;

    public bool IsEmpty => words.Length == 0;

    public static SpokenName Of(string text)
    {
        var all = Words(text);
        var meaning = all.Where(word => !Fillers.Contains(word)).ToArray();
        return new([.. (meaning.Length > 0 ? meaning : all).Select(Stem)]);
    }

    /// <summary>1: the same name; below 0.5: another. Each word said has to be found; words too many in the list count little.</summary>
    public double LikenessTo(string listed)
    {
        var name = Of(listed);
        if (IsEmpty || name.IsEmpty) return 0;
        if (joined == name.joined) return 1;
        var found = words.Average(word => name.words.Max(other => WordLikeness(word, other)));
        var surplus = Math.Max(0, name.words.Length - words.Length);
        return found - 0.03 * Math.Min(surplus, 5) - (name.joined.Length == joined.Length ? 0 : 0.02);
    }

    // Dutch writes compounds as one word, whose last part says what it is: a "zaal" may be a "vergaderzaal".
    private static double WordLikeness(string said, string listed)
    {
        if (said == listed) return 1;
        if (said.Length >= 3 && listed.EndsWith(said, StringComparison.Ordinal)) return 0.85;
        if (said.Length >= 4 && listed.StartsWith(said, StringComparison.Ordinal)) return 0.75;
        if (listed.Length >= 4 && said.EndsWith(listed, StringComparison.Ordinal)) return 0.7;
        if (said.Length >= 5 && listed.Contains(said, StringComparison.Ordinal)) return 0.65;
        var slips = Math.Min(said.Length, listed.Length) switch { >= 8 => 2, >= 5 => 1, _ => 0 };
        return slips > 0 && Math.Abs(said.Length - listed.Length) <= slips && Distance(said, listed) <= slips ? 0.7 : 0;
    }

    private static string[] Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        // Half a character, which can be typed, has no normal form: it counts as an unknown one.
        foreach (var c in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Singular and plural fall together: zaal and zalen, kamer and kamers, lunch and lunches, prijs and prijzen.</summary>
    private static string Stem(string word)
    {
        var stem = word switch
        {
            { Length: > 4 } when word.EndsWith("en", StringComparison.Ordinal) => word[..^2],
            { Length: > 4 } when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) =>
                word[..^2],
            { Length: > 3 } when word[^1] == 's' && word[^2] != 's' => word[..^1],
            _ => word,
        };
        var single = new StringBuilder(stem.Length);
        foreach (var c in stem)
            if (single.Length == 0 || single[^1] != c || char.IsDigit(c)) single.Append(c);
        if (single[^1] == 'z') single[^1] = 's';
        if (single[^1] == 'v') single[^1] = 'f';
        return single.ToString();
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[^1];
    }
}
