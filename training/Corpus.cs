using System.Text.RegularExpressions;

namespace SalesBot.Training;

/// <summary>A piece of a message with its intent: words with names and values masked.</summary>
internal sealed record Piece(string Intent, string Text);

/// <summary>A line of the corpus that has one intent.</summary>
/// <param name="Place">What goes on when it is said: "confirm" (a preview waits), "slot" (a question was asked), "answered"; null: anything.</param>
internal sealed record Sentence(bool Dutch, string Intent, string Line, string? Place = null)
{
    public void Deconstruct(out bool dutch, out string intent, out string line) => (dutch, intent, line) = (Dutch, Intent, Line);
}

/// <summary>
/// The sentences in corpus/*.txt. A header names the intent of the lines below it: <c>[log_visit]</c> of whole messages,
/// <c>[&gt; log_visit]</c> of what is said after something else (<c>[&gt; same]</c>: of the same matter), <c>[several]</c> of messages
/// in which each matter begins with its <c>{intent}</c>; <c>[cancel @slot]</c> of what is said when a slot was asked for; <c>[chatter]</c> of what stands around a matter and is none. <c>(a|b)</c>: one of them.
/// </summary>
internal sealed partial class Corpus
{
    public const string Same = "same";

    public List<Sentence> Whole { get; } = [];
    public List<Sentence> After { get; } = [];
    public List<(bool Dutch, string Line)> Several { get; } = [];

    /// <summary>What people say around a matter that has nothing to do with it.</summary>
    public List<(bool Dutch, string Line)> Chatter { get; } = [];

    public static Corpus Read(IEnumerable<string> files)
    {
        var corpus = new Corpus();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var dutch = Path.GetFileName(file).StartsWith("nl", StringComparison.Ordinal);
            var header = "";
            foreach (var line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
            {
                if (line[0] == '[') header = line.Trim('[', ']');
                else if (header == "several") corpus.Several.Add((dutch, line));
                else if (header == "chatter") corpus.Chatter.Add((dutch, line));
                else if (header.StartsWith('>')) corpus.After.Add(new(dutch, header[1..].Trim(), line));
                else if (header.Split(" @") is [var intent, var place]) corpus.Whole.Add(new(dutch, intent, line, place));
                else corpus.Whole.Add(new(dutch, header, line));
            }
        }

        return corpus;
    }

    /// <summary>Words that stand in more than one line, the most frequent first: what was said once may be a misspelling, or about anything.</summary>
    public string[] Words() => [.. Whole.Where(line => line.Intent != "out_of_scope").Select(line => line.Line).Concat(After.Select(line => line.Line)).Concat(Several.Select(line => line.Line))
        .SelectMany(line => Tokens(Matter().Replace(line, " ")).Where(word => word[0] is not ('_' or '?')).Distinct()).CountBy(word => word)
        .Where(word => word.Value > 1).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];

    /// <summary>The words of a template as those of a message are read: folded, cut at hyphens, without signs but for question marks.</summary>
    public static List<string> Tokens(string text) => [.. Token().Matches(text).Select(match => match.Value[0] == '_' ? match.Groups["mask"].Value : char.IsAsciiDigit(match.Value[0]) ? "_num" : Dialogs.Understanding.Words.Fold(match.Value))];

    /// <summary>One of the ways to say a line.</summary>
    public static string Say(string line, Shuffle random)
    {
        var said = new System.Text.StringBuilder();
        for (var at = 0; at < line.Length;)
        {
            var open = line.IndexOf('(', at);
            if (open < 0) return said.Append(line.AsSpan(at)).ToString();
            var close = line.IndexOf(')', open);
            var choices = line[(open + 1)..close].Split('|');
            said.Append(line.AsSpan(at, open - at)).Append(choices[random.Next(choices.Length)]);
            at = close + 1;
        }

        return said.ToString();
    }

    [GeneratedRegex(@"(?<mask>_[a-z]+)(['’]s\b)?|[\p{L}\p{M}][\p{L}\p{M}\d]*(['’][\p{L}]+)*|['’][\p{L}]+|\d+|\?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    /// <summary>The intent before a matter.</summary>
    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Matter();

    /// <summary>How many ways there are to say a line.</summary>
    public static long Ways(string line)
    {
        var ways = 1L;
        for (var open = line.IndexOf('('); open >= 0; open = line.IndexOf('(', open + 1))
            ways = Math.Min(1000, ways * line[open..line.IndexOf(')', open)].Split('|').Length);
        return ways;
    }
}

/// <summary>Small numbers in an order that is the same on every machine and runtime, so that training gives the same model everywhere.</summary>
internal sealed class Shuffle(uint seed)
{
    private uint state = seed;

    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)below);
    }

    public bool Once(int percent) => Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> values) => values[Next(values.Count)];
}
