using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Schedules;

/// <summary>
/// Something that is done when its time has come. A turn sets it with <see cref="Effect.Timetable"/>; that it is due and what it does
/// are one commit each, so that it is done exactly once, whatever stops in between.
/// </summary>
/// <param name="name">Names it in the store: it stays.</param>
public abstract class Errand(string name)
{
    public string Name => name;

    /// <summary>
    /// Reads the matter anew and says what is to be done about it now: messages (<see cref="Effect.Sends"/>), records, the next time.
    /// An empty effect where it no longer matters. May be asked several times before one answer is saved.
    /// </summary>
    public abstract Task<Effect> RunAsync(Due due, Round round, CancellationToken cancel);

    /// <summary>What has to be on the timetable though no turn sets it, e.g. for people who were imported. Looked at every hour.</summary>
    public virtual Task<IReadOnlyList<(string Key, DateTimeOffset At)>> StandingAsync(Round round, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>([]);
}

/// <summary>What an errand may know: the team that it is done for, who works there, and what time it is.</summary>
/// <param name="Now">Never before the moment that was set, whatever the clock says.</param>
/// <param name="People">Everybody of the tenant.</param>
public sealed record Round(IDocumentStore Store, TenantId Tenant, TeamId Team, DateTimeOffset Now, IReadOnlyDictionary<UserId, User> People)
{
    public Partition Partition { get; } = Partition.Of(Tenant, Team);

    public IEnumerable<User> Members => People.Values.Where(user => user.Team == Team).OrderBy(user => user.Id.Value, StringComparer.Ordinal);

    /// <summary>The records as this person may see them: what a message to them may hold.</summary>
    public Book BookOf(User reader) => new(Store, Tenant, reader);

    public static TimeZoneInfo ZoneOf(User user) => TimeZoneInfo.FindSystemTimeZoneById(user.TimeZone);

    public DateOnly TodayOf(User user) => WallClock.DayOf(Now, ZoneOf(user));

    public async Task<Language> LanguageOfAsync(User user, CancellationToken cancel) =>
        (await Store.FindAsync(Partition.Of(Tenant, user.Team), Preferences.Kind, user.Id.Value, cancel))?.Record.Language ?? user.Language ?? Language.Dutch;
}
