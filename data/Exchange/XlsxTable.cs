using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;

namespace SalesBot.Data.Exchange;

/// <summary>The first sheet of a workbook: values only. What a hostile workbook could bring along is refused before it is opened.</summary>
internal static class XlsxTable
{
    private const int MaxEntries = 500, MaxRatio = 100;
    private const long MaxUnpacked = 100_000_000;

    // Below this a high ratio is only an empty sheet that packs well.
    private const long RatioFrom = 1_000_000;

    public static Table Read(byte[] bytes)
    {
        try
        {
            Inspect(bytes);
            using var stream = new MemoryStream(bytes, writable: false);
            return Table.Of(Rows(stream));
        }
        // What a crooked workbook makes of the library that reads it is no end of exceptions; none of them is about us.
        catch (Exception error) when (error is not (UnreadableException or OutOfMemoryException))
        {
            throw new UnreadableException(Reasons.NoWorkbook(error.Message));
        }
    }

    private static IEnumerable<TableRow> Rows(Stream stream)
    {
        IReadOnlyList<string>? header = null;
        var line = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(stream, useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            line++;
            IReadOnlyList<string> cells = [.. row.Values.Select((value, index) => Text(value, header is not null && index < header.Count ? header[index] : ""))];
            if (header is null && cells.Any(cell => cell.Length > 0)) header = cells;
            yield return new(line, cells);
        }
    }

    private static string Text(object? value, string column) => value switch
    {
        null => "",
        // A month typed in a spreadsheet becomes its first day.
        DateTime day when column.Trim().Equals("month", StringComparison.OrdinalIgnoreCase) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void Inspect(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaxEntries) throw new UnreadableException(Reasons.TooManyParts(archive.Entries.Count, MaxEntries));
        if (archive.Entries.FirstOrDefault(IsForeign) is { } foreign) throw new UnreadableException(Reasons.Foreign(foreign.FullName));
        var unpacked = 0L;
        // Sizes in the archive's directory may lie: what counts is what comes out.
        foreach (var entry in archive.Entries) unpacked = Unpack(entry, unpacked, Math.Max(RatioFrom, Math.Min(MaxUnpacked, bytes.LongLength * MaxRatio)));
    }

    private static bool IsForeign(ZipArchiveEntry entry) =>
        entry.FullName.Contains("externalLinks", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
            && entry.Name.StartsWith("vba", StringComparison.OrdinalIgnoreCase);

    private static long Unpack(ZipArchiveEntry entry, long unpacked, long limit)
    {
        using var stream = entry.Open();
        var buffer = new byte[65536];
        var first = true;
        for (int read; (read = stream.Read(buffer)) > 0; first = false)
        {
            if ((unpacked += read) > limit) throw new UnreadableException(Reasons.UnpacksTo(limit));
            if (first && Encoding.ASCII.GetString(buffer, 0, read).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                throw new UnreadableException(Reasons.DocumentType(entry.FullName));
        }
        return unpacked;
    }
}
