using SalesBot.Cards.Documents;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Settings;

/// <summary>What an operator can set, under <c>SalesBot</c>, checked at start.</summary>
/// <param name="Now">Where the clock starts; Development only.</param>
public sealed record SalesBotSettings(
    StoreSettings Store, ChannelSettings Channel, IReadOnlyList<TenantId> Tenants, string? ApprovalsChannel, ModelSettings? Model,
    bool Demo, bool Playground, DateTimeOffset? Now, bool IsDevelopment)
{
    /// <summary>Whose name and terms stand on what the customer gets.</summary>
    public Letterhead Letterhead { get; init; } = Letterhead.Default;

    public FileSettings Files { get; init; } = new(null, []);

    /// <summary>The file that erasures are written down in, to be applied again to a restored backup.</summary>
    public string? ErasureLedger { get; init; }

    public Retention Retention { get; init; } = Retention.Default;

    /// <summary>How many people of the demo organisation have a window of the local Teams client.</summary>
    public int Windows { get; init; } = 2;

    /// <summary>Working days after which a decider is reminded, and after which the next manager is asked.</summary>
    public (int Remind, int Escalate) ApprovalDays { get; init; } = (1, 3);

    /// <summary>The tenant of the local Teams client and of the demo organisation.</summary>
    public static readonly TenantId LocalTenant = new("5a1e5b07-0000-4000-8000-000000000001");
}

public abstract record StoreSettings
{
    private StoreSettings() { }

    /// <param name="Path">The database file.</param>
    public sealed record Sqlite(string Path) : StoreSettings;

    /// <param name="Key">Null: the managed identity is used.</param>
    public sealed record Cosmos(Uri Endpoint, string? Key, string Database, bool Direct, bool TrustAnyCertificate) : StoreSettings;
}

public enum AppType { SingleTenant, MultiTenant, UserAssignedMSI }

/// <summary>The bot's registration and whom it trusts.</summary>
/// <param name="AppId">Null: nobody proves who they are; Development on loopback only.</param>
/// <param name="Authority">Where the bot's own token comes from.</param>
/// <param name="AllowedServiceUrls">Hosts, <c>*.parent.domain</c> for all below one, or a URL.</param>
public sealed record ChannelSettings(
    string? AppId, AppType AppType, string? TenantId, string? ClientSecret, string? CertificateThumbprint, Uri Authority,
    Uri OpenIdMetadata, IReadOnlyList<string> AllowedServiceUrls)
{
    public bool IsAnonymous => AppId is null;
    public bool HasCredential => AppType == AppType.UserAssignedMSI || ClientSecret is not null || CertificateThumbprint is not null;
}

/// <summary>An OpenAI-compatible chat endpoint.</summary>
/// <param name="CallsPerDay">So often it is asked for one person on one day.</param>
public sealed record ModelSettings(Uri Endpoint, string Name, string? Key, int CallsPerDay);

/// <summary>How files reach people.</summary>
/// <param name="PublicUrl">Where browsers reach the bot, for links to download; null: in Development the address it listens on, else there are no links.</param>
/// <param name="AllowedUploadHosts">Where a client may ask the bot to put a file.</param>
public sealed record FileSettings(Uri? PublicUrl, IReadOnlyList<string> AllowedUploadHosts);

/// <summary>A setting is missing or wrong; the message begins with its name.</summary>
public sealed class SettingException(string setting, string reason) : Exception($"{setting}: {reason}");
