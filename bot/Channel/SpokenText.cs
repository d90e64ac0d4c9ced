using System.Net;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>What the person said, freed from the channel's wrapping.</summary>
internal static class SpokenText
{
    /// <summary>The text without mentions of the bot, HTML entities decoded. Mentions of other people stay: they are data.</summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Mentions(activity)) text = text.Replace(mention, "", StringComparison.OrdinalIgnoreCase);
        return WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The client's language; null where it is neither of ours.</summary>
    public static Language? ClientLanguage(Activity activity) => LanguageOf(activity.Locale) ?? LanguageOf(ClientInfoLocale(activity));

    public static PlaceScope ScopeOf(ConversationAccount? conversation) => conversation switch
    {
        { ConversationType: "personal" } => PlaceScope.Personal,
        { ConversationType: "channel" } => PlaceScope.Channel,
        { ConversationType: "groupChat" } => PlaceScope.Group,
        // Where the type is missing the more careful reading counts: others may be looking.
        { IsGroup: true } => PlaceScope.Group,
        { Id: { } id } when id.StartsWith("19:", StringComparison.Ordinal) => PlaceScope.Group,
        _ => PlaceScope.Personal,
    };

    private static Language? LanguageOf(string? locale) => locale switch
    {
        null => null,
        _ when locale.StartsWith("nl", StringComparison.OrdinalIgnoreCase) => Language.Dutch,
        _ when locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Language.English,
        _ => null,
    };

    private static string? ClientInfoLocale(Activity activity) =>
        Entities(activity, "clientInfo").Select(entity => ((JsonElement?)entity).TextAt("locale")).FirstOrDefault(locale => locale is not null);

    private static IEnumerable<string> Mentions(Activity activity)
    {
        foreach (JsonElement? entity in Entities(activity, "mention"))
        {
            if (entity.TextAt("mentioned", "id") != activity.Recipient?.Id) continue;
            var written = entity.TextAt("text") ?? (entity.TextAt("mentioned", "name") is { } name ? $"<at>{name}</at>" : null);
            if (written is { Length: > 0 }) yield return written;
        }
    }

    private static IEnumerable<JsonElement> Entities(Activity activity, string type) =>
        activity.Entities is { ValueKind: JsonValueKind.Array } entities
            ? entities.EnumerateArray().Where(entity => ((JsonElement?)entity).TextAt("type") == type)
            : [];
}
