using SalesBot.Bot.Outbox;
using SalesBot.Data.Privacy;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Checks;

/// <summary>
/// Each message that was taken gets its reply, once but for the copies that nobody can avoid, and within ten seconds where the connector
/// was up.
/// </summary>
internal sealed class NobodyWaitsInSilence() : Invariant(12, "Nobody waits in silence")
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public override Told Gains => Told.Clients | Told.Capture;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Violation>>(
        [.. Silent(evidence), .. evidence.Has(Told.Clients | Told.Capture) ? Unanswered(evidence).Concat(Late(evidence)).Concat(Copies(evidence)) : []]);

    private IEnumerable<Violation> Silent(Evidence evidence) =>
        evidence.Seen.Where(seen => seen.Record is { Replies.Count: 0, Card: null, Notice: null, Answers: null, Trace.Intents.Count: > 0 })
            .Select(seen => Violated("A message was heard and nothing was said to it.", [$"{seen.Record.At:O}  turn {seen.Record.Key}: {string.Join(", ", seen.Record.Trace.Intents)}"]));

    /// <summary>Taken and answered with 200: then the reply leaves, at last from the outbox.</summary>
    private IEnumerable<Violation> Unanswered(Evidence evidence)
    {
        var replies = evidence.Capture!.Where(captured => captured.IsDelivered && captured.Type == "message").ToLookup(captured => captured.Conversation);
        var waiting = evidence.Outbox.Select(message => message.Record.Id).Concat(evidence.Held(DeadLetter.Kind).Select(letter => letter.Record.Message.Id)).ToHashSet();
        var seen = evidence.Seen.GroupBy(turn => turn.Record.Key).ToDictionary(group => group.Key, group => group.First().Record);
        // What was delivered several times may have had its reply before the delivery that was answered.
        var sent = evidence.Clients!.GroupBy(request => request.Turn).ToDictionary(group => group.Key, group => group.Min(request => request.Sent));
        foreach (var request in evidence.Clients!.Where(request => request is { Outcome: Outcome.Ok, Invoke: false }))
        {
            if (!seen.TryGetValue(SeenTurn.KeyOf(request.Turn), out var turn)) continue;
            // The replies to a question are not kept; those that could not be brought at once are like all others.
            if (turn.Answers > 0 && !replies[request.Conversation].Any(captured => captured.ReplyTo == request.Activity) && !MayComeLater(evidence, request))
                yield return Violated($"Activity {request.Activity} was taken and never answered.", [$"{request.Sent:O}  {request.Person}  activity {request.Activity}", $"{turn.At:O}  turn {turn.Key} is a question", "no reply to it was delivered, and none waits"]);
            if (!turn.Replies.Any(reply => reply.NotBefore is not null)) continue;
            var silent = turn.Replies.FirstOrDefault(reply => !waiting.Contains(reply.Id)
                && !replies[request.Conversation].Any(captured => captured.ReplyTo == request.Activity || captured.At >= sent[request.Turn] && captured.ReplyTo is null && IsSame(captured, reply)));
            if (silent is not null)
                yield return Violated($"Activity {request.Activity} was taken and never answered.", [$"{request.Sent:O}  {request.Person}  activity {request.Activity}", $"{turn.At:O}  turn {turn.Key} made reply {silent.Id}", "it was not delivered, does not wait, and is no dead letter"]);
        }
    }

    /// <summary>The connector did not take it at once: then it waits, or came later without the mark of a reply.</summary>
    private static bool MayComeLater(Evidence evidence, ClientRequest request) =>
        evidence.Capture!.Any(captured => captured.ReplyTo == request.Activity && !captured.IsDelivered)
        && (evidence.Capture!.Any(captured => captured is { IsDelivered: true, ReplyTo: null } && captured.Conversation == request.Conversation && captured.At >= request.Sent)
            || evidence.Outbox.Select(message => message.Record).Concat(evidence.Held(DeadLetter.Kind).Select(letter => letter.Record.Message))
                .Any(message => message.To.Conversation?.Split('|')[0] == request.Conversation));

    private IEnumerable<Violation> Late(Evidence evidence) =>
        from request in evidence.Clients!
        where request is { Outcome: Outcome.Ok, Invoke: false }
        let reply = evidence.FirstReplies.GetValueOrDefault((request.Conversation, request.Activity))
        where reply is not null && reply.At - request.Sent > Longest && evidence.Clients!.Count(other => other.Activity == request.Activity) == 1
            && !evidence.Capture!.Any(captured => captured.At >= request.Sent && captured.At <= reply.At && (!captured.IsDelivered || captured.Method == "KILL"))
        select Violated($"The reply to activity {request.Activity} took {(reply.At - request.Sent).TotalSeconds:0.0} s.", [$"{request.Sent:O}  was sent", $"{reply.At:O}  was answered, with the connector up"]);

    /// <summary>One copy of each reply, and one more for each time that nobody can know whether it had arrived.</summary>
    private IEnumerable<Violation> Copies(Evidence evidence)
    {
        var said = evidence.Seen.SelectMany(turn => turn.Record.Replies).Concat(evidence.Outbox.Select(message => message.Record)).DistinctBy(message => message.Id)
            .Where(reply => reply.To.Conversation is not null).Select(reply => (Conversation: reply.To.Conversation!.Split('|')[0], Print: PrintOf(reply))).Where(reply => reply.Print is not null)
            .GroupBy(reply => (reply.Conversation, reply.Print)).ToDictionary(group => group.Key, group => group.Count());
        // What was said to a question is kept nowhere, and a kill may take its mark: it is asked again then.
        var kept = evidence.Seen.Where(turn => turn.Record.Answers is null).Select(turn => turn.Record.Key).ToHashSet();
        var answers = evidence.Clients!.Where(request => !kept.Contains(SeenTurn.KeyOf(request.Turn))).Select(request => (request.Conversation, request.Activity)).ToHashSet();
        // Where one was not delivered at once, it and what was to follow it come later, without the mark of a reply.
        var late = evidence.Capture!.Where(captured => captured is { IsDelivered: false, Conversation: not null } && answers.Contains((captured.Conversation, captured.ReplyTo ?? "")))
            .ToLookup(captured => captured.Conversation!, captured => captured.At);
        var kills = evidence.Capture!.Where(captured => captured.Method == "KILL").Select(captured => captured.At).ToList();
        foreach (var copies in evidence.Capture!.Where(captured => captured is { Method: "POST", Conversation: not null } && captured.Type == "message" && !answers.Contains((captured.Conversation, captured.ReplyTo ?? ""))).GroupBy(captured => (captured.Conversation!, PrintOf(captured))))
        {
            if (copies.Key.Item2 is null || !said.TryGetValue(copies.Key, out var wanted)) continue;
            var delivered = copies.Where(captured => captured.IsDelivered).ToList();
            if (delivered.Count <= wanted) continue;
            var came = delivered.Count(captured => captured.ReplyTo is null);
            var allowed = copies.Count(captured => captured.IsUnknown) + Math.Min(came, late[copies.Key.Item1].Count(at => at < delivered[^1].At)) + kills.Count(at => at >= delivered[0].At - Longest && at <= delivered[^1].At);
            if (delivered.Count > wanted + allowed)
                yield return Violated($"A reply that was said {wanted} times was delivered {delivered.Count} times.", [.. delivered.Select(captured => $"{captured.At:O}  to {captured.Conversation}, reply to {captured.ReplyTo ?? "-"}").Take(6)]);
        }
    }

    private static bool IsSame(Captured captured, OutboxMessage reply) =>
        reply.Shows is not null || reply.Offers is not null || reply.Saved is not null || PrintOf(captured) == PrintOf(reply) || PrintOf(reply) is null;

    private static string? PrintOf(OutboxMessage reply) => reply.Text is { } text ? Readable(text) : reply.Card is { } card ? Fingerprint.Of(card) : null;

    private static string? PrintOf(Captured captured) => captured.Words is { } text ? Readable(text) : captured.Card is { } card ? Fingerprint.Of(card) : null;

    /// <summary>What was rewritten by an erasure is not what was said.</summary>
    private static string? Readable(string text) => text.Contains(PersonalWords.Erased[0]) ? null : text;
}
