using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;

namespace SalesBot.Data;

/// <summary>What there is besides visits and quotes between the team and its customers.</summary>
public sealed partial class Book
{
    /// <summary>Newest first, closed ones too.</summary>
    public Task<IReadOnlyList<Stored<Issue>>> IssuesAsync(Account account, CancellationToken cancel) => OfAccountAsync(Kinds.Issue, account, cancel);

    /// <summary>Those of the accounts this reader sees, the most urgent first.</summary>
    public async Task<IReadOnlyList<Stored<Issue>>> OpenIssuesAsync(CancellationToken cancel) =>
        [.. (await SeenAsync(Kinds.Issue, issue => issue.Account, cancel)).Where(issue => issue.Record.IsOpen).OrderBy(issue => issue.Record.Due)];

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Stored<Advice>>> AdviceAsync(Account account, CancellationToken cancel) => OfAccountAsync(Kinds.Advice, account, cancel);

    /// <summary>Newest first; own estimates among them, marked as such.</summary>
    public Task<IReadOnlyList<Stored<SatisfactionScore>>> SatisfactionAsync(Account account, CancellationToken cancel) =>
        OfAccountAsync(Kinds.Satisfaction, account, cancel);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Stored<FuturePlan>>> FuturePlansAsync(Account account, CancellationToken cancel) =>
        OfAccountAsync(Kinds.FuturePlan, account, cancel);

    /// <summary>Of the accounts this reader sees, newest first.</summary>
    public async Task<IReadOnlyList<Stored<Advice>>> AdviceAsync(CancellationToken cancel) =>
        [.. (await SeenAsync(Kinds.Advice, advice => advice.Account, cancel)).OrderByDescending(advice => advice.Record.GivenAt)];

    /// <summary>Of the accounts this reader sees.</summary>
    public Task<IReadOnlyList<Stored<FuturePlan>>> FuturePlansAsync(CancellationToken cancel) => SeenAsync(Kinds.FuturePlan, plan => plan.Account, cancel);

    /// <summary>The one for the latest time first.</summary>
    public Task<IReadOnlyList<Stored<AccountPlan>>> PlansAsync(Account account, CancellationToken cancel) => OfAccountAsync(Kinds.AccountPlan, account, cancel);

    /// <summary>Of the accounts this reader sees.</summary>
    public Task<IReadOnlyList<Stored<AccountPlan>>> PlansAsync(CancellationToken cancel) => SeenAsync(Kinds.AccountPlan, plan => plan.Account, cancel);

    /// <summary>Leads of the accounts this reader sees.</summary>
    public Task<IReadOnlyList<Stored<Lead>>> LeadsAsync(CancellationToken cancel) => SeenAsync(Kinds.Lead, lead => lead.Account, cancel);

    /// <summary>Newest first; an account manager's own, or the team's.</summary>
    public async Task<IReadOnlyList<Stored<Proposal>>> ProposalsAsync(CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition, Kinds.Proposal, "", Most, cancel, descending: true)).Where(found => SeesTeam || found.Record.By == reader.Id)];

    /// <summary>What the team was at in a period, newest first; shared in the team.</summary>
    public async Task<IReadOnlyList<Stored<EventAttended>>> EventsAsync(Period period, CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition, Kinds.Event, "", Most, cancel, descending: true)).Where(found => period.Contains(found.Record.On))];

    /// <summary>Requests of an account that were turned down, newest first.</summary>
    public Task<IReadOnlyList<Stored<TurnedDown>>> TurnedDownAsync(Account account, CancellationToken cancel) => OfAccountAsync(Kinds.TurnedDown, account, cancel);

    /// <summary>Calls, mails and the like, newest first.</summary>
    public Task<IReadOnlyList<Stored<ContactMoment>>> ContactMomentsAsync(Account account, CancellationToken cancel) =>
        OfAccountAsync(Kinds.ContactMoment, account, cancel);

    /// <summary>The last visit, call or mail up to a day; null: never. What is planned for later is no contact yet.</summary>
    public async Task<LastContact?> LastContactAsync(Account account, DateOnly today, CancellationToken cancel)
    {
        var visit = await LastAsync(Kinds.Visit, account, today, cancel);
        var moment = await LastAsync(Kinds.ContactMoment, account, today, cancel);
        if (moment is not null && (visit is null || moment.On > visit.VisitedOn)) return new(moment.On, moment.User, false);
        return visit is null ? null : new(visit.VisitedOn, visit.User, true);
    }

    public Task<Visit?> LastVisitAsync(Account account, DateOnly today, CancellationToken cancel) => LastAsync(Kinds.Visit, account, today, cancel);

    /// <summary>The newest record that begins with the account and a day no later than this one.</summary>
    private async Task<T?> LastAsync<T>(Kind<T> kind, Account account, DateOnly today, CancellationToken cancel) where T : class
    {
        var upToToday = new IdRange(kind.IdOf($"{account.Id}|"), kind.IdOf($"{account.Id}|{today.AddDays(1):yyyyMMdd}"), Descending: true);
        return (await store.ListAsync(Partition, upToToday, 1, cancel)).Select(found => kind.Read(found).Record).FirstOrDefault();
    }

    /// <summary>The persons of all accounts this reader sees who still work there.</summary>
    public async Task<IReadOnlyList<Stored<Contact>>> ContactsAsync(CancellationToken cancel) =>
        [.. (await SeenAsync(Kinds.Contact, contact => contact.Account, cancel)).Where(contact => contact.Record.LeftOn is null)];

    /// <summary>Those of the reader's own accounts. Of few accounts each is looked up; of many it costs less to read them all.</summary>
    private async Task<IReadOnlyList<Stored<T>>> MineAsync<T>(IReadOnlyList<Stored<T>> all, Func<T, AccountId> accountOf, CancellationToken cancel) where T : class
    {
        var about = all.Select(found => accountOf(found.Record)).ToHashSet();
        var mine = about.Count > Few ? (await AccountsAsync(cancel)).Select(account => account.Id).ToHashSet() : [.. (await NamesAsync(about, cancel)).Keys];
        return [.. all.Where(found => mine.Contains(accountOf(found.Record)))];
    }

    private const int Few = 500;

    private Task<IReadOnlyList<Stored<T>>> OfAccountAsync<T>(Kind<T> kind, Account account, CancellationToken cancel) where T : class =>
        store.ListAsync(Partition, kind, $"{account.Id}|", Most, cancel, descending: true);

    private async Task<IReadOnlyList<Stored<T>>> SeenAsync<T>(Kind<T> kind, Func<T, AccountId> accountOf, CancellationToken cancel) where T : class
    {
        var all = await store.ListAsync(Partition, kind, "", int.MaxValue, cancel);
        return SeesTeam ? all : await MineAsync(all, accountOf, cancel);
    }
}
