namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>Words that say much the same about this work, in both languages: what the model learns of one holds for the others.</summary>
internal sealed class WordFamilies
{
    private readonly Dictionary<string, string[]> words = [];
    private readonly Dictionary<string, string[]> beginnings = [];
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> byBeginning;

    /// <param name="lines"><c>family: word word begin* ...</c>; a word may stand in several families.</param>
    public WordFamilies(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#' || line.Split(':', 2) is not [var family, var members]) continue;
            foreach (var member in members.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (index, key) = member.EndsWith('*') ? (beginnings, member[..^1]) : (words, member);
                index[key] = [.. index.GetValueOrDefault(key) ?? [], "=" + family];
            }
        }

        byBeginning = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IEnumerable<string> Members => words.Keys;

    /// <summary>The families of a word, none for most; the longest beginning counts.</summary>
    public string[] Of(string word)
    {
        if (words.TryGetValue(word, out var found)) return found;
        for (var length = word.Length; length >= 3; length--)
        {
            if (byBeginning.TryGetValue(word.AsSpan(0, length), out found)) return found;
        }

        return [];
    }
}
