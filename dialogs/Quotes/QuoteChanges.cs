using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Quotes;

/// <summary>What differs between two versions, a row each: what a busy reader looks at.</summary>
internal static class QuoteChanges
{
    private static readonly Text Title = new("Wijzigingen", "Changes");
    private static readonly Text New = new("nieuw", "new");
    private static readonly Text Gone = new("vervalt", "dropped");
    private static readonly Text Discount = new("korting", "discount");
    private static readonly Text Total = new("Totaal excl. btw", "Total excl. VAT");

    public static IReadOnlyList<PreviewSection> Of(QuoteVersion before, QuoteVersion after, Language language)
    {
        var rows = new List<PreviewRow>();
        var left = before.Lines.ToList();
        foreach (var line in after.Lines)
        {
            var old = left.Find(other => other.Product == line.Product && other.From == line.From) ?? left.Find(other => other.Product == line.Product);
            if (old is null) rows.Add(new(line.Name(language), $"{New.In(language)} · {QuoteTexts.Volume(line, language)}"));
            else
            {
                left.Remove(old);
                if (Differences(old, line, language) is { Count: > 0 } parts) rows.Add(new(line.Name(language), string.Join(" · ", parts)));
            }
        }
        rows.AddRange(left.Select(line => new PreviewRow(line.Name(language), Gone.In(language))));
        if (before.Total != after.Total) rows.Add(new(Total.In(language), $"{language.Money(before.Total)} → {language.Money(after.Total)}"));
        return rows.Count == 0 ? [] : [new(Title.In(language), rows)];
    }

    private static List<string> Differences(QuoteLine old, QuoteLine line, Language language)
    {
        var parts = new List<string>();
        if (old.Quantity != line.Quantity || old.Times != line.Times) parts.Add($"{QuoteTexts.Volume(old, language)} → {QuoteTexts.Volume(line, language)}");
        if (old.From != line.From) parts.Add($"{Day(old, language)} → {Day(line, language)}");
        if (old.UnitPrice != line.UnitPrice) parts.Add($"{language.Money(old.UnitPrice)} → {language.Money(line.UnitPrice)}");
        if (old.DiscountPercent != line.DiscountPercent) parts.Add($"{Discount.In(language)} {language.Percent(old.DiscountPercent)} → {language.Percent(line.DiscountPercent)}");
        return parts;
    }

    private static string Day(QuoteLine line, Language language) => line.From is { } day ? day.ToString("d MMM", language.Culture()) : "-";
}
