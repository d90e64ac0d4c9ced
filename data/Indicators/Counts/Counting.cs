using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Indicators;

/// <summary>
/// What a record by itself adds to the rollups. Saving another version takes away what the old one added. What several records of an
/// account say together is counted in <see cref="AccountState"/>.
/// </summary>
internal static class Counting
{
    public static IReadOnlyList<RollupDelta> Of(object record, IndicatorSettings settings)
    {
        var counts = new Counts();
        switch (record)
        {
            case Account: counts.AddAccount(); break;
            // An owner's revenue follows from the accounts, which change hands.
            case Revenue revenue:
                counts.Add(null, revenue.Account, revenue.Month, Counter.Revenue(revenue.Group), revenue.Amount);
                counts.AddKnown(revenue.Month, revenue.Amount);
                if (revenue.Quantity is not { } quantity) break;
                counts.Add(null, revenue.Account, revenue.Month, Counter.Quantity + revenue.Group, quantity);
                counts.Add(null, revenue.Account, revenue.Month, Counter.Quantified + revenue.Group, revenue.Amount);
                break;
            // Targets of users and teams are short ranges themselves; those of accounts are needed for all accounts at once.
            case Target { Scope: TargetScope.Account } target:
                counts.Add(null, new AccountId(target.ScopeId), target.Month, Counter.Target(target.Group), target.Amount);
                break;
            case Quote quote: QuoteCounting.Add(counts, quote, settings); break;
            case TurnedDown request: QuoteCounting.Add(counts, request); break;
            case Visit visit: ContactCounting.Add(counts, visit); break;
            case ContactMoment moment: ContactCounting.Add(counts, moment); break;
            case FollowUp task: RelationCounting.Add(counts, task); break;
            case Lead lead: RelationCounting.Add(counts, lead, settings); break;
            case Issue issue: RelationCounting.Add(counts, issue); break;
            case Advice advice: RelationCounting.Add(counts, advice); break;
            case SatisfactionScore score: RelationCounting.Add(counts, score); break;
            case EventAttended attended: RelationCounting.Add(counts, attended); break;
            case ReportDelivery report: RelationCounting.Add(counts, report); break;
            case Proposal proposal: PlanCounting.Add(counts, proposal); break;
            case AccountPlan plan: PlanCounting.Add(counts, plan); break;
        }
        return counts.All;
    }
}

/// <summary>Collects what is counted.</summary>
internal sealed class Counts
{
    private readonly List<RollupDelta> all = [];

    public IReadOnlyList<RollupDelta> All => all;

    /// <summary>In the month of the day.</summary>
    public void Add(UserId? user, AccountId? account, DateOnly day, string counter, decimal amount = 1)
    {
        if (amount == 0) return;
        if (user is { } person) all.Add(new(Rollup.OfUser(person, day), counter, amount));
        if (account is { } customer) all.Add(new(Rollup.OfAccount(customer, day.Year), Counter.In(day, counter), amount));
    }

    /// <summary>From one day to another, both included.</summary>
    public void AddSpan(UserId owner, AccountId? account, DateOnly from, DateOnly to, string counter, decimal amount = 1)
    {
        if (amount == 0 || to < from) return;
        foreach (var (day, step) in new[] { (from, amount), (to.AddDays(1), -amount) })
        {
            all.Add(new(Rollup.OfOwner(owner, day.Year), Counter.On(day, counter), step));
            if (account is { } customer) all.Add(new(Rollup.OfAccount(customer, day.Year), Counter.On(day, counter), step));
        }
    }

    /// <summary>Something is known of the month.</summary>
    public void AddKnown(DateOnly month, decimal amount)
    {
        if (amount != 0) all.Add(new(Rollup.OfKnown(month.Year), Counter.In(month, Counter.Rows), 1));
    }

    public void AddAccount() => all.Add(new(Rollup.OfKnown(Rollup.Now), Counter.Accounts, 1));

    /// <summary>Where to find it, from the account that it belongs to.</summary>
    public void AddOpen(AccountId account, string counter, string key) => all.Add(new(Rollup.OfAccount(account, Rollup.Now), counter + key, 1));

    /// <summary>As it is now.</summary>
    public void AddNow(UserId owner, AccountId? account, string counter, decimal amount = 1)
    {
        if (amount == 0) return;
        all.Add(new(Rollup.OfOwner(owner, Rollup.Now), counter, amount));
        if (account is { } customer) all.Add(new(Rollup.OfAccount(customer, Rollup.Now), counter, amount));
    }
}
