using SalesBot.Data;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Reports;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Reports;

/// <summary>Brings a regular report: the same answer that its question would get from that person in that place.</summary>
internal sealed class SendReport(PolicyFor policy) : Errand(ErrandName)
{
    public const string ErrandName = "report";

    /// <summary>It is on time within the hour.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        if (await round.Store.FindAsync(round.Partition, Kinds.ReportSubscription, due.Key, cancel) is not { Record: { EndedAt: null } subscription }) return effect;
        if (!round.People.TryGetValue(subscription.By, out var person) || person.Team != round.Team) return effect;
        var zone = Round.ZoneOf(person);
        var next = subscription.Next(round.Now, zone);
        if (subscription.Conversation is null)
        {
            // In the car, or where the night has begun: as soon as it may.
            var allowed = (await Digests.SettingsAsync(round.Store, round.Partition, person.Id, cancel)).NextAllowed(round.Now, zone);
            if (allowed > round.Now)
            {
                effect.Timetable.Set(Name, due.Key, allowed < next ? allowed : next);
                return effect;
            }
        }
        effect.Timetable.Set(Name, due.Key, next);
        var period = subscription.PeriodOn(round.TodayOf(person));
        var answer = await AnswerAsync(subscription, person, period, round, zone, cancel);
        Recipient to = subscription.Conversation is { } place ? new(Conversation: place) : new(Person: person.Id);
        foreach (var reply in answer.Replies) effect.Sends.Add((to, reply));
        effect.Changes.Create(Kinds.ReportDelivery, new ReportDelivery(
            $"{subscription.Id}-{Due.Moment(due.At)}", subscription.Rhythm.ToString().ToLowerInvariant(), person.Id, subscription.Conversation ?? person.Id.Value,
            period.From, period.To, due.At + Grace, round.Now));
        return effect;
    }

    private async Task<Effect> AnswerAsync(
        ReportSubscription subscription, User person, Period period, Round round, TimeZoneInfo zone, CancellationToken cancel)
    {
        var place = new Place(subscription.Conversation ?? $"report|{person.Id}", subscription.Conversation is null ? PlaceScope.Personal : PlaceScope.Channel);
        var turn = new Turn(
            new($"report|{subscription.Key}", round.Tenant, person, place, null, round.Now), await round.LanguageOfAsync(person, cancel), round.BookOf(person), zone,
            null, new([], [], [], []), new Dictionary<string, SlotValue>(), null);
        var answers = new Answers(subscription.Id, subscription.Team ? Intents.TeamKpi : Intents.QueryKpi, new Dictionary<string, IReadOnlyList<SlotValue>>
        {
            [SlotNames.Period] = [new SlotValue.Span(period)],
            [SlotNames.Scope] = [new SlotValue.Text(subscription.Team ? "team" : "self")],
        });
        if (!subscription.IsWhole) return await WithFilesAsync(await new AskKpis(policy).FinishAsync(answers, turn, cancel), subscription, period, turn, cancel);
        return await WithFilesAsync(await new AskReport(policy).FinishAsync(answers, turn, cancel), subscription, period, turn, cancel);
    }

    /// <summary>Files are for a person; a channel has the buttons below the card.</summary>
    private static async Task<Effect> WithFilesAsync(Effect effect, ReportSubscription subscription, Period period, Turn turn, CancellationToken cancel)
    {
        if (turn.Private && await Asked.OfAsync(null, subscription.Team ? "team" : "self", period, subscription.Team, turn, cancel) is { } asked)
            AskReport.Give(asked, subscription.Excel, subscription.Pdf, turn, effect);
        return effect;
    }
}
