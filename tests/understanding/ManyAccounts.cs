namespace SalesBot.Tests.Understanding;

/// <summary>Account names as a Dutch customer list has them, and how people write them. Always the same ones.</summary>
internal sealed class ManyAccounts
{
    private static readonly string[] Surnames = Split("de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|de Graaf|van der Meer|van der Linden|Kok|Jacobs|de Haan|Vermeulen|van den Heuvel|van der Veen|van den Broek|de Bruijn|van der Heijden|Schouten|van Beek|Willems|van Vliet|Hoekstra|Maas|Verhoeven|Koster|van Dam|van der Wal|Prins|Blom|Huisman|Kuipers|van Veen|Post|Gerritsen|Veenstra|Kramer|van Loon|Postma|Verbeek|Martens|Scholten|Hofman|Hermans|van Doorn|Wolters|Kuiper|Groen|Sanders|Timmermans|Boersma|Koning|Molenaar|Hoogendoorn|Bosman|ter Horst|ten Brink|Wiersma|Zijlstra|Terpstra|Nijhuis|Slagter|Haverkamp|Zonneveld|Rademaker|Schippers|Kooistra|Brandsma|Vossen|Tromp|Elzinga|Reitsma|Grotenhuis|Bloemendaal|Lammers|Evers|Driessen|Verkerk|Hulshof|Oosterhof|Westra|Nauta|Sikkema|Wassink|Roelofs");
    private static readonly string[] Trades = Split("Bouw|Transport|Techniek|Installaties|Advies|Logistics|Software|Makelaardij|Accountants|Vastgoed|Consulting|Interieur|Verzekeringen|Schoonmaak|Beveiliging|Uitzendbureau|Events|Media|Design|Groothandel|Metaal|Kunststoffen|Verpakkingen|Zorg|Onderwijs|Juristen|Architecten|Ingenieurs|Elektrotechniek|Machinebouw|Tuinen|Catering|Reizen|Mode|Keukens|Fietsen|Energie|Trading|Systems|Recycling");
    private static readonly string[] Heads = Split("Noord|Zuid|Delta|Alpha|Omega|Rijn|Maas|IJssel|Vecht|Polder|Haven|Molen|Kroon|Ster|Zonne|Groene|Blauwe|Gouden|Zilver|Nova|Terra|Aqua|Vita|Orion|Atlas|Fenix|Prisma|Kompas|Horizon|Fortuna|Sigma|Lumen|Stella|Veluwe|Betuwe|Drentse|Friese|Zeeuwse|Gelderse|Brabantse");
    private static readonly string[] Tails = Split("tech|bouw|zorg|data|net|soft|plan|werk|lijn|mark|veld|land|stroom|druk|vorm|flex|line|point|port|kracht|groei|focus|beeld|staal|glas|hout|print|media|trans|cargo");
    private static readonly string[] Towns = Split("Amersfoort|Apeldoorn|Zwolle|Deventer|Arnhem|Nijmegen|Ede|Zeist|Hilversum|Almere|Lelystad|Haarlem|Leiden|Delft|Gouda|Breda|Tilburg|Eindhoven|Helmond|Venlo|Roermond|Maastricht|Enschede|Hengelo|Almelo|Assen|Emmen|Groningen|Leeuwarden|Heerenveen|Utrecht|Rotterdam|Amsterdam|Dordrecht|Houten|Veenendaal|Doetinchem|Zutphen|Middelburg|Goes");
    private static readonly string[] Bodies = Split("Stichting|Gemeente|Hogeschool|Vereniging|Zorggroep|Scholengroep|Woningcorporatie|Museum|Ziekenhuis|Waterschap");
    private static readonly string[] Legal = Split(" BV| BV| BV| NV| VOF| Holding BV| Groep| Nederland BV||");
    private static readonly string[] Syllables = Split("ba|be|bo|da|de|do|fa|fe|ga|ge|ha|he|ka|ke|ko|la|le|lo|ma|me|mo|na|ne|no|pa|pe|ra|re|ro|sa|se|so|ta|te|to|va|ve|vo|wa|we|za|ze");

    private static readonly string[] Forms = ["bv", "nv", "vof", "holding", "groep", "nederland", "&"];

    private uint state = 20260304;

    /// <summary>So many names, each different in more than its legal form and the order of its words.</summary>
    public List<string> Names(int count)
    {
        var names = new Dictionary<string, string>();
        while (names.Count < count)
        {
            var name = Name();
            names.TryAdd(Core(name), name);
        }

        return [.. names.Values];
    }

    /// <summary>What tells a name from others: its words in any order, without the legal form.</summary>
    public static string Core(string name) => string.Join(' ', name.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Split(' ').Where(word => !Forms.Contains(word)).Order(StringComparer.Ordinal));

    /// <summary>A name as somebody writes it in a hurry, and what was done to it.</summary>
    public (string Manner, string Text) Written(string name)
    {
        var words = name.Split(' ').ToList();
        while (words.Count > 1 && words[^1] is "BV" or "NV" or "VOF" or "Holding" or "Groep" or "Nederland") words.RemoveAt(words.Count - 1);
        var bare = string.Join(' ', words);
        return Next(7) switch
        {
            0 => ("without its legal form", bare),
            1 => ("in small letters", bare.ToLowerInvariant()),
            2 => ("turned about", words.Count == 2 ? $"{words[1]} {words[0]}" : bare),
            3 => ("with an s", bare + (bare.EndsWith('s') ? "'" : "'s")),
            4 => ("glued", words.Count == 2 ? words[0] + words[1].ToLowerInvariant() : bare),
            5 => ("misspelt", Misspelt(words)),
            _ => ("misspelt, in small letters", Misspelt(words).ToLowerInvariant()),
        };
    }

    /// <summary>One slip of the finger in the longest word.</summary>
    private string Misspelt(List<string> words)
    {
        var at = words.IndexOf(words.MaxBy(word => word.Length)!);
        var word = words[at];
        if (word.Length < 5) return string.Join(' ', words);
        var place = 1 + Next(word.Length - 2);
        words[at] = Next(4) switch
        {
            0 => word.Remove(place, 1),
            1 => word.Insert(place, word[place].ToString()),
            2 => $"{word[..place]}{word[place + 1]}{word[place]}{word[(place + 2)..]}",
            _ => $"{word[..place]}{"aeiorst"[Next(7)]}{word[(place + 1)..]}",
        };
        return string.Join(' ', words);
    }

    private string Name() => Next(10) switch
    {
        0 or 1 => Capital(Of(Surnames)) + " " + Of(Trades) + Of(Legal),
        2 => Of(Trades) + " " + Of(Surnames) + Of(Legal),
        3 => Of(Heads) + Of(Tails) + " " + Of(Trades) + Of(Legal),
        4 => Of(Heads) + " " + Of(Trades) + " " + Of(Towns) + Of(Legal),
        5 => Of(Bodies) + " " + Coined() + (Next(2) == 0 ? " " + Of(Towns) : ""),
        6 => Capital(Of(Surnames)) + " & " + Capital(Of(Surnames)) + " " + Of(Trades) + Of(Legal),
        _ => Coined() + " " + Of(Trades) + Of(Legal),
    };

    private string Coined() => Capital(string.Concat(Enumerable.Range(0, 3 + Next(2)).Select(_ => Of(Syllables)))) + (Next(2) == 0 ? "n" : "x");

    private int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)below);
    }

    private string Of(string[] values) => values[Next(values.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string[] Split(string words) => words.Split('|');
}
