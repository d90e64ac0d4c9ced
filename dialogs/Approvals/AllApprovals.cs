using SalesBot.Data.Approvals;
using SalesBot.Dialogs.Agreements;
using SalesBot.Dialogs.Flows.Proposals;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Quotes;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Every kind of thing that supervisors decide on. A new kind is one line here.</summary>
internal static class AllApprovals
{
    public static IReadOnlyList<ApprovalKind> Kinds { get; } = [QuoteApprovals.Shared, AgreementApprovals.Shared, PlanApprovals.Shared, ProposalApprovals.Shared];

    public static ApprovalKind? Of(SubjectKind kind) => Kinds.FirstOrDefault(one => one.Kind == kind);
}
