using System.Buffers;
using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Privacy;

namespace SalesBot.Bot.Checks;

/// <summary>
/// Every change of a record stands in the audit once, and nothing else does: on each record every entry begins where another ended, the
/// last one at what the record is. No personal text is in it.
/// </summary>
internal sealed partial class AuditComplete() : Invariant(6, "Audit complete and closed")
{
    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Violation>>([.. Twice(evidence), .. Missing(evidence), .. Broken(evidence), .. Texts(evidence)]);

    private IEnumerable<Violation> Twice(Evidence evidence) =>
        evidence.Audit.GroupBy(entry => (entry.Partition, entry.Record.Operation)).Where(group => group.Count() > 1)
            .Select(group => Violated($"Operation {Evidence.Short(group.Key.Operation)} stands in the audit {group.Count()} times.", group.Select(entry => Evidence.Line(entry.Record))));

    private IEnumerable<Violation> Missing(Evidence evidence)
    {
        var imported = evidence.Held(Kinds.Quote).Where(quote => quote.Record.Imported is not null).Select(quote => Kinds.Quote.IdOf(quote.Record)).ToHashSet();
        return evidence.Documents
            .Where(found => Records.Are(found.Kind) && evidence.LinksOf(found.Id).Count == 0 && !(found.Kind == Kinds.Quote.Name ? imported.Contains(found.Id) : Records.MayBeImported(found.Kind)))
            .Select(found => Violated($"{found.Id} is there, and the audit does not know it.", [$"in {found.Partition}: {Evidence.Short(found.Fingerprint)}", "no audit entry names it"]));
    }

    private IEnumerable<Violation> Broken(Evidence evidence)
    {
        foreach (var (id, links) in evidence.Links.Where(links => Records.Are(links.Key.Split('|')[0])))
        {
            var present = evidence.Find(id) is [var found, ..] ? found.Fingerprint : "";
            var chain = Chain.Of(links, present);
            if (chain.Break is { } around)
                yield return Violated($"The audit of {id} does not lead to what it is.", [.. around.Select(link => link.ToString()), $"the record is now {Evidence.Short(present)}"]);
            else if (chain.Start.Length > 0 && !Records.MayBeImported(id.Split('|')[0]))
                yield return Violated($"The audit of {id} begins in the middle.", [chain.Order[0].ToString(), "nothing tells how it came to be"]);
        }
    }

    private IEnumerable<Violation> Texts(Evidence evidence)
    {
        var names = evidence.Held(Kinds.Contact).SelectMany(contact => new[] { contact.Record.Name, contact.Record.Email, contact.Record.Phone })
            .Where(word => word is { Length: > 5 } && word != PersonalWords.Erased).Select(word => word!).Distinct().ToArray();
        var personal = SearchValues.Create(names, StringComparison.OrdinalIgnoreCase);
        return evidence.Audit.Where(entry => !Cause().IsMatch(entry.Record.Cause) || entry.Record.Records.Any(record => !Print().IsMatch(record.Before) || !Print().IsMatch(record.After))
                || $"{entry.Record.Cause} {entry.Record.By} {string.Join(' ', entry.Record.Records.Select(record => record.Id))}".AsSpan().ContainsAny(personal))
            .Select(entry => Violated("An audit entry holds more than ids and fingerprints.", [$"{entry.Record.Id} in {entry.Partition}"]));
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{0,80}$")]
    private static partial Regex Cause();

    [GeneratedRegex("^([0-9a-f]{64})?$")]
    private static partial Regex Print();
}
