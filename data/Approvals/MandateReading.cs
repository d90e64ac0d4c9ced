using SalesBot.Data.People;
using SalesBot.Data.Store;

namespace SalesBot.Data.Approvals;

/// <summary>Reads who may act for whom, and tells whether that is still so.</summary>
public static class MandateReading
{
    public static async Task<Mandates> ReadAsync(IDocumentStore store, TenantId tenant, DateTimeOffset now, CancellationToken cancel)
    {
        var users = await new Organisation(store, tenant).UsersAsync(cancel);
        // Absences lie with the team of who is absent. They are listed by their end: those long past are not read.
        var past = Kinds.Absence.Range().To;
        var since = Kinds.Absence.IdOf($"{DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2):yyyyMMdd}");
        var lists = await Task.WhenAll(Organisation.TeamsOf(users)
            .Select(team => store.ListAsync(Partition.Of(tenant, team.Id), new(since, past), 1000, cancel)));
        return new(users.ToDictionary(user => user.Id), [.. lists.SelectMany(found => found).Select(document => Kinds.Absence.Read(document).Record)], now);
    }

    /// <summary>Whether the store still says the same of who may act for whom.</summary>
    public static async Task<bool> StillHoldsAsync(this Mandates mandates, IDocumentStore store, TenantId tenant, CancellationToken cancel)
    {
        var present = await ReadAsync(store, tenant, mandates.Now, cancel);
        return present.People.Count == mandates.People.Count && present.Absences.SequenceEqual(mandates.Absences)
            && present.People.All(pair => mandates.People.TryGetValue(pair.Key, out var before) && before == pair.Value);
    }
}
