using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Bot.Outbox;
using SalesBot.Data;
using SalesBot.Data.Schedules;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Bot.Checks;

/// <summary>Nothing is left lying: messages, talks, leases, imports and erasures that somebody should have ended; the files are sound.</summary>
internal sealed partial class CleanEnd() : Invariant(13, "Clean end")
{
    private static readonly TimeSpan Prompt = TimeSpan.FromMinutes(5), LongestLease = TimeSpan.FromMinutes(3), Errand = TimeSpan.FromHours(2);

    public override Told Gains => Told.Log;

    public override async Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        List<Violation> violations = [.. evidence.Delivers ? Unexplained(evidence).Concat(Overdue(evidence)) : [], .. Stuck(evidence), .. Timetable(evidence), .. Leases(evidence), .. Unfinished(evidence), .. Errors(evidence)];
        if (await evidence.Store.DamageAsync(cancel) is { } damage) violations.Add(Violated("The database is damaged.", damage));
        // Whatever the others could not read.
        violations.AddRange(evidence.Unreadable.DistinctBy(unread => (unread.Found.Partition, unread.Found.Id)).Select(unread => Violated($"{unread.Found.Id} can not be read.", $"in {unread.Found.Partition}: {unread.Why}")));
        return violations;
    }

    /// <summary>An import that was begun and not ended: what it moves may lie in two places.</summary>
    public static bool IsImporting(Evidence evidence) => evidence.OfKind("import").Any(IsStarted);

    private static bool IsStarted(Found found)
    {
        using var entry = JsonDocument.Parse(found.Document.Body);
        return entry.RootElement.TryGetProperty("state", out var state) && state.GetString() == "Started";
    }

    private IEnumerable<Violation> Unexplained(Evidence evidence) =>
        evidence.Outbox.Select(message => message.Record)
            .Where(message => message.Attempts == 0 && message.CreatedAt < evidence.Now - Prompt && (message.NotBefore is not { } at || at < evidence.Now - Prompt))
            .Select(message => Violated($"Message {message.Id} lies in the outbox, and nobody has tried to deliver it.", $"{message.CreatedAt:O}  was committed to {message.To}", $"{evidence.Now:O}  no attempt"));

    private IEnumerable<Violation> Overdue(Evidence evidence) =>
        evidence.Held(Kinds.Due).Where(due => due.Record.At < evidence.Now - Errand)
            .Select(due => Violated($"The errand {due.Record.Errand} for {due.Record.Key} was not done.", $"{due.Record.At:O}  it was due", $"{evidence.Now:O}  it is still there"));

    private IEnumerable<Violation> Stuck(Evidence evidence) =>
        evidence.Held(Conversation.Kind).Where(talk => talk.Record.Active is { Asked: null })
            .Select(talk => Violated($"The talk {talk.Record.Key.Split('|')[^1]} stands still: nothing was asked, and it has not ended.", string.Join(", ", talk.Record.Running.Select(flow => $"{flow.Flow} {flow.Id}"))));

    private IEnumerable<Violation> Timetable(Evidence evidence)
    {
        var due = evidence.Held(Kinds.Due).Select(held => (held.Partition, held.Record.Errand, held.Record.Key, Due.Moment(held.Record.At))).ToHashSet();
        var scheduled = evidence.Held(Kinds.Scheduled).Select(held => (held.Partition, held.Record.Errand, held.Record.Key, Due.Moment(held.Record.At))).ToHashSet();
        foreach (var lost in scheduled.Except(due)) yield return Violated($"{lost.Errand} for {lost.Key} is on the timetable and will never be due.", lost.ToString());
        foreach (var extra in due.Except(scheduled)) yield return Violated($"{extra.Errand} for {extra.Key} is due and not on the timetable.", extra.ToString());
    }

    private IEnumerable<Violation> Leases(Evidence evidence) =>
        evidence.Held(Lease.Kind).Where(lease => lease.Record.Until > TimeProvider.System.GetUtcNow() + LongestLease)
            .Select(lease => Violated($"The lease on {lease.Record.Work} of {lease.Partition} is held longer than any lease.", $"by {lease.Record.Owner} until {lease.Record.Until:O}"));

    private IEnumerable<Violation> Unfinished(Evidence evidence) =>
    [
        .. evidence.OfKind("import").Where(IsStarted).Select(found => Violated($"The import of {found.Key} was begun and not ended.", found.Id)),
        .. evidence.Held(Kinds.Erasure).Where(erasure => erasure.Record.DoneAt is null && erasure.Record.At < evidence.Now - Errand)
            .Select(erasure => Violated($"The erasure of {erasure.Record.Contact} was begun and not ended.", $"{erasure.Record.At:O}  {erasure.Record.By}  asked for it")),
    ];

    /// <summary>Each error names a reference, a message or an errand by which it can be found.</summary>
    private IEnumerable<Violation> Errors(Evidence evidence)
    {
        var log = evidence.Log ?? [];
        for (var at = 0; at < log.Count; at++)
        {
            if (!Error().IsMatch(log[at])) continue;
            var entry = log.Skip(at).Take(2).ToList();
            if (!entry.Exists(line => Reference().IsMatch(line))) yield return Violated("An error in the log has no reference.", entry);
        }
    }

    [GeneratedRegex(@"^\s*(fail|crit):|\b(ERROR|CRITICAL)\b")]
    private static partial Regex Error();

    [GeneratedRegex(@"reference [0-9a-f]{6,}|message \S+ will not arrive|The errand \S+ \(|could not be worked on|is not available", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
