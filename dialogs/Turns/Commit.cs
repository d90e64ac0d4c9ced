using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Turns;

/// <summary>The one save of a turn: records, indicators, audit, what is needed to undo it, conversation, outbox and seen mark.</summary>
internal sealed class Commit(IDocumentStore store)
{
    /// <summary>The worker leaves a turn's own replies alone for so long: the turn delivers them itself.</summary>
    private static readonly TimeSpan OwnDelivery = TimeSpan.FromSeconds(20);

    public static string KeyOf(string turnId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(turnId)).AsSpan(0, 20));

    /// <summary>Null: something had changed meanwhile and nothing was saved; the turn is to be worked out again.</summary>
    public async Task<TurnResult?> SaveAsync(
        Incoming incoming, Effect effect, TurnTrace trace, IEnumerable<Write> talk, string? cause, CancellationToken cancel)
    {
        var key = KeyOf(incoming.TurnId);
        // Only what changes something may touch another team's partition.
        var partition = effect is { In: { } elsewhere, Changes.All.Count: > 0 } ? elsewhere : Partition.Of(incoming.Tenant, incoming.User.Team);
        var messages = new Messages(incoming, key);
        var (card, notice, replies) = messages.Replies(effect);
        var sends = messages.Sends(effect);
        var held = incoming.RepliesInResponse ? replies : [.. replies.Select(reply => reply with { NotBefore = incoming.At + OwnDelivery })];
        var seen = new SeenTurn(key, incoming.At, held, sends.Count > 0, trace, card, notice);
        List<Write> writes =
        [
            SeenTurn.Kind.Create(seen),
            .. talk,
            .. effect.Changes.All.Select(change => change.Write),
            .. await Rollups.WritesAsync(store, partition, effect.Changes.All.Select(change => new RecordChange(change.Before, change.After)), cancel),
            .. Traces(incoming, effect, cause, key),
            .. (incoming.RepliesInResponse ? sends : [.. held, .. sends]).Select(OutboxMessage.Kind.Create),
        ];
        if (effect.Changes.All.Any(change => change.Before is Account or Contact || change.After is Account or Contact))
            writes.Add(NamesStamp.Kind.Put(new(key)));
        CrashPoints.Reach(CrashPoints.BeforeCommit);
        if (await store.SaveAsync(partition, key, writes, cancel) is not SaveResult.Saved) return null;
        CrashPoints.Reach(CrashPoints.AfterCommit);
        return new(partition, held, seen.Sends, trace, card, notice);
    }

    /// <summary>How this turn was answered, if it was seen before.</summary>
    public async Task<TurnResult?> SeenAsync(Incoming incoming, Partition partition, CancellationToken cancel) =>
        await store.FindAsync(partition, SeenTurn.Kind, KeyOf(incoming.TurnId), cancel) is { Record: var seen }
            ? new(partition, seen.Replies, seen.Sends, seen.Trace, seen.Card, seen.Notice, Repeated: true)
            : null;

    private static IEnumerable<Write> Traces(Incoming incoming, Effect effect, string? cause, string operation)
    {
        if (effect.Changes.All.Count == 0) yield break;
        yield return AuditEntry.Kind.Create(new(
            $"{incoming.At.UtcDateTime:yyyyMMddHHmmssfff}-{operation[..12]}", incoming.At, incoming.User.Id, cause ?? "", operation,
            [.. effect.Changes.All.Select(change => new AuditedRecord(change.Kind.Name, change.Id, Hash(change.BeforeBody), Hash(change.AfterBody)))]));
        if (effect.Undoable is not { } name) yield break;
        yield return WriteRecord.Kind.Create(new(
            incoming.User.Id, name.Id, incoming.At, name.What,
            [.. effect.Changes.All.Select(change => new WrittenChange(change.Kind.Name, change.Id, Json(change.BeforeBody), Json(change.AfterBody)))]));
    }

    private static string Hash(ReadOnlyMemory<byte>? body) => body is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : "";

    private static JsonElement? Json(ReadOnlyMemory<byte>? body)
    {
        if (body is not { } bytes) return null;
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }
}
