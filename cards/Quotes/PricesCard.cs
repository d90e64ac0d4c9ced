using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Prices;

namespace SalesBot.Cards.Quotes;

/// <param name="Rows">That hold on the day, the best match first.</param>
/// <param name="Spoken">What was asked for; empty: all of it.</param>
public sealed record PricesView(IReadOnlyList<Product> Rows, DateOnly Day, string Spoken);

/// <summary>What the price list says on a day.</summary>
public static class PricesCard
{
    private const int MostShown = 8;

    private static readonly Text Title = new("Prijzen", "Prices");

    public static AdaptiveCard Of(PricesView view, Language language)
    {
        var title = Title.In(language);
        return new AdaptiveCard(
            view.Rows.Count == 0 ? PriceTexts.None(view.Spoken).In(language) : $"{title}: {string.Join("; ", view.Rows.Take(3).Select(row => $"{row.Name(language)} {language.Money(row.Price)}"))}",
            [
                Parts.Header(title, PriceTexts.Basis(language.Date(view.Day)).In(language)),
                .. view.Rows.Count == 0 ? [new TextBlock(PriceTexts.None(view.Spoken).In(language))] : view.Rows.Take(MostShown).Select((row, index) => RowOf(row, index, language)),
                .. Parts.If(view.Rows.Count > MostShown, () => Parts.Remark(PriceTexts.More(view.Rows.Count - MostShown).In(language), Spacing.Medium)),
            ],
            null);
    }

    private static Element RowOf(Product row, int index, Language language) =>
        Parts.Entry(row.Name(language), PriceTexts.Of(row, language), Parts.Figure(language.Money(row.Price)), separator: index > 0);
}
