namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>An account found in a text.</summary>
/// <param name="From">Index of its first word.</param>
/// <param name="To">Index of the word after it.</param>
/// <param name="Candidates">Likeliest first; more than one where the words fit several.</param>
internal sealed record AccountMention(int From, int To, IReadOnlyList<AccountName> Candidates);

/// <summary>
/// Every account by the words of its names, for texts in which they are misspelt, shortened or turned about. Built once; a hundred
/// thousand accounts take some tens of megabytes, as everything lies in flat arrays.
/// </summary>
internal sealed class AccountIndex
{
    /// <summary>A word that so many names hold leads to none of them by itself.</summary>
    private const int Frequent = 400;
    private const int Reach = 5;

    private readonly IReadOnlyList<AccountName> accounts;
    private readonly Vocabulary vocabulary;
    private readonly int[] formAccount;
    private readonly int[] formStart;
    private readonly int[] formWords;
    private readonly int[] postingStart;
    private readonly int[] postings;

    public AccountIndex(IReadOnlyList<AccountName> accounts)
    {
        this.accounts = accounts;
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var owners = new List<int>(accounts.Count);
        var starts = new List<int>(accounts.Count + 1);
        var flat = new List<int>(accounts.Count * 3);
        for (var account = 0; account < accounts.Count; account++)
        {
            foreach (var form in accounts[account].Aliases.Prepend(accounts[account].Name))
            {
                var keys = NameWords.Keys(form);
                if (keys.Count == 0)
                {
                    continue;
                }

                Add(account, keys);
                foreach (var shorter in NameWords.Shorter(keys)) Add(account, shorter);
            }
        }

        void Add(int account, List<string> keys)
        {
            owners.Add(account);
            starts.Add(flat.Count);
            foreach (var key in keys)
            {
                if (!ids.TryGetValue(key, out var id))
                {
                    ids[key] = id = ids.Count;
                }

                flat.Add(id);
            }
        }

        starts.Add(flat.Count);
        vocabulary = new(ids);
        (formAccount, formStart, formWords) = ([.. owners], [.. starts], [.. flat]);
        (postingStart, postings) = Invert(ids.Count);
    }

