using SalesBot.Cards.Approvals;
using SalesBot.Cards.Lists;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Shared;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

/// <summary>
/// What waits for the speaker's decision. Approving or rejecting by words brings the card: a decision is only made where its
/// subject can be seen.
/// </summary>
internal sealed class ListApprovals() : Flow(Intents.ApprovalsPending, new("Goedkeuringen", "Approvals"), Account, Number)
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
            && (known.Of(Number) is not { } number || QuoteNumbering.Means(number, new(file.Matter.Subject.Key)))).ToList();
        var effect = new Effect();
        if (known.Intent != Intents.ApprovalsPending) effect.Refused = "card_only";
        if (meant.Count == 0) return effect.Say(Message.Of(turn.Say(ApprovalSentences.NothingWaits)));
        if (known.Intent != Intents.ApprovalsPending) effect.Say(Message.Of(turn.Say(ApprovalSentences.ApproveOnCard)));
        if (meant is [var only]) return effect.SayPrivately(Message.Of((await ApprovalViews.CardAsync(only, turn.User, turn.Language, cancel))!), turn);
        var items = meant.Take(ListCard.PageSize).Select(file => ItemOf(file, turn));
        return effect.SayPrivately(Message.Of(ApprovalsCard.Of(new([.. items], turn.User.Team), turn.Language)), turn);
    }

    private static ApprovalItem ItemOf(ApprovalFile file, Turn turn)
    {
        var approval = file.Approval!.Record;
        var body = file.Item.Describe(approval.Version, Audience.Channel, turn.Language);
        return new(approval, body.Name, body.Stake, file.Account.Name, file.NameOf(approval.RequestedBy), file.Team);
    }

    /// <summary>Waiting requests that the speaker may decide on, of every team whose supervisors they are above or stand in for; oldest first.</summary>
    private static async Task<IReadOnlyList<ApprovalFile>> WaitingAsync(Turn turn, CancellationToken cancel)
    {
        var mandates = await MandateReading.ReadAsync(turn.Book.Store, turn.Book.Tenant, turn.Now, cancel);
        var files = new List<ApprovalFile>();
        foreach (var team in TeamsBelow(turn, mandates))
        {
            var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, team, turn.Now);
            foreach (var stored in await turn.Book.Store.ListAsync(reading.Partition, Kinds.Approval, "", int.MaxValue, cancel))
            {
                if (stored.Record.State != ApprovalState.Waiting) continue;
                var file = await ApprovalFile.ReadAsync(reading, stored.Record.Subject, stored.Record.Version, cancel);
                if (file is not null && ApprovalRules.MayDecide(turn.User, stored.Record, file.Matter, mandates) is Permission.Allowed) files.Add(file);
            }
        }
        return [.. files.OrderBy(file => file.Approval!.Record.RequestedAt)];
    }

    private static IEnumerable<TeamId> TeamsBelow(Turn turn, Mandates mandates)
    {
        var names = mandates.NamesOf(turn.User).Select(name => name.Id).ToHashSet();
        return mandates.People.Values.Where(user => names.Contains(user.Id) || mandates.Managers(user).Any(manager => names.Contains(manager.Id)))
            .Select(user => user.Team).Distinct();
    }
}
