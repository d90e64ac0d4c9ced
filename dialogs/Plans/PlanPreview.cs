using SalesBot.Cards;
using SalesBot.Cards.Plans;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Plans;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Plans;

namespace SalesBot.Dialogs.Plans;

/// <summary>A plan as the preview shows it, and what its decider is told first.</summary>
internal static class PlanPreview
{
    public static IReadOnlyList<PreviewSection> Sections(Answers known, string account, PlanHistory? history, Period time, Turn turn)
    {
        var language = turn.Language;
        var planned = known.Of(PlanSlots.Revenue) ?? 0;
        var cost = known.Of(PlanSlots.Cost);
        List<PreviewRow> money =
        [
            new(turn.Say(PlanSlots.Account.Label), account), new(turn.Say(PlanTexts.Period), language.Period(time)), new(turn.Say(PlanTexts.Revenue), language.Euros(planned)),
            new(turn.Say(PlanTexts.Cost), cost is { } spent ? language.Euros(spent) : "-"),
        ];
        if (cost is { } less) money.Add(new(turn.Say(PlanTexts.Margin), language.Euros(planned - less)));
        if (history is not null)
        {
            money.Add(new(turn.Say(PlanTexts.Target), history.Target is { } target ? language.Euros(target) : turn.Say(PlanTexts.NoTarget)));
            if (history.Target is { } wanted) money.Add(new(turn.Say(PlanTexts.Gap), language.Euros(Math.Max(0, wanted - history.Realised - history.Pipeline))));
        }
        List<PreviewSection> sections = [new(turn.Say(PlanTexts.Plan), money)];
        if (history is not null && Standing(history, turn) is { Count: > 0 } standing) sections.Add(new(turn.Say(PlanSentences.WhereWeStand), standing));
        Add(PlanTexts.Objectives, PlanSlots.Objectives.Of(known).Select(objective => (objective.What, string.Join(". ", new[]
        {
            PlanGaps.Of(objective) is { Count: > 0 } gaps ? $"⚠ {turn.Say(new("Mist", "Lacks"))} {PlanTexts.Missing(gaps, language)}" : null,
            PlanTexts.Terms(objective, turn.User.Id, language) is { Length: > 0 } terms ? terms : null, PlanTexts.Proof(objective, language),
        }.OfType<string>()))), PlanTexts.Objective);
        Add(PlanTexts.Actions, PlanSlots.Actions.Of(known).Select(action => (action.What, PlanTexts.Terms(action, turn.User.Id, language))), PlanTexts.Action);
        Add(PlanTexts.Risks, known.All(PlanSlots.Risks).Select(risk => (risk, "")), new("Risico", "Risk"));
        List<PreviewRow> others = [];
        if (known.All(PlanSlots.Competitors) is { Count: > 0 } rivals) others.Add(new(turn.Say(PlanTexts.Competitors), string.Join(", ", rivals)));
        if (PlanSlots.Stakeholders.Of(known) is { Count: > 0 } people) others.Add(new(turn.Say(PlanTexts.Support), string.Join(", ", people.Select(person => PlanTexts.Of(person, language)))));
        if (others.Count > 0) sections.Add(new(turn.Say(new("Omgeving", "Around it")), others));
        return sections;

        void Add(Text title, IEnumerable<(string What, string Below)> lines, Text one)
        {
            var rows = lines.Select((line, i) => new PreviewRow($"{turn.Say(one)} {i + 1}", line.What, line.Below)).ToList();
            if (rows.Count > 0) sections.Add(new(turn.Say(title), rows));
        }
    }

    /// <summary>History in a few lines.</summary>
    private static List<PreviewRow> Standing(PlanHistory history, Turn turn)
    {
        var language = turn.Language;
        List<PreviewRow> rows = [];
        if (history.Last is { } last)
        {
            var year = new Period(turn.Today.AddMonths(-12), turn.Today);
            var groups = history.Sales.Where(row => year.Contains(row.Month)).GroupBy(row => row.Group).Select(group => (group.Key, Amount: group.Sum(row => row.Amount)))
                .Where(group => group.Amount > 0).OrderByDescending(group => group.Amount).Take(3).Select(group => $"{Data.Prices.Wording.Name(group.Key, language)} {language.Euros(group.Amount)}");
            rows.Add(new(turn.Say(new("Laatste 12 mnd", "Last 12 months")), string.Join(" · ", groups.Prepend(language.Euros(last)))));
        }
        if (history.Visits is [var visit, ..]) rows.Add(new(turn.Say(new("Laatste bezoek", "Last visit")), language.Date(visit.VisitedOn) + (visit.Outcome is { Length: > 0 } outcome ? $": {outcome}" : "")));
        if (history.Score is { } score) rows.Add(new(turn.Say(new("Tevredenheid", "Satisfaction")), language.Number(score.Value)));
        if (history.Issues.Count > 0) rows.Add(new(turn.Say(new("Open klachten", "Open issues")), string.Join("; ", history.Issues.Take(2).Select(issue => issue.What))));
        if (history.Quotes.Count > 0) rows.Add(new(turn.Say(new("Open offertes", "Open quotes")), string.Join(", ", history.Quotes.Take(3).Select(quote => quote.Number.Value))));
        if (history.Contacts.Count > 0) rows.Add(new(turn.Say(new("Contacten", "Contacts")), string.Join(", ", history.Contacts.Take(4).Select(contact => contact.Name))));
        return rows;
    }

    /// <summary>What a decider weighs: whether it is substantiated, and what it does for the target.</summary>
    public static IReadOnlyList<Finding> Findings(PlanVersion version, PlanStanding standing)
    {
        List<Finding> findings = [Substantiated(version)];
        if (version.Revenue is not { } planned) return findings;
        if (standing.Target is > 0 and { } target)
            findings.Add(new(
                "target", planned < target,
                $"Gepland {Language.Dutch.Euros(planned)} is {Language.Dutch.Percent(Math.Round(100 * planned / target))} van de doelstelling {Language.Dutch.Euros(target)}.",
                $"Planned {Language.English.Euros(planned)} is {Language.English.Percent(Math.Round(100 * planned / target))} of the target {Language.English.Euros(target)}."));
        if (standing.Last is > 0 and { } last)
            findings.Add(new(
                "history", planned < last,
                $"Laatste 12 maanden {Language.Dutch.Euros(last)}: dit plan is {Signed(planned, last, Language.Dutch)}.",
                $"Last 12 months {Language.English.Euros(last)}: this plan is {Signed(planned, last, Language.English)}."));
        return findings;
    }

    private static Finding Substantiated(PlanVersion version) => new(
        "substantiated", false,
        version.Objectives.Count == 1 ? "Het doel heeft een getal, datum, eigenaar en onderbouwing." : $"Alle {version.Objectives.Count} doelen hebben een getal, datum, eigenaar en onderbouwing.",
        version.Objectives.Count == 1 ? "The objective has a number, date, owner and evidence." : $"All {version.Objectives.Count} objectives have a number, date, owner and evidence.");

    private static string Signed(decimal planned, decimal last, Language language)
    {
        var percent = Math.Round(100 * (planned - last) / last);
        return $"{(percent > 0 ? "+" : "")}{language.Percent(percent)}";
    }
}
