using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Quotes;

/// <summary>A priced version as sections of a preview.</summary>
internal static class QuotePreview
{
    private static readonly Text Content = new("Regels", "Lines");
    private static readonly Text Discount = new("Korting", "Discount");
    private static readonly Text Total = new("Totaal excl. btw", "Total excl. VAT");
    private static readonly Text TotalIncl = new("Totaal incl. btw", "Total incl. VAT");
    private static readonly Text PolicyTitle = new("Beleid", "Policy");

    public static PreviewSection Lines(QuoteVersion version, Language language) => new(
        Content.In(language),
        [
            .. version.Lines.Select(line => new PreviewRow(
                line.Name(language), $"{QuoteTexts.Volume(line, language)} · {language.Money(line.Gross)}")),
            .. DiscountOf(version, language),
            new(Total.In(language), language.Money(version.Total)),
            new(TotalIncl.In(language), language.Money(version.TotalInclVat)),
        ]);

    // What is taken off what is listed above, so that the lines add up to the total.
    private static IEnumerable<PreviewRow> DiscountOf(QuoteVersion version, Language language)
    {
        var off = version.Total - version.Lines.Sum(line => line.Gross);
        if (off != 0) yield return new($"{Discount.In(language)} {language.Percent(version.DiscountPercent)}", language.Money(off));
    }

    public static PreviewSection Policy(Verdict verdict, Language language) => new(
        PolicyTitle.In(language), [.. verdict.Findings.Select(finding => new PreviewRow(finding.Deviates ? "!" : "✓", finding.In(language)))]);
}
