using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Shared;

/// <summary>What was said as a line of a record.</summary>
internal static class Lines
{
    private const int Longest = 300, FewestWords = 5;

    /// <param name="lead">What only says that it is to be noted.</param>
    public static string Of(string words, Regex lead)
    {
        var line = lead.Replace(words.ReplaceLineEndings(" ").Trim(), "").Trim(' ', ':', ',', '-');
        return FlowTexts.AsLine(line.Length > Longest ? line[..Longest].TrimEnd() + "…" : line.TrimEnd('.'));
    }

    /// <summary>Whether there is more in it than a name and what kind of thing it is.</summary>
    public static bool Tells(string line) => Words.Of(line).Count(word => word.Kind == WordKind.Letters) >= FewestWords;
}
