using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Events;

namespace SalesBot.Cards.Events;

/// <param name="Period">In words.</param>
/// <param name="Events">Newest first.</param>
public sealed record EventsView(string Period, IReadOnlyList<EventItem> Events);

public sealed record EventItem(EventAttended Event, string ByName);

/// <summary>What the team was at, what it cost and what came of it.</summary>
public static class EventsCard
{
    private const int MostShown = 8;

    public static AdaptiveCard Of(EventsView view, Language language)
    {
        var (cost, leads) = (view.Events.Sum(item => item.Event.Cost ?? 0), view.Events.Sum(item => item.Event.Leads));
        return new AdaptiveCard(
            $"{EventTexts.Title.In(language)} · {view.Period}: {view.Events.Count}",
            [
                Parts.Header(EventTexts.Title.In(language), view.Period),
                .. view.Events.Count == 0 ? [new TextBlock(EventTexts.None.In(language))] : view.Events.Take(MostShown).Select((item, index) => Row(item, index, language)),
                .. Parts.If(view.Events.Count > MostShown, () => Parts.Remark(EventTexts.More(view.Events.Count - MostShown).In(language))),
                .. Parts.If(view.Events.Count > 0, () => Parts.Caption(EventTexts.Together.In(language))),
                .. Parts.If(view.Events.Count > 0, () => Parts.Amount(EventTexts.Events.In(language), language.Number(view.Events.Count), "events_attended")),
                .. Parts.If(view.Events.Count > 0, () => Parts.Amount(EventTexts.Leads.In(language), language.Number(leads))),
                .. Parts.If(cost > 0, () => Parts.Amount(EventTexts.Cost.In(language), language.Money(cost))),
                .. Parts.If(cost > 0, () => Parts.Amount(
                    EventTexts.CostPerLead.In(language), leads == 0 ? EventTexts.NotDefined.In(language) : language.Money(Math.Round(cost / leads, 2, MidpointRounding.AwayFromZero)), "cost_per_lead", strong: true)),
            ]);
    }

    private static Element Row(EventItem item, int index, Language language)
    {
        var seen = item.Event;
        var details = new[]
        {
            $"{EventTexts.Of(seen.Kind).In(language)}, {seen.On.ToString("d MMM yyyy", language.Culture())}", item.ByName,
            seen.Leads == 0 ? "" : $"{seen.Leads} {(seen.Leads == 1 ? "lead" : "leads")}",
        };
        return Parts.Entry(
            Words.Clip(seen.Name, 120), string.Join(" · ", details.Where(part => part.Length > 0)), seen.Cost is { } cost ? Parts.Figure(language.Euros(cost)) : null, separator: index > 0);
    }
}

/// <summary>Words for events.</summary>
public static class EventTexts
{
    public static readonly Text
        Title = new("Beurzen en events", "Fairs and events"),
        None = new("Niets vastgelegd in deze periode.", "Nothing recorded in this period."),
        Together = new("Samen", "Together"),
        Events = new("Bezocht", "Attended"),
        Leads = new("Leads", "Leads"),
        Cost = new("Kosten", "Cost"),
        CostPerLead = new("Kosten per lead", "Cost per lead"),
        NotDefined = new("niet te bepalen", "not defined");

    public static Text More(int count) => new($"en nog {count}", $"and {count} more");

    public static Text Of(EventKind kind) => kind switch
    {
        EventKind.Fair => new("beurs", "fair"),
        EventKind.Network => new("netwerkbijeenkomst", "network meeting"),
        EventKind.Congress => new("congres", "congress"),
        EventKind.OwnEvent => new("eigen event", "own event"),
        _ => new("event", "event"),
    };
}
