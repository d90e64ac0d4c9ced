using SalesBot.Data;

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

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
