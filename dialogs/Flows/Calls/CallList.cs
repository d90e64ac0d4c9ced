using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Calls;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Calls;

/// <summary>
/// "Welke klanten moet ik deze week bellen?" Of the speaker's own accounts: those whose agreed contact is due, key accounts that are
/// silent, and those where an option lapses, a quote lies unanswered, something is due, goes wrong or is about to be bought.
/// </summary>
internal sealed partial class ShowCallList(PolicyFor policy) : Flow("call_list", new("Bel- en bezoeklijst", "Call and visit list"))
{
    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) =>
        heard is Intents.ListFollowUps or Intents.AccountOverview or Intents.QueryKpi or Intents.AddFollowUp or Intents.OutOfScope && Asks().IsMatch(words)
        && said.All(slot => slot.Name is not (SlotNames.Account or SlotNames.Contact));

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Privately.Answer(Message.Of(await new CallList(policy).CardAsync(turn, 0, cancel)), turn);

    [GeneratedRegex(
        @"\b(bel|bezoek|call|visit)(- en bezoek|/bezoek| and visit|/visit)?[\s-]?(lijst|list)\b|\b(welke klanten|wie|which (customers|clients|accounts)|who(m)?)\b[^.!]*\b(bellen|bezoeken|bel ik|bezoek ik|langs|call|visit|contact(en)?|phone|see)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}

/// <summary>Works out the list.</summary>
internal sealed class CallList(PolicyFor policy)
{
    public const string List = "calls";

    /// <summary>A key account that is not heard of for so many days wants a call, whatever its cadence; a visit after twice as many.</summary>
    private const int KeySilence = 30;

    /// <summary>A sent quote without an answer for so many days is asked about.</summary>
    private const int QuietQuote = 7;

    public async Task<AdaptiveCard> CardAsync(Turn turn, int skip, CancellationToken cancel)
    {
        var week = WeekOf(turn.Today);
        var rows = await RowsAsync(turn, week, cancel);
        var more = rows.Count > skip + ListCard.PageSize ? new ListMore(List, skip + ListCard.PageSize) : null;
        return CallListCard.Of(new(turn.Language.Period(week), [.. rows.Skip(skip).Take(ListCard.PageSize)], rows.Count, more), turn.Language);
    }

    private async Task<IReadOnlyList<CallRow>> RowsAsync(Turn turn, Period week, CancellationToken cancel)
    {
        var book = turn.Book;
        // A supervisor has no accounts to call unless some are in that name; the list is always the speaker's own.
        var accounts = (await book.AccountsAsync(cancel)).Where(account => account.Owner == turn.User.Id && account.Status != AccountStatus.Inactive).ToList();
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var set = await Asked.Reading(turn, policy).OfAsync(new FigureScope.OfUser(turn.User.Id), new(month.AddMonths(-12), month.AddDays(-1)), cancel);
        var keys = set.Accounts.Where(figure => figure.IsKey).Select(figure => figure.Account).ToHashSet();
        var quotes = (await book.OpenQuotesAsync(quote => quote.Status is QuoteStatus.Sent or QuoteStatus.Approved, cancel)).Select(stored => stored.Record).ToLookup(quote => quote.Account);
        var issues = (await book.OpenIssuesAsync(cancel)).Select(stored => stored.Record).ToLookup(issue => issue.Account);
        var tasks = (await book.OpenFollowUpsAsync(turn.User.Id, cancel)).Select(stored => stored.Record).Where(task => task.Due <= week.To).ToLookup(task => task.Account);
        var plans = (await book.FuturePlansAsync(cancel)).Select(stored => stored.Record).Where(plan => plan.EndedAt is null).ToLookup(plan => plan.Account);
        var last = await Task.WhenAll(accounts.Select(account => book.LastContactAsync(account, turn.Today, cancel)));
        return
        [
            .. accounts.Select((account, at) => (Account: account, Weighed: Weigh(
                    account, last[at]?.On, keys.Contains(account.Id), quotes[account.Id], issues[account.Id], tasks[account.Id], plans[account.Id], week, turn)))
                .Where(row => row.Weighed.Reasons.Count > 0).OrderByDescending(row => row.Weighed.Weight).ThenBy(row => row.Account.Name, StringComparer.Ordinal)
                .Select(row => new CallRow(row.Account.Name, row.Account.Id.Value, row.Weighed.Reasons, row.Weighed.Visit, keys.Contains(row.Account.Id))),
        ];
    }

    private static (IReadOnlyList<CallReason> Reasons, int Weight, bool Visit) Weigh(
        Account account, DateOnly? last, bool isKey, IEnumerable<Quote> quotes, IEnumerable<Issue> issues, IEnumerable<Data.Visits.FollowUp> tasks,
        IEnumerable<Data.FuturePlans.FuturePlan> plans, Period week, Turn turn)
    {
        var found = new List<(int Weight, CallReason Reason)>();
        void Add(int weight, Text text, bool urgent = false) => found.Add((weight, new(turn.Say(text), urgent)));
        string Day(DateOnly day) => day.ToString("ddd d MMM", turn.Language.Culture());

        foreach (var issue in issues.OrderBy(issue => issue.Due).Take(1))
            Add(issue.Severity == IssueSeverity.High || issue.Due < turn.Today ? 90 : 60, CallTexts.Issue(issue.What, issue.Kind == IssueKind.Looming), issue.Severity == IssueSeverity.High);
        foreach (var quote in quotes)
        {
            if (quote.Status is not (QuoteStatus.Sent or QuoteStatus.Approved)) continue;
            if (quote is { Imported: null, Current.OptionDate: { } option } && option >= turn.Today && option <= week.To.AddDays(3)) Add(80, CallTexts.Option(quote.Number.Value, Day(option)), urgent: true);
            else if (quote is { Status: QuoteStatus.Sent, SentAt: { } sent } && Days(sent, turn) is >= QuietQuote and < 120 and var days) Add(50, CallTexts.QuietQuote(quote.Number.Value, days));
        }
        foreach (var task in tasks.OrderBy(task => task.Due).Take(2)) Add(task.Due < turn.Today ? 70 : 45, CallTexts.FollowUp(task.What, Day(task.Due)), task.Due < turn.Today);
        foreach (var plan in plans.Where(plan => plan.BuyFrom <= week.To && (plan.BuyUntil ?? plan.BuyFrom) >= turn.Today).Take(1)) Add(55, CallTexts.Window(plan.What));

        var silent = last is { } day ? turn.Today.DayNumber - day.DayNumber : (int?)null;
        if (account.CadenceDays is > 0 and var cadence)
        {
            if (silent is null) Add(35, CallTexts.Never);
            else if (silent > cadence) Add(40 + Math.Min(20, (silent.Value - cadence) * 20 / cadence), CallTexts.Overdue(silent.Value), silent > 2 * cadence);
            else if (last!.Value.AddDays(cadence) <= week.To) Add(30, CallTexts.DueThisWeek(Day(last.Value.AddDays(cadence))));
        }
        else if (isKey && silent is null or > KeySilence) Add(40, silent is { } quiet ? CallTexts.Silent(quiet) : CallTexts.Never);
        var reasons = found.OrderByDescending(reason => reason.Weight).ToList();
        var weight = reasons.Count == 0 ? 0 : reasons[0].Weight + 5 * (reasons.Count - 1) + (isKey ? 15 : 0);
        return ([.. reasons.Select(reason => reason.Reason)], weight, isKey && silent is null or > 2 * KeySilence);
    }

    private static int Days(DateTimeOffset since, Turn turn) => (int)(turn.Now - since).TotalDays;

    private static Period WeekOf(DateOnly today)
    {
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7);
        return new(monday, monday.AddDays(6));
    }
}
