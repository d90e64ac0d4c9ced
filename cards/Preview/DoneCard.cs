using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>What was saved.</summary>
/// <param name="Write">Id of the write, to undo it; null: it can not be undone.</param>
/// <param name="Note">What happens next, e.g. that the supervisor was asked.</param>
/// <param name="Summary">Of a long note, below the first section.</param>
public sealed record DoneView(string Title, IReadOnlyList<PreviewSection> Sections, string? Write, string? Note = null, SummaryView? Summary = null);

/// <summary>The receipt of a write, with the way back.</summary>
public static class DoneCard
{
    public static AdaptiveCard Of(DoneView done, Language language) =>
        new(
            $"{PreviewTexts.Done.In(language)}: {done.Title}",
            [
                Parts.Header(done.Title, status: new Status("✓ " + PreviewTexts.Done.In(language), TextColor.Good)),
                .. Sections.Of(done.Sections, done.Summary, language),
                .. Parts.If(done.Note is not null, () => new TextBlock(done.Note!) { Separator = true, Spacing = Spacing.Medium }),
            ],
            [
                .. done.Write is null ? [] : (CardAction[])[new Execute(PreviewTexts.Undo.In(language), "write.undo", new ActionData(("write", done.Write)))],
                .. SummaryPart.Actions(done.Summary, SummaryPart.Alone, language),
            ])
        { Citations = SummaryPart.Citations(done.Summary, language) };
}
