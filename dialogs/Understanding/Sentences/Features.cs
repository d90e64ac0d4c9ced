namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>What a text is judged by: a place in the weights and how much it counts.</summary>
internal readonly record struct Feature(int Bucket, float Value);

/// <summary>The features of one word of a text, by how many words before it must belong to the same part for them to count.</summary>
internal sealed record WordFeatures(Feature[] Alone, Feature[] WithOneBefore, Feature[] WithTwoBefore, Feature[] AsFirst, Feature[] AsLast);

/// <summary>Words, their families, pairs, threes and pieces, hashed.</summary>
internal static class Features
{
    public const int Buckets = 1 << 17;

    public static WordFeatures[] Of(IReadOnlyList<string> words, SpokenWords spoken) => Of(words, spoken.Of);

    /// <param name="known">What stands for a word besides itself.</param>
    public static WordFeatures[] Of(IReadOnlyList<string> words, Func<string, string[]> known)
    {
        var groups = words.Select(known).ToArray();
        return [.. Enumerable.Range(0, words.Count).Select(i => Of(words, groups, i))];
    }

    /// <summary>What decides besides the words, such as the intent before.</summary>
    public static int Bucket(string name) => Place(Hash(name, 11));

    private static WordFeatures Of(IReadOnlyList<string> words, string[][] groups, int i)
    {
        var word = words[i];
        var alone = new List<Feature> { new(Place(Hash(word, 1)), 1f) };
        foreach (var family in groups[i]) alone.Add(new(Place(Hash(family, 1)), 0.9f));
        if (word.Length > 3 && word[0] != '_')
        {
            var bounded = $"^{word}$";
            for (var at = 0; at + 4 <= bounded.Length; at++) alone.Add(new(Place(Hash(bounded.AsSpan(at, 4), 4)), 0.35f));
        }

        var pairs = new List<Feature>();
        var threes = new List<Feature>();
        if (i > 0)
        {
            pairs.Add(new(Place(Hash(words[i - 1], Hash(word, 2))), 0.7f));
            foreach (var family in groups[i]) pairs.Add(new(Place(Hash(words[i - 1], Hash(family, 2))), 0.5f));
            foreach (var family in groups[i - 1]) pairs.Add(new(Place(Hash(family, Hash(word, 2))), 0.5f));
            foreach (var one in groups[i - 1])
                foreach (var other in groups[i]) pairs.Add(new(Place(Hash(one, Hash(other, 2))), 0.5f));
        }

        if (i > 1)
        {
            threes.Add(new(Place(Hash(words[i - 2], Hash(word, 6))), 0.4f));
            threes.Add(new(Place(Hash(words[i - 2], Hash(words[i - 1], Hash(word, 7)))), 0.4f));
            foreach (var one in groups[i - 2])
                foreach (var other in groups[i]) threes.Add(new(Place(Hash(one, Hash(other, 6))), 0.4f));
        }

        return new([.. alone], [.. pairs], [.. threes],
            [new(Place(Hash(word, 3)), 0.6f), .. groups[i].Select(family => new Feature(Place(Hash(family, 3)), 0.5f))],
            [new(Place(Hash(word, 8)), 0.4f)]);
    }

    private static int Place(int hash) => (hash & int.MaxValue) % Buckets;

    /// <summary>FNV-1a: the same on every machine, which string.GetHashCode is not.</summary>
    private static int Hash(ReadOnlySpan<char> text, int seed)
    {
        unchecked
        {
            var hash = (2166136261u ^ (uint)seed) * 16777619u;
            foreach (var character in text) hash = (hash ^ character) * 16777619u;
            return (int)(hash ^ (hash >> 15));
        }
    }
}
