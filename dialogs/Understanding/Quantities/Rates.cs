namespace SalesBot.Dialogs.Understanding.Quantities;

/// <summary>Numbers that are prices though no euro is named, and what a number counts by the shape of the word behind it.</summary>
internal static class Rates
{
    private static readonly HashSet<string> Per = ["a", "an", "per", "each", "/", "the", "elk", "p"];
    private static readonly HashSet<string> Units = ["night", "nacht", "room", "kamer", "head", "person", "persoon", "pers", "piece", "stuk", "couvert", "guest", "gast", "kop", "delegate", "deelnemer", "pop"];
    private static readonly HashSet<string> Each = ["each", "apiece", "pppn", "ppn"];
    private static readonly HashSet<string> At = ["at", "for", "voor", "op", "a", "à", "tegen", "van", "to", "naar"];
    private static readonly string[] Persons = ["ers", "ors", "eurs", "ists", "isten", "anten", "enten", "ants", "ees", "grads", "ladies", "women", "mensen", "leden"];
    private static readonly HashSet<string> Things = ["papers", "dinners", "beamers", "vouchers", "posters", "flyers", "offers", "numbers", "computers", "corners", "covers", "letters", "doctors", "hours", "fees", "tours", "doors"];
    private static readonly HashSet<string> NoNouns = ["this", "plus", "thus", "perhaps", "always", "kamers", "rooms", "nights", "singles", "doubles", "twins", "suites", "bedrooms", "yes", "was", "is", "as", "us", "has", "does", "thanks", "asks", "wants", "needs", "x", "les", "ons", "eens", "alles", "days", "weeks", "months", "years"];

    /// <summary>"115 a night", "at 55 each", "84 per nacht".</summary>
    /// <param name="priced">Prices are spoken of: "45 pp" is no number of people.</param>
    public static bool IsRate(List<Word> words, int from, int to, bool priced)
    {
        if (to >= words.Count) return false;
        if (Each.Contains(words[to].Fold)) return from > 0 && At.Contains(words[from - 1].Fold);
        var unit = to + 1;
        if (priced && (words[to].Fold is "pp" or "pppn" || (words[to].Fold == "p" && unit < words.Count && words[unit].Text == "."))) return true;
        if (words[to].Fold == "p" && unit < words.Count && words[unit].Text == ".") unit++;
        return Per.Contains(words[to].Fold) && unit < words.Count && Units.Contains(words[unit].Fold);
    }

    /// <summary>The word behind a number, where its ending shows that it is what is counted; null: it does not.</summary>
    public static string? Noun(List<Word> words, int at) => at < words.Count && words[at] is { Kind: WordKind.Letters, Fold: { Length: > 3 } fold }
        && !NoNouns.Contains(fold) && (fold[^1] == 's' || IsPeople(fold)) ? fold : null;

    public static bool IsPeople(string fold) => fold.Length > 4 && !Things.Contains(fold) && Array.Exists(Persons, ending => fold.EndsWith(ending, StringComparison.Ordinal));
}
