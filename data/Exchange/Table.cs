namespace SalesBot.Data.Exchange;

/// <param name="Line">Where it begins in the file.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A file as rows of text, whichever format it came in.</summary>
internal sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<TableRow> Rows)
{
    public const int MaxBytes = 10_000_000, MaxRows = 100_000, MaxColumns = 200;

    /// <exception cref="UnreadableException">It is not such a file, or larger than anybody's.</exception>
    public static Table Read(string path) => Read(Path.GetExtension(path), Bytes(path));

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="name">Of the file, which tells its format.</param>
    public static Table Of(string name, byte[] content) =>
        content.Length > MaxBytes ? throw new UnreadableException(Reasons.TooManyBytes(content.Length, MaxBytes)) : Read(Path.GetExtension(name), content);

    public static Table Read(string extension, byte[] bytes) =>
        extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? XlsxTable.Read(bytes) : CsvTable.Read(bytes);

    private static byte[] Bytes(string path)
    {
        try
        {
            if (new FileInfo(path) is { Length: > MaxBytes } file) throw new UnreadableException(Reasons.TooManyBytes(file.Length, MaxBytes));
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(Reasons.NotOpened(error.Message));
        }
    }

    /// <summary>First row the header, empty rows left out.</summary>
    /// <exception cref="UnreadableException">No header, or too many rows or columns.</exception>
    public static Table Of(IEnumerable<TableRow> rows)
    {
        IReadOnlyList<string>? header = null;
        var list = new List<TableRow>();
        foreach (var row in rows)
        {
            if (row.Cells.Count > MaxColumns) throw new UnreadableException(Reasons.TooManyColumns(row.Cells.Count, MaxColumns), row.Line);
            if (row.Cells.All(string.IsNullOrWhiteSpace)) continue;
            if (header is null && row.Cells is [var only] && only.Trim().Contains('\t')) throw new UnreadableException(Reasons.Tabs, row.Line);
            if (header is null) header = [.. row.Cells.Select(cell => cell.Trim().ToLowerInvariant())];
            else if (list.Count == MaxRows) throw new UnreadableException(Reasons.TooManyRows(MaxRows), row.Line);
            else list.Add(row);
        }
        return new(header ?? throw new UnreadableException(Reasons.NoHeader), list);
    }
}

/// <summary>The file can not be read as a table at all.</summary>
internal sealed class UnreadableException(Reason reason, int line = 1) : Exception(reason.En)
{
    public Reason Reason => reason;
    public int Line => line;
}
