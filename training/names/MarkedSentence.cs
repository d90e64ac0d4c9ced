namespace SalesBot.Training.Names;

/// <summary>A piece of a sentence, with its tag; empty: none.</summary>
internal sealed record Piece(string Tag, string Text);

/// <summary>
/// A line of marked-*.txt: <c>log_visit request_quote ~pro | bij {acc:Achmea} geweest</c>. Before the bar the intents, and with ~ tags
/// that may stand in the sentence unmarked; a value marked "?" may play any part, one that is not marked plays none. Of <c>[a|b|]</c>
/// any may be said, or nothing.
/// </summary>
internal sealed record MarkedSentence(bool Dutch, IReadOnlyList<string> Matters, IReadOnlyList<string> Untold, IReadOnlyList<Piece> Pieces)
{
    public static MarkedSentence Parse(string line, bool dutch)
    {
        var bar = line.IndexOf('|');
        var head = line[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pieces = new List<Piece>();
        var text = line[(bar + 1)..].Trim();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0) open = text.Length;
            if (open > at) pieces.Add(new("", text[at..open]));
            if (open == text.Length) break;
            var close = text.IndexOf('}', open);
            var colon = text.IndexOf(':', open);
            pieces.Add(new(text[(open + 1)..colon], text[(colon + 1)..close]));
            at = close + 1;
        }

        return new(dutch, [.. head.Where(word => word[0] != '~')], [.. head.Where(word => word[0] == '~').Select(word => word[1..])], pieces);
    }
}
