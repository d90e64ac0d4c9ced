using System.Globalization;
using System.Reflection;
using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>The words of time and number of one language. A language is one file in Values/Languages.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<IReadOnlyDictionary<Language, Lexicon>> All = new(() => new Dictionary<Language, Lexicon>
    {
        [Language.Dutch] = new("nl"),
        [Language.English] = new("en"),
    });

    private readonly Dictionary<string, List<Phrase>> phrases = new(StringComparer.Ordinal);
    private readonly List<(string Before, string After, Meaning Meaning)> shapes = [];
    private readonly HashSet<Custom> customs = [];
    private readonly Compounds compounds;
    private readonly Misspellings misspellings;

    private Lexicon(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"language/{name}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Add(line);
            }
        }

        var single = phrases.SelectMany(pair => pair.Value.Where(phrase => phrase.Folds.Length == 1).Select(phrase => (pair.Key, new Meaning(phrase.Sense, phrase.Value, 1)))).ToArray();
        compounds = new(single);
        misspellings = new(single);
    }

    public static Lexicon Of(Language language) => All.Value[language];

    public static IEnumerable<Language> Languages => All.Value.Keys;

    public bool Has(Custom custom) => customs.Contains(custom);

    public bool Knows(string fold) => phrases.ContainsKey(fold);

    /// <summary>How many of its characters are a word by themselves, before figures or another word: wk19, half8, dinsdagmiddag; 0: it is no such word.</summary>
    public int Cut(string fold, bool afterFigure) => compounds.Cut(fold, afterFigure);

    /// <param name="guest">The text is in another language: words that mean something else there do not count.</param>
    public void Find(List<Word> words, int at, bool guest, List<Meaning> found)
    {
        // "last month's revenue"
        var fold = words[at].Fold;
        if (!phrases.TryGetValue(fold, out var candidates)
            && !(fold.EndsWith("'s", StringComparison.Ordinal) && phrases.TryGetValue(fold[..^2], out candidates)))
        {
            compounds.Find(fold, found);
            return;
        }

        foreach (var phrase in candidates)
        {
            if (!(guest && phrase.Loose) && Stands(phrase.Folds, words, at))
            {
                found.Add(new(phrase.Sense, phrase.Value, phrase.Folds.Length));
            }
        }
    }

    /// <summary>What an unknown word may be: one of a known shape, or a misspelling.</summary>
    public void Guess(string fold, List<Meaning> found)
    {
        foreach (var (before, after, meaning) in shapes)
        {
            if (fold.Length > before.Length + after.Length + 1 && fold.StartsWith(before, StringComparison.Ordinal) && fold.EndsWith(after, StringComparison.Ordinal))
            {
                found.Add(meaning);
            }
        }

        misspellings.Find(fold, found);
    }

    private static bool Stands(string[] folds, List<Word> words, int at)
    {
        if (at + folds.Length > words.Count)
        {
            return false;
        }

        for (var i = 1; i < folds.Length; i++)
        {
            if (words[at + i].Fold != folds[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        var sense = Enum.Parse<Sense>(head[0], ignoreCase: true);
        var value = int.Parse(head[1], CultureInfo.InvariantCulture);
        foreach (var part in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (sense == Sense.Custom)
            {
                customs.Add(Enum.Parse<Custom>(part, ignoreCase: true));
            }
            else if (part.Split('*') is [var before, var after])
            {
                shapes.Add((before, after, new(sense, value, 1)));
            }
            else
            {
                Add(part.TrimEnd('~'), sense, value, part.EndsWith('~'));
            }
        }
    }

    private void Add(string words, Sense sense, int value, bool loose)
    {
        var folds = Words.Of(words).Select(word => word.Fold).ToArray();
        if (!phrases.TryGetValue(folds[0], out var list))
        {
            phrases[folds[0]] = list = [];
        }

        list.Add(new(folds, sense, value, loose));
    }

    private sealed record Phrase(string[] Folds, Sense Sense, int Value, bool Loose);
}
