using System.Text.Json;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>Each confirmed write is there with its values, or was taken back or followed by a later one that stands in the audit.</summary>
internal sealed class NoLostWrite() : Invariant(1, "No lost confirmed write")
{
    public override Told Gains => Told.Clients;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Violation>>([.. Answered(evidence), .. Undoable(evidence), .. Clients(evidence)]);

    /// <summary>What the bot itself remembers to have answered.</summary>
    private IEnumerable<Violation> Answered(Evidence evidence) =>
        from seen in evidence.Seen
        from wrote in seen.Record.Trace.Wrote
        where Records.Are(wrote.Kind) && IsLost(evidence, $"{wrote.Kind}|{wrote.Id}", seen.Record.Key)
        select Violated(
            $"{wrote.Kind}|{wrote.Id} was confirmed and is gone, and nothing tells why.",
            [$"{seen.Record.At:O}  turn {seen.Record.Key} answered that it wrote {wrote.Kind}|{wrote.Id}", .. Entries(evidence, $"{wrote.Kind}|{wrote.Id}"), "it is not in the store"]);

    /// <summary>What can still be taken back must be there to be taken back.</summary>
    private IEnumerable<Violation> Undoable(Evidence evidence) =>
        from write in evidence.Held(WriteRecord.Kind)
        where write.Record.UndoneAt is null
        from change in write.Record.Changes
        where change.After is not null && Records.Are(change.Kind) && evidence.Find(change.Id).Count == 0
            && !evidence.LinksOf(change.Id).Any(link => link.Record.After.Length == 0)
        select Violated(
            $"{change.Id} was written and is gone, and it was not taken back.",
            [$"{write.Record.At:O}  {write.Record.By}  write {write.Record.Id} holds {change.Id}", .. Entries(evidence, change.Id), "it is not in the store"]);

    private IEnumerable<Violation> Clients(Evidence evidence)
    {
        foreach (var request in (evidence.Clients ?? []).Where(request => request.Outcome == Outcome.Ok))
            foreach (var wrote in (request.Wrote ?? []).Where(wrote => Records.Are(wrote.Kind)))
            {
                var (id, operation) = ($"{wrote.Kind}|{wrote.Id}", SeenTurn.KeyOf(request.Turn));
                var story = $"{request.Answered:O}  {request.Person}  was told that {id} is written (activity {request.Activity})";
                if (IsLost(evidence, id, operation)) yield return Violated($"{id} was confirmed to its writer and is not there.", [story, .. Entries(evidence, id), "it is not in the store"]);
                else if (wrote.Values is { } values && !evidence.LinksOf(id).Any(link => link.Entry.Operation != operation && link.Record.Before.Length > 0)
                    && evidence.Find(id) is [var found, ..] && Other(values, found.Document.Body) is { } name)
                    yield return Violated($"{id} holds another {name} than was confirmed, and nobody changed it.", [$"{story}: {values}", .. Entries(evidence, id), $"it holds {System.Text.Encoding.UTF8.GetString(found.Document.Body.Span)}"]);
            }
    }

    private static bool IsLost(Evidence evidence, string id, string operation)
    {
        if (evidence.Find(id).Count > 0) return false;
        var own = evidence.LinksOf(id).FirstOrDefault(link => link.Entry.Operation == operation);
        return !evidence.LinksOf(id).Any(link => link.Entry.Operation != operation && link.Record.Before.Length > 0 && (own is null || link.Record.After.Length == 0 || link.Record.Before == own.Record.After));
    }

    private static IEnumerable<string> Entries(Evidence evidence, string id) => evidence.LinksOf(id).Select(link => link.ToString());

    /// <summary>The first confirmed value that the body does not hold.</summary>
    private static string? Other(JsonElement values, ReadOnlyMemory<byte> body)
    {
        using var stored = JsonDocument.Parse(body);
        return values.EnumerateObject().Where(value => !stored.RootElement.TryGetProperty(value.Name, out var held) || Data.Store.Fingerprint.Of(held) != Data.Store.Fingerprint.Of(value.Value))
            .Select(value => value.Name).FirstOrDefault();
    }
}
