using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Indicators;

/// <summary>A record that an indicator was reckoned from.</summary>
/// <param name="What">Its name and state, as it is stored.</param>
/// <param name="Amount">EUR or a score, where it has one.</param>
/// <param name="Record">Id of the document.</param>
public sealed record SourceRow(DateOnly? Day, AccountId? Account, string What, decimal? Amount, string Record);

/// <summary>Reads the records behind an indicator, newest first. It reads whole lists: for who asks where a figure comes from.</summary>
public sealed class SourceRows(IDocumentStore store, TenantId tenant, TeamId team)
{
    private readonly Partition partition = Partition.Of(tenant, team);

    public async Task<IReadOnlyList<SourceRow>> OfAsync(string code, FigureScope scope, Period period, CancellationToken cancel)
    {
        var owners = (await store.ListAsync(partition, Kinds.Account, "", int.MaxValue, cancel)).ToDictionary(found => found.Record.Id, found => found.Record.Owner);
        var rows = new List<SourceRow>();
        await ReadAsync();
        return [.. rows.OrderByDescending(row => row.Day).ThenBy(row => row.Record, StringComparer.Ordinal)];

        Task ReadAsync() => code switch
        {
            "revenue" or "revenue_growth" or "key_accounts" or "key_account_share" or "market_share" or "cross_sell" or "retention" or "churn" or "cause_coverage" =>
                AddAsync(Kinds.Revenue, row => (Owner(row.Account), row.Account, row.Month, row.Group.ToString(), row.Amount)),
            "quote_requests" or "denial_rate" => BothAsync(QuotesAsync(quote => quote.RequestedAt), AddAsync(Kinds.TurnedDown, request =>
                (request.Owner, request.Account, Reckoning.LocalDay(request.At), request.Reason.ToString(), null))),
            "quote_first_pass" => QuotesAsync(quote => quote.SubmittedAt),
            "quote_turnaround" or "hit_rate_sent" => QuotesAsync(quote => quote.SentAt),
            "hit_rate" or "hit_rate_value" or "quote_revisions" or "competitive_win_rate" or "upsell_value" or "upsell_rate" or "on_the_books" or "after_sales" =>
                QuotesAsync(quote => quote.DecidedAt),
            "leads" or "lead_value" or "lead_value_median" or "leads_qualified" => AddAsync(Kinds.Lead, lead =>
                (lead.Owner, lead.Account, Reckoning.LocalDay(lead.CreatedAt), lead.Status.ToString(), lead.ExpectedValue)),
            "note_quality" or "logged_within_24h" or "summary_support" => AddAsync(Kinds.Visit, Visited),
            "cadence" or "role_coverage" or "multi_threading" => BothAsync(AddAsync(Kinds.Visit, Visited), AddAsync(Kinds.ContactMoment, moment =>
                (moment.User, moment.Account, moment.On, moment.Channel.ToString(), null))),
            "contact_stability" => AddAsync(Kinds.Contact, contact => (Owner(contact.Account), contact.Account, contact.Since, contact.Role?.ToString() ?? "", null), anyDay: true),
            "future_plan_insight" => AddAsync(Kinds.FuturePlan, plan => (Owner(plan.Account), plan.Account, Reckoning.LocalDay(plan.UpdatedAt), plan.What, plan.ExpectedValue), anyDay: true),
            "follow_up_on_time" => AddAsync(Kinds.FollowUp, task => (task.Owner, task.Account, task.Due, task.What, null)),
            "issues_on_time" => AddAsync(Kinds.Issue, issue => (issue.Owner, issue.Account, issue.Due, issue.What, null)),
            "issues_early" => AddAsync(Kinds.Issue, issue => (issue.Owner, issue.Account, Reckoning.LocalDay(issue.NotedAt), issue.What, null)),
            "advice_acceptance" => AddAsync(Kinds.Advice, advice => (advice.By, advice.Account, Day(advice.DecidedAt), $"{advice.What} ({advice.Status})", advice.AddedValue)),
            "csat" => ScoresAsync(SatisfactionScale.Csat),
            "nps" => ScoresAsync(SatisfactionScale.Nps),
            "proposals_adopted" => AddAsync(Kinds.Proposal, proposal => (proposal.By, proposal.Account, Day(proposal.DecidedAt), $"{proposal.What} ({proposal.Status})", proposal.Value)),
            "events_attended" or "cost_per_lead" => AddAsync(Kinds.Event, attended => (attended.By, attended.Account, attended.On, attended.Name, attended.Cost)),
            "plan_fit" or "plan_coverage" or "plan_substantiation" => AddAsync(Kinds.AccountPlan, plan => (plan.Owner, plan.Account, plan.From, plan.Status.ToString(), plan.Current.Revenue), anyDay: true),
            "plan_acceptance" => AddAsync(Kinds.AccountPlan, plan => (plan.Owner, plan.Account, Day(plan.SubmittedAt), plan.Status.ToString(), plan.Current.Revenue)),
            "reports_on_time" => AddAsync(Kinds.ReportDelivery, report => (report.For, null, Reckoning.LocalDay(report.Due), report.Report, null)),
            _ => Task.CompletedTask,
        };

        Task QuotesAsync(Func<Quote, DateTimeOffset?> dated) =>
            AddAsync(Kinds.Quote, quote => (quote.Owner, quote.Account, Day(dated(quote)), $"{quote.Number} ({quote.Status})", ValueOf(quote)));

        // Estimates of our own are no answers.
        Task ScoresAsync(SatisfactionScale scale) => AddAsync(Kinds.Satisfaction, score =>
            (score.By, score.Account, score.Scale == scale && !score.IsEstimate ? Reckoning.LocalDay(score.At) : null, score.Scale.ToString(), score.Value));

        async Task AddAsync<T>(Kind<T> kind, Func<T, (UserId? By, AccountId? Account, DateOnly? Day, string What, decimal? Amount)> of, bool anyDay = false) where T : class
        {
            foreach (var found in await store.ListAsync(partition, kind, "", int.MaxValue, cancel))
            {
                var (by, account, day, what, amount) = of(found.Record);
                if (!anyDay && (day is not { } on || !period.Contains(on))) continue;
                if (scope is FigureScope.OfUser { User: var user } && by != user || scope is FigureScope.OfAccount { Account: var only } && account != only) continue;
                rows.Add(new(day, account, what, amount, found.Id));
            }
        }

        UserId? Owner(AccountId account) => owners.TryGetValue(account, out var owner) ? owner : null;
    }

    private static (UserId?, AccountId?, DateOnly?, string, decimal?) Visited(Visit visit) => (visit.User, visit.Account, visit.VisitedOn, visit.Goal ?? "", null);
    private static DateOnly? Day(DateTimeOffset? at) => at is { } moment ? Reckoning.LocalDay(moment) : null;
    private static decimal? ValueOf(Quote quote) => quote.Imported is null && quote.Versions.Count == 0 ? null : quote.Value;

    private static async Task BothAsync(Task one, Task other)
    {
        await one;
        await other;
    }
}
