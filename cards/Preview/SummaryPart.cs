using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>A long note in a few sentences, above the note itself.</summary>
/// <param name="ByModel">A language model wrote it.</param>
/// <param name="Note">The whole note, sentence by sentence.</param>
public sealed record SummaryView(IReadOnlyList<SummaryLine> Lines, bool ByModel, IReadOnlyList<string> Note);

/// <param name="Sources">Numbers of the note's sentences that it rests on, from 1.</param>
public sealed record SummaryLine(string Text, IReadOnlyList<int> Sources);

/// <summary>Each sentence of a summary shows where it comes from, and the note can be read below.</summary>
internal static class SummaryPart
{
    // Where there is a form, it holds the whole note once more: both have to fit into what Teams delivers.
    public const int BesideForm = 4000, Alone = 12000;
    private const int LongestAbstract = 150;

    public static IEnumerable<Element> Of(SummaryView? summary, Language language) => summary is null
        ? []
        : [
            Parts.Caption(PreviewTexts.Summary.In(language)),
            .. summary.Lines.Select(line => new TextBlock($"{line.Text} {string.Concat(line.Sources.Select(Mark))}") { Spacing = Spacing.Small }),
            Parts.Remark((summary.ByModel ? PreviewTexts.SummaryByModel : PreviewTexts.SummaryOfNote).In(language)),
        ];

    /// <summary>The whole note opens below the card, with the numbers that the summary refers to.</summary>
    public static IEnumerable<CardAction> Actions(SummaryView? summary, int most, Language language)
    {
        if (summary is null) yield break;
        List<Element> shown = [];
        var length = 0;
        foreach (var (index, sentence) in summary.Note.Index())
        {
            if ((length += sentence.Length) > most)
            {
                shown.Add(Parts.Remark(PreviewTexts.NoteGoesOn.In(language)));
                break;
            }
            shown.Add(new TextBlock($"{Mark(index + 1)} {sentence}") { Spacing = Spacing.Small });
        }
        yield return new ShowCard(PreviewTexts.WholeNote.In(language), shown, []);
    }

    /// <summary>Null where no model had a hand in it.</summary>
    public static IReadOnlyList<Citation>? Citations(SummaryView? summary, Language language) =>
        summary is not { ByModel: true } ? null : [.. summary.Lines.SelectMany(line => line.Sources).Distinct().Order().Select(source => new Citation(
            source, PreviewTexts.NoteSentence(source).In(language), Words.Inert(Words.Clip(summary.Note[source - 1], LongestAbstract))))];

    private static string Mark(int number) => $"[{number}]";
}
