using SalesBot.Data;
using SalesBot.Data.Visits;

namespace SalesBot.Dialogs.Understanding.Summaries;

/// <summary>What is known beside the note itself.</summary>
/// <param name="Facts">What the visit brought: sentences that say it matter most.</param>
/// <param name="Replaced">What was put right since and holds no longer: a sentence that says it is not quoted.</param>
/// <param name="Language">The speaker's.</param>
/// <param name="At">Local time of the note.</param>
internal sealed record NoteContext(IReadOnlyList<SlotValue> Facts, IReadOnlyList<SlotValue> Replaced, Language Language, DateTime At);

/// <summary>A long note in three to five sentences: as proposed, where every sentence holds; else the note's own weightiest ones.</summary>
internal static class Summaries
{
    private const int Fewest = 3, Most = 5, Longest = 560;

    /// <summary>Words that make a sentence weigh more, in any form of them.</summary>
    private static readonly string[] Weighty =
    [
        "klacht", "probleem", "ontevreden", "tevreden", "budget", "beslis", "besluit", "akkoord", "concurrent", "deadline", "afspraak", "afgesproken", "offerte", "voorwaarde", "contract", "prijs",
        "complain", "problem", "unhappy", "happy", "pleased", "decid", "decision", "agree", "competitor", "appointment", "quote", "condition", "price", "worr",
    ];

    /// <param name="draft">Sentences proposed by a model; null: none.</param>
    /// <returns>Null where the note is short enough to read.</returns>
    public static VisitSummary? Of(string? note, IReadOnlyList<SummarySentence>? draft, NoteContext known)
    {
        if (note is null || !NoteText.IsLong(note))
        {
            return null;
        }

        var sentences = NoteText.Sentences(note).Select(span => Read(note, span, known)).Where(sentence => !IsReplaced(sentence, known)).ToList();
        var held = (draft ?? []).Where(proposed => Holds(proposed, note, known)).DistinctBy(proposed => proposed.Text).Take(Most).ToList();
        if (held.Count >= Fewest)
        {
            return new(held, ByModel: true);
        }

        return sentences.Count <= Fewest ? null : new([.. Chosen(sentences, known).Select(sentence => new SummarySentence(sentence.Text, [sentence.Span]))], ByModel: false);
    }

    private static bool Holds(SummarySentence proposed, string note, NoteContext known)
    {
        var sentence = new NoteSentence(proposed.Text, default, known.Language, known.At);
        var sources = proposed.Sources.Select(span => Read(note, span, known)).ToList();
        return sources.TrueForAll(source => source.Text.Length > 0) && Support.Holds(sentence, sources) && !IsReplaced(sentence, known);
    }

    private static NoteSentence Read(string note, NoteSpan span, NoteContext known) => new(span.Of(note), span, known.Language, known.At);

    private static bool IsReplaced(NoteSentence sentence, NoteContext known) => known.Replaced.Any(sentence.Carries);

    /// <summary>Each next one is that which adds most: facts not told yet first, then what the note is about as a whole. In the note's order.</summary>
    private static IEnumerable<NoteSentence> Chosen(List<NoteSentence> sentences, NoteContext known)
    {
        var often = sentences.SelectMany(sentence => sentence.Content.Distinct()).CountBy(word => word).ToDictionary();
        var chosen = new List<NoteSentence>();
        var told = new HashSet<SlotValue>();
        var wanted = Math.Clamp((sentences.Count + 1) / 2, Fewest, Most);
        while (chosen.Count < wanted)
        {
            var left = sentences.Except(chosen).Where(sentence => chosen.Count < Fewest || chosen.Sum(one => one.Text.Length) + sentence.Text.Length <= Longest).ToList();
            if (left.Count == 0)
            {
                break;
            }

            var next = left.MaxBy(sentence => Weight(sentence, known.Facts.Where(fact => !told.Contains(fact)), often))!;
            chosen.Add(next);
            told.UnionWith(known.Facts.Where(next.Carries));
        }

        return chosen.OrderBy(sentence => sentence.Span.Start);
    }

    private static double Weight(NoteSentence sentence, IEnumerable<SlotValue> untold, Dictionary<string, int> often)
    {
        var about = sentence.Content.Count == 0 ? 0 : sentence.Content.Distinct().Sum(word => often[word] - 1) / Math.Sqrt(sentence.Content.Count + 4);
        var cues = sentence.Content.Count(word => Array.Exists(Weighty, cue => word.StartsWith(cue, StringComparison.Ordinal)));
        // A few words say too little by themselves; very many are no summary.
        var size = sentence.Content.Count < 3 ? -4 : sentence.Text.Length > 220 ? -1 : 0;
        return (3 * untold.Count(sentence.Carries)) + (1.5 * Math.Min(cues, 2)) + about + size;
    }
}
