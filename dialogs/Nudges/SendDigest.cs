using SalesBot.Data;
using SalesBot.Data.Nudges;
using SalesBot.Data.People;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Nudges;

/// <summary>
/// The day's overview at the person's time on working days; and in the afternoon what can not wait for the next one. Each matter is
/// told once, never in quiet or driving hours, and never more a day than the person wants.
/// </summary>
internal sealed class SendDigest(Digests digests, string part) : Errand(NameOf(part))
{
    /// <summary>Of a day's cap the morning leaves room for what becomes urgent later.</summary>
    private const int MostInOne = 5;

    /// <summary>What was told so long ago and is told of no more need not be remembered.</summary>
    private const int DaysRemembered = 180;

    private static readonly TimeOnly Afternoon = new(14, 0);

    public static string NameOf(string part) => part == Digest.Morning ? "digest" : "digest-urgent";

    /// <summary>When it next comes to somebody with these settings.</summary>
    public static DateTimeOffset Next(string part, NudgeSettings settings, TimeZoneInfo zone, DateTimeOffset after) =>
        WallClock.Next(after, part == Digest.Morning ? settings.At : Afternoon, zone, WallClock.IsWorkingDay);

    public override async Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel)
    {
        var standing = new List<(string, DateTimeOffset)>();
        foreach (var person in round.Members.Where(user => user.Role != Role.Administrator))
        {
            var settings = await Digests.SettingsAsync(round.Store, round.Partition, person.Id, cancel);
            if (!settings.Off) standing.Add((person.Id.Value, Next(part, settings, Round.ZoneOf(person), round.Now)));
        }
        return standing;
    }

    public override async Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel)
    {
        var effect = new Effect();
        if (!round.People.TryGetValue(new(due.Key), out var person) || person.Team != round.Team) return effect;
        var settings = await Digests.SettingsAsync(round.Store, round.Partition, person.Id, cancel);
        if (settings.Off) return effect;
        var (zone, today) = (Round.ZoneOf(person), round.TodayOf(person));
        var next = Next(part, settings, zone, round.Now);
        var allowed = settings.NextAllowed(round.Now, zone);
        // Behind the wheel it waits for the end of the drive.
        effect.Timetable.Set(Name, due.Key, allowed > round.Now && allowed < next ? allowed : next);
        if (allowed > round.Now || !WallClock.IsWorkingDay(today)) return effect;
        if (await round.Store.FindAsync(round.Partition, Kinds.Digest, new Digest(person.Id, today, part, []).Key, cancel) is not null) return effect;
        await TellAsync(effect, round, person, settings, today, cancel);
        return effect;
    }

    private async Task TellAsync(Effect effect, Round round, User person, NudgeSettings settings, DateOnly today, CancellationToken cancel)
    {
        var stored = await round.Store.FindAsync(round.Partition, Kinds.NudgeLog, person.Id.Value, cancel);
        var log = stored?.Record ?? new(person.Id, new Dictionary<string, NudgeMark>(), today, 0);
        var told = log.Day == today ? log.Told : 0;
        var matters = await digests.MattersAsync(round, person, settings, await round.LanguageOfAsync(person, cancel), cancel);
        var news = matters.Where(nudge => IsNews(nudge, log, today) && (part == Digest.Morning || nudge.Urgent)).ToList();
        var tells = news.Take(Math.Min(MostInOne, settings.Cap - told)).ToList();
        if (tells.Count == 0) return;
        var marks = log.Marks.Where(mark => mark.Value.On >= today.AddDays(-DaysRemembered) || mark.Value.Until >= today).ToDictionary();
        foreach (var nudge in tells) marks[nudge.Id] = new(nudge.State, today);
        var after = new NudgeLog(person.Id, marks, today, told + tells.Count);
        if (stored is null) effect.Changes.Create(Kinds.NudgeLog, after);
        else effect.Changes.Replace(Kinds.NudgeLog, stored, after);
        var digest = new Digest(person.Id, today, part, [.. tells.Select(nudge => new DigestItem(nudge.Kind, nudge.Key))], part == Digest.Morning ? news.Count - tells.Count : 0);
        effect.Changes.Create(Kinds.Digest, digest);
        effect.Sends.Add((new(Person: person.Id), Message.Of(new CardView(Digests.ViewKind, digest.Key, round.Team, person.Id))));
    }

    /// <summary>Not told yet in this state, and not put off; what was put off is told again on its day.</summary>
    private static bool IsNews(Nudge nudge, NudgeLog log, DateOnly today) => log.Marks.GetValueOrDefault(nudge.Id) switch
    {
        null => true,
        { Until: { } until } => until <= today,
        var mark => mark.State != nudge.State,
    };
}
