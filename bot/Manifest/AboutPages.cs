using System.Net;
using SalesBot.Cards;
using SalesBot.Data;

namespace SalesBot.Bot.Manifest;

/// <summary>The pages that the app package names, which Teams links to: what this is, privacy, terms of use.</summary>
internal static class AboutPages
{
    /// <summary>By path; the host name before it is the bot's own.</summary>
    public static readonly IReadOnlyDictionary<string, (Text Title, Text[] Paragraphs)> Pages = new Dictionary<string, (Text, Text[])>
    {
        ["/"] = (new("SalesBot", "SalesBot"),
        [
            new("De assistent van de accountmanager in Microsoft Teams: bezoeken vastleggen, offertes met akkoord, cijfers en opvolging.",
                "The account manager's assistant in Microsoft Teams: visit notes, quotes with approval, figures and follow-ups."),
            new("Zoek SalesBot bij de apps in Teams en zeg help.", "Find SalesBot among the apps in Teams and say help."),
        ]),
        ["/privacy"] = (new("Privacy", "Privacy"),
        [
            new("SalesBot bewaart wat medewerkers bevestigen: bezoekverslagen, contactpersonen, leads, offertes, besluiten en opvolgingen, "
                + "en de stand van een gesprek dat nog loopt. Alles staat in de eigen opslag van de organisatie die deze bot beheert.",
                "SalesBot keeps what employees confirm: visit notes, contacts, leads, quotes, decisions and follow-ups, and the state of a "
                + "conversation that is still going on. All of it is in the own store of the organisation that runs this bot."),
            new("Een accountmanager ziet de eigen klanten, een leidinggevende het eigen team. In een kanaal staat alleen wat iedereen daar mag "
                + "zien. In het logboek van de bot staan geen berichten.",
                "An account manager sees their own accounts, a supervisor the own team. A channel shows only what everybody there may see. "
                + "The bot's log holds no messages."),
            new("Voor inzage, correctie of verwijdering van persoonsgegevens: vraag het de organisatie die deze bot beheert.",
                "To see, correct or erase personal data, ask the organisation that runs this bot."),
        ]),
        ["/terms"] = (new("Gebruiksvoorwaarden", "Terms of use"),
        [
            new("Deze bot is voor medewerkers van de organisatie die de bot beheert; die organisatie bepaalt wie ermee werkt en waarvoor.",
                "This bot is for employees of the organisation that runs it; that organisation decides who works with it and for what."),
            new("De software is vrij onder de MIT-licentie en wordt geleverd zoals ze is, zonder garantie.",
                "The software is free under the MIT licence and comes as it is, without warranty."),
        ]),
    };

    public static void MapAboutPages(this IEndpointRouteBuilder endpoints)
    {
        foreach (var (path, page) in Pages)
        {
            endpoints.MapGet(path, (HttpRequest request) =>
                Results.Content(Html(page.Title, page.Paragraphs, LanguageOf(request)), "text/html; charset=utf-8"));
        }
    }

    /// <summary>English where the browser asks for it before Dutch.</summary>
    internal static Language LanguageOf(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant());
        return wanted.FirstOrDefault(language => language is "nl" or "en") == "en" ? Language.English : Language.Dutch;
    }

    internal static string Html(Text title, Text[] paragraphs, Language language, (Text Words, Uri To)? link = null) =>
        $$"""
        <!doctype html>
        <html lang="{{(language == Language.Dutch ? "nl" : "en")}}">
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(title.In(language))}}</title>
        <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #0b3b49 } a { display: inline-block; padding: .7rem 1.2rem; border-radius: .4rem; background: #0b3b49; color: #fff; text-decoration: none }</style>
        <h1>{{WebUtility.HtmlEncode(title.In(language))}}</h1>
        {{string.Join('\n', paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph.In(language))}</p>"))}}
        {{(link is { } leads ? $"<p><a href=\"{WebUtility.HtmlEncode(leads.To.AbsoluteUri)}\">{WebUtility.HtmlEncode(leads.Words.In(language))}</a></p>" : "")}}
        </html>
        """;
}
