using SalesBot.Data.Visits;

namespace SalesBot.Data.Exchange;

internal sealed class VisitsFile() : ExchangeFile<Visit>("visits", Kinds.Visit)
{
    private static readonly Column<Visit, string> Id = new(
        "visit_id", new(ReadId, value => value, Guarded: true), visit => visit.Id);
    private static readonly Column<Visit, AccountId> Account = new("account_id", Cell.Id<AccountId>(), visit => visit.Account);
    private static readonly Column<Visit, string> User = new("user_email", Cell.Email, (visit, known) => known.EmailOf(visit.User));
    private static readonly Column<Visit, DateOnly> Visited = new("visited_on", Cell.Date, visit => visit.VisitedOn);
    private static readonly Column<Visit, DateOnly> Logged = new("logged_on", Cell.Date, visit => LocalDay.Of(visit.LoggedAt));

    // A visit logged in chat may have met several, separated by bars.
    private static readonly Column<Visit, IReadOnlyList<ContactId>> Contacts = new("contact_id", Cell.Ids<ContactId>(), visit => visit.Contacts);
    private static readonly Column<Visit, string?> Goal = new("goal", Cell.Text, visit => visit.Goal);
    private static readonly Column<Visit, string?> Outcome = new("outcome", Cell.Text, visit => visit.Outcome);
    private static readonly Column<Visit, string?> NextStep = new("next_step", Cell.Text, visit => visit.NextStep);
    private static readonly Column<Visit, string?> Notes = new("notes", Cell.Text, visit => visit.Notes);

    protected override IReadOnlyList<Column<Visit>> Columns => [Id, Account, User, Visited, Logged, Contacts, Goal, Outcome, NextStep, Notes];
    protected override IReadOnlyList<Column<Visit>> Key => [Id];

    protected override Visit Read(Cells row, Known known)
    {
        var account = row.Find(Account, known.Accounts, "accounts");
        var contacts = row.Of(Contacts);
        foreach (var id in row.Sound ? contacts : [])
        {
            if (!known.Contacts.TryGetValue(id, out var contact)) row.Refuse(Contacts, Reasons.Unknown(id.Value, "contacts"));
            else if (contact.Account != account?.Id) row.Refuse(Contacts, Reasons.ContactOf(id.Value, contact.Account.Value, account?.Id.Value ?? ""));
        }
        return new(
            row.Of(Id), account?.Id ?? default, row.Find(User, known.UsersByEmail, "users")?.Id ?? default, row.Of(Visited),
            LocalDay.Moment(row.Of(Logged)), contacts, row.Of(Goal), row.Of(Outcome), row.Of(NextStep), row.Of(Notes));
    }

    // A summary belongs to the note that it was made of.
    protected override Visit Merge(Visit read, Visit stored) => read.Notes == stored.Notes ? read with { Summary = stored.Summary } : read;

    protected override TeamId? TeamOf(Visit record, Known known) => known.TeamOf(record.Account);

    private static Reason? ReadId(string text, out string value)
    {
        // Visits have no id type of their own; the rules are the same.
        var reason = Cell.Id<ContactId>().Read(text, out var id);
        value = id.Value;
        return reason;
    }
}
