using SalesBot.Data;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.People;
using SalesBot.Data.Plans;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using Xunit;
using static SalesBot.Tests.Indicators.Book;
using Kinds = SalesBot.Data.Kinds;

namespace SalesBot.Tests.Indicators;

public sealed class RelationRecordsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Fact]
    public async Task Every_record_comes_back_as_it_was_saved()
    {
        await using var book = await OpenAsync();
        await BackAsync(book, Kinds.Issue, Issue("i1", "a1", Day));
        await BackAsync(book, Kinds.Advice, new Advice("d1", new("a1"), Daan, "Upgrade", At, AdviceStatus.Accepted, At, "Mooi", new("p1"), new("Q-2026-0001"), 250m));
        await BackAsync(book, Kinds.Event, new EventAttended("e1", Daan, "Vakbeurs", EventKind.Fair, Day, At, 1200m, 4));
        await BackAsync(book, Kinds.Satisfaction, new SatisfactionScore("s1", new("a1"), Daan, At, SatisfactionScale.Nps, 9, IsEstimate: true));
        await BackAsync(book, Kinds.FuturePlan, new FuturePlan("f1", new("a1"), Daan, "Congres", Day.AddYears(1), At, At, Day.AddMonths(3)));
        await BackAsync(book, Kinds.Proposal, new Proposal("p1", Daan, ProposalAbout.Price, "Weekendtarief", At, ProposalStatus.AdoptedWithChange, DecidedAt: At));
        await BackAsync(book, Kinds.AccountPlan, Plan("a1"));
        await BackAsync(book, Kinds.ReportDelivery, new ReportDelivery("r1", "monthly", Daan, Daan.Value, Day, Day, At, At));
        await BackAsync(book, Kinds.TurnedDown, new TurnedDown("t1", new("a1"), Daan, At, TurnedDownReason.NoSpace, "mail"));
        await BackAsync(book, Kinds.ContactMoment, new ContactMoment("m1", new("a1"), Daan, Day, ContactChannel.Call, [new("c1")], At));
        await BackAsync(book, Kinds.Cause, new Cause("c1", new("a1"), Day, Day, "Reorganisatie", Daan, At) { Sources = ["visit|a1|20260304|v1"] });
    }

    [Fact]
    public async Task An_account_manager_reads_the_issues_of_own_accounts_only_and_a_supervisor_those_of_the_team()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Eva));
        await book.PutAsync(Kinds.Issue, Issue("i1", "a1", Day.AddDays(3)), Issue("i2", "a2", Day), Issue("i3", "a1", Day) with { ClosedAt = At });

        Assert.Equal(["i1"], (await ReadAs(book, Daan, Role.AccountManager).OpenIssuesAsync(default)).Select(issue => issue.Record.Id));
        Assert.Equal(["i2", "i1"], (await ReadAs(book, new("sup"), Role.Supervisor).OpenIssuesAsync(default)).Select(issue => issue.Record.Id));
    }

    [Fact]
    public async Task The_last_contact_is_a_visit_or_a_call_whichever_came_later()
    {
        await using var book = await OpenAsync();
        var account = Account("a1", Daan);
        await book.PutAsync(Kinds.Account, account);
        var reader = ReadAs(book, Daan, Role.AccountManager);
        Assert.Null(await reader.LastContactAsync(account, Day.AddDays(9), default));
        await book.PutAsync(Kinds.Visit, new Visit("v1", account.Id, Daan, Day, At, []));
        Assert.Equal(new LastContact(Day, Daan, true), await reader.LastContactAsync(account, Day.AddDays(9), default));
        await book.PutAsync(Kinds.ContactMoment, new ContactMoment("m1", account.Id, Eva, Day.AddDays(1), ContactChannel.Mail, [], At));
        Assert.Equal(new LastContact(Day.AddDays(1), Eva, false), await reader.LastContactAsync(account, Day.AddDays(9), default));
        Assert.Equal(new LastContact(Day, Daan, true), await reader.LastContactAsync(account, Day, default));
    }

    private static async Task BackAsync<T>(Book book, Kind<T> kind, T record) where T : class
    {
        await book.ImportAsync(kind, record);
        var back = Assert.Single(await book.Store.ListAsync(book.Partition, kind, "", 10, default));
        Assert.True(kind.Same(record, back.Record));
    }

    private static Data.Book ReadAs(Book book, UserId reader, Role role) =>
        new(book.Store, Tenant, new User(reader, reader.Value, $"{reader}@example.com", role, 2, Book.Team));

    private static Issue Issue(string id, string account, DateOnly due) =>
        new(id, new(account), Daan, IssueKind.Looming, IssueSeverity.High, "Te weinig kamers", due, Daan, At);

    private static AccountPlan Plan(string account) => new(
        "ap1", new(account), Daan, Day, Day.AddYears(1), PlanStatus.Submitted,
        [
            new(1, [new("o1", "Meer zaalhuur", 20_000m, Day.AddMonths(6), Daan, [new("Vraag groeit", "market|20260304|m1", Day.AddMonths(2))])],
                [new("x1", "Directie bezoeken", Daan, Day.AddDays(14))], 80_000m, 12_000m, ["Verbouwing"], ["Van der Valk"], [new("Jan de Vries", true)], Daan, At),
        ],
        At);
}
