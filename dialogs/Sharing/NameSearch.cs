using System.Runtime.CompilerServices;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Sharing;

/// <summary>
/// Account names by how they and their words begin, for somebody who is still typing. Built at the first search and kept as long as the
/// names are the same; a search looks at what begins so, however many names there are.
/// </summary>
internal sealed class NameSearch
{
    private const int MostLookedAt = 20_000;

    private static readonly ConditionalWeakTable<Gazetteer, NameSearch> known = [];

    private readonly AccountName[] accounts;
    private readonly string[] names;
    private readonly (string Word, int Account)[] words;

    private NameSearch(Gazetteer of)
    {
        var ordered = of.Accounts.Select(account => (Account: account, Name: string.Join(' ', WordsOf(account.Name)))).OrderBy(found => found.Name, StringComparer.Ordinal)
            .ThenBy(found => found.Account.Id.Value, StringComparer.Ordinal).ToList();
        accounts = [.. ordered.Select(found => found.Account)];
        names = [.. ordered.Select(found => found.Name)];
        words = [.. accounts.SelectMany((account, at) => AllWordsOf(account).Distinct().Select(word => (word, at)))];
        Array.Sort(words, (one, other) => string.CompareOrdinal(one.Word, other.Word) is var order and not 0 ? order : one.Account.CompareTo(other.Account));
        Ids = accounts.Select(account => account.Id).ToHashSet();
    }

    public static NameSearch Of(Gazetteer names) => known.GetValue(names, one => new(one));

    public IReadOnlySet<AccountId> Ids { get; }

    /// <summary>Names that begin as was typed, by the alphabet; then those with words that begin so.</summary>
    public IEnumerable<AccountName> Find(string typed)
    {
        var wanted = WordsOf(typed).ToArray();
        if (wanted.Length == 0) return accounts;
        var (from, to) = Range(names, name => name, string.Join(' ', wanted));
        return accounts[from..to].Concat(With(wanted).Where(at => at < from || at >= to).Select(at => accounts[at]));
    }

    private IEnumerable<int> With(string[] wanted)
    {
        // Of the words the one that begins the fewest names; the others are looked for in those.
        var (rarest, (from, to)) = wanted.Select(word => (Word: word, Range: Range(words, entry => entry.Word, word))).MinBy(found => found.Range.To - found.Range.From);
        return words[from..Math.Min(to, from + MostLookedAt)].Select(entry => entry.Account).Distinct().Order()
            .Where(at => wanted.Length == 1 || wanted.All(word => word == rarest || AllWordsOf(accounts[at]).Any(held => held.StartsWith(word, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> AllWordsOf(AccountName account) => account.Aliases.Prepend(account.Name).SelectMany(WordsOf);

    private static IEnumerable<string> WordsOf(string text) => Words.Of(text).Select(word => word.Fold);

    private static (int From, int To) Range<T>(T[] sorted, Func<T, string> text, string beginning)
    {
        return (First(word => string.CompareOrdinal(word, beginning) >= 0), First(word => string.CompareOrdinal(word, 0, beginning, 0, beginning.Length) > 0));

        int First(Func<string, bool> isThere)
        {
            var (low, high) = (0, sorted.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (isThere(text(sorted[middle]))) high = middle;
                else low = middle + 1;
            }
            return low;
        }
    }
}
