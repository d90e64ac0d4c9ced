using System.Buffers;
using System.Globalization;
using System.Text;

namespace SalesBot.Cards.Model;

/// <summary>
/// Text that people typed, made harmless: a card shows it letter by letter. Cards read Markdown, HTML, mentions and date
/// functions in some places; here is decided what a client would take for more than text.
/// </summary>
public static class Words
{
    // What Markdown, HTML, entities, card functions or link finders give a meaning to.
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>#{}|~$@\n");

    /// <summary>Invisible and direction-changing characters are written out, lines end in one line feed.</summary>
    public static string Visible(string text)
    {
        if (IsOrdinary(text)) return text;
        var visible = new StringBuilder(text.Length + 16);
        Rune? before = null;
        var runes = text.ReplaceLineEndings("\n").EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var rune = runes[i];
            Rune? next = i + 1 < runes.Length ? runes[i + 1] : null;
            if (rune.Value is '\n') visible.Append('\n');
            else if (rune.Value is '\t') visible.Append(' ');
            else if (rune.Value < 0x20) visible.Append((char)(0x2400 + rune.Value));
            else if (rune.Value == 0x200D && IsPicture(before) && IsPicture(next)) visible.Append('\u200D');
            else if (IsHidden(rune)) visible.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            else visible.Append(rune.ToString());
            before = rune;
        }
        return visible.ToString();
    }

    /// <summary>No client gives this text a meaning beyond its letters. Takes text that is <see cref="Visible"/>.</summary>
    public static bool IsPlain(string text)
    {
        if (text.AsSpan().ContainsAny(Special) || text.Contains("://", StringComparison.Ordinal)) return false;
        if (text.IndexOf('&') is >= 0 and var ampersand && text.IndexOf(';', ampersand) > 0) return false;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '.' && char.IsLetter(text[i + 1])) return false;
        }
        return !BeginsList(text);
    }

    /// <summary>The text in pieces that hold no card function (<c>{{DATE(..)}}</c>, <c>${..}</c>): clients read each piece for itself.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i + 1] != '{' || text[i] is not ('{' or '$')) continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }
        yield return text[start..];
    }

    /// <summary>For titles and labels, which can not be written in pieces: an invisible joiner breaks what would be a link or a function.</summary>
    public static string Inert(string text)
    {
        var visible = Visible(text);
        if (IsPlain(visible)) return visible;
        var inert = new StringBuilder(visible.Length + 8);
        foreach (var c in visible)
        {
            if (inert.Length > 0 && BeginsMeaning(inert[^1], c)) inert.Append('\u2060');
            inert.Append(c);
        }
        return inert.ToString();
    }

    private static bool BeginsMeaning(char before, char next) => (before, next) is (']', '(') or ('{', '{') or ('$', '{') or (':', '/') or ('<', not ' ');

    /// <summary>At most so many characters, cut between characters as people see them.</summary>
    public static string Clip(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text[..most])) end = start;
        return text[..end].TrimEnd() + "…";
    }

    private static bool IsOrdinary(string text)
    {
        foreach (var c in text)
        {
            if (c < 0x20 || c > 0x17F && c is not ('€' or '–' or '—' or '’' or '‘' or '“' or '”' or '…' or '×' or '·' or '−')) return false;
            if (c is >= '\u007F' and <= '\u009F' or '\u00AD') return false;
        }
        return true;
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool IsPicture(Rune? rune) =>
        rune is { } r && (Rune.GetUnicodeCategory(r) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol || r.Value == 0xFE0F);

    private static bool BeginsList(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        if (trimmed.Length < 2) return trimmed is "-" or "+" or "=";
        if (trimmed[0] is '-' or '+' or '=' && trimmed[1] is ' ' or '-' or '=') return true;
        var digits = trimmed.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && trimmed[digits] == '.' && (digits + 1 == trimmed.Length || trimmed[digits + 1] == ' ');
    }
}
