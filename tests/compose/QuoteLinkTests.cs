using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using SalesBot.Cards.Sharing;
using SalesBot.Data;
using SalesBot.Data.People;
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
        // Here the bot has no application id, so there is no link to its chat, and nothing stands ready in it.
        Assert.DoesNotContain("staat klaar", there, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await window.Bot.Http.GetAsync("/quotes/%3Cscript%3E")).StatusCode);
    }

    [Theory]
    [InlineData("nl", "offerte")]
    [InlineData("en", "quote")]
    public async Task What_the_page_puts_into_the_chat_brings_the_quote_to_who_may_see_it_and_tells_others_nothing(string language, string word)
    {
        await using var window = await WindowAsync();
        var anna = window.Person("Anna");
        var quote = (await window.QuotesAsync(anna)).First(quote => quote.Account == new AccountId("A-1001") && quote.Owner == anna.Id);
        var said = await QuestionAsync(quote.Number, language);
        Assert.Equal($"{word} {quote.Number}", said);

        var nowhere = await QuestionAsync(new("Q-2099-0001"), language);
        Assert.NotEqual(await AnswerAsync(nowhere, anna), await AnswerAsync(said, anna));
        var daan = window.Person("Daan");
        Assert.Equal(await AnswerAsync(nowhere, daan), await AnswerAsync(said, daan));

        async Task<string> AnswerAsync(string words, User by)
        {
            var message = Assert.Single(await window.Bot.SayAsync(words, by), activity => activity.GetProperty("type").GetString() == "message").GetProperty("text").GetString()!;
            return message.Replace("Q-2099-0001", "N", StringComparison.Ordinal).Replace(quote.Number.Value, "N", StringComparison.Ordinal);
        }
    }

    /// <summary>The message in the link of the page that a browser in this language gets.</summary>
    private static async Task<string> QuestionAsync(QuoteNumber number, string language)
    {
        const string app = "5f2f0e8a-7a57-4f0e-9a57-2f5c54b1a0c1";
        var options = new BotHostOptions();
        options.Settings["SalesBot:Channel:AppId"] = app;
        await using var bot = await BotHost.StartAsync(options);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/quotes/{number}");
        request.Headers.Add("Accept-Language", language);
        using var answer = await bot.Http.SendAsync(request);
        var link = new Uri(WebUtility.HtmlDecode((await answer.Content.ReadAsStringAsync()).Split("href=\"")[1].Split('"')[0]));
        Assert.Equal("https://teams.microsoft.com/l/chat/0/0", link.GetLeftPart(UriPartial.Path));
        var values = QueryHelpers.ParseQuery(link.Query);
        Assert.Equal($"28:{app}", values["users"]);
        return values["message"]!;
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
