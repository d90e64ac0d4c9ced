using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>One matter has at most one effect, however often it is delivered; what was refused has none.</summary>
internal sealed class NoDoubleWrite() : Invariant(2, "No double write")
{
    /// <summary>Lie in one team's partition at a time.</summary>
    private static readonly HashSet<string> InOnePlace = [Kinds.Account.Name, Kinds.Contact.Name, Kinds.Quote.Name, Kinds.Approval.Name, Kinds.Revenue.Name];

    public override Told Gains => Told.Clients;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Violation>>([.. TwoKeys(evidence), .. TwoPlaces(evidence), .. Clients(evidence)]);

    private IEnumerable<Violation> TwoKeys(Evidence evidence) =>
        evidence.Documents.Where(found => Records.OwnId(found) is not null).GroupBy(found => (found.Kind, Records.OwnId(found)))
            .Where(group => group.Count() > 1 && !CleanEnd.IsImporting(evidence))
            .Select(group => Violated(
                $"{group.Key.Kind} {group.Key.Item2} is there {group.Count()} times.",
                group.SelectMany(found => evidence.LinksOf(found.Id).Select(link => link.ToString()).Append($"in {found.Partition}: {found.Id}"))));

    private IEnumerable<Violation> TwoPlaces(Evidence evidence) =>
        evidence.Documents.Where(found => InOnePlace.Contains(found.Kind)).GroupBy(found => found.Id)
            .Where(group => group.Count() > 1 && !CleanEnd.IsImporting(evidence))
            .Select(group => Violated($"{group.Key} lies in {group.Count()} partitions.", group.Select(found => $"in {found.Partition}: {Evidence.Short(found.Fingerprint)}")));

    private IEnumerable<Violation> Clients(Evidence evidence)
    {
        foreach (var matter in (evidence.Clients ?? []).Where(request => request.Key is not null).GroupBy(request => request.Key))
        {
            var entries = matter.Select(request => SeenTurn.KeyOf(request.Turn)).Distinct().SelectMany(operation => evidence.Operations[operation])
                .Where(entry => entry.Record.Records.Count > 0).ToList();
            var refused = matter.All(request => request.Outcome == Outcome.Refused);
            if (entries.Count <= (refused ? 0 : 1)) continue;
            yield return Violated(
                refused ? $"{matter.Key} was refused, and was done." : $"{matter.Key} was done {entries.Count} times.",
                [.. matter.Select(request => $"{request.Sent:O}  {request.Person}  activity {request.Activity}: {request.Outcome}"),
                    .. entries.Select(entry => $"{Evidence.Line(entry.Record)}  changed {string.Join(", ", entry.Record.Records.Select(record => record.Id))}")]);
        }
    }
}