    /// <summary>Accounts named in the text, in order; words that are taken are passed over.</summary>
    /// <param name="named">The words are a name, though they have no capital.</param>
    public List<AccountMention> Find(List<Word> words, Func<int, bool> isTaken, bool named = false)
    {
        var matched = new List<Match>[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            matched[i] = isTaken(i) || words[i].Kind == WordKind.Sign ? [] : vocabulary.Find(words, i);
        }

        var scored = new Dictionary<(int Account, int From), Fit>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var form in Seeds(matched, i))
            {
                if (Score(form, matched, words, i, named) is { } fit && (!scored.TryGetValue((fit.Account, fit.From), out var known) || fit.CompareTo(known) > 0))
                {
                    scored[(fit.Account, fit.From)] = fit;
                }
            }
        }

        return Choose([.. scored.Values]);
    }

    private (int[] Starts, int[] Postings) Invert(int words)
    {
        var starts = new int[words + 1];
        foreach (var word in formWords)
        {
            starts[word + 1]++;
        }

        for (var i = 0; i < words; i++)
        {
            starts[i + 1] += starts[i];
        }

        var fill = starts.AsSpan(0, words).ToArray();
        var lists = new int[formWords.Length];
        for (var form = 0; form < formAccount.Length; form++)
        {
            for (var at = formStart[form]; at < formStart[form + 1]; at++)
            {
                lists[fill[formWords[at]]++] = form;
            }
        }

        return (starts, lists);
    }

    private ReadOnlySpan<int> Forms(int word) => postings.AsSpan(postingStart[word], postingStart[word + 1] - postingStart[word]);

    /// <summary>Names worth a closer look: those with this word, or, where it is in many, with a word near it as well.</summary>
    private List<int> Seeds(List<Match>[] matched, int at)
    {
        var seeds = new List<int>();
        foreach (var match in matched[at])
        {
            if (NameWords.Weight(vocabulary.Word(match.Word)) < 0.5)
            {
                continue;
            }

            var forms = Forms(match.Word);
            if (forms.Length <= Frequent)
            {
                seeds.AddRange(forms);
                continue;
            }

            var more = seeds.Count;
            for (var other = at + 1; other < Math.Min(matched.Length, at + Reach); other++)
            {
                foreach (var near in matched[other])
                {
                    Intersect(forms, Forms(near.Word), seeds);
                }
            }

            if (seeds.Count == more)
            {
                foreach (var form in forms[..Frequent])
                {
                    if (formWords[formStart[form]] == match.Word)
                    {
                        seeds.Add(form);
                    }
                }
            }
        }

        return seeds;
    }

    private static void Intersect(ReadOnlySpan<int> one, ReadOnlySpan<int> other, List<int> into)
    {
        for (int i = 0, j = 0, found = 0; i < one.Length && j < other.Length && found < Frequent;)
        {
            if (one[i] == other[j])
            {
                into.Add(one[i]);
                (i, j, found) = (i + 1, j + 1, found + 1);
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    /// <summary>How well the words around a place fit a name.</summary>
    private Fit? Score(int form, List<Match>[] matched, List<Word> words, int seed, bool named)
    {
        var (from, to) = (seed, seed + 1);
        double said = 0, core = 0, missing = 0, legal = 0;
        var quality = 1.0;
        var head = -1;
        var headSaid = false;
        var saidWords = 0;
        var capital = named;
        for (var at = formStart[form]; at < formStart[form + 1]; at++)
        {
            var name = vocabulary.Word(formWords[at]);
            var weight = NameWords.Weight(name);
            var place = -1;
            double best = 0;
            for (var i = Math.Max(0, seed - Reach); i < Math.Min(words.Count, seed + Reach + 1); i++)
            {
                var gap = i < from ? from - i : i >= to ? i - to + 1 : 1;
                if (gap > 3)
                {
                    continue;
                }

                foreach (var match in matched[i])
                {
                    // A common word is no other common word misspelt: "Oort" is not "Oost".
                    if (match.Word == formWords[at] && match.Quality > best && (match.Quality == 1 || weight >= 0.9 || match.Quality == 0.8))
                    {
                        (place, best) = (i, match.Quality);
                    }
                }
            }

            var isHead = head < 0 && weight >= 1;
            head = isHead ? formWords[at] : head;
            if (place >= 0)
            {
                (from, to) = (Math.Min(from, place), Math.Max(to, place + matched[place].First(match => match.Word == formWords[at]).Length));
                said += weight * best;
                quality = weight >= 0.5 ? Math.Min(quality, best) : quality;
                headSaid |= isHead;
                saidWords += weight >= 0.5 ? 1 : 0;
                capital |= words[place].IsCapital && weight >= 0.5;
            }
            else if (weight >= 0.5)
            {
                missing += weight;
            }
            else
            {
                legal += weight is > 0.15 and < 0.5 ? 1 : 0;
            }

            core += weight >= 0.5 ? weight : 0;
        }

        // Names have their words together; "bakker ... bouw" in two sentences is none.
        if (to - from > (formStart[form + 1] - formStart[form]) + 3)
        {
            return null;
        }

        var tier = missing == 0 ? (legal == 0 ? 3 : 2) : headSaid || saidWords > 1 ? 1 : 0;
        return Acceptable(tier, form, head, saidWords, quality, capital, words, from, to)
            ? new(formAccount[form], from, to, tier, said, core == 0 ? 0 : said / core, quality) : null;
    }

    private bool Acceptable(int tier, int form, int head, int saidWords, double quality, bool capital, List<Word> words, int from, int to)
    {
        if (saidWords == 0)
        {
            return false;
        }

        if (saidWords > 1 && quality >= 0.7)
        {
            return true;
        }

        // One word of a name: enough if it is the one that tells it from others, and no word of every day.
        var word = Enumerable.Range(from, to - from).Select(i => words[i]).FirstOrDefault(one => one.Kind != WordKind.Sign && NameWords.Weight(NameWords.Key(one.Fold)) >= 0.5);
        if (word.Text is null || (NameWords.IsEveryday(word.Fold) && !capital) || (quality < 1 && NameWords.IsEveryday(word.Fold)))
        {
            return false;
        }

        return tier >= 2 ? quality == 1 || word.Fold.Length >= 4
            : tier == 1 ? head >= 0 && !NameParts.Bodies.Contains(vocabulary.Word(formWords[formStart[form]])) && (quality == 1 || word.Fold.Length >= 5)
            : capital && quality == 1 && word.Fold.Length >= 5 && !NameParts.Bodies.Contains(word.Fold) && !NameParts.Bodies.Contains(vocabulary.Word(formWords[formStart[form]]))
                && Forms(vocabulary.Id(NameWords.Key(word.Fold))).Length <= 3 && !NameParts.Trades.Contains(word.Fold);
    }

    private List<AccountMention> Choose(Fit[] fits)
    {
        Array.Sort(fits, (one, other) => other.CompareTo(one));
        var mentions = new List<AccountMention>();
        var used = new bool[fits.Length];
        for (var i = 0; i < fits.Length; i++)
        {
            var best = fits[i];
            if (used[i] || mentions.Any(mention => mention.From < best.To && best.From < mention.To))
            {
                continue;
            }

            var rivals = new List<int> { best.Account };
            for (var j = i + 1; j < fits.Length && rivals.Count < 6; j++)
            {
                var other = fits[j];
                if (!rivals.Contains(other.Account) && other.From < best.To && best.From < other.To && other.Said > best.Said - 0.06
                    && !(best.Tier == 3 && (other.Tier < 3 || other.Quality < best.Quality)))
                {
                    rivals.Add(other.Account);
                }
            }

            mentions.Add(new(best.From, best.To, [.. rivals.Select(account => accounts[account])]));
        }

        mentions.Sort((one, other) => one.From.CompareTo(other.From));
        return mentions;
    }

    /// <param name="Tier">3 the whole name but for its legal form, 2 all that tells it from others, 1 its first word, 0 another rare word.</param>
    /// <param name="Said">Weight of the words that were said.</param>
    private sealed record Fit(int Account, int From, int To, int Tier, double Said, double Coverage, double Quality) : IComparable<Fit>
    {
        public int CompareTo(Fit? other)
        {
            var said = Math.Round(Said, 2).CompareTo(Math.Round(other!.Said, 2));
            return said != 0 ? said : Tier != other.Tier ? Tier.CompareTo(other.Tier) : Coverage != other.Coverage ? Coverage.CompareTo(other.Coverage) : other.Account.CompareTo(Account);
        }
    }
}
