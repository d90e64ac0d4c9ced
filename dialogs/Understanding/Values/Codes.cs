namespace SalesBot.Dialogs.Understanding.Values;

/// <summary>Figures that identify something: telephone numbers, postcodes.</summary>
internal static class Codes
{
    /// <returns>Per word whether it belongs to a code.</returns>
    public static bool[] In(Passage text)
    {
        var marked = new bool[text.Count];
        for (var at = 0; at < text.Count; at++)
        {
            var end = Telephone(text, at) ?? Postcode(text, at) ?? Address(text, at) ?? Dossier(text, at) ?? at;
            for (; at < end; at++)
            {
                marked[at] = true;
            }
        }

        return marked;
    }

    /// <summary>06-12345678, 020 123 45 67, +31 (0)6 1234 5678: from a nought or a plus, eight figures or more.</summary>
    private static int? Telephone(Passage text, int at)
    {
        var plus = text.IsSign(at, '+');
        var first = plus ? at + 1 : at;
        if (first >= text.Count || text.Words[first].Kind != WordKind.Digits || !(plus || (text.Words[first].Text is ['0', _, ..] && !text.IsJoined(at))))
        {
            return null;
        }

        var (end, figures, dashes) = (first, 0, 0);
        for (var i = first; i < text.Count; i++)
        {
            if (text.Words[i].Kind == WordKind.Digits && text.Words[i].Text.All(char.IsAsciiDigit))
            {
                (figures, end) = (figures + text.Words[i].Text.Length, i + 1);
            }
            else if (text.Words[i].Text is not ("-" or "(" or ")" or "/"))
            {
                break;
            }
            else if (text.IsJoined(i) && text.IsJoined(i + 1))
            {
                dashes++;
            }
        }

        // 01-05-2026 is a date.
        return figures >= 8 && !(dashes >= 2 && !plus && text.Words[first].Text.Length == 2) ? end : null;
    }

    /// <summary>jan2@x.nl, www.hotel24.nl: words tied together around an at sign or points.</summary>
    private static int? Address(Passage text, int at)
    {
        if (text.Words[at].Kind == WordKind.Sign || text.IsJoined(at))
        {
            return null;
        }

        var (end, tied) = (at + 1, text.Words[at].Fold is "www" or "http" or "https");
        for (; end < text.Count && text.IsJoined(end) && (text.Words[end].Kind != WordKind.Sign || text.IsJoined(end + 1)); end++)
        {
            tied |= text.IsSign(end, '@') && text.Words[at].Kind == WordKind.Letters;
        }

        return tied ? end : null;
    }

    /// <summary>2026/114</summary>
    private static int? Dossier(Passage text, int at) =>
        text.IsWhole(at, out _) && text.Words[at].Text.Length == 4 && text.IsSign(at + 1, '/') && text.IsJoined(at + 1) && text.IsJoined(at + 2) && text.IsWhole(at + 2, out _)
            && text.Words[at + 2].Text.Length >= 3 && !text.IsJoined(at + 3) ? at + 3 : null;

    /// <summary>3511 AB</summary>
    private static int? Postcode(Passage text, int at) =>
        at + 1 < text.Count && text.Words[at] is { Kind: WordKind.Digits, Text.Length: 4 } && text.IsWhole(at, out _)
            && text.Words[at + 1].Text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && !text.IsKnown(at + 1) ? at + 2 : null;
}
