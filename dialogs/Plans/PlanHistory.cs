using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Advising;
using SalesBot.Dialogs.Flows.Contacts;

namespace SalesBot.Dialogs.Plans;

/// <summary>What the records tell of an account when a plan is made for it.</summary>
/// <param name="Last">EUR of the last twelve whole months; null: nothing was ever bought.</param>
/// <param name="Target">EUR over the plan's time; null: none is set.</param>
/// <param name="Realised">EUR of the plan's time so far.</param>
/// <param name="Pipeline">EUR, weighted.</param>
internal sealed record PlanHistory(
    Account Account, decimal? Last, decimal Before, decimal? Target, decimal Realised, decimal Pipeline, IReadOnlyList<Revenue> Sales,
    IReadOnlyList<Contact> Contacts, IReadOnlyList<Visit> Visits, IReadOnlyList<Issue> Issues, IReadOnlyList<SatisfactionScore> Scores, IReadOnlyList<Quote> Quotes,
    IReadOnlyList<MarketInfo> Market, IReadOnlyList<FuturePlan> Plans, IReadOnlyList<Suggestion> Suggestions)
{
    private const int MostVisits = 20, MostFacts = 200;

    public IReadOnlyList<ContactRole> Missing => [.. ContactSlots.Wanted.Except(Contacts.Select(contact => contact.Role).OfType<ContactRole>())];

    public SatisfactionScore? Score => Scores.FirstOrDefault(score => !score.IsEstimate);

    public IReadOnlyList<string> Competitors => [.. Market.Select(fact => fact.Competitor).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The last month of revenue that is on record, as a document's id.</summary>
    public string? RevenueRecord => Sales is [var last, ..] ? Kinds.Revenue.IdOf(last) : null;

    public static async Task<PlanHistory> ReadAsync(Account account, Period time, Turn turn, PolicyFor policy, CancellationToken cancel)
    {
        var book = turn.Book;
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var sales = (await book.Store.ListAsync(book.Partition, Kinds.Revenue, $"{account.Id}|", int.MaxValue, cancel, descending: true)).Select(stored => stored.Record).ToList();
        var before = new Period(month.AddMonths(-24), month.AddMonths(-12).AddDays(-1));
        var set = await Asked.Reading(turn, policy).OfAsync(new FigureScope.OfAccount(account.Id), time, cancel, withAccounts: false);
        return new(
            account, PlanStanding.LastYear(sales, turn.Today), Sum(sales, before), set.WholeTarget, Sum(sales, time), PipelineOf(set), sales,
            [.. (await book.ContactsAsync(account, cancel)).Select(stored => stored.Record).Where(contact => contact.LeftOn is null)],
            [.. (await book.VisitsAsync(account, MostVisits, cancel)).Where(visit => visit.VisitedOn <= turn.Today)],
            [.. (await book.IssuesAsync(account, cancel)).Select(stored => stored.Record).Where(issue => issue.IsOpen).OrderBy(issue => issue.Due)],
            [.. (await book.SatisfactionAsync(account, cancel)).Select(stored => stored.Record)],
            [.. (await book.OpenQuotesAsync(account, cancel)).Select(stored => stored.Record)],
            [.. (await book.MarketInfoAsync(turn.Today, MostFacts, cancel)).Where(fact => fact.Account == account.Id)],
            [.. (await book.FuturePlansAsync(account, cancel)).Select(stored => stored.Record).Where(plan => plan.EndedAt is null && plan.Horizon >= turn.Today).OrderBy(plan => plan.Horizon)],
            await SuggestUpsell.OfAsync(account, turn, cancel));
    }

    public static decimal PipelineOf(IndicatorSet set) => set["plan_coverage"]?.Parts.FirstOrDefault(part => part.En == "weighted pipeline")?.Value ?? 0;

    private static decimal Sum(IEnumerable<Revenue> sales, Period time) => sales.Where(row => time.Contains(row.Month)).Sum(row => row.Amount);
}
