using SalesBot.Cards.Accounts;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What to know of an account before calling or visiting.</summary>
internal sealed class ShowAccount(PolicyFor policy) : Flow(Intents.AccountOverview, new("Klantoverzicht", "Account overview"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(new("Van welke klant?", "Of which account?"));

    private static readonly ContactRole[] RolesWanted = [ContactRole.Principal, ContactRole.Booker, ContactRole.Finance];

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (await turn.Book.AccountAsync(known.Of(Account)!.Id ?? default, cancel) is not { Record: var account }) return FigureSlots.NoAccount(turn);
        var book = turn.Book;
        var contacts = (await book.ContactsAsync(account, cancel)).Select(stored => stored.Record).Where(contact => contact.LeftOn is null).ToList();
        var visits = await book.VisitsAsync(account, 1, cancel);
        var last = visits.Count > 0 ? visits[0].VisitedOn : (DateOnly?)null;
        var tasks = (await book.OpenFollowUpsAsync(account.Owner, cancel)).Select(stored => stored.Record).Where(task => task.Account == account.Id).ToList();
        var quotes = (await book.QuotesAsync(cancel)).Select(stored => stored.Record).Where(quote => quote.Account == account.Id && IsOpen(quote)).ToList();
        var market = (await book.MarketInfoAsync(turn.Today, 200, cancel)).Where(fact => fact.Account == account.Id).Take(3).ToList();
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var set = await Asked.Reading(turn, policy).OfAccountAsync(account.Id, new(month.AddMonths(-12), month.AddDays(-1)), cancel);
        var rolling = set.Accounts.FirstOrDefault(figure => figure.Account == account.Id);
        var people = await book.PeopleAsync(cancel);
        var view = new AccountView(
            account, people.TryGetValue(account.Owner, out var owner) ? owner.Name : "?", turn.Today,
            rolling is { IsKey: true } ? turn.Say(FigureSentences.KeyAccount(rolling.Rolling, policy.Settings.KeyAccountLine)) : null,
            set["revenue"]?.Value, FigureViews.Months(set.Months), contacts, [.. RolesWanted.Except(contacts.Select(contact => contact.Role).OfType<ContactRole>())],
            last, NextContact(account, last, tasks), quotes, await book.LeadsAsync(account, 3, cancel), market, tasks, [], []);
        var asked = new Asked(new FigureScope.OfAccount(account.Id), account.Name, Period.Year(turn.Today.Year));
        return asked.Answer(Message.Of(AccountCard.Of(view, turn.Language)), turn);
    }

    /// <summary>The first thing planned; else what the cadence asks for.</summary>
    private static DateOnly? NextContact(Account account, DateOnly? last, IReadOnlyList<Data.Visits.FollowUp> tasks) =>
        tasks.Count > 0 ? tasks.Min(task => task.Due) : account.CadenceDays is { } days && last is { } day ? day.AddDays(days) : null;

    private static bool IsOpen(Quote quote) =>
        quote.Status is QuoteStatus.Draft or QuoteStatus.Submitted or QuoteStatus.Returned or QuoteStatus.Approved or QuoteStatus.Sent;
}
