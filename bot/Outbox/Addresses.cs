using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Outbox;

/// <summary>Where a recipient is reached.</summary>
/// <param name="Failure">Why nowhere.</param>
internal sealed record Targets(IReadOnlyList<ConversationReference> References, DeliveryResult? Failure = null);

/// <summary>Turns a recipient into conversations; opens a person's chat where that can be done.</summary>
internal sealed class Addresses(References references, ConnectorClient connector)
{
    public async Task<Targets> OfAsync(TenantId tenant, Recipient to, CancellationToken cancel)
    {
        if (to.Conversation is { } key)
        {
            return await references.FindAsync(tenant, key, cancel) is { } known ? new Targets([known]) : Failed(new DeliveryResult.Dead("no-such-conversation"));
        }
        if (to.Person is { } person)
        {
            return await references.PersonalAsync(tenant, person, cancel) is { } chat ? new Targets([chat]) : await OpenAsync(tenant, person, cancel);
        }
        return to.Channel is { } channel ? await ChannelAsync(tenant, channel, cancel) : Failed(new DeliveryResult.Dead("no-recipient"));
    }

    /// <summary>A channel as such, not one of its threads: what is sent there opens a thread.</summary>
    public static bool IsWholeChannel(ConversationReference reference) =>
        reference.Conversation is { ConversationType: "channel", Id: { } id } && !id.Contains(";messageid=", StringComparison.Ordinal);

    public static ConversationParameters NewThread(ConversationReference channel, Activity first) =>
        new(
            true, channel.Bot, TenantId: channel.Conversation.TenantId,
            ChannelData: new TeamsChannelData(new(channel.Conversation.TenantId), new(channel.Conversation.Id)), Activity: first);

    private async Task<Targets> ChannelAsync(TenantId tenant, string channel, CancellationToken cancel)
    {
        var known = await references.ChannelAsync(tenant, channel, cancel);
        if (known.Count > 0)
        {
            var copies = known.Where(reference => !reference.Dead).DistinctBy(reference => reference.ServiceUrl).ToList();
            return copies.Count > 0 ? new Targets([.. copies.Select(copy => Whole(copy, channel))]) : Failed(new DeliveryResult.Dead("channel-gone"));
        }
        var urls = await references.ServiceUrlsAsync(tenant, cancel);
        if (urls.Count == 0) return Failed(new DeliveryResult.Wait("no-service-url", Unreachable: true));
        var local = urls.Where(url => new Uri(url.Url).IsLoopback).ToList();
        return new Targets([.. (new Uri(urls[0].Url).IsLoopback ? local : urls.Take(1)).Select(url => new ConversationReference(
            ConversationReference.KeyOf(channel, url.Url), url.Url, "msteams", new ConversationAccount(channel, "channel", tenant.Value, true),
            url.Bot, null, null, url.Verified))]);
    }

    private static ConversationReference Whole(ConversationReference copy, string channel) =>
        copy with
        {
            Key = ConversationReference.KeyOf(channel, copy.ServiceUrl),
            // Group chats are posted to as they are.
            Conversation = copy.Conversation with { Id = channel },
            User = null,
        };

    /// <summary>Teams opens the chat of a person who has the app; local clients would open one that nobody sees.</summary>
    private async Task<Targets> OpenAsync(TenantId tenant, UserId person, CancellationToken cancel)
    {
        var url = (await references.ServiceUrlsAsync(tenant, cancel)).FirstOrDefault();
        if (url is null || new Uri(url.Url).IsLoopback) return Failed(new DeliveryResult.Wait("no-personal-chat", Unreachable: true));
        var parameters = new ConversationParameters(
            false, url.Bot, [new ChannelAccount(person.Value)], tenant.Value, new TeamsChannelData(new(tenant.Value)));
        return await connector.CreateAsync(url.Url, parameters, cancel) switch
        {
            SendResult.Sent { Id: { } sent } created => new Targets([new ConversationReference(
                ConversationReference.KeyOf(created.Conversation ?? sent, url.Url), url.Url, "msteams",
                new ConversationAccount(created.Conversation ?? sent, "personal", tenant.Value), url.Bot, new ChannelAccount(person.Value), person, url.Verified)]),
            SendResult.Later later => Failed(new DeliveryResult.Wait(later.Reason, later.After)),
            // Opening a chat twice gives the same chat: there is nothing unknown about it.
            SendResult.Unknown unknown => Failed(new DeliveryResult.Wait(unknown.Reason)),
            SendResult.NotTrusted => Failed(new DeliveryResult.Dead("service-url-not-trusted")),
            _ => Failed(new DeliveryResult.Wait("not-installed", Unreachable: true)),
        };
    }

    private static Targets Failed(DeliveryResult reason) => new([], reason);
}
