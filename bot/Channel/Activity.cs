using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Cards.Model;

namespace SalesBot.Bot.Channel;

/// <summary>An Activity of the Bot Framework's Activity protocol, inbound and outbound. What is not named here stays in <see cref="Properties"/>.</summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? DeliveryMode { get; init; }
    public string? Locale { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Name of an invoke or a trace.</summary>
    public string? Name { get; init; }
    public string? ValueType { get; init; }
    public JsonElement? Value { get; init; }

    /// <summary>Of an installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public JsonElement? Entities { get; init; }
    public JsonElement? ChannelData { get; init; }

    // Settable: the serializer can not fill an init-only one.
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Whose words come back in the HTTP response instead of through the connector.</summary>
    [JsonIgnore]
    public bool ExpectsReplies => string.Equals(DeliveryMode, "expectReplies", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The activity types that SalesBot knows.</summary>
public static class ActivityTypes
{
    public const string Message = "message", Invoke = "invoke", ConversationUpdate = "conversationUpdate",
        InstallationUpdate = "installationUpdate", Typing = "typing", Trace = "trace";
}

/// <summary>A person or bot in a channel. The id is per bot; <see cref="AadObjectId"/> is the person's for the whole tenant.</summary>
public sealed record ChannelAccount(string? Id = null, string? Name = null, string? AadObjectId = null);

/// <param name="ConversationType">personal, groupChat or channel.</param>
public sealed record ConversationAccount(
    string? Id = null, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null, string? Name = null);

public sealed record Attachment(string? ContentType = null, RawJson? Content = null, string? ContentUrl = null, string? Name = null)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}

/// <summary>The answer to a message with deliveryMode expectReplies.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>What goes back in the HTTP response: to an invoke its body, to everything else the status alone.</summary>
public sealed record InvokeResponse(int Status, RawJson? Body = null)
{
    public static readonly InvokeResponse Ok = new(200);
}

/// <summary>The conversation that a connector is asked to open.</summary>
public sealed record ConversationParameters(
    bool IsGroup, ChannelAccount Bot, IReadOnlyList<ChannelAccount>? Members = null, string? TenantId = null,
    TeamsChannelData? ChannelData = null, Activity? Activity = null);

public sealed record TeamsChannelData(TeamsId? Tenant = null, TeamsId? Channel = null);

public sealed record TeamsId(string? Id = null);

/// <param name="Id">Of the activity or conversation.</param>
/// <param name="ActivityId">Of the first activity in a new conversation.</param>
public sealed record ResourceResponse(string? Id = null, string? ActivityId = null, string? ServiceUrl = null);

/// <param name="ObjectId">Some channels call the member's aadObjectId so.</param>
public sealed record ConversationMember(
    string? Id = null, string? AadObjectId = null, string? ObjectId = null, string? Name = null, string? Email = null,
    string? UserPrincipalName = null, string? TenantId = null)
{
    public string? Person => AadObjectId ?? ObjectId;
}

public sealed record PagedMembers(IReadOnlyList<ConversationMember>? Members = null, string? ContinuationToken = null);

/// <summary>The Activity protocol's JSON: camelCase, absent rather than null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false, MaxDepth = 64)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationMember))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(KnownServiceUrl))]
internal sealed partial class ChannelJson : JsonSerializerContext;
