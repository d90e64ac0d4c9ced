using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>A word of a text that can be a word of names.</summary>
/// <param name="Word">Id in the vocabulary.</param>
/// <param name="Quality">1: as written; less: misspelt or shortened.</param>
/// <param name="Length">Words of the text that it takes.</param>
/// <param name="IsPart">The word of the text holds another one besides, glued to it.</param>
/// <param name="IsBeginning">The word of the text is only the beginning.</param>
internal readonly record struct Match(int Word, double Quality, int Length, bool IsPart = false, bool IsBeginning = false);

/// <summary>The words of all names, found also where they are misspelt, cut off, glued together or written apart.</summary>
internal sealed class Vocabulary
{
    /// <summary>Small words that are glued to the name behind them.</summary>
    private static readonly string[] Particles = ["vander", "vande", "vd", "de"];

    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly string[] words;
    private readonly float[] weights;
    private readonly Lazy<string[]> sorted;
    private readonly Lazy<WordPieces> pieces;

    public Vocabulary(Dictionary<string, int> ids)
    {
        this.ids = ids;
        bySpan = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        words = new string[ids.Count];
        weights = new float[ids.Count];
        foreach (var (word, id) in ids) (words[id], weights[id]) = (word, (float)NameWords.Weight(word));
        sorted = new(() => [.. words.Order(StringComparer.Ordinal)]);
        pieces = new(() => new(words));
    }

    public string Word(int id) => words[id];

    /// <summary>How much a word tells a name from others: 1 for most, next to nothing for BV.</summary>
    public double Weight(int id) => weights[id];

    /// <summary>-1: no name holds it.</summary>
    public int Id(string word) => ids.GetValueOrDefault(word, -1);

    /// <summary>Prepares what is needed only where a word is misspelt.</summary>
    public void Warm() => _ = (sorted.Value, pieces.Value);

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
        if (key.Length == 1 && Initials(text, at) is { } initials)
        {
            matches.Add(initials);
            return matches;
        }

        if (ids.TryGetValue(key, out var id)) matches.Add(new(id, 1, 1));
        if (NameWords.Abbreviation(key) is { } full && ids.TryGetValue(full, out id)) matches.Add(new(id, 1, at + 1 < text.Count && text[at + 1].Text == "." ? 2 : 1));
        if (text[at].Text is { Length: >= 2 and <= 5 } letters && letters.All(char.IsUpper) && ids.TryGetValue("^" + key, out id)) matches.Add(new(id, 1, 1));
        if (key.Length < 4 || NameWords.IsEveryday(fold) || text[at].Kind != WordKind.Letters) return matches;
        if (matches.Count == 0)
        {
            Longer(key, matches);
            if (!IntentModel.Knows(fold)) Misspelt(key, matches);
            Turned(key, matches);
            Glued(key, matches);
            Apart(text, at, key, matches);
        }
        else if (key.Length >= 6 && !NameParts.Trades.Contains(key) && at + 1 < text.Count)
        {
            // A word of one name may be one of another misspelt; the words beside it tell.
            Misspelt(key, matches, 0.1);
        }

        return matches;
    }

    /// <summary>K.P.M.G., k p m g, U Twente.</summary>
    private Match? Initials(List<Word> text, int at)
    {
        if (text[at].Kind != WordKind.Letters || at + 1 == text.Count) return null;
        if (text[at + 1] is { Kind: WordKind.Letters, Fold.Length: >= 4 }) return ids.TryGetValue(text[at].Fold + NameWords.Key(text[at + 1].Fold), out var glued) ? new(glued, 1, 2) : null;
        var (letters, end) = (text[at].Fold, at + 1);
        while (end < text.Count)
        {
            var next = text[end] is { Text: ".", Joined: true } ? end + 1 : end;
            if (next == text.Count || text[next] is not { Kind: WordKind.Letters, Fold.Length: 1 } || text[next].Joined != (next > end)) break;
            letters += text[next].Fold;
            end = next + 1;
        }

        return letters.Length > 2 && ids.TryGetValue(letters, out var id) ? new(id, 1, end - at) : null;
    }

    /// <summary>Words that begin with this one, where they are few: natuurmon, logis.</summary>
    private void Longer(string key, List<Match> matches)
    {
        var all = sorted.Value;
        var at = Array.BinarySearch(all, key, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        for (var i = at; i < all.Length && i < at + 4 && all[i].StartsWith(key, StringComparison.Ordinal); i++)
        {
            if (all[i].Length > key.Length) matches.Add(new(ids[all[i]], 0.8, 1, IsBeginning: true));
        }
    }

    private void Misspelt(string key, List<Match> matches, double doubt = 0)
    {
        var allowed = key.Length >= 8 ? 2 : 1;
        foreach (var word in pieces.Value.Near(key, allowed))
        {
            var other = words[word];
            if (other == key) continue;
            if ((other.Length >= 5 || other[0] == key[0]) && Spelling.Distance(key, other, allowed) is { } errors) matches.Add(new(word, (errors == 1 ? 0.9 : 0.75) - doubt, 1));
            else if (key.Length >= 5 && Spelling.SoundsLike(key, other)) matches.Add(new(word, 0.85, 1));
        }
    }

    /// <summary>KMPG: two letters of a short name turned about.</summary>
    private void Turned(string key, List<Match> matches)
    {
        if (key.Length != 4) return;
        Span<char> letters = stackalloc char[4];
        for (var at = 0; at < 3; at++)
        {
            key.CopyTo(letters);
            (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
            if (bySpan.TryGetValue(letters, out var id) && !matches.Exists(match => match.Word == id)) matches.Add(new(id, 0.9, 1));
        }
    }

    /// <summary>Bakkerbouw, dehaan, vdvalk.</summary>
    private void Glued(string key, List<Match> matches)
    {
        for (var cut = 3; cut <= key.Length - 3; cut++)
        {
            if (!bySpan.TryGetValue(key.AsSpan(0, cut), out var head) || !bySpan.TryGetValue(key.AsSpan(cut), out var tail)) continue;
            matches.Add(new(head, 0.95, 1, IsPart: true));
            matches.Add(new(tail, 0.95, 1, IsPart: true));
        }

        foreach (var particle in Particles)
        {
            if (key.StartsWith(particle, StringComparison.Ordinal) && key.Length > particle.Length + 2 && bySpan.TryGetValue(key.AsSpan(particle.Length), out var tail)) matches.Add(new(tail, 0.95, 1, IsPart: true));
        }
    }

    /// <summary>Rabo bank.</summary>
    private void Apart(List<Word> text, int at, string key, List<Match> matches)
    {
        if (at + 1 < text.Count && text[at + 1].Kind == WordKind.Letters && ids.TryGetValue(key + NameWords.Key(text[at + 1].Fold), out var id)) matches.Add(new(id, 0.95, 2));
    }
}
