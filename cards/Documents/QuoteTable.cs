using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Documents;

/// <summary>The lines of a quote and what they come to; the heads of the columns stand on every page that has lines.</summary>
internal static class QuoteTable
{
    private const double Pad = 5, Gap = 8;

    private static readonly (Text Head, double X, double Width)[] Columns =
    [
        (QuoteDocumentTexts.Description, Sheet.Left + 6, 186),
        (QuoteDocumentTexts.Quantity, Sheet.Left + 200, 104),
        (QuoteDocumentTexts.UnitPrice, Sheet.Left + 306, 64),
        (QuoteDocumentTexts.Discount, Sheet.Left + 374, 34),
        (QuoteDocumentTexts.Amount, Sheet.Left + 410, 65),
    ];

    public static void Write(Sheet sheet, QuoteDocumentView view, Language language)
    {
        var discounted = view.DiscountByLine && view.Lines.Any(line => line.DiscountPercent != 0);
        Heads(sheet, discounted, language);
        foreach (var line in view.Lines)
        {
            var height = HeightOf(sheet, line, language);
            // The last line stays with the sum below it.
            var needed = line == view.Lines[^1] ? height + TotalsHeight(view) : height;
            if (sheet.Need(needed)) Heads(sheet, discounted, language);
            LineOf(sheet, line, view, discounted, language);
            sheet.Y += height;
            sheet.Rule(Sheet.Line, 0.5);
        }
        Totals(sheet, view, language);
    }

    private static void Heads(Sheet sheet, bool discounted, Language language)
    {
        sheet.Fill(20, Sheet.Band);
        sheet.Y += 4;
        foreach (var (head, x, width) in Columns)
            if (discounted || head != QuoteDocumentTexts.Discount) sheet.Write(head.In(language), x, width, 8, bold: true, color: Sheet.Brand, right: x > Columns[1].X);
        sheet.Y += 16;
    }

    private static void LineOf(Sheet sheet, QuoteLine line, QuoteDocumentView view, bool discounted, Language language)
    {
        var top = sheet.Y;
        sheet.Y += Pad;
        var written = sheet.Write(Words.Visible(line.Name(language)), Columns[0].X, Columns[0].Width, bold: true);
        sheet.Write(QuoteTexts.Volume(line, language), Columns[1].X, Columns[1].Width);
        sheet.Write(language.Money(line.UnitPrice), Columns[2].X, Columns[2].Width, right: true);
        if (discounted && line.DiscountPercent != 0) sheet.Write(language.Percent(line.DiscountPercent), Columns[3].X, Columns[3].Width, right: true);
        sheet.Write(language.Money(view.DiscountByLine ? line.Net : line.Gross), Columns[4].X, Columns[4].Width, right: true);
        sheet.Y += written;
        if (line.From is { } day) sheet.Write(QuoteDocumentTexts.Days(line, day, language), Columns[0].X, Columns[0].Width, 8, color: Sheet.Soft);
        sheet.Y = top;
    }

    private static double HeightOf(Sheet sheet, QuoteLine line, Language language)
    {
        var name = sheet.HeightOf(Words.Visible(line.Name(language)), Columns[0].Width, bold: true)
            + (line.From is { } day ? sheet.HeightOf(QuoteDocumentTexts.Days(line, day, language), Columns[0].Width, 8) : 0);
        return Math.Max(name, sheet.HeightOf(QuoteTexts.Volume(line, language), Columns[1].Width)) + 2 * Pad;
    }

    private static double TotalsHeight(QuoteDocumentView view) => 60 + 15 * view.Vat.Count + (view.DiscountByLine ? 0 : 30);

    private static void Totals(Sheet sheet, QuoteDocumentView view, Language language)
    {
        sheet.Y += Gap;
        if (!view.DiscountByLine)
        {
            var gross = view.Lines.Sum(line => line.Gross);
            Sum(sheet, QuoteTexts.Subtotal.In(language), gross, language);
            Sum(sheet, QuoteTexts.Discount.In(language), view.Total - gross, language);
        }
        Sum(sheet, QuoteTexts.TotalExcl.In(language), view.Total, language, bold: true);
        foreach (var vat in view.Vat)
            Sum(sheet, $"{QuoteTexts.Vat.In(language)} {language.Percent(vat.Percent)} {QuoteTexts.Over.In(language)} {language.Money(vat.Basis)}", vat.Vat, language);
        sheet.Y += 3;
        sheet.Fill(22, Sheet.Band);
        sheet.Y += 4;
        Sum(sheet, QuoteTexts.TotalIncl.In(language), view.TotalInclVat, language, bold: true, size: 10);
        sheet.Y += 3;
    }

    private static void Sum(Sheet sheet, string label, decimal amount, Language language, bool bold = false, double size = 9)
    {
        sheet.Write(label, Sheet.Left + 200, 190, size, bold, bold ? null : Sheet.Soft);
        sheet.Y += sheet.Write(language.Money(amount), Sheet.Left + 390, Columns[4].X + Columns[4].Width - Sheet.Left - 390, size, bold, right: true) + 2;
    }
}
