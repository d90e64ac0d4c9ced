using SalesBot.Cards.Advising;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Advising;

/// <summary>"Wat kan ik Philips nog meer verkopen?", from what it and comparable accounts bought.</summary>
internal sealed class SuggestUpsell() : Flow(Intents.UpsellSuggestion, new("Wat je nog kunt aanbieden", "What you could offer"), Account)
{
    private const int MostOfOne = 2, MostOfAll = 6;

    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        if (known.Of(Account) is not { } named)
        {
            var book = turn.Book;
            var (histories, peers) = (await BuyingHistory.ReadAsync(book.Store, book.Tenant, turn.User.Team, turn.Today, cancel), await Peers.ReadAsync(book.Store, book.Tenant, turn.User.Team, turn.Today, cancel));
            var rows = from account in await book.AccountsAsync(cancel)
                       where histories.ContainsKey(account.Id)
                       from suggestion in Of(histories[account.Id], peers, turn).Take(MostOfOne)
                       orderby suggestion.Worth descending
                       select new UpsellRow(suggestion, account.Name);
            return Privately.Answer(Message.Of(UpsellCard.Of(new(null, [.. rows.Take(MostOfAll)], []), turn.Language)), turn);
        }
        if (named.Id is not { } id || await turn.Book.AccountAsync(id, cancel) is not { Record: var one }) return FigureSlots.NoAccount(turn);
        var advice = await OpenAdvice.OfAsync(turn, one.Id, cancel);
        var effect = Privately.Answer(Message.Of(UpsellCard.Of(
            new(one.Name, [.. (await OfAsync(one, turn, cancel)).Select(suggestion => new UpsellRow(suggestion, null))], [.. advice.Select(stored => stored.Record.What)]), turn.Language)), turn);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(one.Name, one.Id, []);
        return effect;
    }

    /// <summary>Compared with the other accounts of the team: only counts of them are read and shown.</summary>
    public static async Task<IReadOnlyList<Suggestion>> OfAsync(Account account, Turn turn, CancellationToken cancel)
    {
        var book = turn.Book;
        var own = await BuyingHistory.ReadAsync(book.Store, book.Tenant, turn.User.Team, account.Id, turn.Today, cancel);
        return own.Months.Count == 0 ? [] : Of(own, await Peers.ReadAsync(book.Store, book.Tenant, turn.User.Team, turn.Today, cancel), turn);
    }

    private static IReadOnlyList<Suggestion> Of(Buying own, Peers peers, Turn turn) => Suggestions.For(own, peers.Without(own), turn.Today);
}
