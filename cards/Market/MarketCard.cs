using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Market;

/// <param name="About">A competitor, an account or a period, in words.</param>
/// <param name="Total">How many still hold.</param>
public sealed record MarketView(string About, IReadOnlyList<MarketItem> Items, int Total, DateOnly Today);

/// <param name="Id">Of the document, for the button.</param>
/// <param name="IsOwn">The reader noted it and may take it back.</param>
public sealed record MarketItem(MarketInfo Info, string Id, string ByName, bool IsOwn);

/// <summary>What the team knows of the market: each fact with who heard it, when, from what, and until when it is taken to hold.</summary>
public static class MarketCard
{
    public static AdaptiveCard Of(MarketView view, Language language) =>
        ListCard.Of(
            new ListView(MarketTexts.Title.In(language), view.About, [.. view.Items.Select(item => ItemOf(item, view.Today, language))], MarketTexts.None.In(language)),
            language);

    private static ListItem ItemOf(MarketItem item, DateOnly today, Language language)
    {
        var fact = item.Info;
        var details = new[] { fact.Competitor, $"{item.ByName}, {fact.NotedAt.ToString("d MMM", language.Culture())}", MarketTexts.SourceOf(fact.Source).In(language) }.OfType<string>();
        var ends = fact.Expires.DayNumber - today.DayNumber <= 30;
        return new ListItem(
            fact.Text, string.Join(" · ", details),
            new Status($"{MarketTexts.Until.In(language)} {fact.Expires.ToString("d MMM yyyy", language.Culture())}", ends ? TextColor.Warning : TextColor.Default),
            item.IsOwn ? new Execute(MarketTexts.Retract.In(language), "market.retract", new ActionData(("id", item.Id))) : null);
    }
}

/// <summary>Words for market information.</summary>
public static class MarketTexts
{
    public static readonly Text
        Title = new("Marktinformatie", "Market information"),
        None = new("Hier weten we nog niets van. Hoor je iets? Zeg bijvoorbeeld “Fletcher stunt met gratis ontbijt”.", "We know nothing of this yet. Heard something? Say for example “Fletcher offers free breakfast”."),
        Until = new("geldt tot", "holds until"),
        Retract = new("Klopt niet", "Not true");

    public static Text SourceOf(string source) => source switch
    {
        "chat" => new("eigen waarneming", "own observation"),
        "visit" => new("bezoek", "visit"),
        "customer" => new("van de klant", "from the customer"),
        "web" => new("internet", "the internet"),
        "press" => new("pers", "the press"),
        "colleague" => new("van een collega", "from a colleague"),
        "fair" => new("beurs", "a fair"),
        _ => new(source, source),
    };
}
