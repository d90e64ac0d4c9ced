using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Plans;

namespace SalesBot.Cards.Plans;

public sealed record PlansItem(AccountPlan Plan, string AccountName);

/// <summary>Account plans and where each stands.</summary>
public static class PlansCard
{
    public static AdaptiveCard Of(IReadOnlyList<PlansItem> plans, Language language) => ListCard.Of(
        new ListView(
            PlanTexts.Plans.In(language), plans.Count > ListCard.PageSize ? $"{language.Number(ListCard.PageSize)} / {language.Number(plans.Count)}" : null,
            [.. plans.Take(ListCard.PageSize).Select(one => new ListItem(
                one.AccountName,
                $"{language.Period(PlanCard.Time(one.Plan))} · {PlanTexts.Version.In(language)} {one.Plan.Current.Number}{(one.Plan.Current.Revenue is { } revenue ? $" · {language.Euros(revenue)}" : "")}",
                new Status(PlanTexts.Of(one.Plan.Status).In(language), PlanTexts.ColorOf(one.Plan.Status)),
                new Execute(PlanTexts.Open.In(language), PlanCard.ShowVerb, new ActionData(("plan", one.Plan.Key)))))],
            PlanTexts.None.In(language)),
        language);
}
