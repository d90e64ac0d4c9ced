using System.Security.Cryptography;
using System.Text;
using SalesBot.Data;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Channel;

/// <summary>Where a conversation is reached: written down at each visit, so that the bot can speak first later on.</summary>
/// <param name="Key">What the rest of the bot calls this conversation by; see <see cref="KeyOf"/>.</param>
/// <param name="ServiceUrl">The newest one: it moves with the region.</param>
/// <param name="User">The other party of a personal chat; null elsewhere, where it changes with each message.</param>
/// <param name="Verified">It came with a token that named this service URL; one that did not is of no use to a bot with credentials.</param>
/// <param name="Dead">The bot was removed or blocked there: nothing is sent until it is spoken to again.</param>
/// <param name="Welcomed">The greeting was said, once.</param>
public sealed record ConversationReference(
    string Key, string ServiceUrl, string ChannelId, ConversationAccount Conversation, ChannelAccount Bot, ChannelAccount? User,
    UserId? Person, bool Verified, bool Dead = false, bool Welcomed = false)
{
    /// <summary>In the tenant's directory; those of one channel and its threads lie together.</summary>
    internal static readonly Kind<ConversationReference> Kind = new("conversation", 1, () => ChannelJson.Default.ConversationReference, reference => DocumentKey(reference.Key));

    /// <summary>The personal chat of a person.</summary>
    internal static readonly Kind<ConversationReference> Personal =
        new("personal", 1, () => ChannelJson.Default.ConversationReference, reference => reference.Person!.Value.Value);

    /// <summary>
    /// The conversation's id. Local clients share ids between windows, so for a loopback service URL its authority follows after a bar.
    /// </summary>
    public static string KeyOf(string conversation, string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url.IsLoopback ? $"{conversation}|{url.Authority}" : conversation;

    /// <summary>The channel that a conversation or one of its threads belongs to.</summary>
    public static string ChannelOf(string conversation) => conversation.Split('|')[0].Split(";messageid=")[0];

    // Conversation ids may be longer than a document's id and hold characters that it can not: digests stand for them.
    internal static string DocumentKey(string key) => $"{Digest(ChannelOf(key))}|{Digest(key)}";

    internal static string ChannelPrefix(string channel) => $"{Digest(channel)}|";

    internal static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>A service URL that the tenant's conversations come from, for speaking first where no conversation is known.</summary>
public sealed record KnownServiceUrl(string Url, ChannelAccount Bot, bool Verified, DateTimeOffset SeenAt)
{
    internal static readonly Kind<KnownServiceUrl> Kind =
        new("service-url", 1, () => ChannelJson.Default.KnownServiceUrl, known => ConversationReference.Digest(known.Url));
}
