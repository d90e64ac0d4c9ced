namespace SalesBot.Dialogs.Understanding.Summaries;

/// <summary>Whether what a sentence says stands in its sources. In doubt it does not.</summary>
internal static class Support
{
    private const int Longest = 280, MostSources = 4, Stem = 4;
    private const double Share = 0.75, Alike = 0.6;

    private static readonly char[] Markup = ['<', '>', '[', ']', '{', '}', '`', '|', '\\', '#', '*', '_', '\n', '\r', '\t'];

    /// <summary>What decides or promises something must have been said in so many words.</summary>
    private static readonly string[] Commitments =
    [
        "akkoord", "goedgekeur", "goedkeur", "getekend", "geaccepteerd", "accepteer", "afgewezen", "bevestigd", "besloten", "beslis", "beloofd", "toegezegd", "korting", "gratis", "geannuleerd", "opgezegd",
        "approv", "agree", "signed", "accept", "reject", "declin", "confirm", "decid", "promis", "discount", "free", "cancel",
    ];

    public static bool Holds(NoteSentence sentence, IReadOnlyList<NoteSentence> sources)
    {
        if (sources.Count is 0 or > MostSources || sentence.Text.Length is 0 or > Longest || sentence.Content.Count == 0 || IsMarkup(sentence.Text))
        {
            return false;
        }

        var said = sources.SelectMany(source => source.Folds).ToHashSet();
        return sources.Any(source => source.Denies) == sentence.Denies
            && ValuesStand(sentence, sources)
            && NamesStand(sentence, said, [.. sources.SelectMany(source => source.Ordinary)])
            && sentence.Content.All(word => !Commitments.Any(commitment => word.StartsWith(commitment, StringComparison.Ordinal)) || Stands(word, said))
            && sentence.Content.Count(word => Stands(word, said)) >= Share * sentence.Content.Count;
    }

    private static bool IsMarkup(string text) =>
        text.IndexOfAny(Markup) >= 0 || text.Any(char.IsControl) || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Every number, date and amount, however written; and every figure that is none of these, such as a code, letter by letter.</summary>
    private static bool ValuesStand(NoteSentence sentence, IReadOnlyList<NoteSentence> sources)
    {
        var said = sources.SelectMany(source => source.Values).Select(value => value.Value).ToHashSet();
        var figures = sources.SelectMany(source => source.Words).Select(word => word.Fold).ToHashSet();
        return sentence.Values.GroupBy(value => value.Start).All(readings => readings.Any(reading => said.Contains(reading.Value)))
            && sentence.Words.Where(word => word.Text.Any(char.IsAsciiDigit)).All(word =>
                figures.Contains(word.Fold) || sentence.Values.Any(value => value.Start <= word.Start && word.End <= value.End));
    }

    /// <summary>A capital makes a name; the first word has one anyway, and passes where it is an ordinary small word.</summary>
    private static bool NamesStand(NoteSentence sentence, HashSet<string> said, HashSet<string> ordinary)
    {
        var words = sentence.Words.Where(word => word.Kind == WordKind.Letters).ToList();
        return words.Index().All(each => said.Contains(each.Item.Fold) || (each.Index == 0 ? NoteSentence.IsSmall(each.Item.Fold) || Stands(each.Item.Fold, ordinary) : !each.Item.IsCapital));
    }

    /// <summary>The word itself or another form of it.</summary>
    private static bool Stands(string word, HashSet<string> said) =>
        said.Contains(word) || said.Any(other => word.AsSpan().CommonPrefixLength(other) is >= Stem and var same && same >= Alike * Math.Max(word.Length, other.Length));
}
