using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>What a message becomes, before it is saved: save, change or cancel.</summary>
public static class PreviewCard
{
    public static AdaptiveCard Of(FlowPreview preview, Language language)
    {
        var data = new ActionData(("progress", preview.Progress), ("version", preview.Version));
        var edit = new ShowCard(
            PreviewTexts.Edit.In(language), Sections.Inputs(preview.Fields, language),
            [new Execute(PreviewTexts.SaveChanges.In(language), "flow.edit", data) { Style = ActionStyle.Positive }]);
        return new AdaptiveCard(
            $"{preview.Title}. {PreviewTexts.Check.In(language)}",
            [
                Parts.Header(preview.Title, PreviewTexts.Check.In(language)),
                .. Sections.Of(preview.Sections, preview.Summary, language),
                .. Parts.If(preview.Note is not null, () => new TextBlock(preview.Note!) { Separator = true, Spacing = Spacing.Medium, Color = TextColor.Accent }),
            ],
            [
                new Execute(PreviewTexts.Confirm.In(language), "flow.confirm", data) { Style = ActionStyle.Positive, IgnoresInputs = true },
                .. preview.Fields.Count == 0 ? Array.Empty<CardAction>() : [edit],
                .. SummaryPart.Actions(preview.Summary, SummaryPart.BesideForm, language),
                new Execute(PreviewTexts.Cancel.In(language), "flow.cancel", data) { IgnoresInputs = true },
            ])
        { Citations = SummaryPart.Citations(preview.Summary, language) };
    }
}
