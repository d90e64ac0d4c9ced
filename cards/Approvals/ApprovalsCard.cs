using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Cards.Approvals;

/// <param name="MayOpen">Each row has a button that shows the request with its decision buttons (approval.show).</param>
public sealed record ApprovalsView(IReadOnlyList<ApprovalItem> Items, TeamId Team, ListMore? More = null, bool MayOpen = true);

/// <param name="Name">How people call what is decided on.</param>
/// <param name="Stake">The amount at stake; null where there is none.</param>
/// <param name="Team">Where the request lies, where that is another team than the list's.</param>
public sealed record ApprovalItem(Approval Approval, string Name, string? Stake, string AccountName, string RequesterName, TeamId? Team = null);

/// <summary>What waits for the reader's decision, oldest first.</summary>
public static class ApprovalsCard
{
    public static AdaptiveCard Of(ApprovalsView view, Language language) =>
        ListCard.Of(
            new ListView(
                ListTexts.Approvals.In(language), null, [.. view.Items.Select(item => ItemOf(item, view, language))],
                ListTexts.NoApprovals.In(language), view.More),
            language);

    private static ListItem ItemOf(ApprovalItem item, ApprovalsView view, Language language)
    {
        var approval = item.Approval;
        var deviations = approval.Findings.Count(finding => finding.Deviates);
        return new ListItem(
            item.AccountName,
            string.Join(" · ", new[] { item.Name, item.Stake, $"{ListTexts.By.In(language)} {item.RequesterName}" }.OfType<string>()),
            deviations == 0
                ? null
                : new Status((deviations == 1 ? new Text("1 afwijking", "1 deviation") : new Text($"{deviations} afwijkingen", $"{deviations} deviations")).In(language), TextColor.Warning),
            view.MayOpen
                ? new Execute(
                    ListTexts.Open.In(language), "approval.show",
                    new ActionData((approval.Subject.Word, approval.Subject.Key), ("team", (item.Team ?? view.Team).Value), ("version", approval.Version)))
                : null);
    }
}
