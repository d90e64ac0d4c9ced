using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Sentences;

internal enum MentionKind { Account, Contact, Competitor, QuoteNumber, Product }

/// <summary>A name in the message, as a span of words.</summary>
/// <param name="Candidates">Accounts that it can mean; empty for an account that is not in the list, and for other kinds.</param>
/// <param name="Doubtful">The candidates only come near the name that was said; a product that stands in no list.</param>
internal sealed record Mention(MentionKind Kind, int From, int To, IReadOnlyList<AccountName> Candidates, bool Doubtful = false);

/// <summary>A message with the names in it found and everything masked that is no plain word.</summary>
internal sealed partial class Message
{
    private static readonly HashSet<string> Scoring = ["us", "ons", "a", "an", "een", "gave", "gives", "give", "geeft", "gaf", "gaven", "said", "sed", "says", "zei", "scored", "score", "scores", "scoort", "cijfer", "rated", "rates", "rating", "got", "get", "with", "met", "at", "it", "them", "solid", "dikke", "maar", "satisfaction", "nps", "csat"];

    private static readonly HashSet<string> Rated = ["nps", "csat", "score", "scoort", "cijfer", "rating", "tevredenheid", "satisfaction", "klanttevredenheid"];

    /// <summary>"Twente 7/10".</summary>
    private const int FewWords = 6;

    private static readonly HashSet<string> Festivities = ["market", "do", "party", "parties", "dinner", "lunch", "drinks", "reception", "event", "gala", "ball", "fair", "markt", "borrel", "diner", "feest", "receptie", "pakket", "pakketten", "hamper", "hampers", "buffet", "brunch", "concert", "menu", "arrangement", "package"];

    private readonly string?[] masks;

    public Message(string text, Language language, DateTime now, Gazetteer names)
    {
        Text = Recognizer.Bounded(text);
        Now = now;
        Words = DictatedSigns.Of(Understanding.Words.Of(Text));
        Passage = new(Text, Words, SpokenLanguage.Of(Words, language));
        Quoted = QuotedWords();
        Mentions = new NameReader(this, names).Read();
        Values = ReadValues(Recognizer.Tense(Passage));
        masks = Mask();
    }

    public string Text { get; }
    public DateTime Now { get; }
    public List<Word> Words { get; }
    public Passage Passage { get; }
    public IReadOnlyList<Mention> Mentions { get; }
    public IReadOnlyList<Recognized> Values { get; private set; }

    /// <summary>Words of somebody else, between quotation marks: what they ask is not asked of the bot.</summary>
    public bool[] Quoted { get; }

    public int Count => Words.Count;

    public string Span(int from, int to) => from >= to ? "" : Text[Words[from].Start..Words[to - 1].End];

    /// <summary>The first value or the readings of it that start at a character, by a tense of the sentence.</summary>
    public IReadOnlyList<Recognized> ReadValues(Func<int, Direction> tense) =>
        [.. Recognizer.Read(Passage, Now, tense).Select(Scored).Where(value => !IsEnglishDo(WordAt(value.Start), value.Length) && !IsSitting(WordAt(value.Start), value.Length) && !IsFestive(value) && !Mentions.Any(mention =>
            Words[mention.From].Start < value.End && value.Start < Words[mention.To - 1].End && mention.Kind != MentionKind.Product))];

    /// <summary>"She gave us 8/10": a score out of ten, unless it is said to be a day.</summary>
    private Recognized Scored(Recognized value)
    {
        if (value.Value is not Reading.Day || !OutOfTen().IsMatch(Text.AsSpan(value.Start, value.Length))) return value;
        var before = WordAt(value.Start) - 1;
        if (before >= 0 && !Scoring.Contains(Words[before].Fold) && !Words.Exists(word => Rated.Contains(word.Fold)) && !(Count <= FewWords && WordAt(value.End - 1) == Count - 1 && Mentioned(before))) return value;
        return value with { Value = new Reading.Number(decimal.Parse(Text.AsSpan(value.Start, Text.AsSpan(value.Start).IndexOf('/')), System.Globalization.CultureInfo.InvariantCulture)) };
    }

    /// <summary>"Who do I have to call", "to-do": not short for donderdag.</summary>
    private bool IsEnglishDo(int word, int length) => length == 2 && Words[word].Fold == "do"
        && ((word + 1 < Count && Words[word + 1].Fold is "i" or "you" or "we" or "they" or "not" or "it" or "that" or "this" or "the" or "a" or "my" or "make")
            || (word > 0 && Words[word - 1].Fold is "to" or "who" or "what" or "how" or "where" or "when" or "which" or "why" or "i" or "we" or "you" or "they" or "please" or "pls" or "can" or "could")
            || (word > 1 && Words[word - 1].Text == "-" && Words[word - 2].Fold == "to"));

