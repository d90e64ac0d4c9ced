using System.Globalization;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Settings;

/// <summary>Reads and checks the settings; what is wrong is named.</summary>
internal sealed class SettingsReader(IConfiguration configuration, bool isDevelopment)
{
    private const string Root = "SalesBot:";

    /// <summary>In the public cloud. The first is exact: other hosts below that domain belong to other customers of the cloud.</summary>
    private static readonly string[] TeamsHosts =
    [
        "smba.trafficmanager.net", "*.botframework.com", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    /// <summary>OneDrive and SharePoint, where Teams keeps a person's files.</summary>
    private static readonly string[] FileHosts = ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us"];

    public SalesBotSettings Read()
    {
        var channel = Channel();
        return new SalesBotSettings(
            Store(), channel, Tenants(channel), Text("Approvals:Channel"), Model(), Flag("Demo", isDevelopment), Flag("Playground", isDevelopment),
            Now(), isDevelopment)
        {
            Letterhead = OrganisationSettings.Read(configuration.GetSection(Root + "Organisation")),
            Files = Files(),
            ApprovalDays = ApprovalDays(),
            ErasureLedger = ErasureLedger(),
            Windows = Windows(),
            Retention = new(
                Days("Retention:UndoDays", Retention.Default.UndoDays), Days("Retention:DigestDays", Retention.Default.DigestDays),
                Days("Retention:DeadLetterDays", Retention.Default.DeadLetterDays)),
        };
    }

    private int Windows() => Count("Development:Windows", 2) switch
    {
        var windows when windows != 2 && !isDevelopment => throw Wrong("Development:Windows", "is for Development only."),
        var windows when windows is 2 or 3 => windows,
        var windows => throw Wrong("Development:Windows", $"is {windows}; it can be 2 or 3."),
    };

    private (int, int) ApprovalDays()
    {
        var (remind, escalate) = (Count("Approvals:RemindAfterWorkingDays", 1), Count("Approvals:EscalateAfterWorkingDays", 3));
        if (remind == 0) throw Wrong("Approvals:RemindAfterWorkingDays", "is 0; it can be a whole number from 1.");
        return escalate == 0 ? throw Wrong("Approvals:EscalateAfterWorkingDays", "is 0; it can be a whole number from 1.") : (remind, escalate);
    }

    /// <summary>Beside the database where that is a file.</summary>
    private string ErasureLedger() => Path.GetFullPath(
        Text("Privacy:Ledger") ?? (Store() is StoreSettings.Sqlite { Path: var database } ? database + ".erasures" : Path.Combine(Environment.CurrentDirectory, ".salesbot", "erasures")));

    private int Days(string name, int otherwise) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650 ? days
        : throw Wrong(name, $"is \"{text}\"; it can be 1 to 3650 days.");

    /// <summary>What only serving needs: a registration, or the right to do without.</summary>
    public void CheckServing(SalesBotSettings settings)
    {
        if (settings.Channel.IsAnonymous)
        {
            if (!isDevelopment) throw Wrong("Channel:AppId", "is missing; only Development on loopback may do without.");
            foreach (var address in Addresses())
            {
                if (!IsLoopback(address)) throw Wrong("Channel:AppId", $"is missing, which only loopback addresses allow; {address} is not one.");
            }
        }
        else if (!settings.Channel.HasCredential && !isDevelopment)
        {
            throw Wrong("Channel:ClientSecret", "is missing; or set Channel:CertificateThumbprint, or Channel:AppType UserAssignedMSI.");
        }
        if (settings.Tenants.Count == 0) throw Wrong("Tenants", "is missing: name the tenants that may talk to the bot.");
    }

    private ChannelSettings Channel()
    {
        var appType = Choice("Channel:AppType", AppType.SingleTenant);
        var appId = Text("Channel:AppId");
        var tenant = Text("Channel:TenantId");
        if (appId is not null && appType == AppType.SingleTenant && tenant is null && !isDevelopment)
        {
            throw Wrong("Channel:TenantId", "is missing, which AppType SingleTenant needs.");
        }
        return new ChannelSettings(
            appId, appType, tenant, Text("Channel:ClientSecret"), Text("Channel:CertificateThumbprint"),
            Url("Channel:Authority", "https://login.microsoftonline.com"),
            SecureUrl("Channel:OpenIdMetadata", "https://login.botframework.com/v1/.well-known/openidconfiguration"),
            List("Channel:AllowedServiceUrls") is { Count: > 0 } hosts ? hosts : TeamsHosts);
    }

    private StoreSettings Store() => (Text("Store:Provider") ?? "sqlite").ToLowerInvariant() switch
    {
        "sqlite" => new StoreSettings.Sqlite(
            Path.GetFullPath(Text("Store:Sqlite:Path") ?? Path.Combine(Environment.CurrentDirectory, ".salesbot", "salesbot.db"))),
        "cosmos" => Cosmos(),
        var other => throw Wrong("Store:Provider", $"is \"{other}\"; it can be sqlite or cosmos."),
    };

    private StoreSettings.Cosmos Cosmos()
    {
        var trustsAny = Flag("Store:Cosmos:TrustAnyCertificate", false);
        if (trustsAny && !isDevelopment) throw Wrong("Store:Cosmos:TrustAnyCertificate", "is for Development only.");
        var mode = Text("Store:Cosmos:ConnectionMode") ?? "Gateway";
        if (!mode.Equals("Direct", StringComparison.OrdinalIgnoreCase) && !mode.Equals("Gateway", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong("Store:Cosmos:ConnectionMode", $"is \"{mode}\"; it can be Gateway or Direct.");
        }
        return new StoreSettings.Cosmos(
            Url("Store:Cosmos:Endpoint", null), Text("Store:Cosmos:Key"), Text("Store:Cosmos:Database") ?? "salesbot",
            mode.Equals("Direct", StringComparison.OrdinalIgnoreCase), trustsAny);
    }

    private IReadOnlyList<TenantId> Tenants(ChannelSettings channel) => List("Tenants") switch
    {
        { Count: > 0 } named => [.. named.Select(tenant => IsTenant(tenant) ? new TenantId(tenant) : throw Wrong("Tenants", $"is \"{tenant}\", which is not a tenant's id."))],
        _ when channel.TenantId is { } own => [new TenantId(own)],
        _ when isDevelopment => [SalesBotSettings.LocalTenant],
        _ => [],
    };

    /// <summary>What separates the parts of a partition's key is in no tenant's id: one would read as another's.</summary>
    internal static bool IsTenant(string text) => text.Length is > 0 and <= 60 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private FileSettings Files() => new(
        Text("PublicUrl") is null ? null : SecureUrl("PublicUrl", ""), List("Channel:AllowedUploadHosts") is { Count: > 0 } hosts ? hosts : FileHosts);

    private ModelSettings? Model()
    {
        var calls = Count("Model:CallsPerDay", 200);
        return Text("Model:Endpoint") is null
            ? null
            : new ModelSettings(
                Url("Model:Endpoint", null), Text("Model:Name") ?? throw Wrong("Model:Name", "is missing beside Model:Endpoint."), Text("Model:Key"), calls);
    }

    private DateTimeOffset? Now()
    {
        if (Text("Development:Now") is not { } text) return null;
        if (!isDevelopment) throw Wrong("Development:Now", "is for Development only.");
        // Only so: day and month must not change places.
        if (!DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
        {
            throw Wrong("Development:Now", $"is \"{text}\"; write it as 2026-03-10T09:00 or 2026-03-10T09:00:00Z.");
        }
        return moment.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(moment, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam").GetUtcOffset(moment))
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static readonly string[] Moments =
        [.. new[] { "'T'HH:mmK", "'T'HH:mm:ssK", "'T'HH:mm:ss.FFFFFFFK", "' 'HH:mmK", "' 'HH:mm:ssK", "" }.Select(time => "yyyy-MM-dd" + time)];

    private IEnumerable<string> Addresses()
    {
        foreach (var url in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)) yield return url;
        foreach (var key in (string[])["http_ports", "https_ports"])
        {
            // Ports without a host listen everywhere; addresses in `urls` take their place.
            if (configuration["urls"] is null && configuration[key] is { Length: > 0 } ports) yield return $"http://*:{ports}";
        }
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { } url) yield return url;
        }
    }

    private static bool IsLoopback(string address)
    {
        if (!Uri.TryCreate(address.Replace("//*", "//0.0.0.0").Replace("//+", "//0.0.0.0"), UriKind.Absolute, out var url)) return false;
        return url.IsLoopback;
    }

    private string? Text(string name) => configuration[Root + name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private IReadOnlyList<string> List(string name) =>
        Text(name) is { } listed
            ? listed.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. configuration.GetSection(Root + name).GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0)];

    private bool Flag(string name, bool otherwise) => Text(name) switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw Wrong(name, $"is \"{text}\"; it can be true or false."),
    };

    private int Count(string name, int otherwise) => Text(name) switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        var text => throw Wrong(name, $"is \"{text}\"; it can be a whole number from 0."),
    };

    private T Choice<T>(string name, T otherwise) where T : struct, Enum => Text(name) switch
    {
        null => otherwise,
        var text when Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) => value,
        var text => throw Wrong(name, $"is \"{text}\"; it can be {string.Join(", ", Enum.GetNames<T>())}."),
    };

    private Uri Url(string name, string? otherwise) =>
        (Text(name) ?? otherwise) is not { } text ? throw Wrong(name, "is missing.")
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url
        : throw Wrong(name, $"is \"{text}\", which is not a web address.");

    private Uri SecureUrl(string name, string otherwise)
    {
        var url = Url(name, otherwise);
        return url.Scheme == "https" || url.IsLoopback ? url : throw Wrong(name, "must be https.");
    }

    private static SettingException Wrong(string name, string reason) => new(Root + name, reason);
}
