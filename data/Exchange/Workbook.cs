using MiniExcelLibs;

namespace SalesBot.Data.Exchange;

/// <summary>A sheet of a workbook that is made for people to read.</summary>
/// <param name="Rows">Texts, numbers and days; null: an empty cell.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>An Excel file. Texts that a spreadsheet could take for a formula are kept from it.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Of(IReadOnlyList<WorkbookSheet> sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(sheets.ToDictionary(sheet => sheet.Name, sheet => (object)sheet.Rows.Select(row => RowOf(sheet, row))));
        return stream.ToArray();
    }

    private static Dictionary<string, object?> RowOf(WorkbookSheet sheet, IReadOnlyList<object?> row) =>
        sheet.Header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second switch
        {
            string text => FormulaGuard.On(text),
            DateOnly day => day.ToDateTime(default),
            var other => other,
        });
}
