using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>A text in words, with what each can stand for: in its own language, and in another where that is beyond doubt.</summary>
internal sealed class Passage
{
    private readonly List<Meaning>[] meanings;

    public Passage(string text, List<Word> words, Language language)
    {
        Text = text;
        Words = words;
        Language = language;
        meanings = new List<Meaning>[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var found = new List<Meaning>();
            foreach (var one in Lexicon.Languages)
            {
                Lexicon.Of(one).Find(words, i, one != language, found);
            }

            if (words[i].Kind == WordKind.Letters && !Lexicon.Languages.Any(one => Lexicon.Of(one).Knows(words[i].Fold)))
            {
                Lexicon.Of(language).Guess(words[i].Fold, found);
            }

            meanings[i] = found;
        }
    }

    public string Text { get; }
    public List<Word> Words { get; }
    public Language Language { get; }
    public int Count => Words.Count;

    /// <summary>With words cut that were written together: wk19, dinsdagmiddag, half8.</summary>
    public Passage Cut()
    {
        List<Word>? cut = null;
        for (var i = 0; i < Words.Count; i++)
        {
            var word = Words[i];
            var length = word.Kind != WordKind.Letters || word.Fold.Length != word.Text.Length || word.Fold.Length < 2 || meanings[i].Count > 0 ? 0
                : Lexicon.Languages.Max(one => Lexicon.Of(one).Cut(word.Fold, IsJoined(i) && Words[i - 1].Kind == WordKind.Digits));
            if (length > 0)
            {
                cut ??= [.. Words[..i]];
                cut.Add(word with { Text = word.Text[..length], Fold = word.Fold[..length] });
                var rest = word with { Text = word.Text[length..], Fold = word.Fold[length..], Start = word.Start + length, Joined = true };
                cut.Add(char.IsAsciiDigit(rest.Fold[0]) ? rest with { Kind = WordKind.Digits } : rest);
            }
            else
            {
                cut?.Add(word);
            }
        }

        return cut is null ? this : new(Text, cut, Language);
    }

    public bool Has(Custom custom) => Lexicon.Of(Language).Has(custom);

    public bool IsKnown(int at) => meanings[at].Count > 0;

    public bool Is(int at, Sense sense) => Is(at, sense, out _, out _);

    public bool Is(int at, Sense sense, out int next) => Is(at, sense, out _, out next);

    /// <summary>Takes the longest phrase that can have this sense.</summary>
    public bool Is(int at, Sense sense, out int value, out int next)
    {
        (value, next) = (0, at);
        if (at < 0 || at >= meanings.Length)
        {
            return false;
        }

        foreach (var meaning in meanings[at])
        {
            if (meaning.Sense == sense && at + meaning.Count > next)
            {
                (value, next) = (meaning.Value, at + meaning.Count);
            }
        }

        return next > at;
    }

    /// <summary>The word after an optional one.</summary>
    public int Skip(int at, params ReadOnlySpan<Sense> senses)
    {
        foreach (var sense in senses)
        {
            if (Is(at, sense, out var next))
            {
                at = next;
            }
        }

        return at;
    }

    public bool IsSign(int at, char sign) => at >= 0 && at < Count && Words[at].Kind == WordKind.Sign && Words[at].Text[0] == sign;

    /// <summary>A whole number in digits.</summary>
    public bool IsWhole(int at, out int value)
    {
        value = 0;
        return at >= 0 && at < Count && Words[at].Kind == WordKind.Digits && Words[at].Text.Length <= 6
            && int.TryParse(Words[at].Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);
    }

    public bool IsJoined(int at) => at > 0 && at < Count && Words[at].Joined;
}
