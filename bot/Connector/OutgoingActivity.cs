using SalesBot.Bot.Channel;
using SalesBot.Cards.Model;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Connector;

/// <summary>
/// Activities as the bot writes them. Never text and card in one: Teams splits that into two messages without an id.
/// </summary>
internal static class OutgoingActivity
{
    // Plain: what people typed is repeated in answers, and must not turn into links, mentions or markup there.
    public static Activity Text(ConversationReference to, string text, string? replyTo = null) =>
        Empty(to, ActivityTypes.Message) with { Text = text, TextFormat = "plain", ReplyToId = replyTo };

    public static Activity Card(ConversationReference to, RawJson card, string? summary, string? replyTo = null, IReadOnlyList<Citation>? citations = null) =>
        Empty(to, ActivityTypes.Message) with
        {
            Attachments = [new Attachment(Attachment.AdaptiveCard, card)],
            Summary = summary,
            ReplyToId = replyTo,
            Entities = citations is { Count: > 0 } ? AiLabel.Of(citations) : null,
            ChannelData = citations is { Count: > 0 } ? AiLabel.AsksFeedback : null,
        };

    public static Activity Attached(ConversationReference to, Attachment attachment, string? summary, string? replyTo = null) =>
        Empty(to, ActivityTypes.Message) with { Attachments = [attachment], Summary = summary, ReplyToId = replyTo };

    public static Activity Typing(ConversationReference to) => Empty(to, ActivityTypes.Typing);

    public static Activity Trace(ConversationReference to, TurnTrace trace, string? replyTo) =>
        Empty(to, ActivityTypes.Trace) with
        {
            Name = "SalesBotTurn",
            ValueType = "salesbot/turn",
            Value = TraceJson.Element(trace),
            ReplyToId = replyTo,
        };

    private static Activity Empty(ConversationReference to, string type) => new()
    {
        Type = type,
        ChannelId = to.ChannelId,
        ServiceUrl = to.ServiceUrl,
        From = to.Bot,
        Recipient = to.User,
        Conversation = to.Conversation,
    };
}
