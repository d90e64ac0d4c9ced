using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Bot.Auth;
using Xunit;

namespace SalesBot.Tests.Channel;

/// <summary>The channel's keys under flood, rotation and outage.</summary>
public sealed class KeyTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_flood_of_unknown_keys_causes_one_fetch()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var bot = await StartAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
        var before = issuer.Fetches;
        var keys = bot.Services.GetRequiredService<SigningKeys>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(number => keys.FindAsync($"random-{number}", default)));
        Assert.All(answers, answer => Assert.IsType<KeyAnswer.Unknown>(answer));
        Assert.Equal(1, issuer.Fetches - before);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
    }

    [Fact]
    public async Task A_rotated_key_is_taken_at_its_first_request()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var bot = await StartAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
        issuer.Rotate();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
    }

    [Fact]
    public async Task The_last_keys_serve_a_day_through_an_outage_and_no_longer()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var bot = await StartAsync(issuer);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
        issuer.IsDown = true;
        for (var hour = 1; hour <= 23; hour += 2)
        {
            clock.Advance(TimeSpan.FromHours(2));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
        }
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(bot, issuer));
        using var ready = await bot.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);

        issuer.IsDown = false;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bot, issuer));
    }

    [Fact]
    public async Task Without_any_keys_nobody_is_let_in()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        issuer.IsDown = true;
        await using var bot = await StartAsync(issuer);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(bot, issuer));
    }

    private Task<BotHost> StartAsync(LocalIssuer issuer) => BotHost.StartAsync(new()
    {
        Issuer = issuer,
        Assistant = new EchoAssistant(),
        Services = services => services.AddSingleton(new AuthClock(clock)),
    });

    private async Task<HttpStatusCode> AskAsync(BotHost bot, LocalIssuer issuer)
    {
        var token = issuer.Sign(issuer.Header(), LocalIssuer.Claims(bot.Connector.ServiceUrl, clock.GetUtcNow()));
        using var answer = await bot.PostAsync(Activities.Message(bot.Connector.ServiceUrl, "hallo"), token);
        return answer.StatusCode;
    }
}
