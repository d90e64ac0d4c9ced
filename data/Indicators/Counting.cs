using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Indicators;

/// <summary>A change of one counter in one rollup.</summary>
public readonly record struct RollupDelta(string Rollup, string Counter, decimal Amount);

/// <summary>What a record adds to the rollups. Saving another version takes away what the old one added.</summary>
public static class Counting
{
    /// <param name="ownerOf">The account manager of an account, for whom its revenue counts; null: unknown account.</param>
    public static IReadOnlyList<RollupDelta> Of(object record, Func<AccountId, UserId?> ownerOf)
    {
        var counts = new List<RollupDelta>();
        switch (record)
        {
            case Revenue revenue:
                Add(counts, ownerOf(revenue.Account), revenue.Account, revenue.Month, Counter.Revenue(revenue.Group), revenue.Amount);
                break;
            // Targets of users and teams are short ranges themselves; those of accounts are needed for all accounts at once.
            case Target { Scope: TargetScope.Account } target:
                Add(counts, null, new AccountId(target.ScopeId), target.Month, Counter.Target(target.Group), target.Amount);
                break;
            case Quote quote:
                AddQuote(counts, quote);
                break;
            case Visit visit:
                AddVisit(counts, visit);
                break;
            case FollowUp task:
                AddFollowUp(counts, task);
                break;
            case Lead lead:
                AddLead(counts, lead);
                break;
        }
        return counts;
    }

    private static void AddQuote(List<RollupDelta> counts, Quote quote)
    {
        void Count(DateOnly day, string counter, decimal amount = 1) => Add(counts, quote.Owner, quote.Account, day, counter, amount);

        Count(Reckoning.LocalDay(quote.RequestedAt), Counter.Requested);
        if (quote.SubmittedAt is { } submitted)
        {
            Count(Reckoning.LocalDay(submitted), Counter.Submitted);
            if (quote.ApprovedAt is not null && quote.ReturnedCount == 0) Count(Reckoning.LocalDay(submitted), Counter.FirstPass);
        }
        if (quote.SentAt is { } sent)
        {
            var day = Reckoning.LocalDay(sent);
            Count(day, Counter.Sent);
            Count(day, Counter.With(Counter.Turnaround, Reckoning.WorkingHours(quote.RequestedAt, sent)));
            if (quote.Status is QuoteStatus.Accepted) Count(day, Counter.SentAccepted);
        }
        if (quote.DecidedAt is not { } at || OutcomeOf(quote.Status) is not { } outcome) return;
        var decided = Reckoning.LocalDay(at);
        Count(decided, outcome);
        Count(decided, Counter.DecidedValue, quote.Value);
        if (quote.Status is not QuoteStatus.Accepted) return;
        Count(decided, Counter.AcceptedValue, quote.Value);
        Count(decided, Counter.AcceptedVersions, quote.Imported?.Versions ?? quote.Versions.Count);
        if (quote.Imported is not null) return;
        foreach (var line in quote.Current.Lines.Where(line => line.From is not null))
            foreach (var (day, amount) in ByDay(line)) Count(day, Counter.With(Counter.Booked, day.Day), amount);
    }

    private static string? OutcomeOf(QuoteStatus status) => status switch
    {
        QuoteStatus.Accepted => Counter.Accepted,
        QuoteStatus.Rejected => Counter.Rejected,
        QuoteStatus.Withdrawn => Counter.Withdrawn,
        QuoteStatus.Expired => Counter.Expired,
        _ => null,
    };

    /// <summary>A stay over a month end is split by night.</summary>
    private static IEnumerable<(DateOnly Day, decimal Amount)> ByDay(QuoteLine line)
    {
        var first = line.From!.Value;
        if (line.Unit is not (PriceUnit.RoomNight or PriceUnit.Day or PriceUnit.PersonDay)) return [(first, line.Net)];
        var shares = Enumerable.Range(0, (int)Math.Ceiling(line.Times)).Select(day => Math.Min(1, line.Times - day)).ToArray();
        return Cents.Divide(line.Net, shares).Select((amount, day) => (first.AddDays(day), amount));
    }

    private static void AddVisit(List<RollupDelta> counts, Visit visit)
    {
        void Count(string counter) => Add(counts, visit.User, visit.Account, visit.VisitedOn, counter, 1);

        Count(Counter.Visits);
        Count(Counter.With(Counter.VisitedOn, visit.VisitedOn.Day));
        // Only the day of the visit is known: until the end of the next day it can be 24 hours.
        if (Reckoning.LocalDay(visit.LoggedAt) <= visit.VisitedOn.AddDays(1)) Count(Counter.VisitsIn24Hours);
        if (visit.Contacts.Count > 0 && Said(visit.Goal) && Said(visit.Outcome) && Said(visit.NextStep)) Count(Counter.VisitsComplete);

        static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);
    }

    private static void AddFollowUp(List<RollupDelta> counts, FollowUp task)
    {
        void Count(string counter) => Add(counts, task.Owner, task.Account, task.Due, counter, 1);

        Count(Counter.Due);
        if (task.DoneAt is not { } done) Count(Counter.With(Counter.DueOpen, task.Due.Day));
        else if (Reckoning.LocalDay(done) <= task.Due) Count(Counter.DueDone);
    }

    private static void AddLead(List<RollupDelta> counts, Lead lead)
    {
        void Count(string counter) => Add(counts, lead.Owner, lead.Account, Reckoning.LocalDay(lead.CreatedAt), counter, 1);

        Count(Counter.Leads);
        if (lead.Status is LeadStatus.Qualified or LeadStatus.Won) Count(Counter.LeadsQualified);
        if (lead.ExpectedValue is { } value) Count(Counter.With(Counter.LeadValue, value));
    }

    private static void Add(List<RollupDelta> counts, UserId? user, AccountId? account, DateOnly day, string counter, decimal amount)
    {
        if (amount == 0) return;
        if (user is { } person) counts.Add(new(Rollup.OfUser(person, day), counter, amount));
        if (account is { } customer) counts.Add(new(Rollup.OfAccount(customer, day.Year), Tally.MonthPrefix(day.Month) + counter, amount));
    }
}
