using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Plans;

/// <summary>Words about account plans.</summary>
public static class PlanTexts
{
    public static readonly Text
        Plan = new("Accountplan", "Account plan"), Plans = new("Accountplannen", "Account plans"), Version = new("versie", "version"),
        Objectives = new("Doelen", "Objectives"), Actions = new("Acties", "Actions"), Risks = new("Risico's", "Risks"),
        Competitors = new("Concurrenten", "Competitors"), Support = new("Draagvlak", "Support"), Objective = new("Doel", "Objective"), Action = new("Actie", "Action"),
        Revenue = new("Geplande omzet", "Planned revenue"), Cost = new("Kosten", "Cost"), Margin = new("Marge", "Margin"), Target = new("Doelstelling", "Target"),
        Realised = new("Gerealiseerd", "Realised"), Pipeline = new("Gewogen pijplijn", "Weighted pipeline"), Gap = new("Gat tot doelstelling", "Gap to target"),
        NoTarget = new("niet vastgelegd", "not set"), Next = new("Nu te doen", "Up next"), AllDone = new("Alle acties zijn gedaan.", "All actions are done."),
        Done = new("Klaar", "Done"), Agrees = new("akkoord", "agrees"), Against = new("niet akkoord", "does not agree"), Asked = new("nog niet gevraagd", "not asked yet"),
        Because = new("Onderbouwing", "Evidence"), Period = new("Periode", "Period"), NotMeasured = new("niet te meten uit de gegevens", "not measured by the records"),
        Expected = new("verwacht", "expected"), By = new("uiterlijk", "by"), Overdue = new("te laat", "overdue"), Open = new("Bekijken", "View"),
        None = new("Er is nog geen accountplan. Zeg bijvoorbeeld “maak een accountplan voor Philips”.", "There is no account plan yet. Say for example “make an account plan for Philips”."),
        Said = new("Besluit", "Decision"), NoObjectives = new("nog geen", "none yet"), Behind = new("loopt achter", "behind");

    public static Text Of(PlanStatus status) => status switch
    {
        PlanStatus.Draft => new("concept", "draft"),
        PlanStatus.Submitted => new("wacht op goedkeuring", "waiting for approval"),
        PlanStatus.Returned => new("terug met vraag", "returned with a question"),
        PlanStatus.Approved => new("goedgekeurd", "approved"),
        PlanStatus.Rejected => new("afgewezen", "rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No text for it."),
    };

    public static TextColor ColorOf(PlanStatus status) => status switch
    {
        PlanStatus.Approved => TextColor.Good,
        PlanStatus.Rejected => TextColor.Attention,
        PlanStatus.Returned => TextColor.Warning,
        PlanStatus.Submitted => TextColor.Accent,
        _ => TextColor.Default,
    };

    public static Text Of(ObjectiveStanding standing) => standing switch
    {
        ObjectiveStanding.NotBegun => new("begint nog", "not begun yet"),
        ObjectiveStanding.OnTrack => new("op schema", "on track"),
        ObjectiveStanding.Behind => new("loopt achter", "behind"),
        ObjectiveStanding.Reached => new("gehaald", "reached"),
        ObjectiveStanding.Missed => new("niet gehaald", "missed"),
        _ => NotMeasured,
    };

    public static TextColor ColorOf(ObjectiveStanding standing) => standing switch
    {
        ObjectiveStanding.Reached or ObjectiveStanding.OnTrack => TextColor.Good,
        ObjectiveStanding.Behind or ObjectiveStanding.Missed => TextColor.Attention,
        _ => TextColor.Default,
    };

    public static Text Of(PlanGap gap) => gap switch
    {
        PlanGap.Number => new("een getal", "a number"),
        PlanGap.Date => new("een datum", "a date"),
        PlanGap.Owner => new("een eigenaar", "an owner"),
        PlanGap.Evidence => new("een onderbouwing", "evidence"),
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "No text for it."),
    };

    /// <summary>"een getal, een datum en een onderbouwing".</summary>
    public static string Missing(IReadOnlyList<PlanGap> gaps, Language language)
    {
        var words = gaps.Select(gap => Of(gap).In(language)).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {new Text("en", "and").In(language)} {words[^1]}";
    }

    /// <summary>An objective's number in its own unit.</summary>
    public static string Number(decimal number, PlanObjective objective, Language language) =>
        objective.Measure == PlanMeasure.Revenue ? language.Euros(number) : language.Number(number);

    /// <summary>What it counts, beside the number.</summary>
    public static string? Unit(PlanObjective objective, Language language) => objective.Measure switch
    {
        PlanMeasure.Revenue => (objective.Group is { } group ? new Text($"omzet {Group(group, Language.Dutch)}", $"{Group(group, Language.English)} revenue") : new Text("omzet", "revenue")).In(language),
        PlanMeasure.RoomNights => new Text("kamernachten", "room nights").In(language),
        PlanMeasure.Visits => new Text("bezoeken", "visits").In(language),
        PlanMeasure.Leads => new Text("leads", "leads").In(language),
        PlanMeasure.QuotesWon => new Text("offertes akkoord", "quotes accepted").In(language),
        PlanMeasure.Contacts => new Text("contactpersonen", "contacts").In(language),
        PlanMeasure.Roles => new Text("rollen bezet", "roles filled").In(language),
        PlanMeasure.Satisfaction => new Text("laatste cijfer", "last score").In(language),
        _ => null,
    };

    /// <summary>How much, by when, by whom.</summary>
    public static string Terms(PlanObjective objective, UserId planner, Language language) => string.Join(" · ", new[]
    {
        objective.Number is { } number ? $"{Number(number, objective, language)}{(Unit(objective, language) is { } unit ? $" {unit}" : "")}" : null,
        objective.Date is { } date ? $"{By.In(language)} {Day(date, language)}" : null,
        objective.Owner is { } owner && owner != planner ? objective.OwnerName : null,
    }.OfType<string>());

    /// <summary>What it rests on.</summary>
    public static string? Proof(PlanObjective objective, Language language) =>
        objective.Proof.Count == 0 ? null : $"{Because.In(language)}: {string.Join("; ", objective.Proof.Select(fact => Words.Clip(fact.Text, 200)))}";

    public static string Terms(PlanAction action, UserId planner, Language language) => string.Join(" · ", new[]
    {
        action.Due is { } due ? $"{By.In(language)} {Day(due, language)}" : null,
        action.Owner is { } owner && owner != planner ? action.OwnerName : null,
    }.OfType<string>());

    public static string Of(Stakeholder person, Language language) =>
        $"{person.Name} ({(person.Agrees switch { true => Agrees, false => Against, _ => Asked }).In(language)})";

    private static string Day(DateOnly day, Language language) => day.ToString("d MMM yyyy", language.Culture());

    private static string Group(ProductGroup group, Language language) => group.Name(language);
}
