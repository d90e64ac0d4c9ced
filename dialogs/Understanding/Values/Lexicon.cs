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

    private static readonly string[] SenseNames = Array.ConvertAll(Enum.GetNames<Sense>(), name => name.ToLowerInvariant());

    private readonly Dictionary<string, List<Phrase>> phrases = new(StringComparer.Ordinal);
    private readonly List<Shape> shapes = [];
    private readonly bool[] customs = new bool[Enum.GetNames<Custom>().Length];
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

        var single = new List<Phrase>();
        foreach (var list in phrases.Values)
        {
            single.AddRange(list.FindAll(phrase => phrase.Folds.Length == 1));
        }

        compounds = new(single);
        misspellings = new(single);
    }

    public static Lexicon Of(Language language) => All.Value[language];

    public static IEnumerable<Language> Languages => All.Value.Keys;

    public bool Has(Custom custom) => customs[(int)custom];

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
        foreach (var shape in shapes)
        {
            if (fold.Length > shape.Before.Length + shape.After.Length + 1 && fold.StartsWith(shape.Before, StringComparison.Ordinal) && fold.EndsWith(shape.After, StringComparison.Ordinal))
            {
                found.Add(new(shape.Sense, shape.Value, 1));
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
        var place = Array.IndexOf(SenseNames, head[0]);
        var sense = place < 0 ? throw new FormatException($"no such sense: {line}") : (Sense)place;
        var value = int.Parse(head[1], CultureInfo.InvariantCulture);
        foreach (var part in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (sense == Sense.Custom)
            {
                customs[(int)Enum.Parse<Custom>(part, ignoreCase: true)] = true;
            }
            else if (part.Split('*') is [var before, var after])
            {
                shapes.Add(new(before, after, sense, value));
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

    private sealed record Shape(string Before, string After, Sense Sense, int Value);
}

/// <param name="Folds">Its words.</param>
/// <param name="Loose">It means something else in other languages.</param>
internal sealed record Phrase(string[] Folds, Sense Sense, int Value, bool Loose)
{
    public string Fold => Folds[0];
}
