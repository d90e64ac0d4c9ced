using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Lists;

/// <param name="About">Of whom: an account or a person; null: all that the reader may see.</param>
/// <param name="MayOpen">Each row has a button that shows the whole (quote.show).</param>
public sealed record QuotesView(
    IReadOnlyList<QuoteItem> Items, TeamId Team, string? About = null, ListMore? More = null, bool MayOpen = false);

public sealed record QuoteItem(Quote Quote, string AccountName);

/// <summary>Quotes with their value and where they stand.</summary>
public static class QuotesCard
{
    public static AdaptiveCard Of(QuotesView view, Language language) =>
        ListCard.Of(
            new ListView(
                ListTexts.Quotes.In(language), view.About, [.. view.Items.Select(item => ItemOf(item, view, language))],
                ListTexts.NoQuotes.In(language), view.More),
            language);

    private static ListItem ItemOf(QuoteItem item, QuotesView view, Language language)
    {
        var quote = item.Quote;
        return new ListItem(
            item.AccountName, $"{quote.Number} · {language.Money(quote.Value)}", QuoteTexts.Of(quote.Status, language),
            view.MayOpen
                ? new Execute(ListTexts.Open.In(language), "quote.show", new ActionData(("quote", quote.Number.Value), ("team", view.Team.Value)))
                : null);
    }
}
