using System.Text.Json;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Files;
using SalesBot.Bot.Settings;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Outbox;

/// <summary>What became of a message from the outbox.</summary>
internal abstract record DeliveryResult
{
    private DeliveryResult() { }

    /// <param name="Posted">A kept card that was posted anew: where it now stands.</param>
    public sealed record Done(params IReadOnlyList<PostedCard> Posted) : DeliveryResult;

    /// <param name="Unknown">It may have been delivered all the same.</param>
    /// <param name="Unreachable">The person has no chat with the bot yet.</param>
    public sealed record Wait(string Reason, TimeSpan? After = null, bool Unknown = false, bool Unreachable = false) : DeliveryResult;

    /// <summary>It will never arrive.</summary>
    public sealed record Dead(string Reason) : DeliveryResult;
}

/// <summary>Brings one message to its conversation; a card that is kept up to date replaces the copy that is there.</summary>
internal sealed class Delivery(
    ConnectorClient connector, References references, Addresses addresses, IAssistant assistant, IDocumentStore store, SalesBotSettings settings,
    FileOffers files)
{
    // Two deliveries of one card to one place, one by a turn and one by the worker, must not overtake each other.
    private readonly KeyedLock cards = new();

    public async Task<DeliveryResult> DeliverAsync(TenantId tenant, OutboxMessage message, CancellationToken cancel)
    {
        var targets = await addresses.OfAsync(tenant, message.To, cancel);
        if (targets.Failure is { } nowhere) return nowhere;
        var posted = new List<PostedCard>();
        DeliveryResult? failure = null;
        var isReached = false;
        foreach (var target in targets.References)
        {
            var result = await DeliverAsync(tenant, message, target, cancel);
            if (result is DeliveryResult.Done done) Reached(done);
            else failure = result;
        }
        // Several copies of a channel exist only between local clients: one that was reached is enough.
        return isReached ? new DeliveryResult.Done(posted) : failure!;

        void Reached(DeliveryResult.Done done)
        {
            isReached = true;
            posted.AddRange(done.Posted);
        }
    }

    private async Task<DeliveryResult> DeliverAsync(TenantId tenant, OutboxMessage message, ConversationReference target, CancellationToken cancel)
    {
        if (target.Dead) return new DeliveryResult.Dead("conversation-gone");
        if (!target.Verified && !settings.Channel.IsAnonymous) return new DeliveryResult.Dead("service-url-unverified");
        if (message.Text is { } text)
        {
            var result = await PostAsync(target, OutgoingActivity.Text(target, text, message.ReplyTo), null, cancel);
            if (result is not SendResult.Sent) return await ResultAsync(tenant, target, result, cancel);
        }
        if (message.Offers is { } offer)
            return await ResultAsync(tenant, target, await PostAsync(target, await files.ActivityAsync(tenant, offer, target, message.ReplyTo, cancel), null, cancel), cancel);
        if (message.Saved is { } saved) return await ResultAsync(tenant, target, await PostAsync(target, FileOffers.Saved(target, saved, message.ReplyTo), saved.Name, cancel), cancel);
        if (message.Shows is { } view) return await ShowAsync(tenant, message, view, target, cancel);
        if (message.Card is not { } card) return new DeliveryResult.Done();
        return await ResultAsync(
            tenant, target, await PostAsync(target, OutgoingActivity.Card(target, card, message.Summary, message.ReplyTo, message.Citations), message.Summary, cancel), cancel);
    }

    private async Task<DeliveryResult> ShowAsync(
        TenantId tenant, OutboxMessage message, CardView view, ConversationReference target, CancellationToken cancel)
    {
        using var _ = await cards.EnterAsync(PostedCard.KeyOf(view, target.Key), cancel);
        if (await assistant.RenderAsync(tenant, view, cancel) is not { } card) return new DeliveryResult.Done();
        if (await PostedAsync(tenant, view, target, cancel) is { } posted)
        {
            var there = target with { Conversation = target.Conversation with { Id = posted.Conversation.Split('|')[0] } };
            var update = await connector.UpdateAsync(
                there.ServiceUrl, there.Conversation.Id!, posted.ActivityId, OutgoingActivity.Card(there, card.Content, card.Summary), cancel);
            // A card that was deleted, or a channel that can not replace: it is posted anew. A PUT may be repeated, so nothing of it is unknown.
            if (update is not (SendResult.Gone { Status: 404 } or SendResult.Refused)) return await ResultAsync(tenant, target, Repeatable(update), cancel);
        }
        var result = await PostAsync(target, OutgoingActivity.Card(target, card.Content, card.Summary, message.ReplyTo), card.Summary, cancel);
        if (result is not SendResult.Sent { Id: { } id } sent) return await ResultAsync(tenant, target, result, cancel);
        var key = sent.Conversation is { } thread ? ConversationReference.KeyOf(thread, target.ServiceUrl) : target.Key;
        await RefreshAsync(tenant, view, card, target, sent.Conversation, id, cancel);
        return new DeliveryResult.Done(new PostedCard(view, key, id));
    }

    /// <summary>What was shown may have changed while it was on its way, before anybody knew that it was there to be replaced.</summary>
    private async Task RefreshAsync(
        TenantId tenant, CardView view, RenderedCard shown, ConversationReference target, string? thread, string id, CancellationToken cancel)
    {
        if (await assistant.RenderAsync(tenant, view, cancel) is { } present && !JsonElement.DeepEquals(present.Content, shown.Content))
        {
            await connector.UpdateAsync(
                target.ServiceUrl, thread ?? target.Conversation.Id!, id, OutgoingActivity.Card(target, present.Content, present.Summary), cancel);
        }
    }

    private async Task<PostedCard?> PostedAsync(TenantId tenant, CardView view, ConversationReference target, CancellationToken cancel)
    {
        var posted = await store.ListAsync(Partition.Of(tenant, view.Team), PostedCard.Kind, $"{view.Kind}|{view.Subject}|", 200, cancel);
        return posted.Select(stored => stored.Record).LastOrDefault(card => card.Conversation == target.Key || IsThreadOf(target, card.Conversation));
    }

    /// <summary>A card for a channel opens a thread there, and stays in it.</summary>
    private static bool IsThreadOf(ConversationReference target, string conversation) =>
        Addresses.IsWholeChannel(target) && ConversationReference.ChannelOf(conversation) == target.Conversation.Id
        && ConversationReference.KeyOf(conversation.Split('|')[0], target.ServiceUrl) == conversation;

    /// <summary>Posts; what is too large or not understood goes once as plain text.</summary>
    private async Task<SendResult> PostAsync(ConversationReference target, Activity activity, string? summary, CancellationToken cancel)
    {
        var result = await SendAsync(target, activity, cancel);
        CrashPoints.Reach(CrashPoints.AfterSend);
        if (result is not (SendResult.TooLarge or SendResult.Refused { Status: 400 })) return result;
        var instead = summary ?? (result is SendResult.TooLarge ? TurnTexts.TooLarge.Nl + " / " + TurnTexts.TooLarge.En : null);
        return instead is null ? result : await SendAsync(target, OutgoingActivity.Text(target, instead, activity.ReplyToId), cancel) switch
        {
            // Nothing that could be replaced later on.
            SendResult.Sent => new SendResult.Sent(null),
            var other => other,
        };
    }

    private Task<SendResult> SendAsync(ConversationReference target, Activity activity, CancellationToken cancel)
    {
        if (!Addresses.IsWholeChannel(target)) return connector.SendAsync(target.ServiceUrl, target.Conversation.Id!, activity, cancel);
        return connector.CreateAsync(
            target.ServiceUrl, Addresses.NewThread(target, activity with { Conversation = null, ReplyToId = null }), cancel);
    }

    private async Task<DeliveryResult> ResultAsync(TenantId tenant, ConversationReference target, SendResult result, CancellationToken cancel)
    {
        switch (result)
        {
            case SendResult.Sent:
                return new DeliveryResult.Done();
            case SendResult.Later later:
                return new DeliveryResult.Wait(later.Reason, later.After);
            case SendResult.Unknown unknown:
                return new DeliveryResult.Wait(unknown.Reason, Unknown: true);
            case SendResult.Gone gone:
                await references.BuryAsync(tenant, target.Key, removed: false, cancel);
                return new DeliveryResult.Dead($"gone-{gone.Status}");
            case SendResult.TooLarge:
                return new DeliveryResult.Dead("too-large");
            case SendResult.Refused refused:
                return new DeliveryResult.Dead($"refused-{refused.Status}");
            default:
                return new DeliveryResult.Dead("service-url-not-trusted");
        }
    }

    private static SendResult Repeatable(SendResult result) => result is SendResult.Unknown unknown ? new SendResult.Later(unknown.Reason) : result;
}
