using SalesBot.Data;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Summaries;

/// <summary>A sentence with its words and values, to be compared with others.</summary>
internal sealed class NoteSentence
{
    private static readonly HashSet<string> Negations =
    [
        "niet", "geen", "nooit", "niets", "niks", "niemand", "zonder", "noch", "nee", "not", "no", "never", "nothing", "nobody", "none", "without", "nor", "cannot",
        "don't", "doesn't", "didn't", "won't", "can't", "isn't", "aren't", "wasn't", "weren't", "wouldn't", "couldn't", "hasn't", "haven't",
    ];

    /// <summary>Words that say nothing about what a sentence is about.</summary>
    private static readonly HashSet<string> Small =
    [
        "de", "het", "een", "en", "van", "voor", "met", "bij", "naar", "over", "aan", "op", "in", "uit", "om", "te", "tot", "door", "als", "dan", "dat", "die", "dit", "deze", "er", "ze", "zij", "hij", "hun", "hen", "haar", "zijn", "is", "was",
        "waren", "wordt", "worden", "heeft", "hebben", "had", "hadden", "zal", "zou", "zouden", "kan", "kunnen", "wil", "willen", "moet", "moeten", "gaat", "gaan", "ook", "nog", "wel", "maar", "want", "dus", "omdat", "daar", "hier", "waar", "wat", "wie",
        "ik", "we", "wij", "mij", "me", "ons", "onze", "je", "jij", "jullie", "verder", "daarnaast", "daarna", "volgens", "graag", "al", "zo", "heel", "erg",
        "the", "a", "an", "and", "of", "for", "with", "at", "to", "from", "about", "on", "by", "as", "than", "that", "this", "these", "those", "there", "they", "he", "she", "it", "its", "their", "them", "his", "her", "are", "were", "be", "been",
        "has", "have", "will", "would", "can", "could", "must", "should", "wants", "want", "also", "still", "but", "so", "because", "what", "who", "where", "i", "my", "our", "us", "you", "your", "further", "next", "very", "according",
    ];

    private readonly string folded;

    public NoteSentence(string text, NoteSpan span, Language language, DateTime now)
    {
        (Text, Span) = (text, span);
        Words = Understanding.Words.Of(text);
        Folds = [.. Words.Where(word => word.Kind != WordKind.Sign).Select(word => word.Fold)];
        Ordinary = [.. Words.Where(word => word.Kind == WordKind.Letters && !word.IsCapital).Select(word => word.Fold)];
        Values = Recognizer.Recognize(text, language, now);
        Content = [.. Words.Where(word => word.Kind == WordKind.Letters && !Small.Contains(word.Fold) && !Negations.Contains(word.Fold)
            && !Values.Any(value => value.Start <= word.Start && word.End <= value.End)).Select(word => word.Fold)];
        folded = $" {string.Join(' ', Folds)} ";
    }

    public string Text { get; }
    public NoteSpan Span { get; }
    public IReadOnlyList<Word> Words { get; }
    public HashSet<string> Folds { get; }
    public HashSet<string> Ordinary { get; }

    /// <summary>What it is about, without small words, numbers and dates.</summary>
    public IReadOnlyList<string> Content { get; }
    public IReadOnlyList<Recognized> Values { get; }
    public bool Denies => Words.Any(word => Negations.Contains(word.Fold));

    public static bool IsSmall(string fold) => Small.Contains(fold);

    /// <summary>Whether the value was said in this sentence, in whatever words.</summary>
    public bool Carries(SlotValue value) => value switch
    {
        SlotValue.Number number => Values.Any(said => said.Value switch
        {
            Reading.Number { Value: var count } => count == number.Value,
            Reading.Money { Amount: var amount } => amount == number.Value,
            Reading.Percent { Value: var percent } => percent == number.Value,
            _ => false,
        }),
        SlotValue.Date date => Values.Any(said => said.Value switch
        {
            Reading.Day day => day.Date == date.Value,
            Reading.Moment moment => DateOnly.FromDateTime(moment.At) == date.Value,
            _ => false,
        }),
        SlotValue.Span span => Values.Any(said => said.Value is Reading.Days days && days.From == span.Value.From && days.End.AddDays(-1) == span.Value.To),
        SlotValue.Text text => Names(text.Value),
        // A customer is called by a part of the name, without its legal form.
        SlotValue.Account account => Names(account.Name) || Understanding.Words.Of(account.Name).Any(word => word.Fold.Length > 3 && Folds.Contains(word.Fold)),
        _ => false,
    };

    private bool Names(string name)
    {
        var said = string.Join(' ', Understanding.Words.Of(name).Where(word => word.Kind != WordKind.Sign).Select(word => word.Fold));
        return said.Length > 0 && folded.Contains($" {said} ", StringComparison.Ordinal);
    }
}
