using System.Text.Json;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Sharing;

namespace SalesBot.Dialogs.Turns;

/// <summary>The whole conversation as the channel host sees it.</summary>
public interface IAssistant
{
    /// <summary>
    /// Understands, decides and commits one turn: records, audit, conversation, outbox and seen mark in one save.
    /// A turn that was seen before answers as it did then and changes nothing.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Nothing can be said about the turn now; the sender may repeat it.</exception>
    Task<TurnResult> HandleAsync(Incoming incoming, CancellationToken cancel);

    /// <summary>The replies to a question (<see cref="TurnResult.IsQuestion"/>) have gone, or are in the outbox.</summary>
    void Brought(TurnResult result);

    /// <summary>The card as it is now for its viewer; null where the record or the right to see it is gone.</summary>
    Task<RenderedCard?> RenderAsync(TenantId tenant, CardView view, CancellationToken cancel);

    /// <summary>The file as it is now. What may not leave the house any more is refused, whenever it was offered.</summary>
    Task<FileResult> FileAsync(TenantId tenant, FileOffer offer, CancellationToken cancel);

    /// <summary>Accounts or quotes that this person may see and put into a message. Writes nothing.</summary>
    Task<SearchPage> SearchAsync(Search search, CancellationToken cancel);

    /// <summary>The quote that a link names, to be shown where the link is sent; null: there is none that this person may see. Writes nothing.</summary>
    /// <param name="home">Where browsers reach the bot.</param>
    Task<Shareable?> LinkedAsync(TenantId tenant, User user, Language? client, Uri home, QuoteNumber number, CancellationToken cancel);

    /// <summary>The greeting for somebody who has just got the bot, with what can be asked.</summary>
    /// <param name="user">Null: everybody in a group chat or a channel.</param>
    RenderedCard Welcome(User? user, Language language);
}

/// <summary>What a turn came to.</summary>
/// <param name="Partition">Where it was committed and where its outbox documents are.</param>
/// <param name="Replies">Messages to this conversation, in order; already in the outbox unless they go back in the response.</param>
/// <param name="Sends">There are outbox messages to others: wake the worker.</param>
/// <param name="Card">At a press: the card that replaces the pressed one for this person.</param>
/// <param name="Notice">At a press without a new card: a short text.</param>
/// <param name="Repeated">The turn had been handled before.</param>
public sealed record TurnResult(
    Partition Partition, IReadOnlyList<OutboxMessage> Replies, bool Sends, TurnTrace Trace,
    RenderedCard? Card = null, string? Notice = null, bool Repeated = false)
{
    /// <summary>A question that changed nothing, and counts as seen once <see cref="IAssistant.Brought"/> is told so.</summary>
    internal SeenTurn? Question { get; init; }

    /// <summary>Nothing was committed: the replies are in no outbox until one of them can not be brought.</summary>
    public bool IsQuestion => Question is not null;
}

/// <param name="Content">The Adaptive Card.</param>
/// <param name="Summary">One line that a notification shows.</param>
/// <param name="Citations">What a language model wrote on it rests on these; null: nothing was written by one.</param>
public sealed record RenderedCard(RawJson Content, string Summary, IReadOnlyList<Citation>? Citations = null);

/// <summary>What the turn understood and did, for tests and tracing; the shape is part of the outside contract.</summary>
/// <param name="Asking">The slot that the bot now asks for, or "confirm".</param>
/// <param name="Refused">Why it was not done, a short code; null where nothing was refused.</param>
public sealed record TurnTrace(
    IReadOnlyList<string> Intents, IReadOnlyDictionary<string, JsonElement> Slots, string? Flow, string? Asking,
    IReadOnlyList<WrittenRecord> Wrote, string? Refused);

public sealed record WrittenRecord(string Kind, string Id);
