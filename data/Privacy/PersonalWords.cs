using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SalesBot.Data.Accounts;

namespace SalesBot.Data.Privacy;

/// <summary>
/// How a contact is written of: the whole name, initials, family name, first name, e-mail address, telephone number. What could be
/// somebody else counts only in what is about this contact's account.
/// </summary>
public sealed partial class PersonalWords
{
    /// <summary>Stands in place of what was erased. One for each letter, so that places in a text stay where they are.</summary>
    public const char Bar = '█';

    public static readonly string Erased = new(Bar, 6);

    private static readonly HashSet<string> Particles =
        ["van", "de", "der", "den", "het", "'t", "’t", "ter", "ten", "te", "von", "la", "le", "el", "al", "di", "da", "dos", "bin", "op", "in", "'s", "’s"];

    private readonly Regex anywhere;
    private readonly Regex near;
    private readonly string? digits;
    private readonly IReadOnlyList<string> marks;
    private readonly string whole;

    private PersonalWords(Contact contact, IReadOnlyList<string> sure, IReadOnlyList<string> loose)
    {
        whole = Fold(contact.Name);
        digits = Digits(contact.Phone ?? "") is { Length: >= 9 } all ? all[^9..] : null;
        marks = [contact.Id.Value, contact.Account.Value];
        anywhere = Of(sure);
        near = Of([.. sure, .. loose]);
    }

    /// <param name="others">Names of everybody else: contacts, colleagues and accounts.</param>
    /// <returns>Null: the contact has no name any more.</returns>
    public static PersonalWords? Of(Contact contact, IEnumerable<string> others)
    {
        var name = Fold(contact.Name).Trim();
        if (name.Length == 0 || name.Contains(Bar)) return null;
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, family) = (parts[0], string.Join(' ', parts.Skip(1)));
        var core = parts.Skip(1).Where(part => !Particles.Contains(part)).ToArray();
        List<string> sure = [name], loose = [first];
        if (contact.Email is { Length: > 0 } email) sure.Add(Fold(email));
        if (family.Length > 0)
        {
            sure.AddRange([$"{first[0]}. {family}", $"{first[0]}.{family}", $"{first[0]} {family}", $"{family}, {first}"]);
            loose.Add(family);
            if (core.Length > 0) loose.AddRange([string.Join(' ', core), .. core.Where(part => part.Length >= 4)]);
        }
        // A word that is nobody else's gives the person away wherever it stands.
        var known = others.SelectMany(other => Fold(other).Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        sure.AddRange(parts.Where(part => part.Length >= 5 && !Particles.Contains(part) && !known.Contains(part)));
        return new(contact, sure, loose);
    }

    /// <summary>Whether a document is about this contact or their account, so that a first name in it means this person.</summary>
    /// <param name="text">Its id and its body.</param>
    public bool IsNear(string text) => marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)) || Fold(text).Contains(whole, StringComparison.Ordinal);

    /// <summary>The text with bars in the places of these words; the same object where there are none.</summary>
    public string Redact(string text, bool isNear)
    {
        if (text.Length < 2) return text;
        char[]? redacted = null;
        foreach (Match match in (isNear ? near : anywhere).Matches(Fold(text))) Hide(match.Index, match.Length);
        if (digits is not null)
        {
            foreach (var match in Numbers.Matches(text).Where(match => Digits(match.Value).EndsWith(digits, StringComparison.Ordinal)))
                Hide(match.Index, match.Length);
        }
        if (redacted is null) return text;
        foreach (var sentence in Sentences().EnumerateMatches(text))
        {
            if (!redacted.AsSpan(sentence.Index, sentence.Length).Contains(Bar)) continue;
            foreach (var way in WaysToReach().EnumerateMatches(text.AsSpan(sentence.Index, sentence.Length))) Hide(sentence.Index + way.Index, way.Length);
        }
        return new(redacted);

        void Hide(int start, int length)
        {
            redacted ??= text.ToCharArray();
            Array.Fill(redacted, Bar, start, length);
        }
    }

    private static readonly Regex Numbers = new(@"\+?\(?\d[\d\s().\-/]{7,}\d", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    [GeneratedRegex(@"(?:[^.!?;\n]|[.!?;](?!\s|$))+", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    /// <summary>
    /// Beside a person's name these are theirs, also where their record knows another: a mobile number, and an address that is nobody's
    /// office. A landline or info@ is the company's.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\w.+-])(?!(?:info|sales|receptie|reception|reserveringen|reservations|events?|office|hr|inkoop|facturen|administratie|contact|planning)@)[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
        + @"|(?<![\d+])(?:0|(?:\+|00)\d{2}[\s-]?(?:\(0\)[\s-]?)?)6[\s.-]?(?:\d[\s.-]?){7}\d(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WaysToReach();

    private static Regex Of(IReadOnlyList<string> forms)
    {
        var words = forms.Distinct().OrderByDescending(form => form.Length).Select(form => Regex.Escape(form).Replace(@"\ ", @"[\s\u00a0]+"));
        // A summary may have been cut in the middle of a name.
        var cut = forms.Where(form => form.Length >= 5).Select(form => string.Join('|', Enumerable.Range(4, form.Length - 4).Reverse().Select(length => Regex.Escape(form[..length]))));
        return new(
            $@"(?<![\p{{L}}\p{{N}}])(?:(?:{string.Join('|', words)})(?=(?:['’]?s|['’])?(?![\p{{L}}\p{{N}}]))|(?:{string.Join('|', cut.DefaultIfEmpty("(?!)"))})(?=…|\.\.\.))",
            RegexOptions.CultureInvariant);
    }

    /// <summary>Small letters without accents, of the same length.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var letter = from[at];
            folded[at] = letter < 128 ? char.ToLowerInvariant(letter) : Base(letter);
        }
    });

    private static char Base(char letter)
    {
        if (char.IsSurrogate(letter)) return letter;
        var apart = letter.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLower(apart[0], CultureInfo.InvariantCulture);
    }

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
