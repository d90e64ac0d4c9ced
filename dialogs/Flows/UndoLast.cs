using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Turns;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>Takes back the speaker's last write, also after a restart.</summary>
internal sealed class UndoLast(Undoing undoing) : Flow(Intents.Undo, new("Ongedaan maken", "Undo"))
{
    public override bool Confirms => false;

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        await undoing.UndoAsync(await undoing.LastAsync(turn, cancel), turn, cancel);
}

/// <summary>Puts records back as they were before a write, unless somebody has changed them since.</summary>
internal sealed class Undoing(IReadOnlyList<Kind> kinds)
{
    private static readonly Text Nothing = new("Er is niets om ongedaan te maken.", "There is nothing to undo.");
    private static readonly Text ChangedSince = new(
        "Dat kan niet meer: er is daarna iets aan veranderd. Er is niets gewijzigd.", "That is no longer possible: it was changed since. Nothing was altered.");

    private static readonly Text WithdrawInstead = new(
        "Een ingediende offerte maak je niet ongedaan maar trek je in. Dat kan op de kaart.",
        "A submitted quote is not undone but withdrawn. You can do that on the card.");

    private static Text Undone(string what) => new($"Ongedaan gemaakt: {what}.", $"Undone: {what}.");

    /// <summary>How far back "undo" looks.</summary>
    private const int MostWrites = 20;

    public async Task<Stored<WriteRecord>?> LastAsync(Turn turn, CancellationToken cancel) =>
        (await turn.Book.Store.ListAsync(turn.Book.Partition, WriteRecord.Kind, $"{turn.User.Id}|", MostWrites, cancel, descending: true))
            .FirstOrDefault(write => write.Record.UndoneAt is null);

    public Task<Stored<WriteRecord>?> NamedAsync(Turn turn, string id, CancellationToken cancel) =>
        turn.Book.Store.FindAsync(turn.Book.Partition, WriteRecord.Kind, WriteRecord.KeyOf(turn.User.Id, id), cancel);

    public async Task<Effect> UndoAsync(Stored<WriteRecord>? write, Turn turn, CancellationToken cancel)
    {
        var effect = new Effect();
        if (write is not { Record.UndoneAt: null })
        {
            effect.Refused = "nothing_to_undo";
            return effect.Say(Message.Of(turn.Say(Nothing)));
        }
        if (write.Record.Changes.FirstOrDefault(change => change.Kind == Kinds.Quote.Name) is { } quote)
        {
            // The supervisor has it: what left is not undone but withdrawn, on the card that comes with the answer.
            effect.Refused = "withdraw_instead";
            effect.Say(Message.Of(turn.Say(WithdrawInstead)));
            return effect.Say(Message.Of(new CardView(CardViews.QuoteKind, quote.Id[(Kinds.Quote.Name.Length + 1)..], turn.User.Team, turn.User.Id)));
        }
        foreach (var change in write.Record.Changes.Reverse())
        {
            if (await RevertAsync(change, turn, cancel) is not { } back)
            {
                var refused = new Effect { Refused = "changed_since" };
                return refused.Say(Message.Of(turn.Say(ChangedSince)));
            }
            effect.Changes.Add(back);
        }
        effect.Changes.Replace(WriteRecord.Kind, write, write.Record with { UndoneAt = turn.Now });
        return effect.Say(Message.Of(turn.Say(Undone(write.Record.What))));
    }

    /// <summary>The change the other way round; null where the record is no longer what the write left.</summary>
    private async Task<Change?> RevertAsync(WrittenChange change, Turn turn, CancellationToken cancel)
    {
        var kind = kinds.First(kind => kind.Name == change.Kind);
        var now = await turn.Book.Store.FindAsync(turn.Book.Partition, change.Id, cancel);
        var left = change.After is { } after ? kind.ReadBody(Bytes(after).Span) : null;
        var present = now is null ? null : kind.ReadBody(now.Body.Span);
        if (present is null != left is null || present is not null && !kind.Same(present, left!)) return null;
        // Not "? Bytes(old) : null": that is an array, and a missing array would become an empty body instead of none.
        var before = change.Before is { } old ? Bytes(old) : (ReadOnlyMemory<byte>?)null;
        return new(kind, change.Id, present, before is { } body ? kind.ReadBody(body.Span) : null, now?.Body, before, now?.ETag);
    }

    private static ReadOnlyMemory<byte> Bytes(System.Text.Json.JsonElement json) => System.Text.Encoding.UTF8.GetBytes(json.GetRawText());
}
