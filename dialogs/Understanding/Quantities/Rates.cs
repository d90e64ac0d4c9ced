namespace SalesBot.Dialogs.Understanding.Quantities;

/// <summary>Numbers that are prices though no euro is named, and what a number counts by the shape of the word behind it.</summary>
internal static class Rates
{
    private static readonly HashSet<string> Per = ["a", "an", "per", "each", "/", "the", "elk", "p", "de", "'t"];
    private static readonly HashSet<string> Units = ["night", "nacht", "room", "kamer", "head", "person", "persoon", "pers", "piece", "stuk", "couvert", "guest", "gast", "kop", "delegate", "deelnemer", "pop", "man", "neus", "hoofd", "nt"];
    private static readonly HashSet<string> Each = ["each", "apiece", "pppn", "ppn", "pn"];
    private static readonly HashSet<string> Prices = ["rate", "price", "tarief", "prijs", "kamerprijs", "kamertarief", "pakketprijs", "weekendtarief", "dagtarief", "fee"];
    private static readonly HashSet<string> At = ["at", "for", "voor", "op", "a", "à", "tegen", "van", "to", "naar"];
    private static readonly string[] Persons = ["ers", "ors", "eurs", "ists", "isten", "anten", "enten", "ants", "ees", "grads", "ladies", "women", "mensen", "leden"];
    private static readonly HashSet<string> Things = ["papers", "dinners", "beamers", "vouchers", "posters", "flyers", "offers", "numbers", "computers", "corners", "covers", "letters", "doctors", "hours", "fees", "tours", "doors"];
    private static readonly HashSet<string> NoNouns = ["this", "plus", "thus", "perhaps", "always", "kamers", "rooms", "nights", "singles", "doubles", "twins", "suites", "bedrooms", "yes", "was", "is", "as", "us", "has", "does", "thanks", "asks", "wants", "needs", "x", "les", "ons", "eens", "alles", "days", "weeks", "months", "years"];

    /// <summary>"115 a night", "at 55 each", "84 per nacht".</summary>
    /// <param name="priced">Prices are spoken of: "45 pp" is no number of people.</param>
    public static bool IsRate(List<Word> words, int from, int to, bool priced)
    {
        if (to >= words.Count) return false;
        if (Each.Contains(words[to].Fold)) return words[to].Fold is "pppn" or "ppn" or "pn" || (from > 0 && At.Contains(words[from - 1].Fold));
        var unit = to + 1;
        // "A flat 125 rate".
        if (priced && words[to].Fold is "rate" or "tarief" or "rates") return true;
        // "60 p.p.", with its dots, is a price for each.
        if (words[to].Fold == "p" && to + 2 < words.Count && words[to + 1].Text == "." && words[to + 2].Fold is "p" or "n" && words[to + 2].Joined) return true;
        if (priced && (words[to].Fold is "pp" or "pppn" || (words[to].Fold == "p" && unit < words.Count && words[unit].Text == "."))) return true;
        if (words[to].Fold == "p" && unit < words.Count && words[unit].Text == ".") unit++;
        return Per.Contains(words[to].Fold) && unit < words.Count && Units.Contains(words[unit].Fold) && (words[to].Fold != "de" || words[unit].Fold is "man" or "neus" or "kop" or "pop" or "nacht");
    }

    /// <summary>"88,00", "52.50": cents are written of money alone.</summary>
    public static bool HasCents(Word word) => word.Kind == WordKind.Digits && word.Text is [.., '.' or ',', _, _] && word.Text.Count(sign => sign is '.' or ',') == 1 && word.Text.Length <= 7;

    /// <summary>"A rate of 139", "een tarief van 84": said of a price.</summary>
    public static bool IsPriced(List<Word> words, int from)
    {
        for (var at = from - 1; at >= Math.Max(0, from - 3); at--)
        {
            if (Prices.Contains(words[at].Fold)) return true;
            if (words[at].Fold is not ("of" or "van" or "at" or "op" or "naar" or "to" or "is" or "for" or "voor" or "a" or "een" or ":")) return false;
        }

        return false;
    }

    /// <summary>The word behind a number, where its ending shows that it is what is counted; null: it does not.</summary>
    public static string? Noun(List<Word> words, int at) => at < words.Count && words[at] is { Kind: WordKind.Letters, Fold: { Length: > 3 } fold }
        && !NoNouns.Contains(fold) && (fold[^1] == 's' || IsPeople(fold)) ? fold : null;

    public static bool IsPeople(string fold) => fold.Length > 4 && !Things.Contains(fold) && Array.Exists(Persons, ending => fold.EndsWith(ending, StringComparison.Ordinal));
}
