namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>What a text is judged by: a place in the weights and how much it counts.</summary>
internal readonly record struct Feature(int Bucket, float Value);

/// <summary>The features of one word of a text, by how many words before it must belong to the same part for them to count.</summary>
internal sealed record WordFeatures(Feature[] Alone, Feature[] WithOneBefore, Feature[] WithTwoBefore, Feature[] AsFirst, Feature[] AsLast);

/// <summary>A word, what stands for it besides itself, and the features that it has whatever stands beside it.</summary>
internal sealed class WordAlone(string text, string[] groups, Feature[] alone, Feature[] asFirst, Feature[] asLast)
{
    public string Text => text;

    public string[] Groups => groups;

    public Feature[] Alone => alone;

    public Feature[] AsFirst => asFirst;

    public Feature[] AsLast => asLast;
}

/// <summary>Words, their families, pairs, threes and pieces, hashed.</summary>
internal static class Features
{
    public const int Buckets = 1 << 17;

    public static WordFeatures[] Of(IReadOnlyList<string> words, SpokenWords spoken)
    {
        var alone = words.Select(word => Alone(word, spoken)).ToArray();
        return [.. alone.Select((word, i) => new WordFeatures(word.Alone, i > 0 ? Pairs(alone[i - 1], word) : [], i > 1 ? Threes(alone[i - 2], alone[i - 1], word) : [], word.AsFirst, word.AsLast))];
    }

    public static WordAlone Alone(string word, SpokenWords spoken)
    {
        var groups = spoken.Of(word);
        var alone = new List<Feature> { new(Place(Hash(word, 1)), 1f) };
        foreach (var family in groups) alone.Add(new(Place(Hash(family, 1)), 0.9f));
        if (word.Length > 3 && word[0] != '_')
        {
            var bounded = $"^{word}$";
            for (var at = 0; at + 4 <= bounded.Length; at++) alone.Add(new(Place(Hash(bounded.AsSpan(at, 4), 4)), 0.35f));
        }

        return new(word, groups, [.. alone], [new(Place(Hash(word, 3)), 0.6f), .. groups.Select(family => new Feature(Place(Hash(family, 3)), 0.5f))], [new(Place(Hash(word, 8)), 0.4f)]);
    }

    public static Feature[] Pairs(WordAlone before, WordAlone word)
    {
        var (one, other) = (before.Groups.Length, word.Groups.Length);
        var pairs = new Feature[1 + one + other + (one * other)];
        var at = 0;
        pairs[at++] = new(Place(Hash(before.Text, Hash(word.Text, 2))), 0.7f);
        foreach (var family in word.Groups) pairs[at++] = new(Place(Hash(before.Text, Hash(family, 2))), 0.5f);
        foreach (var family in before.Groups) pairs[at++] = new(Place(Hash(family, Hash(word.Text, 2))), 0.5f);
        foreach (var first in before.Groups)
            foreach (var second in word.Groups) pairs[at++] = new(Place(Hash(first, Hash(second, 2))), 0.5f);
        return pairs;
    }

    public static Feature[] Threes(WordAlone first, WordAlone before, WordAlone word)
    {
        var threes = new Feature[2 + (first.Groups.Length * word.Groups.Length)];
        var at = 0;
        threes[at++] = new(Place(Hash(first.Text, Hash(word.Text, 6))), 0.4f);
        threes[at++] = new(Place(Hash(first.Text, Hash(before.Text, Hash(word.Text, 7)))), 0.4f);
        foreach (var one in first.Groups)
            foreach (var other in word.Groups) threes[at++] = new(Place(Hash(one, Hash(other, 6))), 0.4f);
        return threes;
    }

    /// <summary>What decides besides the words, such as the intent before.</summary>
    public static int Bucket(string name) => Place(Hash(name, 11));

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
