using SalesBot.Bot.Manifest;
using SalesBot.Bot.Settings;
using SalesBot.Cards;
using SalesBot.Cards.Sharing;

namespace SalesBot.Bot.Compose;

/// <summary>
/// <c>GET /quotes/{number}</c>: what a browser gets for the link of a quote. Nobody knows who asks, so it looks nothing up and leads to
/// the chat with the bot.
/// </summary>
internal static class QuoteLinks
{
    public static void MapQuoteLinks(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        $"/{QuoteLink.Path}/{{number}}",
        (string number, HttpContext http, SalesBotSettings settings) =>
        {
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            if (!QuoteLink.CanBe(number)) return Results.NotFound();
            Text title = new($"Offerte {number}", $"Quote {number}");
            Text[] words =
            [
                new($"Open je chat met SalesBot in Teams en zeg: offerte {number}. Je ziet dan wat je mag zien.",
                    $"Open your chat with SalesBot in Teams and say: quote {number}. You then see what you may see."),
            ];
            (Text, Uri)? chat = settings.Channel.AppId is { } app
                ? (new("Naar SalesBot in Teams", "To SalesBot in Teams"), new Uri($"https://teams.microsoft.com/l/entity/{Uri.EscapeDataString(app)}/conversations"))
                : null;
            return Results.Content(AboutPages.Html(title, words, AboutPages.LanguageOf(http.Request), chat), "text/html; charset=utf-8");
        });
}
