namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>How well words of a text fit the name of an account.</summary>
/// <param name="Tier">3 the whole name but for its legal form, 2 all that tells it from others, 1 its first word, 0 another rare word.</param>
/// <param name="Said">Weight of the words that were said.</param>
/// <param name="Coverage">Of the whole weight of the name.</param>
/// <param name="Quality">Of the word that fits worst: 1 as written.</param>
internal sealed record AccountFit(int Account, int From, int To, int Tier, double Said, double Coverage, double Quality) : IComparable<AccountFit>
{
    public int CompareTo(AccountFit? other)
    {
        var said = Math.Round(Said, 2).CompareTo(Math.Round(other!.Said, 2));
        return said != 0 ? said : Tier != other.Tier ? Tier.CompareTo(other.Tier) : Coverage != other.Coverage ? Coverage.CompareTo(other.Coverage) : other.Account.CompareTo(Account);
    }
}

/// <summary>Weighs the words around a place in a text against names.</summary>
/// <param name="matched">For each word of the text, the words of names that it can stand for.</param>
/// <param name="named">The words are a name, though they have no capital.</param>
internal sealed class AccountScale(AccountForms forms, List<Word> words, List<Match>[] matched, bool named)
{
    public const int Reach = 5;

    /// <summary>A word that is a trade or a place weighs more than this.</summary>
    private const double Trade = 0.65;

    /// <summary>Places that a word of the name has, and the word where it has only a part of the place.</summary>
    private readonly List<(int At, int Part)> used = [];

    /// <summary>Null: too little of the name was said.</summary>
    public AccountFit? Weigh(int form, int seed)
    {
        var name = forms.WordsOf(form);
        var (from, to) = (seed, seed + 1);
        double said = 0, core = 0, missing = 0;
        var (legal, saidWords, head) = (0, 0, -1);
        var (quality, headSaid, capital) = (1.0, false, named);
        used.Clear();
        var ofPlace = name.Length > 1 && NameParts.Bodies.Contains(forms.Vocabulary.Word(name[0]));
        foreach (var word in name)
        {
            var weight = forms.Vocabulary.Weight(word);
            var isHead = head < 0 && (weight >= 1 || (ofPlace && weight >= Trade));
            head = isHead ? word : head;
            core += weight >= 0.5 ? weight : 0;
            if (Place(word, weight, seed, from, to) is not { } place)
            {
                missing += weight >= 0.5 ? weight : 0;
                legal += weight is > 0.15 and < 0.5 ? 1 : 0;
                continue;
            }

            used.Add((place.At, place.Match.IsPart ? word : -1));
            (from, to) = (Math.Min(from, place.At), Math.Max(to, place.At + place.Match.Length));
            said += weight * place.Match.Quality;
            if (weight < 0.5) continue;
            quality = Math.Min(quality, place.Match.Quality);
            headSaid |= isHead;
            // A.S.M.L.: letters by themselves are a name only all together.
            saidWords += forms.Vocabulary.Word(word).Length > 1 ? 1 : 0;
            capital |= words[place.At].IsCapital;
        }

        // Names have their words together; "bakker ... bouw" in two sentences is none.
        if (Enumerable.Range(from, to - from).Count(at => words[at].Kind != WordKind.Sign || words[at].Text is "," or ";") > name.Length + 3) return null;
        var tier = missing == 0 ? (legal == 0 ? 3 : 2) : headSaid || saidWords > 1 ? 1 : 0;
        return IsEnough(tier, name, head, saidWords, quality, capital, from, to) ? new(forms.AccountOf(form), from, to, tier, said, core == 0 ? 0 : said / core, quality) : null;
    }

    /// <summary>Where a word of the name stands in the text, near the others; no place counts twice.</summary>
    private (int At, Match Match)? Place(int word, double weight, int seed, int from, int to)
    {
        (int At, Match Match)? best = null;
        for (var i = Math.Max(0, seed - Reach); i < Math.Min(words.Count, seed + Reach + 1); i++)
        {
            if ((i < from ? from - i : i >= to ? i - to + 1 : 1) > 3 || used.Contains((i, -1)) || used.Contains((i, word))) continue;
            foreach (var match in matched[i])
            {
                // A short common word is no other common word misspelt: "Oort" is not "Oost".
                if (match.Word == word && match.Quality > (best?.Match.Quality ?? 0) && (match.Quality >= 0.95 || match.IsBeginning || weight >= 0.9 || forms.Vocabulary.Word(word).Length >= 6))
                    best = (i, match);
            }
        }

        return best;
    }

    private bool IsEnough(int tier, ReadOnlySpan<int> name, int head, int saidWords, double quality, bool capital, int from, int to)
    {
        if (saidWords == 0) return tier >= 2 && name.Length > 2;
        if (saidWords > 1 && quality >= 0.7) return true;

        // One word of a name: enough if it is the one that tells it from others, and no word of every day.
        var word = Enumerable.Range(from, to - from).Select(i => words[i]).FirstOrDefault(one => one.Kind != WordKind.Sign && NameWords.Weight(NameWords.Key(one.Fold)) >= 0.5);
        if (word.Text is null) return false;
        var body = NameParts.Bodies.Contains(forms.Vocabulary.Word(name[0]));
        // "De gemeente", where there is but one.
        if (named && body && tier == 0 && quality == 1 && NameWords.Key(word.Fold) == forms.Vocabulary.Word(name[0]) && forms.With(name[0]).Length == 1) return true;
        if (NameWords.IsEveryday(word.Fold) && (!capital || quality < 1)) return false;
        return tier switch
        {
            >= 2 => quality == 1 || word.Fold.Length >= 4,
            // Utrecht, where one municipality is a customer: whether the town is meant is told by the words beside it.
            1 when body => head >= 0 && quality == 1 && word.Fold.Length >= 5 && IsRare(head),
            1 => head >= 0 && (quality == 1 || word.Fold.Length >= 5),
            _ => capital && quality == 1 && word.Fold.Length >= 5 && !body && !NameParts.Bodies.Contains(word.Fold) && !NameParts.Trades.Contains(word.Fold)
                && IsRare(forms.Vocabulary.Id(NameWords.Key(word.Fold))),
        };
    }

    private bool IsRare(int word) => word >= 0 && forms.With(word).Length <= 3;
}
