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
