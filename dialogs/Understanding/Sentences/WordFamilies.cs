namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>Words that say much the same about this work, in both languages: what the model learns of one holds for the others.</summary>
internal sealed class WordFamilies
{
    /// <summary>Letters that must stand before an ending: "zaal" by itself has to be listed.</summary>
    private const int LeastBefore = 2;

    private readonly Dictionary<string, string[]> words = [];
    private readonly Dictionary<string, string[]> beginnings = [];
    private readonly Dictionary<string, string[]> endings = [];
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> byBeginning;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> byEnding;

    /// <param name="lines"><c>family: word word begin* *end ...</c>; a word may stand in several families.</param>
    public WordFamilies(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#' || line.Split(':', 2) is not [var family, var members]) continue;
            foreach (var member in members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Words.Fold))
            {
                var (index, key) = member.EndsWith('*') ? (beginnings, member[..^1]) : member[0] == '*' ? (endings, member[1..]) : (words, member);
                var known = index.GetValueOrDefault(key) ?? [];
                if (!known.Contains("=" + family)) index[key] = [.. known, "=" + family];
            }
        }

        byBeginning = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        byEnding = endings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IEnumerable<string> Members => words.Keys;

    /// <summary>The families of a word, none for most; the longest beginning counts, and without one the longest ending.</summary>
    public string[] Of(string word)
    {
        if (words.TryGetValue(word, out var found)) return found;
        for (var length = word.Length; length >= 3; length--)
        {
            if (byBeginning.TryGetValue(word.AsSpan(0, length), out found)) return found;
        }

        for (var at = LeastBefore; at <= word.Length - 4; at++)
        {
            if (byEnding.TryGetValue(word.AsSpan(at), out found)) return found;
        }

        return [];
    }
}
