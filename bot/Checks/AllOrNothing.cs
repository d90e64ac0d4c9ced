using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>What one turn commits carries one operation id and is there as a whole: records, audit, trail, seen mark, what undoes it.</summary>
internal sealed class AllOrNothing() : Invariant(3, "All or nothing")
{
    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Violation>>([.. Unaudited(evidence), .. Unseen(evidence), .. Halves(evidence), .. Trails(evidence), .. Undoables(evidence)]);

    private IEnumerable<Violation> Unaudited(Evidence evidence) =>
        from seen in evidence.Seen
        let wrote = seen.Record.Trace.Wrote.Where(record => Records.Are(record.Kind)).ToList()
        let audited = evidence.Operations[seen.Record.Key].Where(entry => entry.Partition == seen.Partition).SelectMany(entry => entry.Record.Records).Select(record => record.Id).ToHashSet()
        let missing = wrote.Where(record => !audited.Contains($"{record.Kind}|{record.Id}")).ToList()
        where missing.Count > 0
        select Violated(
            $"Turn {Evidence.Short(seen.Record.Key)} wrote, and the audit does not have all of it.",
            [$"{seen.Record.At:O}  seen mark {seen.Record.Key}: wrote {string.Join(", ", wrote)}", $"the audit lacks {string.Join(", ", missing)}"]);

    private IEnumerable<Violation> Unseen(Evidence evidence)
    {
        var marks = evidence.Seen.Select(seen => (seen.Partition, seen.Record.Key)).ToHashSet();
        return evidence.Audit.Where(entry => IsTurn(entry.Record) && entry.Record.At > evidence.Now - Sweeping.SeenKept && !marks.Contains((entry.Partition, entry.Record.Operation)))
            .Select(entry => Violated($"The audit tells of a turn that has no seen mark: {Evidence.Short(entry.Record.Operation)}.", [Evidence.Line(entry.Record), $"no seen|{entry.Record.Operation} in {entry.Partition}"]));
    }

    /// <summary>Of the records of one entry each is as it was left, or was changed since.</summary>
    private IEnumerable<Violation> Halves(Evidence evidence)
    {
        foreach (var entry in evidence.Audit)
        {
            var missing = entry.Record.Records.Where(record => Records.Are(record.Kind) && !IsInPlace(evidence, entry.Record, record)).ToList();
            if (missing.Count == 0) continue;
            var rest = entry.Record.Records.Count - missing.Count;
            yield return Violated(
                $"Of operation {Evidence.Short(entry.Record.Operation)} {missing.Count} of {entry.Record.Records.Count} records are not as it left them, and nobody changed them since.",
                [Evidence.Line(entry.Record), .. missing.Take(3).Select(record => $"{record.Id} should be {Evidence.Short(record.After)} and is {Evidence.Short(Present(evidence, record.Id))}"), $"{rest} others are in place"]);
        }
    }

    private static bool IsInPlace(Evidence evidence, AuditEntry entry, AuditedRecord record) =>
        Present(evidence, record.Id) == record.After
        || evidence.LinksOf(record.Id).Any(link => link.Entry.Id != entry.Id && link.Record.Before == record.After);

    private static string Present(Evidence evidence, string id) => evidence.Find(id) is [var found, ..] ? found.Fingerprint : "";

    /// <summary>The trail of what is decided on is the audit by its subject.</summary>
    private IEnumerable<Violation> Trails(Evidence evidence)
    {
        var ids = evidence.Audit.Select(entry => (entry.Record.Id, entry.Record.Operation)).ToHashSet();
        var trails = evidence.Held(Kinds.Trail).Select(trail => (trail.Record.Subject.Value, trail.Record.Id)).ToHashSet();
        foreach (var trail in evidence.Held(Kinds.Trail).Where(trail => !ids.Contains((trail.Record.Id, trail.Record.Operation))))
            yield return Violated($"The trail of {trail.Record.Subject} has an entry that the audit lacks.", [$"{trail.Record.At:O}  {trail.Record.By}  {trail.Record.Cause}  operation {trail.Record.Operation}"]);
        foreach (var entry in evidence.Audit.Where(entry => IsTurn(entry.Record) || entry.Record.By.Value == Clockwork))
            foreach (var record in entry.Record.Records.Where(record => record.After.Length > 0 && SubjectOf(record) is { } subject && !trails.Contains((subject, entry.Record.Id))))
                yield return Violated($"{record.Id} was changed, and its trail does not tell.", [Evidence.Line(entry.Record), $"no trail|{SubjectOf(record)}|{entry.Record.Id}"]);
    }

    private IEnumerable<Violation> Undoables(Evidence evidence)
    {
        var entries = evidence.Audit.ToLookup(entry => (entry.Record.By, entry.Record.At), entry => entry.Record);
        return from write in evidence.Held(WriteRecord.Kind)
               let ids = write.Record.Changes.Select(change => change.Id)
               where !entries[(write.Record.By, write.Record.At)].Any(entry => !ids.Except(entry.Records.Select(record => record.Id)).Any())
               select Violated($"Write {write.Record.Id} could be undone, and the audit does not know it.", [$"{write.Record.At:O}  {write.Record.By}  {string.Join(", ", ids)}"]);
    }

    internal const string Clockwork = "salesbot";

    /// <summary>A turn's operation is a digest; imports and erasures name themselves.</summary>
    internal static bool IsTurn(AuditEntry entry) => entry.By.Value != Clockwork && entry.Operation.IndexOfAny([':', '|']) < 0;

    private static string? SubjectOf(AuditedRecord record) =>
        record.Kind == Kinds.Quote.Name ? record.Id[(record.Kind.Length + 1)..]
        : record.Kind == Kinds.Approval.Name ? record.Id[(record.Kind.Length + 1)..record.Id.LastIndexOf('|')]
        : null;
}
