using SalesBot.Cards.Plans;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Contacts;

namespace SalesBot.Dialogs.Plans;

/// <summary>How a plan is doing, from the records of its account.</summary>
internal static class PlanReading
{
    public static async Task<PlanView> ViewAsync(AccountPlan plan, Account account, Turn turn, PolicyFor policy, CancellationToken cancel)
    {
        var reading = Asked.Reading(turn, policy);
        var scope = new FigureScope.OfAccount(account.Id);
        var set = await reading.OfAsync(scope, new(plan.From, plan.To), cancel, withAccounts: false);
        var known = set.Reach.To < plan.From ? plan.From.AddDays(-1) : set.Reach.To;
        var book = turn.Book;
        var sales = (await book.Store.ListAsync(book.Partition, Kinds.Revenue, $"{account.Id}|", int.MaxValue, cancel)).Select(stored => stored.Record).ToList();
        var history = await PlanHistory.ReadAsync(account, new(plan.From, plan.To), turn, policy, cancel);
        var leads = await book.LeadsAsync(account, 500, cancel);
        var visits = await book.VisitsAsync(account, 500, cancel);
        var won = (await book.QuotesAsync(account, cancel)).Select(stored => stored.Record).Where(quote => quote.Status == QuoteStatus.Accepted).ToList();
        var progress = plan.Current.Objectives.Select(objective =>
        {
            var time = new Period(plan.From, objective.Date ?? plan.To);
            decimal? actual = objective.Measure switch
            {
                PlanMeasure.Revenue => sales.Where(row => time.Contains(row.Month) && (objective.Group is null || row.Group == objective.Group)).Sum(row => row.Amount),
                PlanMeasure.RoomNights => sales.Where(row => time.Contains(row.Month) && row.Group == ProductGroup.Overnight).Sum(row => row.Quantity ?? 0),
                PlanMeasure.Visits => visits.Count(visit => time.Contains(visit.VisitedOn)),
                PlanMeasure.Leads => leads.Count(lead => time.Contains(Day(lead.CreatedAt, turn))),
                PlanMeasure.QuotesWon => won.Count(quote => quote.DecidedAt is { } at && time.Contains(Day(at, turn))),
                PlanMeasure.Contacts => history.Contacts.Count,
                PlanMeasure.Roles => ContactSlots.Wanted.Length - history.Missing.Count,
                PlanMeasure.Satisfaction => history.Score?.Value,
                _ => null,
            };
            // Revenue is known by whole months, all else by the day.
            var upTo = objective.Measure is PlanMeasure.Revenue or PlanMeasure.RoomNights ? known : turn.Today;
            return PlanProgress.Of(objective, actual, plan.From, upTo, turn.Today);
        }).ToList();
        var people = await book.PeopleAsync(cancel);
        return new(
            plan, account.Name, progress, plan.From > turn.Today ? null : history.Realised, history.Pipeline, history.Target, turn.Today,
            plan.Owner == turn.User.Id || account.Owner == turn.User.Id || turn.User.Role == Role.Supervisor,
            plan.DecidedBy is { } by && people.TryGetValue(by, out var decider) ? decider.Name : null);
    }

    private static DateOnly Day(DateTimeOffset at, Turn turn) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, turn.Zone).DateTime);
}
