namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>What the words of names are worth, and how they are shortened.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Legal = Set("bv nv b.v. n.v. vof cv gmbh ag kg ltd llc inc plc sa sarl bvba srl co coop ua holding b v n");

    private static readonly HashSet<string> General = Set(
        "nederland netherlands benelux europe europa international internationaal groep group stichting koninklijke royal regio the company");

    private static readonly HashSet<string> Particles = Set("de het van der den ten ter te 't 's en and of voor in op bij la le du von und & d' v d");

    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["gem"] = "gemeente",
        ["uni"] = "universiteit",
        ["univ"] = "universiteit",
        ["university"] = "universiteit",
        ["st"] = "stichting",
        ["sticht"] = "stichting",
        ["kon"] = "koninklijke",
        ["zn"] = "zonen",
        ["zoon"] = "zonen",
        ["sons"] = "zonen",
        ["min"] = "ministerie",
        ["prov"] = "provincie",
        ["ned"] = "nederland",
        ["municipality"] = "gemeente",
        ["council"] = "gemeente",
        ["congress"] = "congres",
        ["nl"] = "nederland",
        ["int"] = "international",
        ["intl"] = "international",
        ["log"] = "logistics",
        ["tech"] = "techniek",
        ["cons"] = "consulting",
        ["hs"] = "hogeschool",
        ["rabo"] = "rabobank",
        ["ah"] = "ahold",
    };

    private static readonly HashSet<string> Everyday = Set(
        "bouw oost west noord zuid hier daar waar wat wie hoe maar voor naar over met bij een het der den van onder boven tussen "
        + "graag offerte bezoek klant contact kamers kamer nachten lunch diner training week maand jaar kwartaal gisteren vandaag morgen geweest gesproken "
        + "regio events event consulting techniek holding congres congress nederland groep group universiteit gemeente stichting bank park plaza center "
        + "centrum with from about meeting spoke visit quote rooms nights people team revenue target market please status account plan next last this that "
        + "kans kansen offer lead client customer contract zaal korting prijs klacht score omzet open staat hebben heeft willen moet gaan graaf groot klein nieuw beste "
        + "goed right left black white king young kunnen waren would could should there their where which have been they need wants want");

    private static readonly HashSet<string> Fairs = Set("beurs vakbeurs jaarbeurs fair expo beursje tradeshow");

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];

    /// <summary>The words of a name that is looked up; signs and apostrophes do not count.</summary>
    public static List<string> Keys(string name)
    {
        var words = Words.Of(name);
        var keys = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind == WordKind.Sign)
            {
                continue;
            }

            if (Place(words, i) is { } place)
            {
                keys.Add(place.Word);
                i += place.Length - 1;
            }
            else if (Key(words[i].Fold) is { Length: > 0 } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    /// <summary>O'Brien and OBrien are the same, so are Achmea and Achmea's.</summary>
    public static string Key(string fold)
    {
        if (fold.EndsWith("'s", StringComparison.Ordinal) && fold.Length > 3)
        {
            fold = fold[..^2];
        }

        return fold.Contains('\'', StringComparison.Ordinal) && fold.Length > 3 ? fold.Replace("'", "", StringComparison.Ordinal) : fold;
    }

    public static double Weight(string key) =>
        Legal.Contains(key) || key.Length == 0 ? 0.1 : Particles.Contains(key) ? 0.15 : General.Contains(key) ? 0.3 : NameParts.Bodies.Contains(key) ? 0.6 : NameParts.Trades.Contains(key) ? 0.7 : 1;

    /// <summary>How people shorten a name: UT and UTwente for Universiteit Twente, DHE for De Haan Events, VDV Techniek for Van der Valk Techniek.</summary>
    public static IEnumerable<List<string>> Shorter(List<string> keys)
    {
        if (Initials(keys) is { } initials) yield return [initials];
        if (keys.Count is >= 3 and <= 5 && IsParticle(keys[0])) yield return ["^" + string.Concat(keys.Select(key => key[0]))];
        if (keys.Count == 2 && NameParts.Bodies.Contains(keys[0])) yield return [keys[0][0] + keys[1]];
        var small = keys.TakeWhile(IsParticle).Count();
        if (small >= 2 && keys.Count > small + 1) yield return [string.Concat(keys.Take(small + 1).Select(key => key[0])), .. keys.Skip(small + 1)];
    }

    /// <summary>UT for Universiteit Twente; kept apart from words by its sign. Null: too short, or letters of another meaning.</summary>
    private static string? Initials(List<string> keys)
    {
        var letters = string.Concat(keys.Where(key => Weight(key) >= 0.5).Select(key => key[0]));
        return letters.Length is >= 2 and <= 5 && letters is not ("av" or "ddr" or "kpi" or "pdf" or "btw" or "bv" or "nv" or "ok" or "hr" or "nh" or "en" or "de" or "op" or "ik")
            ? "^" + letters : null;
    }

    public static bool IsLegal(string key) => Legal.Contains(key);

    public static bool IsParticle(string key) => Particles.Contains(key);

    public static bool IsEveryday(string fold) => Everyday.Contains(fold) || NameParts.Everyday.Contains(fold);

    public static string? Abbreviation(string key) => Abbreviations.GetValueOrDefault(key);

    /// <summary>"A fair in Den Bosch", "beurs Utrecht", "the Utrecht wedding fair", "Utrecht CS": a town, though a customer is called after it.</summary>
    public static bool IsTown(List<Word> words, int from, int to)
    {
        if (!((Place(words, from) is { Length: var length } && to == from + length) || (to == from + 1 && NameParts.Trades.Contains(words[from].Fold)))) return false;
        var (before, behind) = (from > 0 ? words[from - 1].Fold : "", to < words.Count ? words[to].Fold : "");
        return before is "in" or "te" or "near" or "around" or "regio" or "rond" || behind is "cs" or "centraal" or "station"
            || Fairs.Contains(before) || words.Skip(to).Take(4).TakeWhile(word => word.Kind == WordKind.Letters).Any(word => Fairs.Contains(word.Fold));
    }

    /// <summary>Towns with two names.</summary>
    public static (string Word, int Length)? Place(List<Word> words, int at) =>
        at + 1 < words.Count && words[at].Fold == "den" ? words[at + 1].Fold switch
        {
            "bosch" => ("hertogenbosch", 2),
            "haag" => ("gravenhage", 2),
            _ => null,
        } : null;
}
