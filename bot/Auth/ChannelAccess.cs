using SalesBot.Bot.Channel;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Settings;
using SalesBot.Data;

namespace SalesBot.Bot.Auth;

/// <summary>What an activity may do, seen with its body: does the body fit the token, and is its tenant enrolled?</summary>
internal sealed class ChannelAccess(SalesBotSettings settings, TrustedServiceUrls trusted)
{
    private const string Teams = "msteams";

    /// <param name="reason">Why not, a short code for the log; null where it is allowed.</param>
    /// <returns>The tenant in the spelling of the settings; null: refused with 403.</returns>
    public TenantId? Check(Sender sender, Activity activity, out string? reason)
    {
        reason = ReasonAgainst(sender, activity);
        if (reason is not null) return null;
        var fromConversation = activity.Conversation?.TenantId;
        var fromChannel = activity.ChannelData.TextAt("tenant", "id");
        if (!string.IsNullOrEmpty(fromConversation) && !string.IsNullOrEmpty(fromChannel)
            && !fromConversation.Equals(fromChannel, StringComparison.OrdinalIgnoreCase))
        {
            reason = "tenants-differ";
            return null;
        }
        var named = string.IsNullOrEmpty(fromChannel) ? fromConversation : fromChannel;
        foreach (var tenant in settings.Tenants)
        {
            if (tenant.Value.Equals(named, StringComparison.OrdinalIgnoreCase)) return tenant;
        }
        reason = "tenant-not-enrolled";
        return null;
    }

    private string? ReasonAgainst(Sender sender, Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ServiceUrl) || string.IsNullOrEmpty(activity.Conversation?.Id)) return "incomplete";
        if (!trusted.IsTrusted(activity.ServiceUrl)) return "service-url-not-trusted";
        if (sender is Sender.Local) return activity.ChannelId is Teams or "emulator" ? null : "other-channel";
        if (sender is not Sender.Channel channel) return "not-authenticated";
        if (activity.ChannelId != Teams || !channel.Endorsements.Contains(Teams)) return "not-endorsed";
        return TrustedServiceUrls.AreSame(channel.ServiceUrl, activity.ServiceUrl) ? null : "service-url-differs";
    }
}
