using SalesBot.Dialogs.Understanding.Names;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>Whether the company that was said may be another than the one it looks like.</summary>
internal static class AccountDoubts
{
    /// <summary>Blue Harbor Travel BV is not Blue Harbor Events: where the name goes on beyond the known one it may be another company.</summary>
    /// <param name="end">The word behind the name as it was said.</param>
    public static bool GoesOn(AccountMention account, int end, List<Word> words)
    {
        var own = Own(account);
        var rest = Enumerable.Range(account.To, Math.Max(0, end - account.To)).Where(at => words[at].IsCapital && !NameParts.Legal.Contains(words[at].Fold) && !own.Contains(NameWords.Key(words[at].Fold))).ToArray();
        if (rest.Length == 0) return false;
        var said = Enumerable.Range(account.From, account.To - account.From).Select(at => NameWords.Key(words[at].Fold)).ToHashSet();
        var whole = Forms(account).Any(keys => keys.Where(key => !NameWords.IsLegal(key)).All(said.Contains));
        return !whole || NameParts.Legal.Contains(words[end - 1].Fold);
    }

    /// <summary>A word in the midst of the name that is not one of its own.</summary>
    public static bool HoldsAnother(AccountMention account, List<Word> words)
    {
        var own = Own(account);
        return Enumerable.Range(account.From + 1, Math.Max(0, account.To - account.From - 2)).Any(at => words[at].IsCapital && words[at].Fold.Length > 1 && NameWords.Key(words[at].Fold) is var key
            && !NameParts.Legal.Contains(words[at].Fold) && !NameParts.Particles.Contains(words[at].Fold) && NameWords.Abbreviation(key) is null && NameWords.Place(words, at - 1) is null
            && !own.Any(word => word == key || word.StartsWith(key, StringComparison.Ordinal) || Spelling.Distance(key, word, 2) is not null));
    }

    private static IEnumerable<List<string>> Forms(AccountMention account) => account.Candidates.SelectMany(candidate => candidate.Aliases.Prepend(candidate.Name)).Select(NameWords.Keys);

    private static HashSet<string> Own(AccountMention account) => [.. Forms(account).SelectMany(keys => keys)];
}
