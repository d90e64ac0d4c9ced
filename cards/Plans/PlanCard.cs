using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.Plans;

namespace SalesBot.Cards.Plans;

/// <summary>How an account plan is doing.</summary>
/// <param name="Realised">EUR of the plan's time up to the last known month; null: nothing is known of it yet.</param>
/// <param name="Target">EUR over the plan's time; null: none is set.</param>
/// <param name="MayAct">Whether the reader may tick off actions.</param>
/// <param name="Decider">Who decided, by name.</param>
public sealed record PlanView(
    AccountPlan Plan, string AccountName, IReadOnlyList<ObjectiveProgress> Progress, decimal? Realised, decimal Pipeline, decimal? Target, DateOnly Today,
    bool MayAct, string? Decider = null)
{
    /// <summary>What is missing between the target and what is realised or likely; null without a target.</summary>
    public decimal? Gap => Target - ((Realised ?? 0) + Pipeline);
}

/// <summary>The plan's money, each objective against where it should be by now, and what to do next.</summary>
public static class PlanCard
{
    public const string DoneVerb = "plan.done", ShowVerb = "plan.show";

    /// <summary>With a button each, a card holds six.</summary>
    private const int MostActions = 4;

    public static AdaptiveCard Of(PlanView view, Language language)
    {
        var plan = view.Plan;
        var behind = view.Progress.Count(one => one.Standing is ObjectiveStanding.Behind or ObjectiveStanding.Missed);
        return new AdaptiveCard(
            Words.Clip($"{PlanTexts.Plan.In(language)} {view.AccountName}, {language.Period(Time(plan))}: {PlanTexts.Of(plan.Status).In(language)}", 300),
            [
                Parts.Header(
                    $"{PlanTexts.Plan.In(language)} {view.AccountName}", $"{language.Period(Time(plan))} · {PlanTexts.Version.In(language)} {plan.Current.Number}",
                    new Status(Capital(PlanTexts.Of(plan.Status).In(language)), PlanTexts.ColorOf(plan.Status))),
                .. Parts.If(plan is { Decision: not null, Status: PlanStatus.Returned or PlanStatus.Rejected or PlanStatus.Approved }, () => new TextBlock(
                    $"{view.Decider ?? PlanTexts.Said.In(language)}: “{Words.Clip(plan.Decision!, 400)}”") { Spacing = Spacing.Small }),
                .. Money(view, language),
                Parts.Caption(behind == 0 ? PlanTexts.Objectives.In(language) : $"{PlanTexts.Objectives.In(language)} · {language.Number(behind)} / {language.Number(view.Progress.Count)} {PlanTexts.Behind.In(language)}"),
                .. Parts.If(view.Progress.Count == 0, () => Parts.Remark(PlanTexts.NoObjectives.In(language))),
                .. view.Progress.Select((one, index) => ObjectiveOf(one, plan.Owner, index, language)),
                .. Actions(view, language),
            ]);
    }

    private static IEnumerable<Element> Money(PlanView view, Language language)
    {
        var version = view.Plan.Current;
        yield return Parts.Amount(PlanTexts.Revenue.In(language), version.Revenue is { } revenue ? language.Euros(revenue) : "-", strong: true);
        if (view.Realised is { } realised) yield return Parts.Amount(PlanTexts.Realised.In(language), language.Euros(realised));
        if (view.Pipeline > 0) yield return Parts.Amount(PlanTexts.Pipeline.In(language), language.Euros(view.Pipeline));
        if (view.Target is { } target) yield return Parts.Amount(PlanTexts.Target.In(language), language.Euros(target));
        if (view.Gap is { } gap) yield return Parts.Amount(PlanTexts.Gap.In(language), language.Euros(Math.Max(0, gap)), color: gap > 0 ? TextColor.Attention : TextColor.Good);
        if (version.Cost is { } cost) yield return Parts.Amount(PlanTexts.Cost.In(language), language.Euros(cost));
    }

    private static ColumnSet ObjectiveOf(ObjectiveProgress one, UserId planner, int index, Language language)
    {
        var objective = one.Objective;
        List<Element> left = [new TextBlock(Words.Clip(objective.What, 200)), Parts.Remark(PlanTexts.Terms(objective, planner, language), Spacing.None)];
        if (one.Actual is { } actual)
        {
            var now = $"{PlanTexts.Number(actual, objective, language)}{(one.Expected is { } expected && one.Standing == ObjectiveStanding.Behind ? $" · {PlanTexts.Expected.In(language)} {PlanTexts.Number(expected, objective, language)}" : "")}";
            left.Add(Parts.Remark($"{new Text("nu", "now").In(language)} {now}", Spacing.None));
        }
        left.Add(new TextBlock(Capital(PlanTexts.Of(one.Standing).In(language))) { Size = TextSize.Small, Spacing = Spacing.None, Color = PlanTexts.ColorOf(one.Standing), Subtle = one.Standing == ObjectiveStanding.NotMeasured });
        return new([new Column(1, left), .. one.Reached is { } percent ? [new Column(0, Parts.Figure(language.Percent(percent)) with { Bold = true, Color = PlanTexts.ColorOf(one.Standing) })] : Array.Empty<Column>()])
        {
            Separator = index > 0,
            Spacing = Spacing.Medium,
        };
    }

    private static IEnumerable<Element> Actions(PlanView view, Language language)
    {
        var all = view.Plan.Current.Actions;
        if (all.Count == 0) yield break;
        var open = all.Where(action => action.DoneAt is null).OrderBy(action => action.Due ?? DateOnly.MaxValue).ToList();
        yield return Parts.Caption($"{PlanTexts.Next.In(language)} ({language.Number(all.Count - open.Count)} / {language.Number(all.Count)} {PlanTexts.Done.In(language).ToLower(language.Culture())})");
        if (open.Count == 0) yield return Parts.Remark(PlanTexts.AllDone.In(language));
        foreach (var (action, index) in open.Take(MostActions).Select((action, index) => (action, index)))
        {
            var late = action.Due < view.Today;
            List<Element> left = [new TextBlock(Words.Clip(action.What, 200))];
            if (PlanTexts.Terms(action, view.Plan.Owner, language) is { Length: > 0 } terms)
                left.Add(new TextBlock(late ? $"{terms} · {PlanTexts.Overdue.In(language)}" : terms) { Size = TextSize.Small, Subtle = !late, Color = late ? TextColor.Attention : TextColor.Default, Spacing = Spacing.None });
            var button = new Execute(PlanTexts.Done.In(language), DoneVerb, new ActionData(("plan", view.Plan.Key), ("id", action.Id)));
            yield return new ColumnSet([new Column(1, left), .. view.MayAct ? [new Column(0, new ActionSet([button]))] : Array.Empty<Column>()]) { Separator = index > 0, Spacing = Spacing.Medium };
        }
        if (open.Count > MostActions) yield return Parts.Remark($"+ {language.Number(open.Count - MostActions)}");
    }

    internal static Period Time(AccountPlan plan) => new(plan.From, plan.To);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
