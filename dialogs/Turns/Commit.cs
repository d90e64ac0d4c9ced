using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Indicators;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Schedules;

namespace SalesBot.Dialogs.Turns;

/// <summary>The one save of a turn: records, indicators, audit, what is needed to undo it, conversation, outbox and seen mark.</summary>
internal sealed class Commit(IDocumentStore store)
{
    private readonly SeenLater questions = new(store);

    /// <summary>The worker leaves a turn's own replies alone for so long: the turn delivers them itself.</summary>
    private static readonly TimeSpan OwnDelivery = TimeSpan.FromSeconds(20);

    /// <summary>Who stands in the audit for what no person did.</summary>
    private static readonly UserId Clockwork = new("salesbot");

    public static string KeyOf(string turnId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(turnId)).AsSpan(0, 20));

    /// <summary>Null: something had changed meanwhile and nothing was saved; the turn is to be worked out again.</summary>
    public async Task<TurnResult?> SaveAsync(
        Incoming incoming, Effect effect, TurnTrace trace, IReadOnlyList<Write> talk, string? cause, CancellationToken cancel)
    {
        var key = KeyOf(incoming.TurnId);
        // Only what changes something may touch another team's partition.
        var partition = effect is { In: { } elsewhere, Changes.All.Count: > 0 } ? elsewhere : Partition.Of(incoming.Tenant, incoming.User.Team);
        var messages = new Messages(incoming, key);
        var (card, notice, replies) = messages.Replies(effect);
        var sends = messages.Sends(effect);
        if (incoming.Press is null && talk.Count == 0 && replies.Count > 0 && sends.Count == 0 && effect.ChangesNothing && questions.HasRoom)
            return new(partition, replies, false, trace) { Question = new(key, incoming.At, [], false, trace, null, null, incoming.RepliesInResponse ? 0 : replies.Count) };
        var held = incoming.RepliesInResponse ? replies : [.. replies.Select(reply => reply with { NotBefore = incoming.At + OwnDelivery })];
        var seen = new SeenTurn(key, incoming.At, held, sends.Count > 0, trace, card, notice);
        List<Write> writes =
        [
            SeenTurn.Kind.Create(seen),
            .. talk,
            .. effect.Changes.All.Select(change => change.Write),
            .. await Rollups.WritesAsync(store, partition, effect.Changes.All.Select(change => new RecordChange(change.Before, change.After)), cancel),
            .. Traces(incoming.User.Id, incoming.At, effect, cause, key),
            .. await effect.Timetable.WritesAsync(store, partition, null, cancel),
            .. (incoming.RepliesInResponse ? sends : [.. held, .. sends]).Select(OutboxMessage.Kind.Create),
        ];
        if (ChangesNames(effect)) writes.Add(NamesStamp.Kind.Put(new(key)));
        if (effect is { StillHolds: { } stillHolds, Changes.All.Count: > 0 } && !await stillHolds(cancel)) return null;
        CrashPoints.Reach(CrashPoints.BeforeCommit);
        if (await store.SaveAsync(partition, key, writes, cancel) is not SaveResult.Saved) return null;
        CrashPoints.Reach(CrashPoints.AfterCommit);
        return new(partition, held, seen.Sends, trace, card, notice);
    }

    /// <summary>The one save of an errand: what it does, and that it is done.</summary>
    /// <returns>False: somebody else has done it, or what it read had changed; nothing was saved.</returns>
    public async Task<bool> SaveAsync(Round round, Effect effect, Stored<Due> done, CancellationToken cancel)
    {
        if (effect.Replies.Count > 0 || effect.In is not null) throw new InvalidOperationException($"{done.Record.Errand} has nobody to reply to and its own team only.");
        var key = KeyOf($"{done.Id}|{done.ETag}");
        List<Write> writes =
        [
            .. effect.Changes.All.Select(change => change.Write),
            .. await Rollups.WritesAsync(store, round.Partition, effect.Changes.All.Select(change => new RecordChange(change.Before, change.After)), cancel),
            .. Traces(Clockwork, round.Now, effect, done.Record.Errand, key),
            .. await effect.Timetable.WritesAsync(store, round.Partition, done, cancel),
            .. Messages.SendsOf(effect, round.Now, key).Select(OutboxMessage.Kind.Create),
        ];
        if (ChangesNames(effect)) writes.Add(NamesStamp.Kind.Put(new(key)));
        CrashPoints.Reach(CrashPoints.BeforeCommit);
        if (await store.SaveAsync(round.Partition, key, writes, cancel) is not SaveResult.Saved) return false;
        CrashPoints.Reach(CrashPoints.AfterCommit);
        return true;
    }

    /// <summary>How this turn was answered, if it was seen before.</summary>
    public async Task<TurnResult?> SeenAsync(Incoming incoming, Partition partition, CancellationToken cancel)
    {
        var key = KeyOf(incoming.TurnId);
        var stored = await store.FindAsync(partition, SeenTurn.Kind, key, cancel);
        return (stored?.Record ?? questions.Find(partition, key)) is { } seen
            ? new(partition, seen.Replies, seen.Sends, seen.Trace, seen.Card, seen.Notice, Repeated: true) { Question = seen.Answers is null ? null : seen }
            : null;
    }

    /// <summary>A question's replies have gone: a repeated delivery is to know it.</summary>
    public void Brought(TurnResult result) => questions.Add(result.Partition, result.Question!);

    /// <summary>The replies to a question that was answered before; nothing is written. None where it would change something by now.</summary>
    public static TurnResult Again(Incoming incoming, Effect effect, TurnTrace trace)
    {
        var (_, _, replies) = new Messages(incoming, KeyOf(incoming.TurnId)).Replies(effect);
        return new(Partition.Of(incoming.Tenant, incoming.User.Team), effect is { ChangesNothing: true, Sends.Count: 0 } ? replies : [], false, trace, Repeated: true);
    }

    private static IEnumerable<Write> Traces(UserId by, DateTimeOffset at, Effect effect, string? cause, string operation)
    {
        // What an errand only says has nobody's message as its cause: the audit is where it can be found.
        if (effect.Changes.All.Count == 0 && !(by == Clockwork && effect.Sends.Count > 0)) yield break;
        var id = $"{at.UtcDateTime:yyyyMMddHHmmssfff}-{operation[..12]}";
        foreach (var entry in Trail.Of(effect.Changes.All.Select(change => (change.Kind.Name, change.Before, change.After)), id, at, by, cause ?? "", operation))
            yield return Kinds.Trail.Create(entry);
        yield return AuditEntry.Kind.Create(new(
            id, at, by, cause ?? "", operation,
            [.. effect.Changes.All.Select(change => new AuditedRecord(change.Kind.Name, change.Id, Fingerprint.Of(change.BeforeBody), Fingerprint.Of(change.AfterBody)))]));
        if (effect.Undoable is not { } name) yield break;
        yield return WriteRecord.Kind.Create(new(
            by, name.Id, at, name.What,
            [.. effect.Changes.All.Select(change => new WrittenChange(change.Kind.Name, change.Id, Json(change.BeforeBody), Json(change.AfterBody)))]));
    }

    private static bool ChangesNames(Effect effect) =>
        effect.Changes.All.Any(change => change.Before is Account or Contact || change.After is Account or Contact);

    private static JsonElement? Json(ReadOnlyMemory<byte>? body)
    {
        if (body is not { } bytes) return null;
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }
}
