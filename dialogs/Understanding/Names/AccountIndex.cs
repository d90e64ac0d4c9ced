namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>An account found in a text.</summary>
/// <param name="From">Index of its first word.</param>
/// <param name="To">Index of the word after it.</param>
/// <param name="Candidates">Likeliest first; more than one where the words fit several.</param>
internal sealed record AccountMention(int From, int To, IReadOnlyList<AccountName> Candidates);

/// <summary>Every account by the words of its names, for texts in which they are misspelt, shortened, glued or turned about. Built once.</summary>
internal sealed class AccountIndex(IReadOnlyList<AccountName> accounts)
{
    /// <summary>A word that so many names hold leads to none of them by itself.</summary>
    private const int Frequent = 400;

    private const int MostCandidates = 6;

    private readonly AccountForms forms = new(accounts);

    /// <summary>Prepares what is needed only where a name is misspelt.</summary>
    public void Warm() => forms.Vocabulary.Warm();

    /// <summary>Accounts named in the text, in order; words that are taken are passed over.</summary>
    /// <param name="named">The words are a name, though they have no capital.</param>
    public List<AccountMention> Find(List<Word> words, Func<int, bool> isTaken, bool named = false)
    {
        if (accounts.Count == 0) return [];
        var matched = new List<Match>[words.Count];
        for (var i = 0; i < words.Count; i++) matched[i] = isTaken(i) || words[i].Kind == WordKind.Sign ? [] : forms.Vocabulary.Find(words, i);
        var scale = new AccountScale(forms, words, matched, named);
        var fits = new Dictionary<(int Account, int From), AccountFit>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var form in Seeds(matched, i))
            {
                if (scale.Weigh(form, i) is { } fit && (!fits.TryGetValue((fit.Account, fit.From), out var known) || fit.CompareTo(known) > 0)) fits[(fit.Account, fit.From)] = fit;
            }
        }

        var mentions = Choose([.. fits.Values]);
        if (!named) mentions.RemoveAll(mention => NameWords.IsTown(words, mention.From, mention.To));
        return mentions;
    }

    /// <summary>Names worth a closer look: those with this word, or, where it is in many, with a word near it as well.</summary>
    private HashSet<int> Seeds(List<Match>[] matched, int at)
    {
        var seeds = new HashSet<int>();
        foreach (var match in matched[at])
        {
            if (forms.Vocabulary.Weight(match.Word) < 0.5) continue;
            var holders = forms.With(match.Word);
            if (holders.Length <= Frequent)
            {
                foreach (var form in holders) seeds.Add(form);
                continue;
            }

            var more = seeds.Count;
            for (var other = at; other < Math.Min(matched.Length, at + AccountScale.Reach); other++)
            {
                foreach (var near in matched[other])
                {
                    if (near.Word != match.Word) Intersect(holders, forms.With(near.Word), seeds);
                }
            }

            if (seeds.Count > more) continue;
            foreach (var form in holders[..Frequent])
            {
                if (forms.WordsOf(form)[0] == match.Word) seeds.Add(form);
            }
        }

        return seeds;
    }

    private static void Intersect(ReadOnlySpan<int> one, ReadOnlySpan<int> other, HashSet<int> into)
    {
        if (one.Length > other.Length)
        {
            var swap = one;
            one = other;
            other = swap;
        }

        var found = 0;
        foreach (var form in one)
        {
            // Of a short list each is looked up in the long one.
            if (other.BinarySearch(form) < 0) continue;
            into.Add(form);
            if (++found == Frequent) return;
        }
    }

    private List<AccountMention> Choose(AccountFit[] fits)
    {
        Array.Sort(fits, (one, other) => other.CompareTo(one));
        var mentions = new List<AccountMention>();
        for (var i = 0; i < fits.Length; i++)
        {
            var best = fits[i];
            if (mentions.Exists(mention => mention.From < best.To && best.From < mention.To)) continue;
            var rivals = new List<int> { best.Account };
            for (var j = i + 1; j < fits.Length && rivals.Count < MostCandidates; j++)
            {
                var other = fits[j];
                if (!rivals.Contains(other.Account) && other.From < best.To && best.From < other.To && other.Said > best.Said - 0.06
                    && !(best.Tier == 3 && (other.Quality < best.Quality || (other.Tier < 3 && best.Quality == 1))))
                {
                    rivals.Add(other.Account);
                }
            }

            mentions.Add(new(best.From, best.To, [.. rivals.Select(account => accounts[account])]));
        }

        mentions.Sort((one, other) => one.From.CompareTo(other.From));
        return mentions;
    }
}
