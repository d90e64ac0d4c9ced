using System.Globalization;
using System.Reflection;
using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>What a word can stand for in the grammar of values; the names are those of the language files, without case.</summary>
internal enum Sense
{
    Day, Part, Weekday, LooseDay, Month, LooseMonth, Unit, Next, Last, This, In, Ago, Early, Mid, Late, Till, Dash, From, And, Article, Of, On,
    At, Since, WeekNo, Quarter, Past, To, HalfHour, OClock, Am, Pm, Noon, Midnight, HalfOf, Season, ToDate, Feast, Easter, Ordinal,
    OrdinalMark, Number, Halves, Times, Bag, Euro, Cents, Percent, Count, PastCue, FutureCue, Joiner,
}

/// <param name="Count">How many words it takes.</param>
internal readonly record struct Meaning(Sense Sense, int Value, int Count);

/// <summary>The words of time and number of one language. A language is one file in Values/Languages.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<IReadOnlyDictionary<Language, Lexicon>> All = new(() => new Dictionary<Language, Lexicon>
    {
        [Language.Dutch] = new("nl"),
        [Language.English] = new("en"),
    });

    private readonly Dictionary<string, List<Phrase>> phrases = new(StringComparer.Ordinal);

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

        Compound();
    }

    public static Lexicon Of(Language language) => All.Value[language];

    public static IEnumerable<Language> Languages => All.Value.Keys;

    /// <param name="guest">The text is in another language: words that mean something else there do not count.</param>
    public void Find(List<Word> words, int at, bool guest, List<Meaning> found)
    {
        // "last month's revenue"
        var fold = words[at].Fold;
        if (!phrases.TryGetValue(fold, out var candidates)
            && !(fold.EndsWith("'s", StringComparison.Ordinal) && phrases.TryGetValue(fold[..^2], out candidates)))
        {
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
            Add(part.TrimEnd('~'), sense, value, part.EndsWith('~'));
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

    /// <summary>Where a language writes numbers together (vijfentwintig, honderdtwintig, tweeduizend) they are written out up to 9,999.</summary>
    private void Compound()
    {
        if (!phrases.Values.SelectMany(list => list).Any(phrase => phrase.Sense == Sense.Joiner))
        {
            return;
        }

        string Only(Sense sense) => phrases.Values.SelectMany(list => list).First(phrase => phrase.Sense == sense).Folds[0];
        var joiner = Only(Sense.Joiner);
        var small = phrases.Values.SelectMany(list => list).Where(phrase => phrase.Sense == Sense.Number && phrase.Value > 0)
            .GroupBy(phrase => phrase.Value).ToDictionary(group => group.Key, group => group.First().Folds[0]);
        string Times(int value) => phrases.Values.SelectMany(list => list).First(phrase => phrase.Sense == Sense.Times && phrase.Value == value).Folds[0];
        var hundred = Times(100);
        var thousand = Times(1000);
        for (var tens = 20; tens < 100; tens += 10)
        {
            for (var unit = 1; unit < 10; unit++)
            {
                Add(small[tens + unit] = small[unit] + joiner + small[tens], Sense.Number, tens + unit, false);
            }
        }

        for (var count = 1; count < 100; count++)
        {
            var head = count == 1 ? "" : small[count];
            if (count > 1 && count % 10 != 0)
            {
                Add(head + hundred, Sense.Number, count * 100, false);
            }

            if (count > 1)
            {
                Add(head + thousand, Sense.Number, count * 1000, false);
            }

            for (var rest = 1; rest < 100 && count < 20 && count != 10; rest++)
            {
                Add(head + hundred + small[rest], Sense.Number, (count * 100) + rest, false);
                if (rest < 13)
                {
                    Add(head + hundred + joiner + small[rest], Sense.Number, (count * 100) + rest, false);
                }
            }
        }
    }

    private sealed record Phrase(string[] Folds, Sense Sense, int Value, bool Loose);
}
