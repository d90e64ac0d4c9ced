using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>One of a few values that a slot can have.</summary>
/// <param name="code">As the slot keeps it.</param>
/// <param name="words">A pattern of the words that mean it, small and without diacritics.</param>
public sealed class Option(string code, Text name, string words)
{
    private readonly Regex pattern = new($@"\b({words})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public string Code => code;
    public Text Name => name;

    /// <summary>The last one that the words speak of; null: of none.</summary>
    public static SlotValue.Text? Said(IReadOnlyList<Option> options, string words)
    {
        var fold = Words.Fold(words);
        var (last, code) = (-1, (string?)null);
        foreach (var option in options)
            if (option.LastIn(fold) is var at && at > last) (last, code) = (at, option.Code);
        return code is null ? null : new(code);
    }

    private int LastIn(string fold) => pattern.Matches(fold) is { Count: > 0 } found ? found[^1].Index : -1;
}
