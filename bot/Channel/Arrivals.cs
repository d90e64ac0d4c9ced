using SalesBot.Bot.Connector;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>
/// Installed, opened, removed. Teams reports an installation twice, at nearly the same time and in either order, and local
/// clients with each page load: whoever marks the conversation first says hello, and nobody else does.
/// </summary>
internal sealed class Arrivals(Visitors visitors, References references, ConnectorClient connector, IAssistant assistant, Turns turns)
{
    public async Task<InvokeResponse> HandleAsync(TenantId tenant, Activity activity, bool verified, CancellationToken cancel)
    {
        try
        {
            if (IsRemoval(activity))
            {
                var key = ConversationReference.KeyOf(activity.Conversation!.Id!, activity.ServiceUrl!);
                await references.BuryAsync(tenant, key, removed: true, cancel).WaitAsync(cancel);
                return InvokeResponse.Ok;
            }
            var visitor = await visitors.MeetAsync(tenant, activity, verified, cancel).WaitAsync(cancel);
            if (IsArrival(activity, visitor.Scope)) await WelcomeAsync(visitor, cancel);
            return InvokeResponse.Ok;
        }
        catch (Exception e)
        {
            turns.Failed(e);
            return new InvokeResponse(500);
        }
    }

    private async Task WelcomeAsync(Visitor visitor, CancellationToken cancel)
    {
        if (!await references.WelcomeOnceAsync(visitor.Tenant, visitor.Reference.Key, cancel)) return;
        var to = visitor.Reference;
        if (visitor.User is null && visitor.Scope == PlaceScope.Personal)
        {
            await connector.SendAsync(
                to.ServiceUrl, to.Conversation.Id!, OutgoingActivity.Text(to, TurnTexts.UnknownPerson.In(visitor.Language)), cancel);
            return;
        }
        var card = assistant.Welcome(visitor.Scope == PlaceScope.Personal ? visitor.User : null, visitor.Language);
        await connector.SendAsync(to.ServiceUrl, to.Conversation.Id!, OutgoingActivity.Card(to, card.Content, card.Summary), cancel);
    }

    private static bool IsArrival(Activity activity, PlaceScope scope) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action is "add" or "add-upgrade"
            : activity.MembersAdded is { Count: > 0 } added
                // In a personal chat the person's own arrival counts as well; elsewhere new colleagues are not greeted one by one.
                && (scope == PlaceScope.Personal || added.Any(member => member.Id == activity.Recipient?.Id));

    private static bool IsRemoval(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action is "remove"
            : activity.MembersRemoved?.Any(member => member.Id is not null && member.Id == activity.Recipient?.Id) == true;
}
