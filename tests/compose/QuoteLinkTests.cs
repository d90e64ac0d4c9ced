using System.Net;
using SalesBot.Cards.Sharing;
using SalesBot.Data;
using SalesBot.Tests.Cards;
using SalesBot.Tests.Channel;
using Xunit;

namespace SalesBot.Tests.Compose;

/// <summary>The link of a quote, pasted into a message: it becomes a card for those who may see the quote, and stays a link for others.</summary>
public sealed class QuoteLinkTests
{
    private const string Home = "https://salesbot.hotel.example/bot";

    [Fact]
    public async Task The_card_that_was_put_in_leads_to_the_quote_and_its_link_becomes_that_card()
    {
        await using var window = await WindowAsync();
        var put = (await window.FindAsync("Anna", "quotes", "philips"))[0];
        var link = Assert.Single(put.Card.OfType("Action.OpenUrl")).Word("url")!;
        Assert.Equal($"{Home}/quotes/{put.Title.Split(' ')[0]}", link);
        var row = (await window.LinkAsync("Anna", link))!;
        Assert.Equal((put.Title, put.Words), (row.Title, row.Words));
        // Teams draws the preview of a link in no newer version.
        Assert.Equal("1.3", row.Card.Word("version"));
    }

    [Theory]
    [InlineData("Anna", true)] // whose it is
    [InlineData("Daan", false)] // a colleague
    [InlineData("Sven", true)] // the supervisor
    [InlineData("Ingrid", true)] // the next manager
    [InlineData("Gijs", true)] // the team's administrator
    [InlineData("Eva", false)] // another team
    [InlineData("Femke", false)] // that team's supervisor
    public async Task It_shows_to_whom_the_quote_shows(string reader, bool seen)
    {
        await using var window = await WindowAsync();
        var number = (await window.QuotesAsync(window.Person("Anna"))).First(quote => quote.Account == new AccountId("A-1001") && quote.Owner == window.Person("Anna").Id).Number;
        var before = await window.StateAsync();
        var row = await window.LinkAsync(reader, $"{Home}/quotes/{number}");
        Assert.Equal(seen, row is not null);
        Assert.Equal(before, await window.StateAsync());
        Assert.Empty(window.Bot.Connector.Requests);
    }

    [Fact]
    public async Task Who_manages_several_teams_sees_a_quote_of_each()
    {
        await using var window = await WindowAsync();
        var eva = window.Person("Eva");
        var number = (await window.QuotesAsync(eva)).First(quote => quote.Owner == eva.Id).Number;
        Assert.NotNull(await window.LinkAsync("Ingrid", $"{Home}/quotes/{number}"));
        Assert.Null(await window.LinkAsync("Sven", $"{Home}/quotes/{number}"));
    }

    [Theory]
    [InlineData("https://salesbot.hotel.example/bot/quotes/Q-2099-0001")]
    [InlineData("https://salesbot.hotel.example/quotes/{number}")]
    [InlineData("https://evil.example/bot/quotes/{number}")]
    [InlineData("http://salesbot.hotel.example/bot/quotes/{number}")]
    [InlineData("https://salesbot.hotel.example:8443/bot/quotes/{number}")]
    [InlineData("https://anna@salesbot.hotel.example/bot/quotes/{number}")]
    [InlineData("https://salesbot.hotel.example/bot/quotes/{number}/more")]
    [InlineData("https://salesbot.hotel.example/bot/quotes/")]
    [InlineData("https://salesbot.hotel.example/bot/files/{number}")]
    [InlineData("https://salesbot.hotel.example/bot/quotes/%2e%2e%2f{number}")]
    [InlineData("https://salesbot.hotel.example/bot/quotes/Q|2026%7C0001")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Any_other_link_stays_a_link(string link)
    {
        await using var window = await WindowAsync();
        var number = (await window.QuotesAsync(window.Person("Anna")))[0].Number.Value;
        Assert.Null(await window.LinkAsync("Anna", link.Replace("{number}", number)));
    }

    [Fact]
    public async Task Who_has_not_got_the_app_is_shown_nothing()
    {
        await using var window = await WindowAsync();
        using var answer = await window.Bot.PostAsync(Activities.Invoke(window.Bot.Connector.ServiceUrl, "composeExtension/anonymousQueryLink", new System.Text.Json.Nodes.JsonObject { ["url"] = Home }));
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_is_led_to_the_chat_and_told_nothing_of_the_quote()
    {
        await using var window = await WindowAsync();
        var quote = (await window.QuotesAsync(window.Person("Anna")))[0];
        var there = await window.Bot.Http.GetStringAsync($"/quotes/{quote.Number}");
        var nowhere = await window.Bot.Http.GetStringAsync("/quotes/Q-2099-0001");
        Assert.Equal(there.Replace(quote.Number.Value, "N"), nowhere.Replace("Q-2099-0001", "N"));
        Assert.Contains($"offerte {quote.Number}", there, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await window.Bot.Http.GetAsync("/quotes/%3Cscript%3E")).StatusCode);
    }

    [Theory]
    [InlineData("Q-2026-0012")]
    [InlineData("OFF 2019.7_b")]
    public void A_link_leads_back_to_the_number_that_it_was_made_of(string number)
    {
        var home = new Uri("https://salesbot.hotel.example/");
        Assert.Equal(new QuoteNumber(number), QuoteLink.Read(home, QuoteLink.Of(home, new(number)).AbsoluteUri));
    }

    private static Task<ComposeWindow> WindowAsync() => ComposeWindow.OpenAsync(settings: ("SalesBot:PublicUrl", Home));
}
