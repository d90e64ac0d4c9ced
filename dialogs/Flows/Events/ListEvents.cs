using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Events;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Events;

/// <summary>"Op welke beurzen waren we dit jaar?" What the team was at is shared by the team.</summary>
internal sealed partial class ListEvents() : Flow("list_events", new("Beurzen en events", "Fairs and events"), Period)
{
    private static readonly Slot<Period?> Period = Slot.Span(SlotNames.Period, new("Periode", "Period"), default, SlotNames.Date);

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.LogEvent or Intents.QueryRevenue or Intents.QueryKpi or Intents.TeamKpi or Intents.ListFollowUps or Intents.OutOfScope
        && Asks().IsMatch(words) && said.All(slot => slot.Name != SlotNames.Indicator);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var period = known.Of(Period) ?? Data.Indicators.Period.Year(turn.Today.Year);
        var people = await turn.Book.PeopleAsync(cancel);
        var events = (await turn.Book.EventsAsync(period, cancel)).Select(stored => new EventItem(stored.Record, people.TryGetValue(stored.Record.By, out var by) ? by.Name : "?"));
        return Effect.Of(Message.Of(EventsCard.Of(new(turn.Language.Period(period), [.. events]), turn.Language)));
    }

    [GeneratedRegex(
        @"^\W*(en |and )?((op|bij|naar|at|to) )?(welke|wat voor|toon|laat|geef|overzicht|lijst|show|list|which|what|any)\b[^.!]*\b(beurzen|beurs|events?|evenementen|congressen|fairs?|congresses|conferences)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
