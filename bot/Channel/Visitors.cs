using SalesBot.Bot.Outbox;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>Who spoke, from where.</summary>
/// <param name="User">Null: nobody from the users file.</param>
/// <param name="Language">The person's setting, else the client's, else Dutch.</param>
internal sealed record Visitor(TenantId Tenant, User? User, Language Language, ConversationReference Reference, PlaceScope Scope);

/// <summary>Finds the person behind an activity and remembers the conversation.</summary>
internal sealed class Visitors(IDocumentStore store, References references, OutboxSignal signal)
{
    /// <param name="verified">The activity came with a token.</param>
    public async Task<Visitor> MeetAsync(TenantId tenant, Activity activity, bool verified, CancellationToken cancel)
    {
        var user = await FindAsync(tenant, activity.From?.AadObjectId, cancel);
        var (reference, becameReachable) = await references.RememberAsync(tenant, activity, user?.Id, verified, cancel);
        if (becameReachable && user is not null) signal.Reachable(tenant, user);
        return new Visitor(
            tenant, user, user?.Language ?? SpokenText.ClientLanguage(activity) ?? Language.Dutch, reference, SpokenText.ScopeOf(activity.Conversation));
    }

    /// <summary>
    /// Who it is, and nothing is remembered of where: what is sought while writing may be in a chat between people, in which the bot is not
    /// and never speaks.
    /// </summary>
    public async Task<(User? User, Language Language)> WhoAsync(TenantId tenant, Activity activity, CancellationToken cancel)
    {
        var user = await FindAsync(tenant, activity.From?.AadObjectId, cancel);
        return (user, user?.Language ?? SpokenText.ClientLanguage(activity) ?? Language.Dutch);
    }

    private async Task<User?> FindAsync(TenantId tenant, string? objectId, CancellationToken cancel)
    {
        // Only a GUID can be a person; anything else would be a search in the directory by a stranger's words.
        if (!Guid.TryParseExact(objectId, "D", out _)) return null;
        var directory = Partition.Directory(tenant);
        return (await store.FindAsync(directory, Kinds.User, objectId!.ToLowerInvariant(), cancel)
            ?? await store.FindAsync(directory, Kinds.User, objectId, cancel))?.Record;
    }
}
