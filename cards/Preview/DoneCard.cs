using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>What was saved.</summary>
/// <param name="Write">Id of the write, to undo it; null: it can not be undone.</param>
/// <param name="Note">What happens next, e.g. that the supervisor was asked.</param>
public sealed record DoneView(string Title, IReadOnlyList<PreviewSection> Sections, string? Write, string? Note = null);

/// <summary>The receipt of a write, with the way back.</summary>
public static class DoneCard
{
    public static AdaptiveCard Of(DoneView done, Language language) =>
        new(
            $"{PreviewTexts.Done.In(language)}: {done.Title}",
            [
                Parts.Header(done.Title, status: new Status("✓ " + PreviewTexts.Done.In(language), TextColor.Good)),
                .. Sections.Of(done.Sections),
                .. Parts.If(done.Note is not null, () => new TextBlock(done.Note!) { Separator = true, Spacing = Spacing.Medium }),
            ],
            done.Write is null
                ? null
                : [new Execute(PreviewTexts.Undo.In(language), "write.undo", new ActionData(("write", done.Write)))]);
}
