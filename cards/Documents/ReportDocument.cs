using PdfSharp.Drawing;
using PdfSharp.Pdf;
using SalesBot.Cards.Figures;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Documents;

/// <summary>The report on paper: revenue by month drawn, each indicator against target and last year, the largest deviations. The same figures give the same bytes.</summary>
public static class ReportDocument
{
    private const int MostDeviations = 15;

    // Right edges of the columns of figures.
    private const double ValueAt = 362, TargetAt = 430, BeforeAt = 500, ColumnWidth = 66;

    public static byte[] Of(ReportView view, DateOnly day, Language language)
    {
        using var document = new PdfDocument();
        var figures = view.Figures;
        document.Info.Title = $"{figures.Title}, {figures.PeriodLabel}";
        document.Language = language.Culture().Name;
        var sheet = new Sheet(document);
        sheet.Y += sheet.Write(Words.Visible(figures.Title), Sheet.Left, Sheet.Width, 18, bold: true, color: Sheet.Brand) + 2;
        sheet.Write(Words.Visible(figures.PeriodLabel), Sheet.Left, Sheet.Width, 11, color: Sheet.Soft);
        sheet.Y += sheet.Write($"{FigureTexts.Made.In(language)} {language.Date(day)}", Sheet.Left, Sheet.Width, 9, color: Sheet.Soft, right: true) + 10;
        sheet.Rule(Sheet.Brand, 1.5);
        sheet.Y += 14;
        if (figures.Months is { Count: > 1 } months) ReportDrawing.Months(sheet, months, language);
        Head(sheet, language);
        sheet.Continue = () => Head(sheet, language);
        foreach (var row in figures.Rows) Row(sheet, row, language);
        sheet.Continue = null;
        if (view.Deviations is { Count: > 0 } deviations) Deviations(sheet, deviations, language);
        sheet.Foot(Words.Visible(figures.Basis), (page, of) => QuoteDocumentTexts.Page(page, of).In(language));
        return SteadyBytes.Of(document, day);
    }

    private static void Head(Sheet sheet, Language language)
    {
        sheet.Fill(18, Sheet.Band);
        sheet.Y += 2;
        sheet.Write(FigureTexts.Indicator.In(language), Sheet.Left + 6, 200, 8, bold: true);
        foreach (var (text, at) in new[] { (FigureTexts.Value, ValueAt), (FigureTexts.TargetLegend, TargetAt), (FigureTexts.LastYear, BeforeAt) })
            sheet.Write(text.In(language), at - ColumnWidth, ColumnWidth, 8, bold: true, right: true);
        sheet.Write("n", Sheet.Right - 36, 30, 8, bold: true, right: true);
        sheet.Y += 22;
    }

    private static void Row(Sheet sheet, KpiRow row, Language language)
    {
        var name = Words.Visible(row.Name);
        var height = sheet.HeightOf(name, 230);
        sheet.Need(height + 8);
        sheet.Write(row.Value ?? FigureTexts.NotDefined.In(language), ValueAt - ColumnWidth, ColumnWidth, 9, bold: row.Value is not null, color: ColorOf(row), right: true);
        sheet.Write(row.Target ?? "", TargetAt - ColumnWidth, ColumnWidth, right: true);
        sheet.Write(row.Before ?? "", BeforeAt - ColumnWidth, ColumnWidth, color: Sheet.Soft, right: true);
        sheet.Write(row.Count is { } count ? language.Number(count) : "", Sheet.Right - 36, 30, color: Sheet.Soft, right: true);
        sheet.Y += sheet.Write(name, Sheet.Left + 6, 230) + 4;
        sheet.Rule(Sheet.Line, 0.5);
        sheet.Y += 4;
    }

    private static void Deviations(Sheet sheet, IReadOnlyList<BridgeRow> deviations, Language language)
    {
        sheet.Need(70);
        sheet.Y += 16;
        sheet.Y += sheet.Write(FigureTexts.Deviations.In(language), Sheet.Left, Sheet.Width, 12, bold: true, color: Sheet.Brand) + 6;
        var largest = deviations.OrderByDescending(account => Math.Abs(account.Amount)).ToList();
        foreach (var account in largest.Take(MostDeviations))
        {
            var below = Words.Visible($"{FigureTexts.Of(account.Class).In(language)} · {account.Cause ?? FigureTexts.NoCause.In(language)}");
            sheet.Need(20 + sheet.HeightOf(below, Sheet.Width - 130, 8));
            sheet.Write(FigureTexts.Signed(account.Amount, language), Sheet.Right - 120, 120, bold: true, color: account.Amount < 0 ? ReportDrawing.Behind : ReportDrawing.Ahead, right: true);
            sheet.Y += sheet.Write(Words.Visible(account.Name), Sheet.Left, Sheet.Width - 130);
            sheet.Y += sheet.Write(below, Sheet.Left, Sheet.Width - 130, 8, color: Sheet.Soft) + 6;
        }
        if (largest.Count <= MostDeviations) return;
        var rest = largest.Skip(MostDeviations).ToList();
        sheet.Need(16);
        sheet.Write(FigureTexts.Signed(rest.Sum(account => account.Amount), language), Sheet.Right - 120, 120, bold: true, right: true);
        sheet.Y += sheet.Write($"{FigureTexts.Other.In(language)} ({language.Number(rest.Count)})", Sheet.Left, Sheet.Width - 130);
    }

    private static XColor? ColorOf(KpiRow row) => row.Standing switch
    {
        Standing.OnTarget => ReportDrawing.Ahead,
        Standing.Behind => ReportDrawing.Behind,
        _ => row.Value is null ? Sheet.Soft : null,
    };
}
