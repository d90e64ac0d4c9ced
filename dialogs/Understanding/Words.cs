using System.Globalization;
using System.Text;

namespace SalesBot.Dialogs.Understanding;

internal enum WordKind { Letters, Digits, Sign }

/// <summary>A word, a figure or a sign of a text.</summary>
/// <param name="Fold">Lower case, without diacritics, straight apostrophes: what tables are looked up by.</param>
/// <param name="Joined">Stands against the word before it, without a space.</param>
internal readonly record struct Word(WordKind Kind, string Text, string Fold, int Start, bool Joined)
{
    public int End => Start + Text.Length;
    public bool IsCapital => Kind == WordKind.Letters && char.IsUpper(Text[Text[0] == '\'' || Text[0] == '’' ? Math.Min(1, Text.Length - 1) : 0]);
}

/// <summary>Cuts a text into words.</summary>
internal static class Words
{
    /// <summary>Letters with digits behind them stay one word (q3, u30); digits with points or commas between them one figure.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 5 + 4);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
            {
                i++;
                continue;
            }

            var end = EndOf(text, i, out var kind);
            var word = text[i..end];
            words.Add(new(kind, word, kind == WordKind.Digits ? word : Fold(word), i, i > 0 && words.Count > 0 && words[^1].End == i));
            i = end;
        }

        return words;
    }

    /// <summary>Lower case, without diacritics, with straight apostrophes.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length + 4);
        foreach (var character in text.ToLowerInvariant())
        {
            _ = character switch
            {
                '’' or '‘' or 'ʼ' or '`' or '´' => folded.Append('\''),
                'ß' => folded.Append("ss"),
                'ø' => folded.Append('o'),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ĳ' => folded.Append("ij"),
                'ł' => folded.Append('l'),
                _ when character < 128 => folded.Append(character),
                _ when char.IsSurrogate(character) => folded.Append(character),
                _ => folded.Append(Bare(character)),
            };
        }

        return folded.ToString();
    }

    public static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';

    private static ReadOnlySpan<char> Bare(char character)
    {
        // Code points that are no characters can not be normalised.
        if (!IsLetter(character))
        {
            return character.ToString();
        }

        var parts = character.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(parts[0]) == UnicodeCategory.NonSpacingMark ? "" : parts.AsSpan(0, 1);
    }

    private static int EndOf(string text, int start, out WordKind kind)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(text[start]))
        {
            kind = WordKind.Digits;
            while (end < text.Length && (char.IsAsciiDigit(text[end])
                || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            return end;
        }

        var elided = IsApostrophe(text[start]) && end < text.Length && char.IsLetter(text[end])
            && (start == 0 || !char.IsLetterOrDigit(text[start - 1]));
        if (!IsLetter(text[start]) && !elided)
        {
            kind = WordKind.Sign;
            return char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
        }

        kind = WordKind.Letters;
        while (end < text.Length && (IsLetter(text[end]) || char.IsAsciiDigit(text[end])
            || (IsApostrophe(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsLetter(char character) =>
        char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
