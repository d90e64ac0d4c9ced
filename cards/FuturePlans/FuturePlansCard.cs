using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.FuturePlans;

namespace SalesBot.Cards.FuturePlans;

/// <param name="Plans">Those that still hold, the nearest first.</param>
public sealed record FuturePlansView(string AccountName, IReadOnlyList<FuturePlan> Plans, DateOnly Today);

/// <summary>What a customer means to do, and when they choose where.</summary>
public static class FuturePlansCard
{
    private const int MostShown = 6;

    public static AdaptiveCard Of(FuturePlansView view, Language language) =>
        new(
            $"{FuturePlanTexts.Title.In(language)} {view.AccountName}: {(view.Plans.Count == 0 ? FuturePlanTexts.None.In(language) : Words.Clip(view.Plans[0].What, 200))}",
            [
                Parts.Header(FuturePlanTexts.Title.In(language), view.AccountName),
                .. view.Plans.Count == 0 ? [new TextBlock(FuturePlanTexts.None.In(language))] : view.Plans.Take(MostShown).SelectMany((plan, index) => Rows(plan, index, view.Today, language)),
            ]);

    private static IEnumerable<Element> Rows(FuturePlan plan, int index, DateOnly today, Language language)
    {
        yield return Parts.Entry(
            Words.Clip(plan.What, 200), $"{FuturePlanTexts.Until.In(language)} {plan.Horizon.ToString("MMMM yyyy", language.Culture())} · {FuturePlanTexts.Heard.In(language)} {plan.UpdatedAt.ToString("d MMM yyyy", language.Culture())}",
            plan.ExpectedValue is { } value ? Parts.Figure(language.Euros(value)) : null, separator: index > 0);
        if (plan.BuyFrom is not { } from) yield break;
        var open = from <= today && (plan.BuyUntil ?? from) >= today;
        yield return new TextBlock((open ? FuturePlanTexts.ChooseNow : FuturePlanTexts.ChooseFrom(language.Period(new(from, plan.BuyUntil ?? from)))).In(language))
        { Size = TextSize.Small, Spacing = Spacing.None, Color = open ? TextColor.Warning : TextColor.Default };
    }
}

/// <summary>Words for future plans.</summary>
public static class FuturePlanTexts
{
    public static readonly Text
        Title = new("Toekomstplannen", "Future plans"),
        None = new("Nog geen plannen bekend. Vraag er bij je volgende contact naar.", "No plans known yet. Ask about them at your next contact."),
        Until = new("tot en met", "until"),
        Heard = new("gehoord", "heard"),
        ChooseNow = new("Ze kiezen nu een locatie", "They are choosing a venue now");

    public static Text ChooseFrom(string when) => new($"Ze kiezen een locatie: {when}", $"They choose a venue: {when}");
}
