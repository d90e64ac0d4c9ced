using SalesBot.Data;

namespace SalesBot.Cards.Sharing;

/// <summary>
/// The address of a quote on the bot's own host, that people send each other. It says which quote and nothing about it: what it shows
/// depends on who looks (docs/decisions/0131-a-quote-link.md).
/// </summary>
public static class QuoteLink
{
    public const string Path = "quotes";

    /// <param name="home">Where browsers reach the bot.</param>
    public static Uri Of(Uri home, QuoteNumber number) => new(home, $"{Path}/{Uri.EscapeDataString(number.Value)}");

    /// <summary>Null: it is no link of ours to a quote.</summary>
    public static QuoteNumber? Read(Uri home, string? link)
    {
        if (link is null or { Length: > 500 } || !Uri.TryCreate(link, UriKind.Absolute, out var url)) return null;
        if (url.Scheme != home.Scheme || url.Authority != home.Authority || url.UserInfo.Length > 0) return null;
        var folder = new Uri(home, Path + "/").AbsolutePath;
        if (!url.AbsolutePath.StartsWith(folder, StringComparison.Ordinal)) return null;
        var number = Uri.UnescapeDataString(url.AbsolutePath[folder.Length..].TrimEnd('/'));
        return CanBe(number) ? new(number) : null;
    }

    /// <summary>Whether it can be the number of a quote at all, also of an older system's.</summary>
    public static bool CanBe(string number) =>
        number.Length is > 0 and < 64 && number == number.Trim() && number.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ');
}
