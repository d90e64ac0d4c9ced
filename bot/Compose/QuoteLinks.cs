using SalesBot.Bot.Manifest;
using SalesBot.Bot.Settings;
using SalesBot.Cards;
using SalesBot.Cards.Sharing;

namespace SalesBot.Bot.Compose;

/// <summary>
/// <c>GET /quotes/{number}</c>: what a browser gets for the link of a quote. Nobody knows who asks, so it looks nothing up and leads to
/// the chat with the bot, where the question for that quote stands ready to be sent.
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
            Text question = new($"offerte {number}", $"quote {number}");
            var language = AboutPages.LanguageOf(http.Request);
            (Text, Uri)? chat = settings.Channel.AppId is { } app
                ? (new("Naar SalesBot in Teams", "To SalesBot in Teams"), Chat(app, question.In(language)))
                : null;
            Text words = chat is null
                ? new($"Vraag SalesBot in Teams: {question.Nl}. Je ziet dan wat je mag zien.", $"Ask SalesBot in Teams: {question.En}. You then see what you may see.")
                : new($"Vraag SalesBot in Teams: {question.Nl}. De vraag staat klaar, je hoeft hem alleen te versturen. Je ziet dan wat je mag zien.",
                    $"Ask SalesBot in Teams: {question.En}. The question is ready, you only have to send it. You then see what you may see.");
            return Results.Content(AboutPages.Html(title, [words], language, chat), "text/html; charset=utf-8");
        });

    // Teams puts the message into the compose box and sends nothing by itself.
    private static Uri Chat(string app, string message) =>
        new($"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(app)}&message={Uri.EscapeDataString(message)}");
}
