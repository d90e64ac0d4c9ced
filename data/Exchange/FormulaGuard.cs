namespace SalesBot.Data.Exchange;

/// <summary>
/// Keeps a spreadsheet from running a text as a formula: an apostrophe before it, as OWASP advises for CSV. Taking it off is the exact
/// reverse, so that a text comes back as it was, also one that had an apostrophe of its own.
/// </summary>
internal static class FormulaGuard
{
    // The full-width forms are read as = + - @ by some spreadsheets.
    private const string Risky = "=+-@\t\r\n\0＝＋－＠";

    public static string On(string text) => IsRisky(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    public static string Off(string text) => text.StartsWith('\'') && IsRisky(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    private static bool IsRisky(ReadOnlySpan<char> text) => text.Length > 0 && Risky.Contains(text[0]);
}
