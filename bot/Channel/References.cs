using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>The conversations that are known, in the tenant's directory. Written only where something changed.</summary>
internal sealed class References(IDocumentStore store, PersonalChats personal, TimeProvider time)
{
    /// <summary>Notes where an activity came from. Says whether this person's chat became reachable by it.</summary>
    public async Task<(ConversationReference Reference, bool BecameReachable)> RememberAsync(
        TenantId tenant, Activity activity, UserId? person, bool verified, CancellationToken cancel)
    {
        var seen = From(tenant, activity, person, verified);
        var (reference, before) = await store.ChangeAsync(
            tenant, ConversationReference.Kind, ConversationReference.DocumentKey(seen.Key), known => seen with { Welcomed = known?.Welcomed ?? false }, cancel);
        if (before?.ServiceUrl != reference.ServiceUrl || before.Bot != reference.Bot) await RememberServiceUrlAsync(tenant, reference, cancel);
        if (reference.Person is not { } owner) return (reference, false);
        return (reference, await personal.RememberAsync(tenant, owner, reference, cancel));
    }

    /// <summary>Marks the greeting as said; false where it was said before, also by another instance at this moment.</summary>
    public async Task<bool> WelcomeOnceAsync(TenantId tenant, string key, CancellationToken cancel)
    {
        var (after, before) = await store.ChangeAsync(
            tenant, ConversationReference.Kind, ConversationReference.DocumentKey(key), known => known is null ? null : known with { Welcomed = true }, cancel);
        return after is { Welcomed: true } && before is { Welcomed: false };
    }

    /// <summary>The bot was removed, or may not write there any more.</summary>
    /// <param name="removed">A new installation is greeted again.</param>
    public async Task BuryAsync(TenantId tenant, string key, bool removed, CancellationToken cancel)
    {
        ConversationReference Dead(ConversationReference known) => known with { Dead = true, Welcomed = known.Welcomed && !removed };

        var (_, before) = await store.ChangeAsync(
            tenant, ConversationReference.Kind, ConversationReference.DocumentKey(key), known => known is null ? null : Dead(known), cancel);
        if (before?.Person is { } person) await personal.BuryAsync(tenant, person, key, Dead, cancel);
    }

    public async Task<ConversationReference?> FindAsync(TenantId tenant, string key, CancellationToken cancel) =>
        (await store.FindAsync(Partition.Directory(tenant), ConversationReference.Kind, ConversationReference.DocumentKey(key), cancel))?.Record;

    public Task<ConversationReference?> PersonalAsync(TenantId tenant, UserId person, CancellationToken cancel) => personal.FindAsync(tenant, person, cancel);

    /// <summary>Every known copy of a channel, threads included.</summary>
    public async Task<IReadOnlyList<ConversationReference>> ChannelAsync(TenantId tenant, string channel, CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition.Directory(tenant), ConversationReference.Kind, ConversationReference.ChannelPrefix(channel), 1000, cancel))
            .Select(stored => stored.Record)];

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<KnownServiceUrl>> ServiceUrlsAsync(TenantId tenant, CancellationToken cancel) =>
        [.. (await store.ListAsync(Partition.Directory(tenant), KnownServiceUrl.Kind, "", 100, cancel))
            .Select(stored => stored.Record).OrderByDescending(known => known.SeenAt)];

    private static ConversationReference From(TenantId tenant, Activity activity, UserId? person, bool verified)
    {
        var conversation = activity.Conversation!;
        var isPersonal = SpokenText.ScopeOf(conversation) == PlaceScope.Personal;
        return new ConversationReference(
            ConversationReference.KeyOf(conversation.Id!, activity.ServiceUrl!), activity.ServiceUrl!, activity.ChannelId!,
            new ConversationAccount(conversation.Id, conversation.ConversationType, tenant.Value, conversation.IsGroup),
            new ChannelAccount(activity.Recipient?.Id, activity.Recipient?.Name),
            isPersonal ? new ChannelAccount(activity.From?.Id, null, activity.From?.AadObjectId) : null, isPersonal ? person : null, verified);
    }

    private async Task RememberServiceUrlAsync(TenantId tenant, ConversationReference reference, CancellationToken cancel)
    {
        var seen = new KnownServiceUrl(reference.ServiceUrl, reference.Bot, reference.Verified, time.GetUtcNow());
        await store.ChangeAsync(
            tenant, KnownServiceUrl.Kind, ConversationReference.Digest(seen.Url),
            // The moment matters only roughly: a new one for each conversation would make this document the busiest of all.
            known => known is not null && known with { SeenAt = seen.SeenAt } == seen && seen.SeenAt - known.SeenAt < TimeSpan.FromHours(1) ? known : seen,
            cancel);
    }
}
