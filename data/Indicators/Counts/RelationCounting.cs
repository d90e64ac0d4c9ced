using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.Issues;
using SalesBot.Data.Prices;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Indicators;

/// <summary>What follow-ups, leads, issues, advice, scores, events and reports add.</summary>
internal static class RelationCounting
{
    public static void Add(Counts counts, FollowUp task)
    {
        AddDue(counts, task.Owner, task.Account, task.Due, task.DoneAt, Counter.Due, Counter.DueDone, Counter.DueOpen);
        if (task is { DoneAt: null, Account: { } account }) counts.AddOpen(account, Counter.OpenFollowUp, Kinds.FollowUp.KeyOf(task));
    }

    public static void Add(Counts counts, Lead lead, IndicatorSettings settings)
    {
        void Count(string counter) => counts.Add(lead.Owner, lead.Account, Reckoning.LocalDay(lead.CreatedAt), counter);

        Count(Counter.Leads);
        if (lead.Status is LeadStatus.Qualified or LeadStatus.Won) Count(Counter.LeadsQualified);
        if (lead.ExpectedValue is not { } value) return;
        Count(Counter.With(Counter.LeadValue, value));
        // From the quote on, the quote counts.
        if (lead.Status is not (LeadStatus.Open or LeadStatus.Qualified) || lead.Quote is not null) return;
        var chance = lead.Probability ?? (lead.Status is LeadStatus.Qualified ? settings.QualifiedChance : settings.LeadChance);
        var weighted = Cents.Round(value * chance / 100);
        if (lead.From is { } day) counts.Add(lead.Owner, lead.Account, day, Counter.Pipeline, weighted);
        else counts.AddNow(lead.Owner, lead.Account, Counter.Pipeline, weighted);
    }

    public static void Add(Counts counts, Issue issue)
    {
        var noted = Reckoning.LocalDay(issue.NotedAt);
        counts.Add(issue.Owner, issue.Account, noted, Counter.Issues);
        if (issue.IsEarly) counts.Add(issue.Owner, issue.Account, noted, Counter.IssuesEarly);
        AddDue(counts, issue.Owner, issue.Account, issue.Due, issue.ClosedAt, Counter.IssuesDue, Counter.IssuesOnTime, Counter.IssuesOpen);
    }

    public static void Add(Counts counts, Advice advice)
    {
        if (advice.Status is AdviceStatus.Open || advice.DecidedAt is not { } at) return;
        counts.Add(advice.By, advice.Account, Reckoning.LocalDay(at), advice.Status is AdviceStatus.Accepted ? Counter.AdviceAccepted : Counter.AdviceDeclined);
    }

    public static void Add(Counts counts, SatisfactionScore score)
    {
        void Count(string counter) => counts.Add(score.By, score.Account, Reckoning.LocalDay(score.At), counter);

        if (score.IsEstimate) Count(Counter.Estimates);
        else if (score.Scale is SatisfactionScale.Csat)
        {
            Count(Counter.Csat);
            if (score.Value >= 4) Count(Counter.CsatGood);
        }
        else if (score.Scale is SatisfactionScale.Nps)
        {
            Count(Counter.Nps);
            if (score.Value >= 9) Count(Counter.Promoters);
            else if (score.Value <= 6) Count(Counter.Detractors);
        }
    }

    public static void Add(Counts counts, EventAttended attended)
    {
        void Count(string counter, decimal amount = 1) => counts.Add(attended.By, attended.Account, attended.On, counter, amount);

        Count(Counter.Events);
        Count(Counter.EventsOf + attended.Kind);
        if (attended.Cost is not { } cost) Count(Counter.EventsWithoutCost);
        else
        {
            Count(Counter.EventCost, cost);
            Count(Counter.EventLeads, attended.Leads);
        }
    }

    public static void Add(Counts counts, ReportDelivery report)
    {
        var due = Reckoning.LocalDay(report.Due);
        counts.Add(report.For, null, due, Counter.Reports);
        if (report.DeliveredAt is null) counts.Add(report.For, null, due, Counter.With(Counter.ReportsOpen, due.Day));
        else if (report.IsOnTime) counts.Add(report.For, null, due, Counter.ReportsOnTime);
    }

    private static void AddDue(
        Counts counts, UserId owner, AccountId? account, DateOnly due, DateTimeOffset? done, string all, string onTime, string open)
    {
        counts.Add(owner, account, due, all);
        if (done is not { } at) counts.Add(owner, account, due, Counter.With(open, due.Day));
        else if (Reckoning.LocalDay(at) <= due) counts.Add(owner, account, due, onTime);
    }
}
