using SalesBot.Cards;
using SalesBot.Cards.Advising;
using SalesBot.Cards.Contacts;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Contacts;

namespace SalesBot.Dialogs.Plans;

/// <summary>What the records suggest to plan: objectives that rest on them, actions that are due anyway, risks that are known. Nothing in it is guessed.</summary>
internal static class PlanDraft
{
    private const int MostActions = 5, MostRisks = 4, MostStakeholders = 3;
    private const decimal GoodGrade = 8, GoodCsat = 4;

    public static IReadOnlyList<PlanObjective> Objectives(PlanHistory history, Period time, Turn turn)
    {
        var found = new List<PlanObjective>();
        if (history.Suggestions.FirstOrDefault(suggestion => suggestion is Suggestion.Lapsed or Suggestion.NotYet) is { } suggestion) found.Add(Selling(suggestion, history, time, turn));
        foreach (var plan in history.Plans.Where(plan => plan.ExpectedValue is > 0).Take(1))
            found.Add(Mine("future", Clip(turn.Say(new($"Binnenhalen: {plan.What}", $"Win: {plan.What}"))), plan.ExpectedValue, Earlier(plan.Horizon, time.To), turn,
                new(turn.Say(new($"toekomstplan van {At(plan.NotedAt, Language.Dutch, turn)}", $"future plan noted on {At(plan.NotedAt, Language.English, turn)}")), Kinds.FuturePlan.IdOf(plan), plan.Horizon), null));
        if (history.Missing.Count > 0 && history.Contacts.Count > 0) found.Add(Roles(history, time, turn));
        if (history.Score is { } score && Wanted(score) is { } wanted && score.Value < wanted)
            found.Add(Mine("satisfaction", turn.Say(new($"Tevredenheid van {turn.Language.Number(score.Value)} naar {turn.Language.Number(wanted)}", $"Satisfaction from {turn.Language.Number(score.Value)} to {turn.Language.Number(wanted)}")), wanted, time.To, turn,
                new(turn.Say(new($"laatste cijfer van de klant: {turn.Language.Number(score.Value)}", $"the customer's last score: {turn.Language.Number(score.Value)}")), Kinds.Satisfaction.IdOf(score)), PlanMeasure.Satisfaction));
        return found;
    }

    /// <summary>Follows the planned revenue, whatever it becomes.</summary>
    public static PlanObjective Revenue(decimal planned, PlanHistory? history, Period time, Turn turn)
    {
        var evidence = history?.Last is > 0 and { } last
            ? new Evidence(
                turn.Say(new(
                    $"laatste 12 maanden {Language.Dutch.Euros(last)}, jaar ervoor {Language.Dutch.Euros(history.Before)}",
                    $"last 12 months {Language.English.Euros(last)}, the year before {Language.English.Euros(history.Before)}")), history.RevenueRecord)
            : null;
        return Mine(PlanObjective.RevenueId, turn.Say(new($"Omzet {Language.Dutch.Period(time)}", $"Revenue {Language.English.Period(time)}")), planned, time.To, turn, evidence, PlanMeasure.Revenue);
    }

    public static IReadOnlyList<PlanAction> Actions(PlanHistory history, Period time, Turn turn)
    {
        var found = new List<PlanAction>();
        foreach (var issue in history.Issues.Take(2))
            found.Add(Action(PlanSteps.ActionFor(issue.Id), turn.Say(new($"Oplossen: {issue.What}", $"Solve: {issue.What}")), issue.Due < turn.Today ? turn.Today.AddDays(7) : issue.Due));
        foreach (var quote in history.Quotes.Where(quote => quote.Status == QuoteStatus.Sent).Take(1))
            found.Add(Action($"quote-{quote.Number}", turn.Say(new($"Offerte {quote.Number} nabellen", $"Call about quote {quote.Number}")),
                quote.Versions is [.., { OptionDate: { } option }] && option >= turn.Today ? option : turn.Today.AddDays(7)));
        if (history.Suggestions is [var best, ..]) found.Add(Action("offer", turn.Say(UpsellTexts.What(best)), turn.Today.AddDays(30)));
        if (history.Missing is [var role, ..] && history.Contacts.Count > 0)
            found.Add(Action("role", turn.Say(new($"Kennismaken met: {ContactTexts.Of(role).Nl}", $"Meet the {ContactTexts.Of(role).En}")), turn.Today.AddDays(45)));
        var next = history.Account.CadenceDays is { } days && history.Visits is [{ VisitedOn: var last }, ..] ? last.AddDays(days) : turn.Today.AddDays(30);
        found.Add(Action("visit", turn.Say(new("Bezoek om dit plan door te spreken", "Visit to go through this plan")), next < turn.Today ? turn.Today.AddDays(14) : next));
        return [.. found.Take(MostActions)];

        PlanAction Action(string id, string what, DateOnly due) => new(id, Clip(what), turn.User.Id, Earlier(Later(due, time.From), time.To)) { OwnerName = turn.User.Name };
    }

