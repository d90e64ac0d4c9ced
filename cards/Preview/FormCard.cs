using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Preview;

/// <summary>The open questions of a flow.</summary>
/// <param name="Known">What was understood so far, shown above the questions.</param>
public sealed record FormView(
    string Title, string Progress, int Version, IReadOnlyList<Field> Fields, IReadOnlyList<PreviewSection>? Known = null, string? Note = null);

/// <summary>All open questions at once; typing the answers does as well.</summary>
public static class FormCard
{
    public static AdaptiveCard Of(FormView form, Language language)
    {
        var data = new ActionData(("progress", form.Progress), ("version", form.Version));
        return new AdaptiveCard(
            form.Note is null ? form.Title : $"{form.Title}. {form.Note}",
            [
                Parts.Header(form.Title, form.Note),
                .. Sections.Of(form.Known ?? []),
                .. Sections.Inputs(form.Fields, language),
                Parts.Remark(PreviewTexts.Questions.In(language)),
            ],
            [
                new Execute(PreviewTexts.Submit.In(language), "flow.submit", data) { Style = ActionStyle.Positive },
                new Execute(PreviewTexts.Cancel.In(language), "flow.cancel", data) { IgnoresInputs = true },
            ]);
    }
}
