using SalesBot.Data.Approvals;

namespace SalesBot.Data.Agreements;

/// <summary>An agreement as something to decide on.</summary>
public static class AgreementMatter
{
    public static Matter Of(Agreement agreement) => new(
        new(SubjectKind.Agreement, agreement.Key), agreement.Name, agreement.Account, agreement.Owner, agreement.Current.Number, agreement.Current.Hash(agreement.Key),
        [.. agreement.Versions.Select(version => version.By).Distinct()],
        agreement.Status switch
        {
            AgreementStatus.Draft => Stage.Draft,
            AgreementStatus.Submitted => Stage.Submitted,
            AgreementStatus.Returned => Stage.Returned,
            AgreementStatus.Approved => Stage.Approved,
            _ => Stage.Closed,
        },
        agreement.Current.Value, agreement.Current.Discount);

    /// <summary>The agreement after a step of its approval.</summary>
    public static Agreement After(Agreement agreement, Approval approval) => approval.State switch
    {
        ApprovalState.Waiting => agreement with { Status = AgreementStatus.Submitted, ApprovedAt = null },
        ApprovalState.Approved => agreement with { Status = AgreementStatus.Approved, ApprovedAt = approval.DecidedAt },
        ApprovalState.Returned => agreement with { Status = AgreementStatus.Returned },
        ApprovalState.Rejected => agreement with { Status = AgreementStatus.Refused },
        ApprovalState.Withdrawn => agreement with { Status = AgreementStatus.Draft },
        _ => throw new ArgumentOutOfRangeException(nameof(approval), approval.State, "It leaves the agreement as it is."),
    };
}
