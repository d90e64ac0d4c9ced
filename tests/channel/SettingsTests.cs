using Microsoft.Extensions.Configuration;
using SalesBot.Bot.Commands;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Settings;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>A wrong setting stops the start with its name.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Registered = new()
    {
        ["SalesBot:Channel:AppId"] = LocalIssuer.AppId,
        ["SalesBot:Channel:TenantId"] = "11111111-1111-1111-1111-111111111111",
        ["SalesBot:Channel:ClientSecret"] = "secret",
    };

    [Theory]
    [InlineData("Channel:AppId", null, "Channel:AppId")]
    [InlineData("Channel:ClientSecret", null, "Channel:ClientSecret")]
    [InlineData("Channel:TenantId", null, "Channel:TenantId")]
    [InlineData("Channel:AppType", "Other", "Channel:AppType")]
    [InlineData("Channel:OpenIdMetadata", "http://example.com/keys", "Channel:OpenIdMetadata")]
    [InlineData("Channel:OpenIdMetadata", "nonsense", "Channel:OpenIdMetadata")]
    [InlineData("Store:Provider", "oracle", "Store:Provider")]
    [InlineData("Store:Provider", "cosmos", "Store:Cosmos:Endpoint")]
    [InlineData("Demo", "maybe", "Demo")]
    [InlineData("Playground", "1", "Playground")]
    [InlineData("Tenants", "a:team:b", "Tenants")]
    [InlineData("Tenants:0", "a|b", "Tenants")]
    [InlineData("PublicUrl", "http://salesbot.example", "PublicUrl")]
    [InlineData("Model:Endpoint", "localhost", "Model:Endpoint")]
    [InlineData("Retention:UndoDays", "0", "Retention:UndoDays")]
    [InlineData("Approvals:RemindAfterWorkingDays", "0", "Approvals:RemindAfterWorkingDays")]
    [InlineData("Development:Now", "2026-03-10T09:00", "Development:Now")]
    [InlineData("Development:Windows", "3", "Development:Windows")]
    [InlineData("Model:Endpoint", "http://localhost:1/v1", "Model:Name")]
    [InlineData("Model:CallsPerDay", "-1", "Model:CallsPerDay")]
    public void In_production_it_is_named(string name, string? value, string named) =>
        Assert.StartsWith($"SalesBot:{named}:", Assert.Throws<SettingException>(() => Read(false, Registered, (name, value))).Message);

    [Fact]
    public void Any_certificate_is_trusted_in_Development_only()
    {
        (string, string?)[] cosmos =
            [("Store:Provider", "cosmos"), ("Store:Cosmos:Endpoint", "https://localhost:8081"), ("Store:Cosmos:TrustAnyCertificate", "true")];
        Assert.StartsWith("SalesBot:Store:Cosmos:TrustAnyCertificate:", Assert.Throws<SettingException>(() => Read(false, Registered, cosmos)).Message);
        Assert.True(Assert.IsType<StoreSettings.Cosmos>(Read(true, [], cosmos).Store).TrustAnyCertificate);
    }

    [Theory]
    [InlineData("Store:Cosmos:Endpoint", "nonsense")]
    [InlineData("Store:Cosmos:ConnectionMode", "Tunnel")]
    [InlineData("Store:Cosmos:TrustAnyCertificate", "maybe")]
    public void A_wrong_setting_of_Cosmos_is_named(string name, string value) =>
        Assert.StartsWith(
            $"SalesBot:{name}:",
            Assert.Throws<SettingException>(() => Read(true, [], ("Store:Provider", "cosmos"), ("Store:Cosmos:Endpoint", "https://localhost:8081"), (name, value))).Message);

    [Fact]
    public void Cosmos_needs_no_more_than_its_endpoint()
    {
        (string, string?)[] least = [("Store:Provider", "Cosmos"), ("Store:Cosmos:Endpoint", "https://x.documents.example")];
        Assert.Equal(new StoreSettings.Cosmos(new("https://x.documents.example"), null, "salesbot", Direct: false, TrustAnyCertificate: false), Read(false, Registered, least).Store);
        (string, string?)[] more = [.. least, ("Store:Cosmos:Key", "k"), ("Store:Cosmos:Database", "sales"), ("Store:Cosmos:ConnectionMode", "direct")];
        Assert.Equal(new StoreSettings.Cosmos(new("https://x.documents.example"), "k", "sales", Direct: true, TrustAnyCertificate: false), Read(false, Registered, more).Store);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_not_set_is_as_the_page_says(bool isDevelopment)
    {
        var settings = Read(isDevelopment, isDevelopment ? [] : Registered);
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, ".salesbot", "salesbot.db"), Assert.IsType<StoreSettings.Sqlite>(settings.Store).Path);
        Assert.Equal((isDevelopment, isDevelopment), (settings.Demo, settings.Playground));
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", settings.Channel.OpenIdMetadata.AbsoluteUri);
        Assert.Equal(AppType.SingleTenant, settings.Channel.AppType);
        Assert.Equal((null, null, null, null), (settings.ApprovalsChannel, settings.Model, settings.Now, settings.Files.PublicUrl));
        Assert.Equal(settings.Store is StoreSettings.Sqlite { Path: var path } ? path + ".erasures" : null, settings.ErasureLedger);
        Assert.Equal((90, 30, 30), (settings.Retention.UndoDays, settings.Retention.DigestDays, settings.Retention.DeadLetterDays));
        Assert.Equal(((1, 3), 2), (settings.ApprovalDays, settings.Windows));
    }

    [Fact]
    public void What_is_set_takes_its_place()
    {
        var settings = Read(
            false, Registered, ("Demo", "TRUE"), ("Approvals:Channel", "19:approvals@thread.tacv2"), ("Model:Endpoint", "http://localhost:1/v1"), ("Model:Name", "m"), ("Model:Key", "k"),
            ("Store:Sqlite:Path", "elsewhere/sales.db"), ("Channel:OpenIdMetadata", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration"));
        Assert.True(settings.Demo);
        Assert.Equal("19:approvals@thread.tacv2", settings.ApprovalsChannel);
        Assert.Equal(new ModelSettings(new("http://localhost:1/v1"), "m", "k", 200), settings.Model);
        Assert.Equal(new StoreSettings.Sqlite(Path.GetFullPath("elsewhere/sales.db")), settings.Store);
        Assert.Equal("login.botframework.azure.us", settings.Channel.OpenIdMetadata.Host);
    }

    [Theory]
    [InlineData("Channel:CertificateThumbprint", "0123456789abcdef0123456789abcdef01234567")]
    [InlineData("Channel:AppType", "UserAssignedMSI")]
    public void A_certificate_or_a_managed_identity_is_as_good_as_a_secret(string name, string value) =>
        Assert.True(Read(false, Registered, ("Channel:ClientSecret", null), (name, value)).Channel.HasCredential);

    [Fact]
    public void Service_urls_that_are_named_take_the_place_of_the_channels_own()
    {
        var trusted = new TrustedServiceUrls(Read(false, Registered, ("Channel:AllowedServiceUrls", "smba.infra.gov.teams.microsoft.us, *.botframework.azure.us")));
        Assert.True(trusted.IsTrusted("https://smba.infra.gov.teams.microsoft.us/teams"));
        Assert.True(trusted.IsTrusted("https://any.botframework.azure.us/"));
        Assert.False(trusted.IsTrusted("https://smba.trafficmanager.net/emea/"));
    }

    [Theory]
    [InlineData("gisteren")]
    [InlineData("10-03-2026")]
    public void A_moment_that_is_none_is_named_in_Development_too(string now) =>
        Assert.StartsWith("SalesBot:Development:Now:", Assert.Throws<SettingException>(() => Read(true, [], ("Development:Now", now))).Message);

    [Theory]
    [InlineData("http://localhost:3978", true)]
    [InlineData("http://127.0.0.1:0;http://[::1]:0", true)]
    [InlineData("http://0.0.0.0:3978", false)]
    [InlineData("http://*:3978", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://localhost:3978;http://10.0.0.4:3978", false)]
    public void Without_a_registration_only_loopback_is_listened_at(string urls, bool isAllowed)
    {
        void Start() => Read(true, new() { ["urls"] = urls });

        if (isAllowed) Start();
        else Assert.StartsWith("SalesBot:Channel:AppId:", Assert.Throws<SettingException>(Start).Message);
    }

    [Fact]
    public void Ports_without_a_host_are_not_loopback() =>
        Assert.Throws<SettingException>(() => Read(true, new() { ["http_ports"] = "8080" }));

    [Fact]
    public void The_tenants_are_the_named_ones_else_the_bots_own_else_the_local_clients()
    {
        Assert.Equal(["a", "b"], Read(false, Registered, ("Tenants:0", "a"), ("Tenants:1", "b")).Tenants.Select(tenant => tenant.Value));
        Assert.Equal(["a", "b"], Read(false, Registered, ("Tenants", "a, b")).Tenants.Select(tenant => tenant.Value));
        Assert.Equal(["11111111-1111-1111-1111-111111111111"], Read(false, Registered).Tenants.Select(tenant => tenant.Value));
        Assert.Equal([SalesBotSettings.LocalTenant], Read(true, []).Tenants);
    }

    [Theory]
    [InlineData("2026-03-10T09:00", "2026-03-10T08:00:00Z")]
    [InlineData("2026-07-10T09:00", "2026-07-10T07:00:00Z")]
    [InlineData("2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z")]
    [InlineData("2026-03-10T09:00:00+02:00", "2026-03-10T07:00:00Z")]
    [InlineData("2026-03-10 09:00", "2026-03-10T08:00:00Z")]
    [InlineData("2026-03-10", "2026-03-09T23:00:00Z")]
    public void The_clock_starts_where_it_is_told(string now, string utc)
    {
        var start = Read(true, [], ("Development:Now", now)).Now!.Value;
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), start);
        Assert.InRange(new OffsetClock(start).GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea", true)]
    [InlineData("https://emea.botframework.com/", true)]
    [InlineData("https://smba.trafficmanager.net:443/teams/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://evil-botframework.com/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com.evil.com/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.com/", false)]
    [InlineData("https://smba.trafficmanager.net./", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.com/", false)]
    [InlineData("https://user:password@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.com\\@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.com#smba.trafficmanager.net", false)]
    [InlineData("https://evil.com/?x=smba.trafficmanager.net", false)]
    [InlineData("https://smba.trafficmanager.net/?x=1", false)]
    [InlineData("https://smbа.trafficmanager.net/", false)]
    [InlineData("https://xn--smb-8cd.trafficmanager.net/", false)]
    [InlineData("https://52.113.194.132/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("http://localhost:3978/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("//smba.trafficmanager.net/", false)]
    [InlineData("smba.trafficmanager.net", false)]
    [InlineData("https://", false)]
    [InlineData("", false)]
    [InlineData(" https://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net\t/", false)]
    public void Only_the_channels_own_hosts_are_spoken_to(string serviceUrl, bool isTrusted) =>
        Assert.Equal(isTrusted, new TrustedServiceUrls(Read(false, Registered)).IsTrusted(serviceUrl));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:1/", true)]
    [InlineData("http://localhost.evil.com/", false)]
    [InlineData("http://127.0.0.1.evil.com/", false)]
    [InlineData("http://10.0.0.4/", false)]
    public void In_Development_this_machine_is_spoken_to_as_well(string serviceUrl, bool isTrusted) =>
        Assert.Equal(isTrusted, new TrustedServiceUrls(Read(true, [])).IsTrusted(serviceUrl));

    [Fact]
    public void Settings_may_stand_between_the_words_of_a_verb()
    {
        var (settings, words) = CommandLine.Split(["import", "--SalesBot:Demo", "false", "a.csv", "--tenant", "t", "--urls=http://localhost:1"]);
        Assert.Equal(["--SalesBot:Demo", "false", "--urls=http://localhost:1"], settings);
        Assert.Equal(["import", "a.csv", "--tenant", "t"], words);
    }

    private static SalesBotSettings Read(bool isDevelopment, Dictionary<string, string?> basis, params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(basis);
        foreach (var (name, value) in changes) values["SalesBot:" + name] = value;
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), isDevelopment);
        var settings = reader.Read();
        reader.CheckServing(settings);
        return settings;
    }
}
