using SalesBot.Cards;
using SalesBot.Cards.Reports;
using SalesBot.Data;
using SalesBot.Data.Reports;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Reports;

/// <summary>A report that comes by itself, to the person or to the channel that it is asked in; done as it is said, stopped by a button.</summary>
internal sealed class SubscribeReport() : Flow(Intents.SubscribeReport, new("Vast rapport", "Regular report"), Wish)
{
    private static readonly Slot<string> Wish = Slot.Words(SlotNames.Notes, new("Wens", "Wish"), default);

    private static readonly Text InTheChannel = new(
        "Zeg dat in het kanaal zelf, dan stuur ik het daarheen. In een kanaal deel ik alleen cijfers van het team.",
        "Say that in the channel itself and I will post it there. In a channel I share the team's figures only.");

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var present = await SubscriptionsAsync(turn, cancel);
        var wish = ReportWish.Of(known.Of(Wish) ?? "");
        if (wish is { Rhythm: { } rhythm })
        {
            if (wish.Channel && turn.Private || !turn.Private && !wish.Team)
            {
                effect.Refused = "in_the_channel";
                return effect.Say(Message.Of(turn.Say(InTheChannel)));
            }
            var subscription = new ReportSubscription(known.Id, turn.User.Id, wish.Team, rhythm, wish.Day, wish.At, turn.Now, turn.Private ? null : turn.Incoming.Place.Conversation,
                Excel: wish.Excel, Pdf: wish.Pdf);
            effect.Changes.Create(Kinds.ReportSubscription, subscription);
            effect.Timetable.Set(SendReport.ErrandName, subscription.Key, subscription.Next(turn.Now, turn.Zone));
            effect.Undoable = new(known.Id, turn.Say(Title));
            return effect.Say(Message.Of(Card([.. present.Select(stored => stored.Record), subscription], turn)));
        }
        if (wish is { Stops: true })
        {
            foreach (var ended in present.Where(stored => !wish.Team || stored.Record.Team)) Stop(ended, turn, effect);
            present = [.. present.Where(stored => wish.Team && !stored.Record.Team)];
        }
        return effect.Say(Message.Of(Card([.. present.Select(stored => stored.Record)], turn)));
    }

    public static void Stop(Stored<ReportSubscription> stored, Turn turn, Effect effect)
    {
        effect.Changes.Replace(Kinds.ReportSubscription, stored, stored.Record with { EndedAt = turn.Now });
        effect.Timetable.Cancel(SendReport.ErrandName, stored.Record.Key);
    }

    public static async Task<IReadOnlyList<Stored<ReportSubscription>>> SubscriptionsAsync(Turn turn, CancellationToken cancel) =>
        [.. (await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.ReportSubscription, $"{turn.User.Id}|", 100, cancel)).Where(stored => stored.Record.EndedAt is null)];

    public static Cards.Model.AdaptiveCard Card(IReadOnlyList<ReportSubscription> all, Turn turn) => SubscriptionsCard.Of(
        [.. all.Select(one => (one, WallClock.DayOf(one.Next(turn.Now, turn.Zone), turn.Zone)))], turn.Language);
}

/// <summary>The button that stops a regular report.</summary>
internal sealed class ReportPress() : PressAction(SubscriptionsCard.StopVerb)
{
    public override async Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        var present = await SubscribeReport.SubscriptionsAsync(turn, cancel);
        var meant = present.FirstOrDefault(stored => stored.Record.Id == press.Text("id"));
        if (meant is null) effect.Refused = "not_found";
        else SubscribeReport.Stop(meant, turn, effect);
        return effect.Say(Message.Of(SubscribeReport.Card([.. present.Where(stored => stored != meant).Select(stored => stored.Record)], turn)));
    }
}
