using SalesBot.Cards;
using SalesBot.Cards.Preview;
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
                $"{language.Number(line.Quantity)}{(line.Times == 1 ? "" : $" × {language.Number(line.Times)}")} {line.Name(language)}", language.Money(line.Net))),
            .. version.DiscountPercent == 0 ? (PreviewRow[])[] : [new(Discount.In(language), language.Percent(version.DiscountPercent))],
            new(Total.In(language), language.Money(version.Total)),
            new(TotalIncl.In(language), language.Money(version.TotalInclVat)),
        ]);

    public static PreviewSection Policy(Verdict verdict, Language language) => new(
        PolicyTitle.In(language), [.. verdict.Findings.Select(finding => new PreviewRow(finding.Deviates ? "!" : "✓", finding.In(language)))]);
}
