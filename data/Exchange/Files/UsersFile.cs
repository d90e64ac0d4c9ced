using SalesBot.Data.People;

namespace SalesBot.Data.Exchange;

internal sealed class UsersFile() : ExchangeFile<User>("users", Kinds.User)
{
    private static readonly Column<User, UserId> Id = new("aad_object_id", Cell.Id<UserId>(), user => user.Id);
    private static readonly Column<User, string> Name_ = new("name", Cell.Name, user => user.Name);
    private static readonly Column<User, string> Email = new("email", Cell.Email, user => user.Email);
    private static readonly Column<User, Role> Role = new("role", Cell.Choice<Role>(), user => user.Role);
    private static readonly Column<User, int?> Level = new("level", Cell.OrEmpty(Cell.Whole(1, 2)), user => user.Level);
    private static readonly Column<User, TeamId> Team = new("team", Cell.Id<TeamId>(), user => user.Team);
    private static readonly Column<User, string?> Manager =
        new("manager_email", Cell.EmailOrEmpty, (user, known) => user.Manager is { } manager ? known.EmailOf(manager) : null);
    private static readonly Column<User, Language?> Language =
        new("language", Cell.OrEmpty(Cell.Choice([("nl", Data.Language.Dutch), ("en", Data.Language.English)])), user => user.Language);
    private static readonly Column<User, decimal?> Limit = new("approval_limit_eur", Cell.OrEmpty(Cell.Money()), user => user.ApprovalLimit);
    private static readonly Column<User, decimal?> LimitDiscount =
        new("approval_limit_discount", Cell.OrEmpty(Cell.Percent), user => user.ApprovalLimitDiscount);

    /// <summary>No organisation has more managers above each other; a longer line leads into a circle, which its members are told.</summary>
    private const int DeepestLine = 100;

    protected override IReadOnlyList<Column<User>> Columns => [Id, Name_, Email, Role, Level, Team, Manager, Language, Limit, LimitDiscount];
    protected override IReadOnlyList<Column<User>> Key => [Id];
    protected override bool InDirectory => true;
    public override bool MovesOthers => true;

    // A manager may stand below the people managed.
    protected override void Prepare(IEnumerable<Cells> rows, Known known)
    {
        foreach (var row in rows)
        {
            var user = new User(ObjectId(row.Of(Id)), "", row.Of(Email), default, null, default);
            if (row.Sound) known.Learn(user);
        }
    }

    protected override User Read(Cells row, Known known)
    {
        var (id, role, level) = (ObjectId(row.Of(Id)), row.Of(Role), row.Of(Level));
        if (role == People.Role.AccountManager && level is null && row.Sound) row.Refuse(Level, Reasons.NeedsLevel);
        User? manager = null;
        if (row.Of(Manager) is { } email)
        {
            if (!known.UsersByEmail.TryGetValue(email, out manager)) row.Refuse(Manager, Reasons.UnknownAddress(email));
            else if (manager.Id == id) row.Refuse(Manager, Reasons.OwnManager);
        }
        return new(
            id, row.Of(Name_), row.Of(Email), role, level, TeamId.Of(row.Of(Team).Value.ToLowerInvariant()), manager?.Id, row.Of(Language),
            row.Of(Limit), row.Of(LimitDiscount));
    }

    protected override void CheckTogether(IReadOnlyList<(Cells Row, User Record)> rows, Known known)
    {
        foreach (var (_, user) in rows) known.Learn(user);
        // Of two rows the first has the address; of a row and a stored person the stored one.
        var here = rows.Select(row => row.Record).ToHashSet();
        var holders = known.Users.Values.Where(user => !here.Contains(user)).Concat(rows.Select(row => row.Record))
            .ToLookup(user => user.Email, StringComparer.OrdinalIgnoreCase);
        foreach (var (row, user) in rows)
        {
            if (holders[user.Email].First() is var holder && holder.Id != user.Id)
                row.Refuse(Email, Reasons.AddressOf(user.Email, holder.Name.Length > 0 ? holder.Name : holder.Id.Value));
            if (IsCircle(user, known)) row.Refuse(Manager, Reasons.Circle);
        }
    }

    // The zone is chosen in chat.
    protected override User Merge(User read, User stored) => read with { TimeZone = stored.TimeZone };

    private static bool IsCircle(User user, Known known)
    {
        var above = user.Manager;
        for (var steps = 0; above is { } id && steps < DeepestLine; steps++)
        {
            if (id == user.Id) return true;
            above = known.Users.TryGetValue(id, out var manager) ? manager.Manager : null;
        }
        return false;
    }

    // Teams writes object ids in lower case.
    private static UserId ObjectId(UserId id) => Guid.TryParse(id.Value, out var guid) ? UserId.Of(guid.ToString()) : id;
}
