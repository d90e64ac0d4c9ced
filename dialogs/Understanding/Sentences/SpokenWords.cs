namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>
/// The words that people use about their work, and what stands for a word that is none of them: the word that it is a misspelling of,
/// or else that nobody knows it, which by itself says that a message may be about anything.
/// </summary>
internal sealed class SpokenWords
{
    /// <summary>What every unknown word is.</summary>
    public const string Unknown = "=unknown";

    /// <summary>Letters that a word must have to be taken for a misspelling, and for two mistakes in it.</summary>
    private const int Least = 4, Long = 8;

    private readonly string[] known;
    private readonly Dictionary<string, int> places = [];

    /// <summary>Words with one letter left out, by the hash of what is left, and the place of the word.</summary>
    private readonly uint[] hashes;
    private readonly int[] of;

    /// <param name="known">The most frequent first.</param>
    public SpokenWords(IEnumerable<string> known, WordFamilies families)
    {
        Families = families;
        this.known = [.. known];
        foreach (var member in families.Members) places.TryAdd(member, -1);
        var (left, words) = (new List<uint>(this.known.Length * 8), new List<int>(this.known.Length * 8));
        for (var at = 0; at < this.known.Length; at++)
        {
            var word = this.known[at];
            places[word] = at;
            if (word.Length < Least || !char.IsLetter(word[0])) continue;
            for (var gap = -1; gap < word.Length; gap++)
            {
                left.Add(Hash(word, gap));
                words.Add(at);
            }
        }

        (hashes, of) = ([.. left], [.. words]);
        Array.Sort(hashes, of);
    }

    public WordFamilies Families { get; }

    public bool Knows(string word) => places.ContainsKey(word);

    /// <summary>Its families, or the word that it was meant to be with the families of that, or <see cref="Unknown"/>.</summary>
    public string[] Of(string word)
    {
        if (word[0] == '_' || word == "?" || Knows(word)) return Families.Of(word);
        if (Meant(word) is { } meant) return [meant, .. Families.Of(meant)];
        return [.. Families.Of(word), Unknown];
    }

    /// <summary>The known word that a word is a misspelling of; null: it is none.</summary>
    public string? Meant(string word)
    {
        if (word.Length < Least) return null;
        var best = int.MaxValue;
        var least = word.Length >= Long ? 3 : 2;
        for (var gap = -1; gap < word.Length; gap++)
        {
            var hash = Hash(word, gap);
            var at = Array.BinarySearch(hashes, hash);
            if (at < 0) continue;
            while (at > 0 && hashes[at - 1] == hash) at--;
            for (; at < hashes.Length && hashes[at] == hash; at++)
            {
                var other = known[of[at]];
                if (other[0] != word[0] && !(other[0] == word[1] && other[1] == word[0])) continue;
                var distance = Distance(word, other, word.Length == Least);
                if (distance < least || (distance == least && of[at] < best && best != int.MaxValue)) (least, best) = (distance, of[at]);
            }
        }

        return best == int.MaxValue ? null : known[best];
    }

    /// <summary>Letters changed, left out, put in, or swapped with the next.</summary>
    /// <param name="swaps">Only swaps count: a short word is near too many others.</param>
    private static int Distance(string one, string other, bool swaps)
    {
        if (swaps && (one.Length != other.Length || one.Order().SequenceEqual(other.Order()) is false)) return 9;
        Span<int> before = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1], next = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                next[j] = Math.Min(Math.Min(row[j], next[j - 1]) + 1, row[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            row.CopyTo(before);
            next.CopyTo(row);
        }

        return row[other.Length];
    }

    private static uint Hash(string word, int gap)
    {
        var hash = 2166136261u;
        for (var i = 0; i < word.Length; i++)
            if (i != gap) hash = unchecked((hash ^ word[i]) * 16777619u);
        return hash;
    }
}
