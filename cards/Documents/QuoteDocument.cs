using PdfSharp.Pdf;
using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Documents;

/// <summary>What the customer reads of a quote. Cost, margin, policy and justification are not in it, so they can not be on the paper.</summary>
/// <param name="Day">Of the letter.</param>
/// <param name="Attention">The contact at the customer, where one is known.</param>
/// <param name="Sender">The account manager.</param>
public sealed record QuoteDocumentView(
    string Number, int Version, DateOnly Day, string AccountName, string? City, string? Attention, string Sender, string? SenderEmail,
    IReadOnlyList<QuoteLine> Lines, decimal Total, IReadOnlyList<VatAmount> Vat, DateOnly? OptionDate, Letterhead Letterhead)
{
    public decimal TotalInclVat => Total + Vat.Sum(vat => vat.Vat);

    /// <summary>Each line's own percentage says what it costs; else an amount was taken off the whole, and stands below the lines.</summary>
    public bool DiscountByLine => Lines.All(line => Math.Round(line.Gross * (100 - line.DiscountPercent) / 100, 2, MidpointRounding.AwayFromZero) == line.Net);
}

/// <summary>The quote on paper, in the customer's language. The same quote gives the same bytes.</summary>
public static class QuoteDocument
{
    public static byte[] Of(QuoteDocumentView view, Language language)
    {
        using var document = new PdfDocument();
        document.Info.Title = $"{QuoteDocumentTexts.Quote.In(language)} {view.Number}";
        document.Info.Author = view.Letterhead.Name.In(language);
        document.Language = language.Culture().Name;
        var sheet = new Sheet(document);
        Head(sheet, view, language);
        QuoteTable.Write(sheet, view, language);
        Terms(sheet, view, language);
        sheet.Foot(
            string.Join(" · ", view.Letterhead.Registration.Prepend(view.Letterhead.Name.In(language)).Select(Words.Visible)),
            (page, of) => QuoteDocumentTexts.Page(page, of).In(language));
        return SteadyBytes.Of(document, view.Day);
    }

    /// <summary>As it is called when it is saved or forwarded.</summary>
    public static string FileName(string number, int version, Language language) =>
        $"{QuoteDocumentTexts.Quote.In(language)}-{number}{(version > 1 ? $"-v{version}" : "")}.pdf";

    private static void Head(Sheet sheet, QuoteDocumentView view, Language language)
    {
        var from = view.Letterhead;
        var half = Sheet.Width / 2 - 12;
        var name = sheet.Write(Words.Visible(from.Name.In(language)), Sheet.Left, half, 16, bold: true, color: Sheet.Brand);
        var address = sheet.Write(
            string.Join('\n', from.Address.Concat(from.Contact).Select(Words.Visible)), Sheet.Left + half + 24, half, 8, color: Sheet.Soft, right: true);
        sheet.Y += Math.Max(name, address) + 10;
        sheet.Rule(Sheet.Brand, 1.5);
        sheet.Y += 26;

        var to = new[] { view.AccountName, view.Attention is { } person ? $"{QuoteDocumentTexts.Attention.In(language)} {person}" : null, view.City };
        var customer = sheet.Write(string.Join('\n', to.OfType<string>().Select(Words.Visible)), Sheet.Left, half, 10);
        var top = sheet.Y;
        foreach (var (label, value) in Facts(view, language))
        {
            sheet.Write(label.In(language), Sheet.Left + half + 24, 86, 9, color: Sheet.Soft);
            sheet.Y += sheet.Write(Words.Visible(value), Sheet.Left + half + 110, half - 86, 9);
        }
        sheet.Y = Math.Max(top + customer, sheet.Y) + 26;

        sheet.Y += sheet.Write($"{QuoteDocumentTexts.Quote.In(language)} {view.Number}", Sheet.Left, Sheet.Width, 18, bold: true, color: Sheet.Brand) + 6;
        sheet.Flow(QuoteDocumentTexts.Intro.In(language));
        sheet.Y += 12;
        sheet.Continue = () => Continued(sheet, view, language);
    }

    private static IEnumerable<(Text, string)> Facts(QuoteDocumentView view, Language language)
    {
        yield return (QuoteDocumentTexts.Number, view.Version > 1 ? $"{view.Number}, {QuoteTexts.Version.In(language)} {view.Version}" : view.Number);
        yield return (QuoteDocumentTexts.Date, QuoteDocumentTexts.Day(view.Day, language));
        if (view.OptionDate is { } option) yield return (QuoteDocumentTexts.ValidUntil, QuoteDocumentTexts.Day(option, language));
        yield return (QuoteDocumentTexts.Contact, view.SenderEmail is { } mail ? $"{view.Sender}\n{mail}" : view.Sender);
    }

    private static void Continued(Sheet sheet, QuoteDocumentView view, Language language)
    {
        sheet.Write(Words.Visible(view.AccountName), Sheet.Left, Sheet.Width - 200, 8, color: Sheet.Soft);
        sheet.Y += sheet.Write($"{QuoteDocumentTexts.Quote.In(language)} {view.Number}", Sheet.Right - 190, 190, 8, color: Sheet.Soft, right: true) + 8;
    }

    private static void Terms(Sheet sheet, QuoteDocumentView view, Language language)
    {
        sheet.Y += 22;
        if (view.OptionDate is { } option)
        {
            sheet.Need(60);
            sheet.Flow(QuoteDocumentTexts.Holds(option).In(language), 10);
            sheet.Y += 10;
        }
        sheet.Need(50);
        sheet.Y += sheet.Write(QuoteDocumentTexts.Terms.In(language), Sheet.Left, Sheet.Width, 9, bold: true) + 2;
        sheet.Flow(Words.Visible(view.Letterhead.Terms.In(language)), 8, Sheet.Soft);
        sheet.Need(70);
        sheet.Y += 16;
        sheet.Flow(QuoteDocumentTexts.Regards.In(language));
        sheet.Y += 4;
        sheet.Y += sheet.Write(Words.Visible(view.Sender), Sheet.Left, Sheet.Width, 9, bold: true);
        sheet.Flow(Words.Visible(view.Letterhead.Name.In(language)));
    }
}
