using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Plans;

namespace SalesBot.Cards.Plans;

/// <summary>What an account plan says on its approval card: the money, each objective with what it rests on, the actions, what may go wrong.</summary>
public static class PlanApproval
{
    private const int MostActions = 8;

    /// <param name="number">The version that was asked about, which need not be the last.</param>
    /// <param name="audience">A channel reads neither margin nor persons.</param>
    public static ApprovalBody Of(AccountPlan plan, int number, Audience audience, Language language)
    {
        var version = plan.Versions.FirstOrDefault(version => version.Number == number) ?? plan.Current;
        return new(
            plan.Name, version.Revenue is { } worth ? language.Euros(worth) : null, [.. Figures(plan, version, audience, language)],
            [.. Content(plan, version, audience, language)],
            audience == Audience.Approver ? PlanForm.Of(version, language) : []);
    }

    private static IEnumerable<Element> Figures(AccountPlan plan, PlanVersion version, Audience audience, Language language)
    {
        yield return Parts.Row(PlanTexts.Period.In(language), language.Period(new(plan.From, plan.To)), strong: true);
        if (version.Revenue is { } revenue) yield return Parts.Row(PlanTexts.Revenue.In(language), language.Euros(revenue), strong: true);
        if (audience == Audience.Channel) yield break;
        yield return Parts.Row(PlanTexts.Cost.In(language), language.Euros(version.Cost ?? 0), strong: true);
        if (version.Revenue is { } earned && version.Cost is { } spent) yield return Parts.Row(PlanTexts.Margin.In(language), language.Euros(earned - spent));
    }

    private static IEnumerable<Element> Content(AccountPlan plan, PlanVersion version, Audience audience, Language language)
    {
        yield return Parts.Caption(PlanTexts.Objectives.In(language));
        foreach (var objective in version.Objectives) yield return ObjectiveOf(objective, plan.Owner, audience, language);
        // What people wrote of the customer is for the private chat.
        if (audience == Audience.Channel) yield break;
        if (version.Actions.Count > 0) yield return Parts.Caption(PlanTexts.Actions.In(language));
        foreach (var action in version.Actions.Take(MostActions))
            yield return Parts.Entry(Words.Clip(action.What, 200), PlanTexts.Terms(action, plan.Owner, language) is { Length: > 0 } terms ? terms : null);
        foreach (var element in Lines(PlanTexts.Risks, version.Risks, language)) yield return element;
        foreach (var element in Lines(PlanTexts.Competitors, version.Competitors.Count == 0 ? [] : [string.Join(", ", version.Competitors)], language)) yield return element;
        foreach (var element in Lines(PlanTexts.Support, version.Stakeholders.Count == 0 ? [] : [string.Join(", ", version.Stakeholders.Select(person => PlanTexts.Of(person, language)))], language))
            yield return element;
    }

    internal static Element ObjectiveOf(PlanObjective objective, UserId planner, Audience audience, Language language) => new Container([
        new TextBlock(Words.Clip(objective.What, 200)),
        .. Parts.If(PlanTexts.Terms(objective, planner, language).Length > 0, () => Parts.Remark(PlanTexts.Terms(objective, planner, language), Spacing.None)),
        .. Parts.If(audience != Audience.Channel && PlanTexts.Proof(objective, language) is not null, () => Parts.Remark(PlanTexts.Proof(objective, language)!, Spacing.None)),
    ])
    { Spacing = Spacing.Small };

    internal static IEnumerable<Element> Lines(Text title, IReadOnlyList<string> lines, Language language)
    {
        if (lines.Count == 0) yield break;
        yield return Parts.Caption(title.In(language));
        foreach (var line in lines) yield return new TextBlock(Words.Clip(line, 400)) { Spacing = Spacing.Small };
    }
}
