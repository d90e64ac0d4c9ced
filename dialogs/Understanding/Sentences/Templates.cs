using System.Reflection;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>The example sentences in Training/*.txt, written out.</summary>
internal static class Templates
{
    /// <summary>So many ways of saying a line at most: lines with many choices do not outweigh the others.</summary>
    private const int PerLine = 16;

    public static List<(string Intent, string[] Words)> Load()
    {
        var examples = new List<(string, string[])>(9000);
        var random = new Shuffle(20260304);
        foreach (var name in (string[])["training/nl.txt", "training/en.txt"])
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            var intent = "";
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                if (line[0] == '[')
                {
                    intent = line.Trim('[', ']');
                    continue;
                }

                examples.AddRange(Written(line, random).Select(text => (intent, Tokens(text))));
            }
        }

        return examples;
    }

    /// <summary>The words of a template, without its marks.</summary>
    public static string[] Tokens(string text) =>
        [.. text.Split([' ', ',', ':', '.', ';'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Length > 1 && word.EndsWith('?') ? [word[..^1], "?"] : (string[])[word])];

    private static IEnumerable<string> Written(string line, Shuffle random)
    {
        var parts = new List<string[]>();
        var ways = 1L;
        for (var at = 0; at < line.Length;)
        {
            var open = line.IndexOf('(', at);
            if (open < 0)
            {
                parts.Add([line[at..]]);
                break;
            }

            var close = line.IndexOf(')', open);
            parts.Add([line[at..open]]);
            parts.Add(line[(open + 1)..close].Split('|'));
            ways = Math.Min(1_000_000, ways * parts[^1].Length);
            at = close + 1;
        }

        var count = (int)Math.Min(PerLine, ways);
        return Enumerable.Range(0, count).Select(one => string.Concat(parts.Select((choices, part) =>
            choices[ways <= PerLine ? Digit(parts, part, one) : random.Next(choices.Length)]))).Distinct().ToArray();
    }

    /// <summary>The choice of one part in the n-th of all combinations.</summary>
    private static int Digit(List<string[]> parts, int part, int number)
    {
        for (var i = 0; i < part; i++)
        {
            number /= parts[i].Length;
        }

        return number % parts[part].Length;
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
}
