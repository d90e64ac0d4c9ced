using System.Globalization;
using System.Net;
using System.Text.Json;
using SalesBot.Tests.Channel;
using Xunit;

namespace SalesBot.Tests.Schedules;

/// <summary><c>POST /development/later</c> puts a clock forward that Development:Now has set, and no other.</summary>
public sealed class LaterTests
{
    [Fact]
    public async Task So_many_hours_go_by_at_once()
    {
        await using var bot = await StartAsync("2026-03-10T09:00:00Z");
        using var answer = await bot.Http.PostAsync("/development/later?hours=36", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var now = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetDateTimeOffset();
        Assert.InRange(now, DateTimeOffset.Parse("2026-03-11T21:00:00Z", CultureInfo.InvariantCulture), DateTimeOffset.Parse("2026-03-11T21:10:00Z", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?hours=")]
    [InlineData("?hours=0")]
    [InlineData("?hours=-24")]
    [InlineData("?hours=8785")]
    [InlineData("?hours=99999999999")]
    [InlineData("?hours=1.5")]
    [InlineData("?hours=morgen")]
    public async Task Anything_else_than_hours_of_a_year_is_a_bad_request(string query)
    {
        await using var bot = await StartAsync("2026-03-10T09:00:00Z");
        using var answer = await bot.Http.PostAsync("/development/later" + query, null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Where_the_clock_is_the_real_one_there_is_no_such_address()
    {
        await using var bot = await StartAsync(null);
        using var answer = await bot.Http.PostAsync("/development/later?hours=1", null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<BotHost> StartAsync(string? now) => BotHost.StartAsync(new() { Settings = new() { ["SalesBot:Development:Now"] = now } });
}
