using System.Text.RegularExpressions;
using SalesBot.Cards.Accounts;
using SalesBot.Cards.Advising;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Indicators;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Accounts;
using SalesBot.Dialogs.Flows.Advising;
using SalesBot.Dialogs.Flows.Contacts;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What to know of an account before calling or visiting.</summary>
internal sealed partial class ShowAccount(PolicyFor policy) : Flow(Intents.AccountOverview, new("Klantoverzicht", "Account overview"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    private const int MostOffers = 3;

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await turn.Book.AccountAsync(known.Of(Account)!.Id ?? default, cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var view = await ViewAsync(account, Prepares().IsMatch(turn.Incoming.Text ?? ""), turn, policy, cancel);
        var asked = new Asked(new FigureScope.OfAccount(account.Id), account.Name, Period.Year(turn.Today.Year));
        return asked.Answer(Message.Of(AccountCard.Of(view, turn.Language)), turn);
    }

    /// <param name="prepares">For a visit to come.</param>
    public static async Task<AccountView> ViewAsync(Account account, bool prepares, Turn turn, PolicyFor policy, CancellationToken cancel)
    {
        var book = turn.Book;
        var contacts = (await book.ContactsAsync(account, cancel)).Select(stored => stored.Record).Where(contact => contact.LeftOn is null).ToList();
        var last = (await book.LastContactAsync(account, turn.Today, cancel))?.On;
        var tasks = (await book.OpenFollowUpsAsync(account, cancel)).Select(stored => stored.Record).ToList();
        var quotes = (await book.OpenQuotesAsync(account, cancel)).Select(stored => stored.Record).ToList();
        // What is known of a rival with the account's own name counts as well: "Van der Valk".
        var market = (await book.MarketInfoAsync(turn.Today, 200, cancel))
            .Where(fact => fact.Account == account.Id || fact.Competitor is { Length: > 3 } rival && account.Name.StartsWith(rival, StringComparison.OrdinalIgnoreCase)).Take(3).ToList();
        var issues = (await book.IssuesAsync(account, cancel)).Select(stored => stored.Record).Where(issue => issue.IsOpen).OrderBy(issue => issue.Due).ToList();
        var plans = (await book.FuturePlansAsync(account, cancel)).Select(stored => stored.Record).Where(plan => plan.EndedAt is null && plan.Horizon >= turn.Today).OrderBy(plan => plan.Horizon).ToList();
        var advice = (await book.AdviceAsync(account, cancel)).Select(stored => stored.Record).Where(given => given.Status == AdviceStatus.Open).ToList();
        var scores = (await book.SatisfactionAsync(account, cancel)).Select(stored => stored.Record).ToList();
        var leads = await book.LeadsAsync(account, 3, cancel);
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var set = await Asked.Reading(turn, policy).OfAccountAsync(account.Id, new(month.AddMonths(-12), month.AddDays(-1)), cancel);
        var rolling = set.Accounts.FirstOrDefault(figure => figure.Account == account.Id);
        var people = await book.PeopleAsync(cancel);
        IReadOnlyList<ContactRole> missing = [.. ContactSlots.Wanted.Except(contacts.Select(contact => contact.Role).OfType<ContactRole>())];
        return new AccountView(
            account, people.TryGetValue(account.Owner, out var owner) ? owner.Name : "?", turn.Today,
            rolling is { IsKey: true } ? turn.Say(FigureSentences.KeyAccount(rolling.Rolling, (await book.PolicyAsync(policy.Settings, cancel)).KeyAccountLine)) : null,
            set["revenue"]?.Value, FigureViews.Months(set.Months), contacts, missing, last, NextContact(account, last, tasks), quotes, leads, market, tasks,
            Preparation.Questions(issues, quotes, plans, missing, market, scores, leads, turn),
            [.. (await SuggestUpsell.OfAsync(account, turn, cancel)).Take(MostOffers).Select(suggestion => UpsellTexts.Line(suggestion, turn.Language))])
        {
            LastVisit = await book.LastVisitAsync(account, turn.Today, cancel),
            Issues = issues,
            Plans = plans,
            Advice = advice,
            Score = scores.FirstOrDefault(score => !score.IsEstimate),
            Prepares = prepares,
        };
    }

    /// <summary>The first thing planned; else what the cadence asks for.</summary>
    private static DateOnly? NextContact(Account account, DateOnly? last, IReadOnlyList<Data.Visits.FollowUp> tasks) =>
        tasks.Count > 0 ? tasks.Min(task => task.Due) : account.CadenceDays is { } days && last is { } day ? day.AddDays(days) : null;

    [GeneratedRegex(@"\b(bereid|voorbereid\w*|prepare|preparation|prep|ga (straks|morgen|zo|nu|vanmiddag|volgende week) naar|heb (straks|morgen|zo|vanmiddag) .*(afspraak|bezoek|gesprek)|seeing|on my way to|meeting .* (tomorrow|later|this))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Prepares();
}
