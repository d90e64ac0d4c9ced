using SalesBot.Bot.Manifest;
using SalesBot.Bot.Settings;
using SalesBot.Cards;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Files;

/// <summary><c>GET /files/{ticket}</c>: the file while its link holds and its version may leave the house; else a page that says why not.</summary>
internal static class FilePages
{
    public const string Path = "files";

    public static void MapFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        $"/{Path}/{{ticket}}",
        async (string ticket, HttpContext http, FileTickets tickets, IAssistant assistant, SalesBotSettings settings, TimeProvider time) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            if (await tickets.ReadAsync(ticket, settings.Tenants, http.RequestAborted) is not { } read) return Page(http, StatusCodes.Status404NotFound, FileTexts.Unknown);
            if (time.GetUtcNow() >= read.Until) return Page(http, StatusCodes.Status410Gone, FileTexts.Expired);
            return await assistant.FileAsync(read.Tenant, read.Offer, http.RequestAborted) switch
            {
                FileResult.Found file => Results.File(file.Content, file.ContentType, file.Name),
                FileResult.Gone { Why: var why } => Page(http, StatusCodes.Status410Gone, why),
                _ => throw new InvalidOperationException("A file is there or it is not."),
            };
        });

    private static IResult Page(HttpContext http, int status, Text words) =>
        Results.Content(AboutPages.Html(FileTexts.Heading, [words], AboutPages.LanguageOf(http.Request)), "text/html; charset=utf-8", statusCode: status);
}
