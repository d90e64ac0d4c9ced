using SalesBot.Cards.Model;
using SalesBot.Cards.Preview;
using SalesBot.Data;

namespace SalesBot.Cards.Welcome;

/// <summary>A question with a few answers: which of two accounts, which of two readings.</summary>
/// <param name="Slot">What the answer fills.</param>
public sealed record ChoiceView(string Question, string Progress, int Version, string Slot, IReadOnlyList<FieldChoice> Choices);

/// <summary>One tap answers; beyond what fits as buttons, a list to pick from.</summary>
public static class ChoiceCard
{
    private const int MostButtons = 5;

    public static AdaptiveCard Of(ChoiceView view, Language language)
    {
        Datum[] asked = [("progress", view.Progress), ("version", view.Version), ("slot", view.Slot)];
        var cancel = new Execute(WelcomeTexts.Cancel.In(language), "flow.cancel", new ActionData(asked[..2])) { IgnoresInputs = true };
        var summary = $"{view.Question} {string.Join(", ", view.Choices.Select(choice => choice.Title).Take(MostButtons))}";
        var question = new TextBlock(view.Question) { Bold = true };
        if (view.Choices.Count <= MostButtons)
        {
            return new AdaptiveCard(
                summary, [question],
                [
                    .. view.Choices.Select(choice => new Execute(choice.Title, "flow.answer", new ActionData([.. asked, ("value", choice.Value)]))),
                    cancel,
                ]);
        }
        var choices = view.Choices.Select(choice => new Choice(choice.Value, choice.Title)).ToList();
        return new AdaptiveCard(
            summary,
            [question, new ChoiceInput("value", WelcomeTexts.YourChoice.In(language), choices, WelcomeTexts.MakeChoice.In(language))],
            [new Execute(WelcomeTexts.Choose.In(language), "flow.answer", new ActionData(asked)) { Style = ActionStyle.Positive }, cancel]);
    }
}