    /// <summary>"Ik zat bij KPMG": not short for Saturday.</summary>
    private bool IsSitting(int word, int length) => length == 3 && Words[word].Fold == "zat"
        && ((word > 0 && Words[word - 1].Fold is "ik" or "k" or "'k" or "we" or "wij" or "hij" or "zij" or "ze" or "die" or "dat" or "daar" or "er")
            || word == 0 || (word + 1 < Count && Words[word + 1].Fold is "met" or "bij" or "aan" or "in" or "net" or "daar" or "er" or "ik" or "te" or "om") || Mentioned(word - 1));

    private bool Mentioned(int word) => word >= 0 && Mentions.Any(mention => mention.From <= word && word < mention.To);

    /// <summary>"The Christmas market", "new year reception": an occasion, and no day.</summary>
    private bool IsFestive(Recognized value)
    {
        if (value.Value is not Reading.Day) return false;
        var (first, next) = (WordAt(value.Start), WordAt(value.End - 1) + 1);
        return next < Count && Festivities.Contains(Words[next].Fold) && !Words[next].Joined && Enumerable.Range(first, next - first).Any(at => Passage.Is(at, Sense.Feast) || Passage.Is(at, Sense.FeastUnlessSunday) || Passage.Is(at, Sense.FeastNth) || Passage.Is(at, Sense.Easter));
    }

    public int WordAt(int character)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Words[middle].End > character ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>The words with names and values masked, signs left out but for question marks, and where each stands.</summary>
    public (List<string> Words, List<int> Places) Masked()
    {
        var masked = new List<string>(Count);
        var places = new List<int>(Count);
        for (var i = 0; i < Count; i++)
        {
            var word = Quoted[i] ? "" : masks[i] ?? (Words[i].Kind == WordKind.Letters || Words[i].Text == "?" ? Words[i].Fold : "");
            if (word.Length == 0) continue;
            masked.Add(word);
            places.Add(i);
        }

        return (masked, places);
    }

    private string?[] Mask()
    {
        var all = new string?[Words.Count];
        foreach (var value in Values)
        {
            Put(all, WordAt(value.Start), WordAt(value.End - 1) + 1, value.Value switch
            {
                Reading.Money => "_money",
                Reading.Percent => "_pct",
                Reading.Number => "_num",
                Reading.Clock => "_time",
                _ => "_date",
            });
        }

        foreach (var mention in Mentions)
        {
            if (mention.Kind != MentionKind.Product)
            {
                Put(all, mention.From, mention.To, mention.Kind switch
                {
                    MentionKind.Account => "_acc",
                    MentionKind.Contact => "_per",
                    MentionKind.Competitor => "_comp",
                    _ => "_qno",
                });
            }
        }

        return all;
    }

    private static void Put(string?[] all, int from, int to, string mask)
    {
        for (var i = from; i < to && i < all.Length; i++)
        {
            all[i] = i == from ? mask : "";
        }
    }

    private bool[] QuotedWords()
    {
        var quoted = new bool[Words.Count];
        for (var i = 0; i < Words.Count; i++)
        {
            var close = Words[i].Text switch { "\"" => "\"", "“" or "„" => "”", "«" => "»", _ => null };
            if (close is null)
            {
                continue;
            }

            var end = Words.FindIndex(i + 1, word => word.Text == close || (close == "”" && word.Text is "“" or "\""));
            if (end > i + 2)
            {
                Array.Fill(quoted, true, i, end - i + 1);
            }

            i = Math.Max(i, end);
        }

        // 'Single' marks only around several words, and never those of 's-Hertogenbosch, 't Hof or O'Brien.
        foreach (var quotation in SingleQuotes().Matches(Text).Where(quotation => quotation.Value.Contains(' ')))
        {
            for (var i = WordAt(quotation.Index); i < Words.Count && Words[i].Start < quotation.Index + quotation.Length; i++) quoted[i] = true;
        }

        // A message that is one quotation is the speaker's own.
        return quoted.All(one => one) ? new bool[Words.Count] : quoted;
    }

    [GeneratedRegex(@"^(10|\d)/(10|5)$", RegexOptions.CultureInvariant)]
    private static partial Regex OutOfTen();

    [GeneratedRegex(@"(?<![\p{L}\d])['‘](?![stnm]\b)[\p{L}\d][^'‘’\n]*[\p{L}\d.!?]['’](?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex SingleQuotes();
}
