using System.Text.RegularExpressions;
using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Finds dates, spans, times, numbers, percentages and money as people write them.</summary>
public static partial class Recognizer
{
    /// <summary>Longer texts are read up to here.</summary>
    public const int MaxLength = 8000;

    /// <summary>Two days that have nothing in common but the century.</summary>
    private static readonly DateTime[] Elsewhere = [new(2023, 8, 22, 9, 10, 0), new(2030, 2, 7, 15, 25, 0)];

    /// <summary>Every value in a text, in order; where one can be read in several ways all are listed, likeliest first.</summary>
    /// <param name="reference">Local time that relative dates refer to; null: what leans on it is not read.</param>
    public static IReadOnlyList<Recognized> Recognize(string text, Language language, DateTime? reference)
    {
        text = Bounded(text);
        var passage = Spaced(text, language);
        var tense = Values.Tense.Of(passage);
        if (reference is { } now)
        {
            return [.. Read(passage, now, tense).Select(value => value with { Span = text[value.Start..value.End] })];
        }

        // What says the same seen from two different days does not lean on the day.
        var other = Read(passage, Elsewhere[1], tense).ToHashSet();
        return [.. Read(passage, Elsewhere[0], tense).Where(other.Contains)];
    }

    /// <summary>2026-06-03T08:00 is a day and a time like any other.</summary>
    private static Passage Spaced(string text, Language language) => new(IsoMoment().Replace(text, "$1 $2"), Words.Of(IsoMoment().Replace(text, "$1 $2")), language);

    [GeneratedRegex(@"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoMoment();

    internal static string Bounded(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    internal static IEnumerable<Recognized> Read(Passage passage, DateTime now, Func<int, Direction> tense) => new Grammar(passage.Cut(), now, tense).All();

    /// <summary>Past or future by the words of each clause.</summary>
    internal static Func<int, Direction> Tense(Passage passage) => Values.Tense.Of(passage);
}
