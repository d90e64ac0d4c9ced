using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Cards.Approvals;

/// <summary>What the policy says of a request; deviations stand out.</summary>
internal static class Findings
{
    public static IEnumerable<Element> Of(IReadOnlyList<Finding> findings, Language language) =>
        findings.Select(finding => new TextBlock((finding.Deviates ? "⚠ " : "✓ ") + finding.In(language))
        {
            Spacing = Spacing.Small,
            Color = finding.Deviates ? TextColor.Warning : TextColor.Default,
            Subtle = !finding.Deviates,
        });
}
