using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Finds dates, spans, times, numbers, percentages and money as people write them.</summary>
public static class Recognizer
{
    /// <summary>Longer texts are read up to here.</summary>
    public const int MaxLength = 8000;

    /// <summary>Every value in a text, in order; where one can be read in several ways all are listed, likeliest first.</summary>
    /// <param name="reference">Local time that relative dates refer to; null: dates without a year are not read.</param>
    public static IReadOnlyList<Recognized> Recognize(string text, Language language, DateTime? reference)
    {
        text = Bounded(text);
        var passage = new Passage(text, Words.Of(text), language);
        return [.. new Grammar(passage, reference, Tense(passage)).All()];
    }

    internal static string Bounded(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    internal static IEnumerable<Recognized> Read(Passage passage, DateTime now, Func<int, Direction> tense) => new Grammar(passage, now, tense).All();

    /// <summary>Past or future by the words of the sentence; unknown where both or neither speak.</summary>
    internal static Func<int, Direction> Tense(Passage passage)
    {
        var sentences = new List<(int End, Direction Direction)>();
        var (past, future) = (false, false);
        for (var i = 0; i < passage.Count; i++)
        {
            past |= passage.Is(i, Sense.PastCue);
            future |= passage.Is(i, Sense.FutureCue);
            if (i == passage.Count - 1 || passage.Words[i].Text is "." or ";" or "!" or "?")
            {
                sentences.Add((passage.Words[i].End, past == future ? Direction.Unknown : past ? Direction.Past : Direction.Future));
                (past, future) = (false, false);
            }
        }

        return at => sentences.FirstOrDefault(sentence => at < sentence.End).Direction;
    }
}
