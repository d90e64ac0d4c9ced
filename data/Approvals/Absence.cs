using SalesBot.Data.People;

namespace SalesBot.Data.Approvals;

/// <summary>Somebody is away, and somebody else decides meanwhile.</summary>
/// <param name="From">First day, in the person's own zone.</param>
/// <param name="To">Last day, included.</param>
/// <param name="EndedAt">Taken back before its end; null: it holds.</param>
public sealed record Absence(string Id, UserId Person, DateOnly From, DateOnly To, UserId StandIn, DateTimeOffset RecordedAt, DateTimeOffset? EndedAt = null)
{
    public bool Covers(DateOnly day) => EndedAt is null && From <= day && day <= To;
}

/// <summary>Who may act for whom at one moment: people with their roles and limits, and who stands in for whom.</summary>
/// <param name="people">Everybody of the tenant.</param>
public sealed class Mandates(IReadOnlyDictionary<UserId, User> people, IReadOnlyList<Absence> absences, DateTimeOffset now)
{
    public IReadOnlyDictionary<UserId, User> People => people;
    public IReadOnlyList<Absence> Absences => absences;
    public DateTimeOffset Now => now;

    /// <summary>The absence of a person on this day, the one recorded last where several overlap; null: they are there.</summary>
    public Absence? AbsenceOf(User person)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone)).DateTime);
        return absences.Where(absence => absence.Person == person.Id && absence.Covers(today)).MaxBy(absence => absence.RecordedAt);
    }

    /// <summary>Who stands in for an absent person: the first one along the stand-ins who is there. Null: they go round in a circle.</summary>
    public User? StandInFor(User person)
    {
        var seen = new HashSet<UserId> { person.Id };
        var next = person;
        while (AbsenceOf(next) is { } absence)
        {
            if (!seen.Add(absence.StandIn) || !people.TryGetValue(absence.StandIn, out var standIn) || standIn.Role == Role.Administrator) return null;
            next = standIn;
        }
        return next.Id == person.Id ? null : next;
    }

    /// <summary>The managers above a person, nearest first; a circle in the data ends it.</summary>
    public IEnumerable<User> Managers(User person) => Managers(person, people);

    /// <summary>How many managers lie between a person and this one; last of all is who is no manager of theirs.</summary>
    public int PlaceAbove(UserId person, User manager)
    {
        var place = people.TryGetValue(person, out var known) ? Managers(known).ToList().FindIndex(above => above.Id == manager.Id) : -1;
        return place < 0 ? int.MaxValue : place;
    }

    public static IEnumerable<User> Managers(User person, IReadOnlyDictionary<UserId, User> people)
    {
        var seen = new HashSet<UserId> { person.Id };
        for (var next = person.Manager; next is { } id && seen.Add(id) && people.TryGetValue(id, out var manager); next = manager.Manager)
            yield return manager;
    }

    /// <summary>Teams in which a person may be asked to decide: of those below them, and below whom they stand in for.</summary>
    public IReadOnlyList<TeamId> TeamsOf(User decider)
    {
        var names = NamesOf(decider).Select(name => name.Id).ToHashSet();
        return [.. people.Values.Where(user => names.Contains(user.Id) || Managers(user).Any(manager => names.Contains(manager.Id))).Select(user => user.Team).Distinct()];
    }

    /// <summary>In whose name a person may act today: their own first, then that of each absent one they stand in for.</summary>
    public IEnumerable<User> NamesOf(User person) =>
        people.Values.Where(other => other.Id != person.Id && AbsenceOf(other) is not null && StandInFor(other)?.Id == person.Id)
            .OrderBy(other => other.Name, StringComparer.Ordinal).Prepend(person);
}
