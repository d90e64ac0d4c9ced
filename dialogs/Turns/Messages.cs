using SalesBot.Cards.Model;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Turns;

/// <summary>Makes an effect's messages into what leaves: ids that sort in the order of speaking, and cards in their JSON.</summary>
internal sealed class Messages(Incoming incoming, string key)
{
    private int count;

    /// <summary>
    /// At a press the first card takes the place of the pressed one, and words alone become a short notice; everything else is
    /// a message of its own.
    /// </summary>
    public (RenderedCard? Card, string? Notice, IReadOnlyList<OutboxMessage> Replies) Replies(Effect effect)
    {
        if (incoming.Press is null || effect.KeepsPressedCard) return (null, null, [.. effect.Replies.Select(Reply)]);
        if (effect.Replies.FirstOrDefault(message => message.Card is not null) is { Card: { } first } instead)
            return (Rendered(first), null, [.. effect.Replies.Where(message => message != instead).Select(Reply)]);
        return effect.Replies is [{ Text: { } notice }, .. var rest]
            ? (null, notice, [.. rest.Select(Reply)])
            : (null, null, [.. effect.Replies.Select(Reply)]);
    }

    public IReadOnlyList<OutboxMessage> Sends(Effect effect) => SendsOf(effect, incoming.At, key, count);

    /// <summary>To others; numbered on from what was said before.</summary>
    public static IReadOnlyList<OutboxMessage> SendsOf(Effect effect, DateTimeOffset at, string key, int from = 0) =>
        // A card that two steps of one turn touch is drawn once: it shows the present anyway.
        [.. effect.Sends.Distinct().Select((send, index) => Outgoing(send.To, send.Message, null, at, key, from + index))];

    private OutboxMessage Reply(Message message) =>
        Outgoing(new(Conversation: incoming.Place.Conversation), message, incoming.ActivityId, incoming.At, key, count++);

    private static OutboxMessage Outgoing(Recipient to, Message message, string? replyTo, DateTimeOffset at, string key, int number)
    {
        var card = message.Card is { } shown ? Rendered(shown) : null;
        return new(
            IdOf(at, key, number), to, at, message.Text, card?.Content, card?.Summary, message.Shows, replyTo,
            Citations: card?.Citations, Offers: message.Offers);
    }

    private static string IdOf(DateTimeOffset at, string key, int number) => $"{at.UtcDateTime:yyyyMMddHHmmssfff}-{key[..8]}-{number:00}";

    /// <summary>Of the last of so many replies; null: there is none, or it went with the answer to the request.</summary>
    public static string? LastOf(Incoming incoming, int replies) =>
        replies == 0 || incoming.RepliesInResponse ? null : IdOf(incoming.At, Commit.KeyOf(incoming.TurnId), replies - 1);

    private static RenderedCard Rendered(AdaptiveCard card) => new(card.ToRaw(), card.Summary, card.Citations);
}
