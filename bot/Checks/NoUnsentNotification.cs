using System.Text.RegularExpressions;
using SalesBot.Bot.Files;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Telemetry;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>
/// Who is to be told of a decision was told, will be within a day, or somebody was alerted; nothing was sent without a cause that was
/// committed; no reminder is left when its matter is settled.
/// </summary>
internal sealed partial class NoUnsentNotification() : Invariant(7, "No unsent notification")
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public override Told Gains => Told.Capture | Told.Log;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Violation>>(
        [.. evidence.Delivers ? Late(evidence) : [], .. Causeless(evidence), .. Reminders(evidence), .. evidence.Log is null ? [] : Unalerted(evidence), .. evidence.Capture is null ? [] : Untold(evidence).Concat(Invented(evidence))]);

    private IEnumerable<Violation> Late(Evidence evidence) =>
        evidence.Outbox.Where(message => message.Record.CreatedAt + Longest < evidence.Now)
            .Select(message => Violated($"Message {message.Record.Id} waits longer than a day and is no dead letter.", [$"{message.Record.CreatedAt:O}  was committed, {message.Record.Attempts} attempts", $"{evidence.Now:O}  is still in the outbox"]));

    /// <summary>A message's id holds the beginning of the operation that it was committed with.</summary>
    private IEnumerable<Violation> Causeless(Evidence evidence)
    {
        var causes = evidence.Audit.Select(entry => entry.Record.Operation).Concat(evidence.Seen.Select(seen => seen.Record.Key))
            .Concat(evidence.OfKind(FileAnswer.Kind.Name).Select(found => found.Key)).Select(operation => operation[..Math.Min(8, operation.Length)]).ToHashSet();
        var dead = evidence.Held(DeadLetter.Kind).Select(letter => letter.Record.Message);
        return evidence.Outbox.Select(message => message.Record).Concat(dead)
            .Where(message => message.CreatedAt > evidence.Now - Sweeping.SeenKept && !causes.Contains(OperationOf(message)))
            .Select(message => Violated($"Message {message.Id} has no cause that was committed.", [$"{message.CreatedAt:O}  to {message.To}", $"no turn and no audit entry of operation {OperationOf(message)}..."]));
    }

    private static string OperationOf(OutboxMessage message) => message.Id.Split('-').ElementAtOrDefault(1) ?? "";

    private IEnumerable<Violation> Reminders(Evidence evidence)
    {
        var last = evidence.Held(Kinds.Approval).Select(held => held.Record).GroupBy(approval => approval.Subject).ToDictionary(group => group.Key.Value, group => group.MaxBy(approval => approval.Version)!);
        return evidence.Held(Kinds.Scheduled).Where(scheduled => scheduled.Record.Errand == AwaitDecision && (!last.TryGetValue(scheduled.Record.Key, out var approval) || approval.State != ApprovalState.Waiting))
            .Select(scheduled => Violated($"A reminder of {scheduled.Record.Key} is left though nobody waits.",
            [
                last.TryGetValue(scheduled.Record.Key, out var approval) ? $"{approval.DecidedAt:O}  {approval.DecidedBy}  version {approval.Version}: {approval.State}" : "there is no request",
                $"{scheduled.Record.At:O}  is the reminder's time",
            ]));
    }

    private const string AwaitDecision = "approval-wait";

    private IEnumerable<Violation> Unalerted(Evidence evidence) =>
        evidence.Held(DeadLetter.Kind).Where(letter => !evidence.Log!.Any(line => line.Contains(letter.Record.Message.Id, StringComparison.Ordinal)))
            .Select(letter => Violated($"Message {letter.Record.Message.Id} is a dead letter, and no alert was given.", [$"{letter.Record.At:O}  {letter.Record.Reason}", $"no line {LogEvents.DeadLetter} in the log"]));

    /// <summary>Whoever asked for a quote learns what somebody else decided.</summary>
    private IEnumerable<Violation> Untold(Evidence evidence)
    {
        var owners = evidence.Held(Kinds.Quote).GroupBy(quote => quote.Record.Number.Value).ToDictionary(group => group.Key, group => group.First().Record.Owner);
        var dead = evidence.Held(DeadLetter.Kind).Select(letter => letter.Record.Message).Concat(evidence.Outbox.Select(message => message.Record)).ToList();
        foreach (var approval in evidence.Held(Kinds.Approval).Select(held => held.Record))
        {
            if (approval is not { DecidedBy: { } by, Subject: { Kind: SubjectKind.Quote, Key: var number }, State: ApprovalState.Approved or ApprovalState.Rejected or ApprovalState.Returned }) continue;
            // Who has no chat with the bot yet waits in the outbox.
            if (!owners.TryGetValue(number, out var owner) || owner == by) continue;
            bool Tells(string? text) => text?.Contains(number, StringComparison.Ordinal) == true;
            if (dead.Any(message => message.To.Person == owner && Tells(message.Text))) continue;
            if (evidence.Chats.TryGetValue(owner, out var chat) && evidence.Capture!.Any(captured => captured.IsDelivered && captured.Conversation == chat.Conversation.Id && Tells(captured.Words))) continue;
            yield return Violated($"{owner} was never told what became of {number}.", [$"{approval.DecidedAt:O}  {by}  version {approval.Version}: {approval.State}", "no message about it was delivered, waits, or is a dead letter"]);
        }
    }

    /// <summary>What the bot says of its own accord is about quotes that there are.</summary>
    private IEnumerable<Violation> Invented(Evidence evidence)
    {
        var known = evidence.Held(Kinds.Quote).Select(quote => quote.Record.Number.Value).ToHashSet();
        return from captured in evidence.Capture!
               where captured is { IsDelivered: true, Method: "POST", ReplyTo: null } && captured.Type == "message" && captured.Body is not null
               from Match named in QuoteNumber().Matches(captured.Body!.Value.GetRawText())
               where !known.Contains(named.Value)
               select Violated($"A message about {named.Value} was sent, and there is no such quote.", [$"{captured.At:O}  to {captured.Conversation}"]);
    }

    [GeneratedRegex(@"Q-\d{4}-\d{4,}")]
    private static partial Regex QuoteNumber();
}
