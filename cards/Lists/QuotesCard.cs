using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Lists;

/// <param name="About">Of whom: an account or a person; null: all that the reader may see.</param>
/// <param name="MayOpen">Each row has a button that shows the whole (quote.show).</param>
public sealed record QuotesView(
    IReadOnlyList<QuoteItem> Items, TeamId Team, string? About = null, ListMore? More = null, bool MayOpen = false)
{
    /// <summary>How many there are in all, where the list has pages.</summary>
    public int? Total { get; init; }

    /// <summary>False: the total is as far as was counted, there may be more.</summary>
    public bool IsWhole { get; init; } = true;

    public int Skipped { get; init; }
}

public sealed record QuoteItem(Quote Quote, string AccountName);

/// <summary>Quotes with their value and where they stand.</summary>
public static class QuotesCard
{
    public static AdaptiveCard Of(QuotesView view, Language language) =>
        ListCard.Of(
            new ListView(
                ListTexts.Quotes.In(language), About(view, language), [.. view.Items.Select(item => ItemOf(item, view, language))],
                ListTexts.NoQuotes.In(language), view.More),
            language);

    private static readonly Text OutOf = new("van", "of"), OfAtLeast = new("van minstens", "of at least");

    private static string? About(QuotesView view, Language language)
    {
        var place = view.Total > view.Items.Count ? $"{view.Skipped + 1}–{view.Skipped + view.Items.Count} {(view.IsWhole ? OutOf : OfAtLeast).In(language)} {view.Total}" : null;
        List<string> parts = [.. new[] { view.About, place }.OfType<string>().Where(part => part.Length > 0)];
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static ListItem ItemOf(QuoteItem item, QuotesView view, Language language)
    {
        var quote = item.Quote;
        var until = quote.Status is QuoteStatus.Submitted or QuoteStatus.Approved or QuoteStatus.Sent && quote.Versions.Count > 0 && quote.Current.OptionDate is { } day
            ? $" · {QuoteTexts.OptionDate.In(language).ToLower(language.Culture())} {day.ToString("d MMM", language.Culture())}" : "";
        return new ListItem(
            item.AccountName, $"{quote.Number} · {language.Money(quote.Value)}{until}", QuoteTexts.Of(quote.Status, language),
            view.MayOpen
                ? new Execute(ListTexts.Open.In(language), "quote.show", new ActionData(("quote", quote.Number.Value), ("team", view.Team.Value)))
                : null);
    }
}
