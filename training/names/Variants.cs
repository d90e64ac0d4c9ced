using System.Text;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Tagging;

namespace SalesBot.Training.Names;

/// <summary>A sentence written anew.</summary>
/// <param name="Marks">Where its marked pieces stand; whether the lists of names know them, and whether they are to be taken for words never met before.</param>
internal sealed record Variant(MarkedSentence Source, string Text, IReadOnlyList<(int Start, int End, string Tag, bool Known, bool Fresh)> Marks);

/// <summary>Other names, things and days in the place of those in a sentence, and the ways in which people type.</summary>
internal sealed class Variants(string lists, Shuffle random)
{
    /// <summary>Words for what is sold may be a product, though nobody marked them.</summary>
    public const string Thing = "thing";

    private static readonly string[] DutchJoints = [". ", ". ", ", ", "; ", " en ", ", en ", "\n", ". Verder: ", ". Ook ", ", daarnaast ", " maar ", " + ", "! "];
    private static readonly string[] EnglishJoints = [". ", ". ", ", ", "; ", " and ", ", and ", "\n", ". Also: ", ". Then ", ", plus ", " but ", " + ", "! "];

    private readonly Dictionary<string, string[]> sections = lists.Split("\n[").Skip(1).Select(section => section.Split("]\n", 2)).ToDictionary(
        parts => parts[0], parts => parts[1].Split(parts[0] is "first" or "title" ? [' ', '\n'] : ['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The sentence as it stands.</summary>
    public static Variant Plain(MarkedSentence sentence) => new Variants("", new(1)).Write(sentence, [.. sentence.Pieces.Select(piece => (piece, piece.Tag is "acc" or "riv" or "town", false))], 0);

    public Variant Of(MarkedSentence sentence)
    {
        var pieces = new List<(Piece, bool, bool)>();
        foreach (var piece in sentence.Pieces)
        {
            pieces.Add(piece.Tag switch
            {
                "per" when Once(75) => Person(piece),
                "town" => (Once(70) ? piece with { Text = Of("town") } : piece, Once(50), false),
                "acc" when Once(75) => Company(piece),
                "acc" => (piece, !Once(15), false),
                "riv" when Once(75) => Rival(piece),
                "riv" => (piece, !Once(30), false),
                "pro" when Once(55) => (piece with { Text = Of(sentence.Dutch ? "product.nl" : Once(20) ? "product.nl" : "product.en") }, false, Once(50)),
                "date<" when Once(30) => (piece with { Text = Day("past", sentence.Dutch) }, false, false),
                "due" when Once(35) => (piece with { Text = Day("due", sentence.Dutch) }, false, false),
                "date>" when Once(35) => (piece with { Text = Day("days", sentence.Dutch) }, false, false),
                "period>" when Once(35) => (piece with { Text = Day("span", sentence.Dutch) }, false, false),
                _ => (piece, false, false),
            });
        }

        return Write(sentence, pieces, random.Next(100));
    }

    /// <summary>Two sentences in one breath.</summary>
    public MarkedSentence Joined(MarkedSentence first, MarkedSentence second) => new(first.Dutch, [.. first.Matters.Union(second.Matters)], [.. first.Untold.Union(second.Untold)],
        [.. first.Pieces, new("", random.Of(first.Dutch ? DutchJoints : EnglishJoints)), .. second.Pieces]);

    /// <summary>One of the ways to say a marked line.</summary>
    public MarkedSentence Said(string line, bool dutch)
    {
        for (var open = line.LastIndexOf('['); open >= 0; open = line.LastIndexOf('['))
        {
            var close = line.IndexOf(']', open);
            var ways = line[(open + 1)..close].Split('|');
            line = line[..open] + ways[random.Next(ways.Length)] + line[(close + 1)..];
        }

        return MarkedSentence.Parse(line, dutch);
    }

    /// <summary>A sentence of training/corpus, in which names and values stand masked; what it sells or blames is not told.</summary>
    public MarkedSentence Unmasked(string template, bool dutch, string intent)
    {
        var said = Corpus.Say(template, random);
        if (Once(50) && said.Length > 0) said = char.ToUpperInvariant(said[0]) + said[1..];
        var pieces = new List<Piece>();
        for (var at = 0; at < said.Length;)
        {
            var mask = said.IndexOf('_', at);
            if (mask < 0) mask = said.Length;
            if (mask > at) pieces.Add(new("", said[at..mask]));
            var end = mask + 1;
            while (end < said.Length && char.IsAsciiLetterLower(said[end])) end++;
            if (mask < said.Length) pieces.Add(Named(said[mask..end], dutch, Unmasking.Role(said[mask..end], intent, said[..mask], said[end..])));
            at = end;
        }

        return new(dutch, [intent], intent is Intents.LogIssue or Intents.Reject or Intents.ChangeQuote ? [Thing, Tags.Reason] : [Thing], pieces);
    }

    private Piece Named(string mask, bool dutch, string role) => mask switch
    {
        "_acc" => new(Tags.Company, Of("known")),
        "_per" => new(Tags.Person, Of("first")),
        "_comp" => new(Tags.Rival, Of("chain")),
        "_qno" => new("", Once(50) ? "Q-2026-00" + (10 + random.Next(90)) : "offerte " + (1 + random.Next(300))),
        "_money" => new(role, "€ " + (1 + random.Next(90)) + "00"),
        "_pct" => new(role, (2 + random.Next(15)) + "%"),
        "_date" => new(role, Day(role switch { Tags.PastDate => "past", Tags.Due => "due", Tags.PastPeriod => "gone", _ => Once(50) ? "past" : "due" }, dutch)),
        "_time" => new("", (8 + random.Next(10)) + ":30"),
        _ => new(role, (2 + random.Next(80)).ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    private bool Once(int percent) => random.Next(100) < percent;

    private string Of(string section) => sections[section][random.Next(sections[section].Length)];

    private string Day(string section, bool dutch)
    {
        var text = Of(section + (dutch ? ".nl" : ".en"));
        return Once(50) && text.Split(' ', 2) is ["op" or "on" or "in" or "uiterlijk" or "by", var rest] ? rest : text;
    }

    /// <summary>Someone else; now and then one whose family name is that of an account too.</summary>
    private (Piece, bool, bool) Person(Piece piece) => Once(6)
        ? (piece with { Text = (Once(50) ? Of("first") : Of("title")) + " " + Of("namesake") }, true, false) : (piece with { Text = Person(piece.Text) }, false, Once(70));

    /// <summary>A name of much the same kind: a first name for a first name, with its title.</summary>
    private string Person(string name)
    {
        var words = name.Split(' ');
        var title = sections["title"].Contains(words[0]) || words[0].ToLowerInvariant() is "mevrouw" or "meneer" or "mister" or "de heer" or "prof";
        if (title) return (Once(80) ? words[0] : Of("title")) + " " + Last();
        if (words.Length == 1 && !Once(15)) return Of("first");
        return Once(8) ? $"{(char)('A' + random.Next(26))}.{(Once(40) ? (char)('A' + random.Next(26)) + "." : "")} {Last()}" : Of("first") + " " + Last();
    }

    private string Last()
    {
        var last = Of("last");
        return Once(20) && last.StartsWith("van ", StringComparison.Ordinal) ? "V" + last[1..] : last;
    }

    private (Piece, bool, bool) Company(Piece piece)
    {
        var kind = random.Next(10);
        if (kind < 4) return (piece with { Text = Of("known") }, !Once(12), false);
        var name = kind switch
        {
            4 => Of("word") + " " + Of("trade") + (Once(40) ? " " + Of("legal") : ""),
            5 => Last().Split(' ')[^1] + " " + (Once(60) ? Of("trade") : Of("legal")) + (Once(25) ? " BV" : ""),
            6 => Once(20) ? "The " + Of("object.en") : Of("body") + " " + (Once(35) ? Of("town") : Once(40) ? Of("word") : Once(30) ? Last() : "De " + Of("object")),
            7 => Of("word") + Of("trade").ToLowerInvariant() + (Once(40) ? " " + Of("legal") : ""),
            8 => Once(50) ? Of("trade") + " " + Last() : "Van " + Last().Split(' ')[^1] + " " + Of("trade"),
            _ => Of("word") + (Once(50) ? Of("word").ToLowerInvariant() : "") + (Once(50) ? " " + Of("legal") : ""),
        };
        return (piece with { Text = name }, Once(35), true);
    }

    private (Piece, bool, bool) Rival(Piece piece)
    {
        if (Once(50)) return (piece with { Text = Of("chain") + (Once(25) ? " " + Of("town") : "") }, !Once(15), false);
        var name = Once(75) ? Of("venue") + " " + (Once(85) ? Of("venuename") : Of("town")) : Of("venuename");
        return (piece with { Text = name }, false, true);
    }

    /// <param name="manner">0 to 99: how it is typed.</param>
    private Variant Write(MarkedSentence sentence, List<(Piece Piece, bool Known, bool Fresh)> pieces, int manner)
    {
        var text = new StringBuilder();
        var marks = new List<(int, int, string, bool, bool)>();
        foreach (var (piece, known, fresh) in pieces)
        {
            var words = piece.Text;
            if (manner is >= 1 and < 22) words = words.ToLowerInvariant();
            if (manner is >= 10 and < 36 && piece.Tag == "") words = Bare(words);
            if (manner is >= 36 and < 44 && piece.Tag is "" && words.Length > 12) words = Slip(words);
            if (piece.Tag.Length > 0) marks.Add((text.Length, text.Length + words.Length, piece.Tag, known, fresh));
            text.Append(words);
        }

        return new(sentence, text.ToString(), marks);
    }

    private string Bare(string words)
    {
        var bare = Once(60) ? words.Replace(",", "", StringComparison.Ordinal) : words;
        return Once(60) ? bare.Replace(". ", " ", StringComparison.Ordinal).Replace(": ", " ", StringComparison.Ordinal) : bare;
    }

    /// <summary>Two letters turned about, or one left out.</summary>
    private string Slip(string words)
    {
        var at = 1 + random.Next(words.Length - 3);
        if (!char.IsLetter(words[at]) || !char.IsLetter(words[at + 1])) return words;
        return Once(50) ? words.Remove(at, 1) : words[..at] + words[at + 1] + words[at] + words[(at + 2)..];
    }
}
