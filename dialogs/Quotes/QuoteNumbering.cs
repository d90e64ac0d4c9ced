using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Quotes;

/// <summary>People say "quote 51", "Q51" or the whole number.</summary>
internal static class QuoteNumbering
{
    public static bool Means(string spoken, QuoteNumber number)
    {
        var wanted = Digits(spoken);
        var full = Digits(number.Value);
        return string.Equals(spoken, number.Value, StringComparison.OrdinalIgnoreCase)
            || wanted.Length > 4 && wanted == full
            || wanted.Length is > 0 and <= 4 && int.Parse(wanted) == int.Parse(full.Length >= 4 ? full[^4..] : "0" + full);
    }

    /// <summary>Those the reader may see that are called so, the highest number first.</summary>
    public static async Task<IReadOnlyList<Stored<Quote>>> FindAsync(string spoken, Book book, CancellationToken cancel) =>
        [.. (await book.QuotesNumberedAsync(spoken, cancel)).Where(stored => Means(spoken, stored.Record.Number))];

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
