using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Quotes;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Quotes;

internal enum Nudge { Silent, OptionLapses, OptionPassed, AfterSales }

/// <summary>
/// Reminds the owner of a quote that is with the customer: nothing heard, the option lapses, it has lapsed; and after the event to ask
/// how it was. All of it follows from the quote as it is, so that nothing is said any more once it is resolved.
/// </summary>
internal sealed class QuoteReminders() : Errand(Name)
{
    private new const string Name = "quote-reminder";

    private static readonly TimeSpan[] SilentAfter = [TimeSpan.FromDays(7), TimeSpan.FromDays(21)];
    private const int WorkingDaysBefore = 2, WorkingDaysToCall = 2;
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Puts the next reminder on the timetable, or takes it off.</summary>
    public static void Plan(Effect effect, Quote quote, DateTimeOffset now)
    {
        if (Next(quote, now) is { } next) effect.Timetable.Set(Name, quote.Number.Value, next.At);
        else effect.Timetable.Cancel(Name, quote.Number.Value);
    }

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        var file = await QuoteFile.ReadAsync(round.Store, round.Tenant, round.Team, new(due.Key), null, cancel);
        if (file is null || !round.People.TryGetValue(file.Quote.Record.Owner, out var owner)) return effect;
        var quote = file.Quote.Record;
        // Several may have been missed while the bot stood still: the last one says it all.
        if (Moments(quote).LastOrDefault(moment => moment.At >= due.At && moment.At <= round.Now) is { At: var at } said && at != default)
            await SayAsync(said.What, file, owner, due, round, effect, cancel);
        Plan(effect, quote, round.Now > due.At ? round.Now : due.At);
        return effect;
    }

    /// <summary>Whatever was sent before there were reminders, or closed and opened again by an undo.</summary>
    public override async Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel) =>
        [.. (await round.Store.ListAsync(round.Partition, Kinds.Quote, "", int.MaxValue, cancel))
            .Select(stored => (stored.Record.Number, Next: Next(stored.Record, round.Now))).Where(found => found.Next is not null)
            .Select(found => (found.Number.Value, found.Next!.Value.At))];

    internal static (DateTimeOffset At, Nudge What)? Next(Quote quote, DateTimeOffset after) =>
        Moments(quote).Where(moment => moment.At > after).Cast<(DateTimeOffset, Nudge)?>().FirstOrDefault();

    /// <summary>In order of time; none for what is closed, or was never sent.</summary>
    internal static IReadOnlyList<(DateTimeOffset At, Nudge What)> Moments(Quote quote)
    {
        if (quote.Imported is not null || quote.Versions.Count == 0) return [];
        var moments = new List<(DateTimeOffset At, Nudge What)>();
        if (quote is { Status: QuoteStatus.Sent, SentAt: { } sent })
        {
            var lapses = quote.Current.OptionDate is { } option ? Before(option, WorkingDaysBefore) : (DateOnly?)null;
            foreach (var pause in SilentAfter)
                if (WorkingDay(WallClock.DayOf(sent + pause, Netherlands)) is var day && (lapses is null || day < lapses)) Add(day, Nudge.Silent);
            if (lapses is { } warn) Add(warn, Nudge.OptionLapses);
            if (quote.Current.OptionDate is { } last) Add(WorkingDay(last.AddDays(1)), Nudge.OptionPassed);
            moments.RemoveAll(moment => moment.At <= sent);
        }
        if (quote is { Status: QuoteStatus.Accepted, DecidedAt: { } decided } && LastDay(quote.Current) is { } end && end >= WallClock.DayOf(decided, Netherlands))
            Add(WorkingDay(end.AddDays(1)), Nudge.AfterSales);
        return [.. moments.OrderBy(moment => moment.At)];

        void Add(DateOnly day, Nudge what) => moments.Add((WallClock.At(day, Morning, Netherlands), what));
    }

    private static async Task SayAsync(Nudge what, QuoteFile file, User owner, Due due, Round round, Effect effect, CancellationToken cancel)
    {
        var (quote, language) = (file.Quote.Record, await round.LanguageOfAsync(owner, cancel));
        var words = what switch
        {
            Nudge.OptionLapses => CustomerSentences.OptionLapses(quote.Number, file.Account.Name, quote.Current.OptionDate!.Value),
            Nudge.OptionPassed => CustomerSentences.OptionPassed(quote.Number, file.Account.Name, quote.Current.OptionDate!.Value),
            Nudge.AfterSales => CustomerSentences.AfterSales(quote.Number, file.Account.Name),
            _ => CustomerSentences.Silent(quote.Number, file.Account.Name, (int)Math.Round((round.Now - quote.SentAt!.Value).TotalDays)),
        };
        effect.Sends.Add((new(Person: owner.Id), Message.Of(QuoteNudgeCard.Of(quote, file.Team, words.In(language), language))));
        if (what is not Nudge.AfterSales) return;
        var today = round.TodayOf(owner);
        var until = today;
        for (var left = WorkingDaysToCall; left > 0; left--) until = WorkingDay(until.AddDays(1));
        effect.Changes.Create(
            Kinds.FollowUp, new FollowUp($"{Due.Moment(due.At)}-{quote.Number}", quote.Account, owner.Id, until, CustomerSentences.CallAfter(quote.Number).In(language), round.Now));
    }

    private static DateOnly? LastDay(QuoteVersion version)
    {
        var days = version.Lines.Where(line => line.From is not null).Select(line =>
            line.Unit is PriceUnit.RoomNight ? line.From!.Value.AddDays((int)Math.Ceiling(line.Times)) : line.From!.Value.AddDays(line.Unit is PriceUnit.Day or PriceUnit.PersonDay ? (int)Math.Ceiling(line.Times) - 1 : 0)).ToList();
        return days.Count == 0 ? null : days.Max();
    }

    private static DateOnly WorkingDay(DateOnly day)
    {
        while (!WallClock.IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    private static DateOnly Before(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            if (WallClock.IsWorkingDay(day)) left--;
        }
        return day;
    }
}
