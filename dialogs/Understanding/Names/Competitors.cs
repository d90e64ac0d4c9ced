namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>Hotel and venue chains in the Netherlands, known without being told.</summary>
internal static class Competitors
{
    public static readonly string[] Chains =
    [
        "Van der Valk", "Valk Exclusief", "Fletcher", "NH", "NH Collection", "Bilderberg", "Hampshire", "Golden Tulip", "Novotel", "Mercure", "Ibis", "Accor", "Marriott",
        "Hilton", "DoubleTree", "Hyatt", "Radisson", "Radisson Blu", "Best Western", "Holiday Inn", "Crowne Plaza", "Postillion", "WestCord", "Carlton",
        "Apollo", "Inntel", "Bastion", "Campanile", "Eden", "Sandton", "Landal", "Center Parcs", "Okura", "Mövenpick", "Movenpick", "Steigenberger", "Leonardo",
        "Jaarbeurs", "RAI", "Kurhaus", "Papendal", "Zuiderduin", "citizenM", "Motel One", "Corendon", "Amrâth", "Amrath", "Regardz", "Seats2meet",
        "Beurs van Berlage", "DeFabrique", "Brabanthallen", "Evoluon", "Pullman", "Sofitel", "Moxy", "Park Plaza", "Ramada", "Tulip Inn", "Worldhotel",
        "Maritim", "Barceló", "Sheraton", "Westin", "Kasteel De Hooge Vuursche", "Conference Hotel Kontakt der Kontinenten", "Woudschoten", "Zonheuvel", "De Werelt",
        "Four Points", "Hotel Figi", "Theaterhotel", "Court Hotel", "Rosarium", "The Hague Marriott", "Orange Hotels", "Flonk", "Fitland", "Leonardo Royal",
    ];

    private static readonly HashSet<string> Tails = ["hotels", "hotel", "group", "groep", "resorts"];

    /// <summary>Names that are no words of their own in any spelling.</summary>
    private static readonly HashSet<string> Loud = ["nh", "rai", "eden", "apollo", "carlton", "leonardo", "ibis", "hampshire", "okura", "bastion", "regardz", "pullman", "accor", "hilton", "moxy"];

    /// <summary>Chains named in a text, as word spans.</summary>
    public static List<(int From, int To)> Find(List<Word> words, Dictionary<string, List<string[]>> index)
    {
        var found = new List<(int, int)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!index.TryGetValue(words[i].Fold, out var names))
            {
                continue;
            }

            var length = names.Where(name => Stands(name, words, i)).Select(name => name.Length).DefaultIfEmpty().Max();
            if (length == 0 || (length == 1 && Loud.Contains(words[i].Fold) && !words[i].IsCapital))
            {
                continue;
            }

            var end = i + length;
            while (end < words.Count && Tails.Contains(words[end].Fold))
            {
                end++;
            }

            found.Add((i, end));
            i = end - 1;
        }

        return found;
    }

    public static Dictionary<string, List<string[]>> Index(IEnumerable<string> names)
    {
        var index = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var folds = Words.Of(name).Select(word => word.Fold).ToArray();
            if (folds.Length > 0)
            {
                if (!index.TryGetValue(folds[0], out var list))
                {
                    index[folds[0]] = list = [];
                }

                list.Add(folds);
            }
        }

        return index;
    }

    internal static bool Stands(string[] name, List<Word> words, int at)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (at + i >= words.Count || words[at + i].Fold != name[i])
            {
                return false;
            }
        }

        return true;
    }
}
