using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Events;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Events;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Events;

/// <summary>A fair, congress or network meeting that somebody was at: when, what it cost, how many leads came of it.</summary>
internal sealed class LogEvent() : Flow(Intents.LogEvent, new("Beurs of event", "Fair or event"), Name, Kind, On, Leads, Cost, Host, Dates, Slot.Message)
{
    public static readonly Slot<string> Name = Slot.Heard(
        SlotNames.Name, new("Naam", "Name"), new("Hoe heet de beurs of het event?", "What is the fair or event called?"), EventNames.In, required: true);

    public static readonly Slot<EventKind?> Kind = Slot.Choice(
        SlotNames.Kind, new("Soort", "Kind"), new("Wat was het?", "What was it?"),
        (EventKind.Fair, EventTexts.Of(EventKind.Fair), "(vak)?beurs|beurzen|(trade )?fair|expo|trade show"),
        (EventKind.Network, EventTexts.Of(EventKind.Network), "netwerk|network|borrel|drinks|business club|ondernemersclub"),
        (EventKind.Congress, EventTexts.Of(EventKind.Congress), "congres|congress|conference|conferentie|(?<!\\b(beurs|fair) .{0,60})summit|symposium|seminar"),
        (EventKind.OwnEvent, EventTexts.Of(EventKind.OwnEvent), "eigen (event|evenement)|open dag|open huis|our own|open day"),
        (EventKind.Other, EventTexts.Of(EventKind.Other), "iets anders|ander event|something else"));

    private static readonly Slot<DateOnly?> On = Slot.Day(SlotNames.Date, new("Datum", "Date"), new("Wanneer was dat?", "When was that?"), required: true, SlotNames.Period);

    public static readonly Slot<decimal?> Leads = Slot.Count(SlotNames.Leads, new("Leads", "Leads"), new("Hoeveel leads?", "How many leads?"), "lead", "leads");

    private static readonly Slot<decimal?> Cost = Slot.Money(SlotNames.Amount, new("Kosten", "Cost"), new("Wat kostte het?", "What did it cost?"));

    /// <summary>A customer whose event it was; a name that nobody knows is the event's own.</summary>
    private static readonly Slot<SlotValue.Account> Host = Slot.Derived(SlotNames.Account, value => value is SlotValue.Account { Id: not null, Others.Count: 0 } known ? known : null);

    private static readonly Slot<Period?> Dates = Slot.Derived<Period?>(SlotNames.Period, value => (value as SlotValue.Span)?.Value);

    public override bool MayStayOpen(Slot slot) => false;

    public override ValueTask<Checked> CheckAsync(Answers known, Turn turn, CancellationToken cancel) =>
        new(new Checked(known.Has(Kind) ? known : known.With(Kind, [new SlotValue.Text(nameof(EventKind.Other))])));

    public override ValueTask<PreviewBody> PreviewAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var rows = new List<PreviewRow>(Rows(known, turn, [Name, Kind]));
        rows.Add(new(turn.Say(On.Label), known.Of(Dates) is { } dates && dates.To > dates.From ? turn.Language.Period(dates) : turn.Language.Date(known.Of(On)!.Value)));
        rows.AddRange(Rows(known, turn, [Leads, Cost]));
        if (known.Of(Host) is { } host) rows.Add(new(turn.Say(new("Van klant", "Of account")), host.Name));
        return new(new PreviewBody([new(turn.Say(Title), rows)]));
    }

    public override Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var on = known.Of(On)!.Value;
        effect.Changes.Create(Kinds.Event, new EventAttended(
            known.Id, turn.User.Id, known.Of(Name)!, known.Of(Kind)!.Value, on, turn.Now, known.Of(Cost), (int)(known.Of(Leads) ?? 0),
            known.Of(Dates) is { } dates && dates.From == on && dates.To > on ? dates.To : null, known.Of(Host)?.Id));
        return Task.FromResult(effect);
    }
}

/// <summary>The name of a fair or event in a sentence.</summary>
internal static partial class EventNames
{
    /// <summary>Null: none that can be told from the sentence.</summary>
    public static string? In(string words)
    {
        foreach (var pattern in (Regex[])[Around(), Behind(), Before(), Of(), Plain()])
            if (pattern.Match(words) is { Success: true } found) return FlowTexts.AsLine(found.Groups["name"].Value.Trim(' ', ',', '.'));
        return null;
    }

    private const string Sort = @"(fair|expo|congres|congress|conference|conferentie|summit|event|events|beurs|vakbeurs|days|dagen|show|symposium|seminar|borrel|netwerkborrel|dag|day|forum|festival)";
    private const string Name = @"\p{Lu}[\p{L}\d&'’-]*";

    /// <summary>Hospitality Fair, Event Summit 2026.</summary>
    [GeneratedRegex(@"(?<name>(" + Name + @"\s+)+(?i:" + Sort + @")\b(\s+\d{4})?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Around();

    /// <summary>De beurs IMEX, congres Zorg &amp; ICT.</summary>
    [GeneratedRegex(@"(?i:\b" + Sort + @")\s+(?<name>(" + Name + @")(\s+(&|en|and|of|van|for|voor|\d{4}|" + Name + @"))*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();

    /// <summary>The IBTM congress, de Horecava.</summary>
    [GeneratedRegex(@"(?i:\b(at|to|attended|visited|op|naar|bij|bezocht|from|van)\s+(the|de|het|a|an|een)\s+)(?<name>" + Name + @"(\s+" + Name + @")*(\s+(?i:" + Sort + @")\b)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    /// <summary>Een netwerkborrel van KPMG.</summary>
    [GeneratedRegex(@"(?<name>(?i:\b(netwerk\w*|network\w*(\s+\w+)?|borrel|congres|beurs|open dag|open day|drinks))\s+(van|of|by|at|bij)\s+(de |het |the )?" + Name + @"(\s+" + Name + @")*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Of();

    /// <summary>IMEX; a word in capitals.</summary>
    [GeneratedRegex(@"\b(?<name>\p{Lu}{3,}\d*(\s+\d{4})?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
