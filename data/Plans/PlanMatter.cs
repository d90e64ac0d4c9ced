using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesBot.Data.Approvals;

namespace SalesBot.Data.Plans;

/// <summary>
/// An account plan as something to decide on. What it commits us to is what it costs, so that is compared with the decider's limit;
/// its revenue is a hope and binds nobody.
/// </summary>
public static class PlanMatter
{
    public static Matter Of(AccountPlan plan) => new(
        new(SubjectKind.AccountPlan, plan.Key), plan.Name, plan.Account, plan.Owner, plan.Current.Number, Hash(plan.Key, plan.Current),
        [.. plan.Versions.Select(version => version.By).Distinct()],
        plan.Status switch
        {
            PlanStatus.Draft => Stage.Draft,
            PlanStatus.Submitted => Stage.Submitted,
            PlanStatus.Returned => Stage.Returned,
            PlanStatus.Approved => Stage.Approved,
            _ => Stage.Closed,
        },
        plan.Current.Cost);

    /// <summary>The plan after a step of its approval.</summary>
    public static AccountPlan After(AccountPlan plan, Approval approval) => approval.State switch
    {
        ApprovalState.Waiting => plan with { Status = PlanStatus.Submitted, SubmittedAt = plan.SubmittedAt ?? approval.RequestedAt },
        ApprovalState.Approved => Decided(plan, approval, PlanStatus.Approved) with { ApprovedVersion = approval.Version },
        ApprovalState.Returned => Decided(plan, approval, PlanStatus.Returned) with { ReturnedCount = plan.ReturnedCount + 1 },
        ApprovalState.Rejected => Decided(plan, approval, PlanStatus.Rejected),
        ApprovalState.Withdrawn => plan with { Status = PlanStatus.Draft },
        _ => throw new ArgumentOutOfRangeException(nameof(approval), approval.State, "It leaves the plan as it is."),
    };

    private static AccountPlan Decided(AccountPlan plan, Approval approval, PlanStatus status) => plan with
    {
        Status = status,
        DecidedBy = approval.DecidedBy,
        DecidedAt = approval.DecidedAt,
        Decision = approval.Reason,
    };

    /// <summary>SHA-256 in hexadecimal over everything that is planned; that an action has been done changes no plan.</summary>
    public static string Hash(string key, PlanVersion version)
    {
        var text = new StringBuilder();
        Put(key, version.Number, version.Revenue, version.Cost);
        foreach (var objective in version.Objectives)
        {
            Put(objective.What, objective.Number, objective.Date, objective.Owner, objective.Measure, objective.Group);
            foreach (var fact in objective.Proof) Put(fact.Text, fact.Record);
        }
        foreach (var action in version.Actions) Put("action", action.What, action.Owner, action.Due);
        foreach (var risk in version.Risks) Put("risk", risk);
        foreach (var competitor in version.Competitors) Put("competitor", competitor);
        foreach (var person in version.Stakeholders) Put("stakeholder", person.Name, person.Agrees);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // With its length, so that no two different plans read alike.
        void Put(params ReadOnlySpan<object?> parts)
        {
            foreach (var part in parts)
            {
                var written = part switch
                {
                    null => "-",
                    decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
                    DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                    var other => other.ToString() ?? "",
                };
                text.Append(CultureInfo.InvariantCulture, $"{written.Length}:{written};");
            }
        }
    }
}
