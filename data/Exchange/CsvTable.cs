using System.Text;
using CsvHelper;

namespace SalesBot.Data.Exchange;

/// <summary>CSV per RFC 4180, comma or semicolon, UTF-8 with or without a mark at the beginning.</summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Table Read(byte[] bytes) => Table.Of(Rows(Text(bytes)));

    /// <summary>Comma, CRLF, quotes where needed.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return Strict.GetBytes(text.ToString());
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",;\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static string Text(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw new UnreadableException(Reasons.NotUtf8, 1 + bytes.AsSpan(0, Math.Max(0, error.Index)).Count((byte)'\n'));
        }
    }

    private static IEnumerable<TableRow> Rows(string text)
    {
        CsvMalformedRecord? bad = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = Separator(text),
            TrackLineNumbers = true,
            // A quote in the middle of a cell, as in 27" screen, is text; one that is never closed would swallow the rest of the file.
            OnMalformedRecord = record => bad ??= record.Reason == CsvMalformedReason.StrayQuote ? null : record,
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            if (bad is not null) throw new UnreadableException(Reasons.OpenQuote, (int)bad.Value.LineNumber);
            yield return new((int)reader.LineNumber, reader.Current.ToArray());
        }
    }

    // Header names hold neither of the two.
    private static char Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }
}
