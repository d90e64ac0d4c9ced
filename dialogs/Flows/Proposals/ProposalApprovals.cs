using SalesBot.Cards.Approvals;
using SalesBot.Cards.Proposals;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Proposals;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Dialogs.Flows.Proposals;

/// <summary>How proposals are decided on: adopted, adopted with another amount, or declined.</summary>
internal sealed class ProposalApprovals() : ApprovalKind<Proposal>(SubjectKind.Proposal, Kinds.Proposal)
{
    public static readonly ProposalApprovals Shared = new();

    protected override Matter MatterOf(Proposal record) => ProposalMatter.Of(record);

    protected override Proposal After(Proposal record, Approval approval) => ProposalMatter.After(record, approval);

    protected override ApprovalBody Describe(Proposal record, int version, Audience audience, Language language) => ProposalsCard.BodyOf(record, language);

    protected override ValueTask<ChangedRecord<Proposal>> ChangeAsync(Proposal record, Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
    {
        if (wishes.Money("amount", record.Value) is not { } amount) return new(ChangedRecord<Proposal>.Not(new("no_change", "Vul een ander bedrag in.", "Fill in another amount.")));
        var change = new Finding(
            "amount", true, $"Bedrag {Cards.Formats.Money(Language.Dutch, record.Value ?? 0)} → {Cards.Formats.Money(Language.Dutch, amount)}",
            $"Amount {Cards.Formats.Money(Language.English, record.Value ?? 0)} → {Cards.Formats.Money(Language.English, amount)}");
        return new(new ChangedRecord<Proposal>(record with { Value = amount, Version = record.Version + 1 }, [], [change], null));
    }
}
