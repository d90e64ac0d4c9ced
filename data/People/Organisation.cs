using SalesBot.Data.Store;

namespace SalesBot.Data.People;

/// <summary>Who works in a tenant's sales organisation, and in which team.</summary>
public sealed class Organisation(IDocumentStore store, TenantId tenant)
{
    private readonly Partition partition = Partition.Directory(tenant);

    public async Task<User?> FindUserAsync(UserId id, CancellationToken cancel) =>
        (await store.FindAsync(partition, Kinds.User, id.Value, cancel))?.Record;

    /// <summary>By e-mail address, whatever its case.</summary>
    public async Task<User?> FindByEmailAsync(string email, CancellationToken cancel) =>
        (await UsersAsync(cancel)).FirstOrDefault(user => user.Email.Equals(email.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Everybody, ordered by id.</summary>
    public async Task<IReadOnlyList<User>> UsersAsync(CancellationToken cancel) =>
        [.. (await store.ListAsync(partition, Kinds.User, "", int.MaxValue, cancel)).Select(stored => stored.Record)];

    /// <summary>The teams that people are in, ordered by name; their records lie in <see cref="Partition.Of"/>.</summary>
    public async Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancel) => TeamsOf(await UsersAsync(cancel));

    /// <summary>The people of one team, ordered by name.</summary>
    public async Task<IReadOnlyList<User>> MembersAsync(TeamId team, CancellationToken cancel) =>
        [.. (await UsersAsync(cancel)).Where(user => user.Team == team).OrderBy(user => user.Name, StringComparer.Ordinal)];

    internal static IReadOnlyList<Team> TeamsOf(IEnumerable<User> users) =>
        [.. users.Select(user => user.Team).Distinct().OrderBy(team => team.Value, StringComparer.Ordinal).Select(team => new Team(team, NameOf(team)))];

    // The users file knows a team by one word only; as a name it begins with a capital.
    private static string NameOf(TeamId team) => team.Value.Length == 0 ? "" : char.ToUpperInvariant(team.Value[0]) + team.Value[1..];
}
