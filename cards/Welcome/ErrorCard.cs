using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Welcome;

/// <summary>A bug or an outage: nothing was saved, and what to quote when asking about it.</summary>
public static class ErrorCard
{
    /// <param name="reference">Found again in the logs.</param>
    public static AdaptiveCard Of(string reference, Language language) =>
        new(
            $"{WelcomeTexts.Failed.In(language)}. {WelcomeTexts.FailedNote.In(language)}",
            [
                new TextBlock(WelcomeTexts.Failed.In(language)) { Bold = true, Heading = true, Color = TextColor.Attention },
                new TextBlock(WelcomeTexts.FailedNote.In(language)) { Spacing = Spacing.Small },
                Parts.Remark($"{WelcomeTexts.Reference.In(language)}: {reference}"),
            ]);
}
