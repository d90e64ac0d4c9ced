namespace SalesBot.Dialogs.Understanding;

/// <summary>"Ik was bij Rabobank punt gesproken met Annelies komma zij zoekt kamers": signs that were dictated as words.</summary>
internal static class DictatedSigns
{
    private const int Least = 6;

    private static readonly HashSet<string> Spoken = ["komma", "comma", "punt", "puntkomma", "uitroepteken", "semicolon"];

    /// <summary>What makes a word of it again: "dat punt", "twee komma vijf", "het vergaderpunt".</summary>
    private static readonly HashSet<string> Before = ["een", "het", "dit", "dat", "elk", "ieder", "laatste", "eerste", "punt", "komma", "op", "per", "a", "the", "one", "goed", "belangrijk"];

    /// <summary>The words, those that stand for a sign as signs; only in a text without signs of its own.</summary>
    public static List<Word> Of(List<Word> words)
    {
        if (words.Count < Least || words.Exists(word => word.Kind == WordKind.Sign && word.Text is "." or "," or ";")) return words;
        for (var at = 1; at < words.Count; at++)
            if (Spoken.Contains(words[at].Fold) && !IsWord(words, at)) words[at] = words[at] with { Kind = WordKind.Sign };
        return words;
    }

    private static bool IsWord(List<Word> words, int at) => words[at - 1].Kind == WordKind.Digits || Before.Contains(words[at - 1].Fold)
        || (at + 1 < words.Count && (words[at + 1].Kind == WordKind.Digits || words[at + 1].Fold is "voor" or "van" or "is" or "was" or "dat"));
}