    public static IReadOnlyList<string> Risks(PlanHistory history, Turn turn)
    {
        List<string> found = [.. history.Issues.Take(2).Select(issue => Clip(issue.Kind == IssueKind.Looming ? issue.What : turn.Say(new($"Open klacht: {issue.What}", $"Open issue: {issue.What}"))))];
        if (history is { Last: { } last, Before: > 0 and { } before } && last < before * 0.9m)
            found.Add(turn.Say(new(
                $"Omzet daalt: {Language.Dutch.Euros(before)} werd {Language.Dutch.Euros(last)}", $"Revenue is falling: {Language.English.Euros(before)} became {Language.English.Euros(last)}")));
        found.AddRange(history.Competitors.Take(2).Select(rival => turn.Say(new($"{rival} is ook in beeld", $"{rival} is in the picture as well"))));
        return [.. found.Take(MostRisks)];
    }

    public static IReadOnlyList<Stakeholder> Stakeholders(PlanHistory history) =>
    [
        .. history.Contacts.Where(contact => contact.Role is ContactRole.Principal or ContactRole.Booker or ContactRole.Specialist)
            .OrderBy(contact => contact.Role).Take(MostStakeholders).Select(contact => new Stakeholder(contact.Name, null, contact.Id)),
    ];

    private static PlanObjective Selling(Suggestion suggestion, PlanHistory history, Period time, Turn turn)
    {
        var (group, number) = suggestion switch
        {
            Suggestion.Lapsed lapsed => (lapsed.Group, Math.Round(lapsed.Before / 100) * 100),
            Suggestion.NotYet notYet => (notYet.Group, Math.Round(notYet.Typical / 100) * 100),
            _ => throw new ArgumentOutOfRangeException(nameof(suggestion)),
        };
        var record = history.Sales.FirstOrDefault(row => row.Group == group) is { } row ? Kinds.Revenue.IdOf(row) : history.RevenueRecord;
        var why = UpsellTexts.Why(suggestion, turn.Language);
        return Mine("sell", turn.Say(UpsellTexts.What(suggestion)), number, time.To, turn, new(char.ToLower(why[0], turn.Language.Culture()) + why[1..], record), PlanMeasure.Revenue) with { Group = group };
    }

    private static PlanObjective Roles(PlanHistory history, Period time, Turn turn)
    {
        string Named(Language language) => string.Join(", ", history.Missing.Select(role => ContactTexts.Of(role).In(language).ToLower(language.Culture())));
        var filled = ContactSlots.Wanted.Length - history.Missing.Count;
        return Mine("roles", turn.Say(new("Alle sleutelrollen kennen", "Know all key roles")), ContactSlots.Wanted.Length, Earlier(turn.Today.AddMonths(6), time.To), turn,
            new(turn.Say(new($"nu {filled} van {ContactSlots.Wanted.Length}; ontbreekt: {Named(Language.Dutch)}", $"now {filled} of {ContactSlots.Wanted.Length}; missing: {Named(Language.English)}")), Kinds.Contact.IdOf(history.Contacts[0])), PlanMeasure.Roles);
    }

    private static PlanObjective Mine(string id, string what, decimal? number, DateOnly date, Turn turn, Evidence? evidence, PlanMeasure? measure) =>
        new(id, what, number, date, turn.User.Id, evidence is null ? null : [evidence]) { OwnerName = turn.User.Name, Measure = measure };

    private static decimal? Wanted(SatisfactionScore score) => score.Scale == SatisfactionScale.Csat ? GoodCsat : GoodGrade;

    private static string At(DateTimeOffset at, Language language, Turn turn) => TimeZoneInfo.ConvertTime(at, turn.Zone).ToString("d MMM", language.Culture());

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Clip(string words) => words.Length <= 160 ? words : words[..160].TrimEnd() + "…";
}
