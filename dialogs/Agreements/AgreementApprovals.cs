using SalesBot.Cards.Agreements;
using SalesBot.Cards.Approvals;
using SalesBot.Data;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Dialogs.Agreements;

/// <summary>How agreements are decided on.</summary>
internal sealed class AgreementApprovals() : ApprovalKind<Agreement>(SubjectKind.Agreement, Kinds.Agreement)
{
    public static readonly AgreementApprovals Shared = new();

    protected override Matter MatterOf(Agreement record) => AgreementMatter.Of(record);

    protected override Agreement After(Agreement record, Approval approval) => AgreementMatter.After(record, approval);

    protected override ApprovalBody Describe(Agreement record, int version, Audience audience, Language language) =>
        AgreementApproval.Of(record, version, language);

    /// <summary>A term that has run out binds nobody any more.</summary>
    protected override ValueTask<Refusal?> ObstacleAsync(Agreement record, ApprovalReading reading, CancellationToken cancel) => new(
        record.Current.Until < DateOnly.FromDateTime(reading.Now.UtcDateTime)
            ? new Refusal("term_over", $"De looptijd van {record.Name} is voorbij.", $"The term of {record.Name} is over.")
            : null);
}
