using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <summary>What is offered and what it costs. The lines are before discount, so that the column adds up to the total.</summary>
internal static class QuoteLines
{
    // What a phone shows in two screens, and well within what Teams delivers; the rest stands in one line with its sum.
    private const int Most = 12;

    public static IEnumerable<Element> Of(QuoteVersion version, Language language)
    {
        var shown = version.Lines.Count <= Most ? version.Lines : [.. version.Lines.Take(Most - 1)];
        foreach (var line in shown) yield return LineOf(line, version, language);
        if (shown.Count == version.Lines.Count) yield break;
        var rest = version.Lines.Skip(shown.Count).ToList();
        yield return Parts.Amount(
            new Text($"en nog {rest.Count} regels", $"and {rest.Count} more lines").In(language), language.Money(rest.Sum(line => line.Gross)));
    }

    /// <summary>From the lines to the price before VAT, which is what is decided on.</summary>
    public static IEnumerable<Element> Price(QuoteVersion version, Language language)
    {
        var gross = version.Lines.Sum(line => line.Gross);
        if (gross != version.Total)
        {
            yield return Parts.Amount(QuoteTexts.Subtotal.In(language), language.Money(gross)) with { Separator = true, Spacing = Spacing.Medium };
            yield return Parts.Amount(DiscountLabel(version, language), language.Money(version.Total - gross));
        }
        var total = Parts.Amount(QuoteTexts.TotalExcl.In(language), language.Money(version.Total), strong: true);
        yield return gross != version.Total ? total : total with { Separator = true, Spacing = Spacing.Medium };
    }

    /// <summary>From the lines to what the customer pays.</summary>
    public static IEnumerable<Element> Totals(QuoteVersion version, Language language)
    {
        foreach (var part in Price(version, language)) yield return part;
        foreach (var vat in version.Vat)
        {
            yield return Parts.Amount(
                $"{QuoteTexts.Vat.In(language)} {language.Percent(vat.Percent)} {QuoteTexts.Over.In(language)} {language.Money(vat.Basis)}",
                language.Money(vat.Vat));
        }
        yield return Parts.Amount(QuoteTexts.TotalIncl.In(language), language.Money(version.TotalInclVat), strong: true);
    }

    // One percentage is named only where it is everybody's; else each line says its own.
    private static string DiscountLabel(QuoteVersion version, Language language) =>
        version.DiscountPercent == 0 || version.Lines.Any(line => IsOwn(line, version))
            ? QuoteTexts.Discount.In(language)
            : $"{QuoteTexts.Discount.In(language)} {language.Percent(version.DiscountPercent)}";

    private static bool IsOwn(QuoteLine line, QuoteVersion version) => line.DiscountPercent != 0 && line.DiscountPercent != version.DiscountPercent;

    private static string Own(QuoteLine line, QuoteVersion version, Language language) =>
        (IsOwn(line, version) ? $" · -{language.Percent(line.DiscountPercent)}" : "") + (line.Agreement is { } agreement ? $" · {agreement}" : "");

    private static ColumnSet LineOf(QuoteLine line, QuoteVersion version, Language language)
    {
        var when = line.From is { } day ? day.ToString(day.Year == version.At.Year ? "d MMM" : "d MMM yyyy", language.Culture()) + " · " : "";
        return Parts.Entry(
            Words.Clip(line.Name(language), 120), $"{when}{language.Money(line.UnitPrice)} × {QuoteTexts.Volume(line, language)}{Own(line, version, language)}",
            Parts.Figure(language.Money(line.Gross)));
    }
}
