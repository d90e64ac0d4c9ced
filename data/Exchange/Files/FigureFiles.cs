using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Exchange;

internal sealed class RevenueFile() : ExchangeFile<Revenue>("revenue", Kinds.Revenue)
{
    private static readonly Column<Revenue, AccountId> Account = new("account_id", Cell.Id<AccountId>(), row => row.Account);
    private static readonly Column<Revenue, DateOnly> Month = new("month", Cell.Month, row => row.Month);
    private static readonly Column<Revenue, ProductGroup> Group = new("group", Cell.Choice<ProductGroup>(), row => row.Group);

    // A credit note makes a month negative.
    private static readonly Column<Revenue, decimal> Amount = new("revenue_eur", Cell.Money(orLess: true), row => row.Amount);
    private static readonly Column<Revenue, decimal?> Quantity = new("quantity", Cell.OrEmpty(Cell.Number(-1_000_000, 1_000_000)), row => row.Quantity);

    protected override IReadOnlyList<Column<Revenue>> Columns => [Account, Month, Group, Amount, Quantity];
    protected override IReadOnlyList<Column<Revenue>> Key => [Account, Month, Group];

    protected override Revenue Read(Cells row, Known known) =>
        new(row.Find(Account, known.Accounts, "accounts")?.Id ?? default, row.Of(Month), row.Of(Group), row.Of(Amount), row.Of(Quantity));

    protected override TeamId? TeamOf(Revenue record, Known known) => known.TeamOf(record.Account);
}

internal sealed class TargetsFile() : ExchangeFile<Target>("targets", Kinds.Target)
{
    private static readonly Column<Target, TargetScope> Scope = new("scope", Cell.Choice<TargetScope>(), row => row.Scope);
    private static readonly Column<Target, string> ScopeId = new(
        "scope_id", Cell.Name, (row, known) => row.Scope == TargetScope.User ? known.EmailOf(UserId.Of(row.ScopeId)) : row.ScopeId);
    private static readonly Column<Target, DateOnly> Month = new("month", Cell.Month, row => row.Month);
    private static readonly Column<Target, ProductGroup?> Group = new("group", Cell.OrEmpty(Cell.Choice<ProductGroup>()), row => row.Group);
    private static readonly Column<Target, decimal> Amount = new("revenue_eur", Cell.Money(), row => row.Amount);

    protected override IReadOnlyList<Column<Target>> Columns => [Scope, ScopeId, Month, Group, Amount];
    protected override IReadOnlyList<Column<Target>> Key => [Scope, ScopeId, Month, Group];

    protected override Target Read(Cells row, Known known)
    {
        var (scope, name) = (row.Of(Scope), row.Of(ScopeId));
        if (row.Sound && IdOf(scope, name, known) is { } id) name = id;
        else if (row.Sound) row.Refuse(ScopeId, scope switch
        {
            TargetScope.Team => Reasons.NoTeam(name),
            TargetScope.User => Reasons.NoAddressInUsers(name),
            _ => Reasons.Unknown(name, "accounts"),
        });
        return new(scope, name, row.Of(Month), row.Of(Group), row.Of(Amount));
    }

    protected override TeamId? TeamOf(Target record, Known known) => record.Scope switch
    {
        TargetScope.Team => TeamId.Of(record.ScopeId),
        TargetScope.User => known.TeamOf(UserId.Of(record.ScopeId)),
        _ => known.TeamOf(AccountId.Of(record.ScopeId)),
    };

    private static string? IdOf(TargetScope scope, string name, Known known) => scope switch
    {
        TargetScope.Team => known.Teams.Contains(TeamId.Of(name.ToLowerInvariant())) ? name.ToLowerInvariant() : null,
        TargetScope.User => known.UsersByEmail.TryGetValue(name, out var user) ? user.Id.Value : null,
        _ => known.Accounts.ContainsKey(AccountId.Of(name)) ? name : null,
    };
}
