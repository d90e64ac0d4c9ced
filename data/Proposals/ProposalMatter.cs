using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesBot.Data.Approvals;

namespace SalesBot.Data.Proposals;

/// <summary>A proposal as something to decide on. Its amount is compared with no limit: adopting it commits to nothing yet.</summary>
public static class ProposalMatter
{
    public static string KeyOf(Proposal proposal) => $"{proposal.ProposedAt.UtcDateTime:yyyyMMdd}|{proposal.Id}";

    public static Matter Of(Proposal proposal) => new(
        new(SubjectKind.Proposal, KeyOf(proposal)), proposal.What.Length > 60 ? proposal.What[..60].TrimEnd() + "…" : proposal.What, proposal.Account ?? default, proposal.By,
        proposal.Version, Hash(proposal), [proposal.By], proposal.Status == ProposalStatus.Open ? proposal.Stage : Stage.Closed);

    /// <summary>The proposal after a step of its approval; one that was changed by the decider was adopted with that change.</summary>
    public static Proposal After(Proposal proposal, Approval approval) => approval.State switch
    {
        ApprovalState.Waiting => proposal with { Stage = Stage.Submitted, Approver = approval.Approver },
        ApprovalState.Returned => proposal with { Stage = Stage.Returned },
        ApprovalState.Withdrawn => proposal with { Stage = Stage.Draft },
        ApprovalState.Approved => Decided(proposal, approval, approval.Changes is { Count: > 0 } ? ProposalStatus.AdoptedWithChange : ProposalStatus.Adopted),
        ApprovalState.Rejected => Decided(proposal, approval, ProposalStatus.Declined),
        _ => throw new ArgumentOutOfRangeException(nameof(approval), approval.State, "It leaves the proposal as it is."),
    };

    private static Proposal Decided(Proposal proposal, Approval approval, ProposalStatus status) => proposal with
    {
        Status = status,
        Stage = Stage.Closed,
        DecidedBy = approval.DecidedBy,
        DecidedAt = approval.DecidedAt,
        Decision = approval.Reason,
    };

    private static string Hash(Proposal proposal) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{proposal.Id}|{proposal.Version}|{proposal.About}|{proposal.Account}|{proposal.Value}|{proposal.What}"))));
}
