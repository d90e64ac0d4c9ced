using SalesBot.Data.Visits;

namespace SalesBot.Dialogs.Understanding.Summaries;

/// <summary>Cuts a note into its sentences. Dictation often has no full stops: what runs on too long is cut where a new thought begins.</summary>
internal static class NoteText
{
    /// <summary>A note longer than this gets a summary.</summary>
    public const int Long = 600;

    private const int RunsOn = 180, Enough = 50, Least = 30;

    private static readonly HashSet<string> Abbreviations =
    [
        "dhr", "mw", "mevr", "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "st", "bv", "nv", "ca", "bijv", "bv", "evt", "incl", "excl", "max", "min", "nr", "no", "tel", "vs", "resp", "jl", "approx", "dept",
        "afd", "gem", "pers", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec",
    ];

    /// <summary>A new thought begins with one of these ...</summary>
    private static readonly HashSet<string> Openers = ["maar", "verder", "daarna", "daarnaast", "bovendien", "vervolgens", "but", "then", "besides", "furthermore"];

    /// <summary>... or with one of these before one of those.</summary>
    private static readonly HashSet<string> Joints = ["en", "want", "dus", "and", "because", "so"];

    private static readonly HashSet<string> Subjects =
    [
        "ik", "we", "wij", "ze", "zij", "hij", "er", "het", "dat", "toen", "dan", "ook", "verder", "daarna", "daarnaast", "volgende", "i", "they", "he", "she", "it", "there", "then", "also", "next",
    ];

    /// <summary>A subject after one of these goes on with what was begun.</summary>
    private static readonly HashSet<string> Bound =
    [
        "dat", "omdat", "als", "die", "waar", "of", "wat", "toen", "zodat", "terwijl", "voordat", "nadat", "want", "en", "dus", "om", "heb", "hebben", "had", "hadden", "is", "was", "ben", "zijn", "kan", "wil", "zou", "moet", "vindt", "vond",
        "that", "because", "if", "which", "who", "and", "when", "while", "before", "after", "so", "have", "has", "what", "where", "are", "will", "would", "can", "do", "did", "of", "to", "for", "with", "about", "van", "over", "in", "op", "bij", "voor", "met",
    ];

    public static bool IsLong(string? note) => note?.Length > Long;

    public static IReadOnlyList<NoteSpan> Sentences(string note)
    {
        var spans = new List<NoteSpan>();
        var start = 0;
        for (var i = 0; i < note.Length; i++)
        {
            if (note[i] is '\n' or '\r' || IsEnd(note, i))
            {
                Add(note, start, i + 1, spans);
                start = i + 1;
            }
        }

        Add(note, start, note.Length, spans);
        return spans;
    }

    private static bool IsEnd(string note, int at)
    {
        if (note[at] is '!' or '?' or '…')
        {
            return at + 1 == note.Length || char.IsWhiteSpace(note[at + 1]);
        }

        if (note[at] != '.' || (at + 1 < note.Length && !char.IsWhiteSpace(note[at + 1])))
        {
            return false;
        }

        var begin = at;
        while (begin > 0 && char.IsLetter(note[begin - 1]))
        {
            begin--;
        }

        // An initial ("J. de Vries"), a part of "o.a." or an abbreviation; the k of "18k" is none of them.
        var isInitial = at - begin == 1 && !(begin > 0 && char.IsDigit(note[begin - 1]));
        return !isInitial && !Abbreviations.Contains(note[begin..at].ToLowerInvariant());
    }

    private static void Add(string note, int start, int end, List<NoteSpan> spans)
    {
        while (start < end && char.IsWhiteSpace(note[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(note[end - 1]))
        {
            end--;
        }

        while (end - start > RunsOn && Cut(note, start, end) is { } cut)
        {
            spans.Add(new(start, note.AsSpan(start, cut - start).TrimEnd().Length));
            start = cut;
        }

        if (note.AsSpan(start, end - start).ContainsAnyInRange('0', '9') || note.AsSpan(start, end - start).ToString().Any(char.IsLetter))
        {
            spans.Add(new(start, end - start));
        }
    }

    /// <summary>Where a new thought begins: after a joint, or else with a bare subject; null where none does.</summary>
    private static int? Cut(string note, int start, int end)
    {
        int? bare = null;
        var before = "";
        for (var i = start + Enough; i < end - Least && (bare is null || i < start + RunsOn); i++)
        {
            if (!char.IsWhiteSpace(note[i - 1]) || Word(note, i) is not { Length: > 0 } word)
            {
                continue;
            }

            if (Openers.Contains(word) || (Joints.Contains(word) && Subjects.Contains(Word(note, i + word.Length + 1))))
            {
                return i;
            }

            bare ??= Subjects.Contains(word) && before.Length > 0 && !Bound.Contains(before) ? i : null;
            before = word;
        }

        return bare;
    }

    /// <summary>The letters from here on, small.</summary>
    private static string Word(string note, int start)
    {
        var end = start;
        while (end < note.Length && char.IsLetter(note[end]))
        {
            end++;
        }

        return note[Math.Min(start, end)..end].ToLowerInvariant();
    }
}
