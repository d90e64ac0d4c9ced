using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;

namespace SalesBot.Bot.Checks;

/// <summary>
/// At most one decision for each version; by somebody else than made it, who had the right and the limit at that moment; on a version
/// that was still asked about.
/// </summary>
internal sealed class OneDecision() : Invariant(4, "One decision per version")
{
    private static readonly string[] Final = [nameof(ApprovalState.Approved), nameof(ApprovalState.Rejected), nameof(ApprovalState.Changed)];

    public override async Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        var violations = new List<Violation>(Twice(evidence));
        var quotes = evidence.Held(Kinds.Quote).ToLookup(quote => quote.Record.Number.Value, quote => quote.Record);
        foreach (var (partition, approval) in evidence.Held(Kinds.Approval).Select(held => (held.Partition, held.Record)))
        {
            if (approval is not { DecidedBy: { } by, DecidedAt: { } at } || approval.State == ApprovalState.Withdrawn) continue;
            var quote = approval.Subject.Kind == SubjectKind.Quote ? quotes[approval.Subject.Key].FirstOrDefault() : null;
            if (quote?.Versions.FirstOrDefault(version => version.Number == approval.Version + 1) is { ChangedBy: null } next && next.At < at)
                violations.Add(Violated($"{approval.Subject} was decided on after version {approval.Version} had been replaced.", Story(approval, $"{next.At:O}  {next.By}  made version {next.Number}")));
            var makers = approval.Requesters.Concat(quote?.Versions.Where(version => version.Number <= approval.Version).Select(version => version.By) ?? []);
            if (makers.Contains(by)) violations.Add(Violated($"{approval.Subject} was decided on by somebody who asked for it.", Story(approval)));
            else if (await RightAsync(evidence, partition, approval, quote, by, at, cancel) is { } why) violations.Add(Violated($"{approval.Subject} was decided on without the right to it: {why}.", Story(approval)));
        }
        return violations;
    }

    private IEnumerable<Violation> Twice(Evidence evidence) =>
        evidence.Held(Kinds.Trail).SelectMany(trail => trail.Record.Moves.Where(move => move.Kind == Kinds.Approval.Name && Final.Contains(move.After) && !Final.Contains(move.Before))
                .Select(move => (trail.Record, Move: move)))
            .GroupBy(decision => (decision.Record.Subject, decision.Move.Version)).Where(group => group.Count() > 1)
            .Select(group => Violated(
                $"{group.Key.Subject} version {group.Key.Version} was decided on {group.Count()} times.",
                group.OrderBy(decision => decision.Record.Id, StringComparer.Ordinal).Select(decision => $"{decision.Record.At:O}  {decision.Record.By}  {decision.Move.Before} -> {decision.Move.After}")));

    /// <summary>As the rules say with the people as they are, the absences as they were; where rights were changed since nothing can be said.</summary>
    private static async Task<string?> RightAsync(
        Evidence evidence, Partition partition, Approval approval, Quote? quote, UserId by, DateTimeOffset at, CancellationToken cancel)
    {
        if (evidence.Links.Any(links => links.Key.StartsWith(Kinds.User.Name + "|", StringComparison.Ordinal) && links.Value.Any(link => link.Entry.At > at && link.Record.Before.Length > 0))) return null;
        if (!evidence.Users.TryGetValue(by, out var decider)) return null;
        var team = new TeamId(partition.Key[(partition.Key.LastIndexOf(':') + 1)..]);
        if (await ApprovalFile.ReadAsync(new(evidence.Store, evidence.Tenant, team, at), approval.Subject, approval.Version, cancel) is not { Item.Matter: var matter }) return null;
        if (quote?.Versions.FirstOrDefault(version => version.Number == approval.Version) is { } decided)
            matter = matter with { Value = decided.Total, Discount = decided.LargestDiscount() };
        else if (matter.Version != approval.Version) return null;
        // As it was put to them.
        matter = matter with { Version = approval.Version, ContentHash = approval.ContentHash, Stage = Stage.Submitted, Makers = [.. approval.Requesters] };
        var absences = evidence.Held(Kinds.Absence).Select(absence => absence.Record).Where(absence => absence.RecordedAt <= at)
            .Select(absence => absence.EndedAt > at ? absence with { EndedAt = null } : absence);
        var may = ApprovalRules.MayDecide(decider, approval with { State = ApprovalState.Waiting }, matter, new(evidence.Users, [.. absences], at));
        return may is Permission.Refused refused ? refused.Why.Code : null;
    }

    private static IReadOnlyList<string> Story(Approval approval, params string[] before) =>
    [
        $"{approval.RequestedAt:O}  {approval.RequestedBy}  asked for {approval.Subject} version {approval.Version}; makers {string.Join(", ", approval.Requesters)}", .. before,
        $"{approval.DecidedAt:O}  {approval.DecidedBy}  {approval.State}{(approval.InPlaceOf is { } absent ? $" in place of {absent}" : "")}",
    ];
}
