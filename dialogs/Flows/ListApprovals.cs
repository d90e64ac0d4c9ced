using SalesBot.Cards.Lists;
using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>
/// What waits for the speaker's decision. Approving or rejecting by words brings the card: a decision is only made where its
/// subject can be seen.
/// </summary>
internal sealed class ListApprovals(CardViews views) : Flow(Intents.ApprovalsPending, new("Goedkeuringen", "Approvals"), Account, Number)
{
    private static readonly Slot<SlotValue.Account> Account = Slot.Account(default, required: false);

    private static readonly Slot<string> Number = Slot.Words(SlotNames.QuoteNumber, new("Offertenummer", "Quote number"), default);

    public override IReadOnlyList<string> AlsoFor => [Intents.Approve, Intents.Reject];

    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel)
    {
        var waiting = await WaitingAsync(turn, cancel);
        var meant = waiting.Where(file =>
            (known.Of(Account)?.Id is not { } account || file.Account.Id == account)
            && (known.Of(Number) is not { } number || QuoteNumbering.Means(number, file.Quote.Record.Number))).ToList();
        var effect = new Effect();
        if (known.Intent != Intents.ApprovalsPending) effect.Refused = "card_only";
        if (meant.Count == 0) return effect.Say(Message.Of(turn.Say(QuoteSentences.NothingWaits)));
        if (known.Intent != Intents.ApprovalsPending) effect.Say(Message.Of(turn.Say(QuoteSentences.ApproveOnCard)));
        if (meant is [var only] && turn.Private)
            return effect.Say(Message.Of((await views.ApprovalAsync(only, turn.User, turn.Language, turn.Book.Tenant, cancel))!));
        var items = meant.Take(ListCard.PageSize).Select(file => new ApprovalItem(
            file.Approval!.Record, file.Account.Name, file.NameOf(file.Approval.Record.RequestedBy), file.Quote.Record.Value));
        return effect.Say(Message.Of(ApprovalsCard.Of(new([.. items], turn.User.Team), turn.Language)));
    }

    /// <summary>Waiting requests of this team that the speaker may decide on, oldest first.</summary>
    private static async Task<IReadOnlyList<QuoteFile>> WaitingAsync(Turn turn, CancellationToken cancel)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var files = new List<QuoteFile>();
        foreach (var stored in await turn.Book.Store.ListAsync(turn.Book.Partition, Kinds.Approval, "", int.MaxValue, cancel))
        {
            if (stored.Record.State != ApprovalState.Waiting) continue;
            var file = await QuoteFile.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.User.Team, stored.Record.Subject, stored.Record.Version, cancel);
            if (file is not null && ApprovalRules.MayDecide(turn.User, stored.Record, file.Quote.Record, people) is Permission.Allowed) files.Add(file);
        }
        return [.. files.OrderBy(file => file.Approval!.Record.RequestedAt)];
    }
}
