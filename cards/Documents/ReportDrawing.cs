using PdfSharp.Drawing;
using SalesBot.Cards.Figures;
using SalesBot.Data;

namespace SalesBot.Cards.Documents;

/// <summary>Revenue by month in bars, against target and last year, with the amounts below.</summary>
internal static class ReportDrawing
{
    public static readonly XColor Ahead = XColor.FromArgb(0x1a, 0x73, 0x40), Behind = XColor.FromArgb(0xb4, 0x2f, 0x2f);

    private static readonly XColor Marigold = XColor.FromArgb(0xe0, 0xa1, 0x1b), Grey = XColor.FromArgb(0xb9, 0xc3, 0xc7);

    private const double Height = 92, Legend = 12;

    public static void Months(Sheet sheet, IReadOnlyList<MonthFigures> months, Language language)
    {
        sheet.Y += sheet.Write(FigureTexts.RevenueByMonth.In(language), Sheet.Left, Sheet.Width, 10, bold: true) + 4;
        List<(string Name, XColor Color, Func<MonthFigures, decimal> Of)> series = [(FigureTexts.Actual.In(language), Sheet.Brand, month => month.Actual)];
        if (months.Any(month => month.Target is not null)) series.Add((FigureTexts.TargetLegend.In(language), Marigold, month => month.Target ?? 0));
        if (months.Any(month => month.LastYear is not null)) series.Add((FigureTexts.LastYear.In(language), Grey, month => month.LastYear ?? 0));
        Key(sheet, series);
        var most = Math.Max(1, months.Max(month => series.Max(one => one.Of(month))));
        var place = Sheet.Width / months.Count;
        var bar = Math.Min(26, place * 0.8 / series.Count);
        var bottom = sheet.Y + Height;
        foreach (var (month, i) in months.Select((month, i) => (month, i)))
        {
            var left = Sheet.Left + i * place + (place - bar * series.Count) / 2;
            foreach (var (one, at) in series.Select((one, at) => (one, at)))
            {
                var height = (double)(Math.Max(0, one.Of(month)) / most) * (Height - 6);
                sheet.Box(left + at * bar, bottom - height, bar - 1.5, height, one.Color);
            }
        }
        sheet.Y = bottom;
        sheet.Rule(Sheet.Soft, 0.75);
        sheet.Y += 2;
        var format = months[0].Month.Year == months[^1].Month.Year ? "MMM" : "MMM yy";
        var size = months.Count > 6 ? 6.5 : 8;
        for (var i = 0; i < months.Count; i++) sheet.Middle(months[i].Month.ToString(format, language.Culture()), Sheet.Left + i * place, place, size, Sheet.Soft);
        sheet.Y += 12;
        for (var i = 0; i < months.Count; i++) sheet.Middle(language.Euros(months[i].Actual), Sheet.Left + i * place, place, months.Count > 6 ? 5.5 : 8, Sheet.Ink);
        sheet.Y += 26;
    }

    private static void Key(Sheet sheet, IReadOnlyList<(string Name, XColor Color, Func<MonthFigures, decimal>)> series)
    {
        var x = Sheet.Left;
        foreach (var (name, color, _) in series)
        {
            sheet.Box(x, sheet.Y + 3, 7, 7, color);
            sheet.Write(name, x + 11, 100, 8, color: Sheet.Soft);
            x += 90;
        }
        sheet.Y += Legend + 6;
    }
}
