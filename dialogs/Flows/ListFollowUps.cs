using SalesBot.Cards.Lists;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>What the speaker still has to do, the most urgent first.</summary>
internal sealed class ListFollowUps() : Flow(Intents.ListFollowUps, new("Opvolging", "Follow-ups"), Account)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Privately.Answer(Message.Of(await CardAsync(turn, known.Of(Account)?.Id, 0, cancel)), turn);

    /// <summary>A page of the list, as it is now.</summary>
    /// <param name="without">One that this very turn ticks off.</param>
    public static async Task<Cards.Model.AdaptiveCard> CardAsync(Turn turn, Data.AccountId? of, int skip, CancellationToken cancel, string? without = null)
    {
        var open = (await turn.Book.OpenFollowUpsAsync(turn.User.Id, cancel)).Select(stored => stored.Record)
            .Where(task => (of is null || task.Account == of) && task.Id != without).ToList();
        var shown = open.Skip(skip).Take(ListCard.PageSize).ToList();
        var names = await turn.Book.NamesAsync(shown.Select(task => task.Account).OfType<Data.AccountId>(), cancel);
        var page = shown.Select(task => new FollowUpItem(task, task.Account is { } id ? names.GetValueOrDefault(id) : null));
        var more = open.Count > skip + ListCard.PageSize ? new ListMore("follow-ups", skip + ListCard.PageSize, of?.Value) : null;
        return FollowUpsCard.Of(new([.. page], turn.Today, open.Count, more), turn.Language);
    }
}
