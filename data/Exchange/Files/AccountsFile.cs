using SalesBot.Data.Accounts;

namespace SalesBot.Data.Exchange;

internal sealed class AccountsFile() : ExchangeFile<Account>("accounts", Kinds.Account)
{
    private static readonly Column<Account, AccountId> Id = new("account_id", Cell.Id<AccountId>(), account => account.Id);
    private static readonly Column<Account, string> Name_ = new("name", Cell.Name, account => account.Name);
    private static readonly Column<Account, IReadOnlyList<string>> Aliases = new("aliases", Cell.Names, account => account.Aliases);
    private static readonly Column<Account, string> Segment = new("segment", Cell.Name, account => account.Segment);
    private static readonly Column<Account, string?> City = new("city", Cell.Text, account => account.City);
    private static readonly Column<Account, string> Owner = new("owner_email", Cell.Email, (account, known) => known.EmailOf(account.Owner));
    private static readonly Column<Account, AccountStatus> Status = new("status", Cell.Choice<AccountStatus>(), account => account.Status);
    private static readonly Column<Account, decimal?> Wallet = new("wallet_eur", Cell.OrEmpty(Cell.Money()), account => account.Wallet);
    private static readonly Column<Account, int?> Cadence = new("cadence_days", Cell.OrEmpty(Cell.Whole(1, 3650)), account => account.CadenceDays);

    protected override IReadOnlyList<Column<Account>> Columns => [Id, Name_, Aliases, Segment, City, Owner, Status, Wallet, Cadence];
    protected override IReadOnlyList<Column<Account>> Key => [Id];
    public override bool MovesOthers => true;

    protected override Account Read(Cells row, Known known) => new(
        row.Of(Id), row.Of(Name_), row.Of(Aliases), row.Of(Segment), row.Of(City), row.Find(Owner, known.UsersByEmail, "users")?.Id ?? default,
        row.Of(Status), row.Of(Wallet), row.Of(Cadence))
    {
        WalletYear = row.Of(Wallet) is null ? null : known.Year,
    };

    // What stands in the file for years is not stated anew with each import.
    protected override Account Merge(Account read, Account stored) => read.Wallet == stored.Wallet ? read with { WalletYear = stored.WalletYear } : read;

    protected override TeamId? TeamOf(Account record, Known known) => known.TeamOf(record.Owner);
}

internal sealed class ContactsFile() : ExchangeFile<Contact>("contacts", Kinds.Contact)
{
    private static readonly Column<Contact, ContactId> Id = new("contact_id", Cell.Id<ContactId>(), contact => contact.Id);
    private static readonly Column<Contact, AccountId> Account = new("account_id", Cell.Id<AccountId>(), contact => contact.Account);
    private static readonly Column<Contact, string> Name_ = new("name", Cell.Name, contact => contact.Name);

    // Empty for somebody met whose role nobody has told the bot yet: an export holds such a person too.
    private static readonly Column<Contact, ContactRole?> Role = new("role", Cell.OrEmpty(Cell.Choice<ContactRole>()), contact => contact.Role);
    private static readonly Column<Contact, string?> Email = new("email", Cell.EmailOrEmpty, contact => contact.Email);
    private static readonly Column<Contact, string?> Phone = new("phone", Cell.Text, contact => contact.Phone);
    private static readonly Column<Contact, DateOnly?> Since = new("since", Cell.DateOrEmpty, contact => contact.Since);

    protected override IReadOnlyList<Column<Contact>> Columns => [Id, Account, Name_, Role, Email, Phone, Since];
    protected override IReadOnlyList<Column<Contact>> Key => [Id];

    protected override Contact Read(Cells row, Known known) => new(
        row.Of(Id), row.Find(Account, known.Accounts, "accounts")?.Id ?? default, row.Of(Name_), row.Of(Role), row.Of(Email), row.Of(Phone), row.Of(Since));

    protected override TeamId? TeamOf(Contact record, Known known) => known.TeamOf(record.Account);
}
