using SalesBot.Cards.Advising;
using SalesBot.Data;
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
        var histories = await BuyingHistory.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Today, cancel);
        var accounts = await turn.Book.AccountsAsync(cancel);
        if (known.Of(Account) is not { } named)
        {
            var rows = accounts.SelectMany(account => Of(account, histories, turn).Take(MostOfOne).Select(suggestion => new UpsellRow(suggestion, account.Name)));
            return Privately.Answer(Message.Of(UpsellCard.Of(new(null, [.. rows.OrderByDescending(row => row.Suggestion.Worth).Take(MostOfAll)], []), turn.Language)), turn);
        }
        if (accounts.FirstOrDefault(account => account.Id == named.Id) is not { } one) return FigureSlots.NoAccount(turn);
        var advice = await OpenAdvice.OfAsync(turn, one.Id, cancel);
        var effect = Privately.Answer(Message.Of(UpsellCard.Of(
            new(one.Name, [.. Of(one, histories, turn).Select(suggestion => new UpsellRow(suggestion, null))], [.. advice.Select(stored => stored.Record.What)]), turn.Language)), turn);
        effect.Lean[SlotNames.Account] = new SlotValue.Account(one.Name, one.Id, []);
        return effect;
    }

    /// <summary>Compared with the other accounts of the team: only counts of them are shown.</summary>
    public static IReadOnlyList<Suggestion> Of(Account account, IReadOnlyDictionary<AccountId, Buying> histories, Turn turn) =>
        histories.TryGetValue(account.Id, out var own) ? Suggestions.For(own, [.. histories.Values.Where(other => other.Account != account.Id)], turn.Today) : [];
}
