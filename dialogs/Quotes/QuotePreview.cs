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
    private static readonly Text Commission = new("Commissie", "Commission");
    private static readonly Text PolicyTitle = new("Beleid", "Policy");

    // What exactly the margin is, is the approver's to read.
    private static readonly Text Margin = new("De marge is te laag, dus de leidinggevende beslist.", "The margin is too low, so the supervisor decides.");

    public static PreviewSection Lines(QuoteVersion version, Language language) => new(
        Content.In(language),
        [
            .. version.Lines.Select(line => new PreviewRow(line.Name(language), $"{Details(line, version, language)} · {language.Money(line.Gross)}")),
            .. DiscountOf(version, language),
            new(Total.In(language), language.Money(version.Total)),
            new(TotalIncl.In(language), language.Money(version.TotalInclVat)),
            .. CommissionOf(version, language),
        ]);

    /// <summary>Number, nights, the day where days differ, a discount that is not everybody's, and whose rate it is.</summary>
    private static string Details(QuoteLine line, QuoteVersion version, Language language) => string.Join(" · ", new[]
    {
        QuoteTexts.Volume(line, language),
        version.Lines.Select(other => other.From).Distinct().Count() > 1 && line.From is { } day ? day.ToString("ddd d MMM", language.Culture()) : null,
        line.DiscountPercent != version.DiscountPercent && line.DiscountPercent != 0 ? $"-{language.Percent(line.DiscountPercent)}" : null,
        line.Agreement,
    }.OfType<string>());

    // What is taken off what is listed above, so that the lines add up to the total.
    private static IEnumerable<PreviewRow> DiscountOf(QuoteVersion version, Language language)
    {
        var off = version.Total - version.Lines.Sum(line => line.Gross);
        if (off == 0) yield break;
        var same = version.DiscountAmount == 0 && version.Lines.All(line => line.DiscountPercent == 0 || line.DiscountPercent == version.DiscountPercent);
        yield return new(same ? $"{Discount.In(language)} {language.Percent(version.DiscountPercent)}" : Discount.In(language), language.Money(off));
    }

    private static IEnumerable<PreviewRow> CommissionOf(QuoteVersion version, Language language)
    {
        if (version.CommissionPercent != 0) yield return new($"{Commission.In(language)} {language.Percent(version.CommissionPercent)}", language.Money(version.Commission));
    }

    public static PreviewSection Policy(Verdict verdict, Language language) => new(
        PolicyTitle.In(language),
        [.. verdict.Findings.Select(finding => new PreviewRow(finding.Deviates ? "!" : "✓", finding.Rule == "margin" ? Margin.In(language) : finding.In(language)))]);
}
