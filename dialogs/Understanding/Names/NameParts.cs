using System.Reflection;

namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>Small words that stand in the names of people and companies.</summary>
internal static class NameParts
{
    public static readonly HashSet<string> Titles =
        ["mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "mr", "mrs", "ms", "miss", "drs", "ir", "ing", "dr", "prof", "professor", "mister", "madam", "sir", "mej", "fam", "familie"];

    public static readonly HashSet<string> Particles =
        ["van", "der", "den", "de", "ten", "ter", "te", "'t", "het", "v", "d", "von", "zu", "la", "le", "el", "al", "di", "da", "do", "dos", "del", "du", "bin", "ibn", "ben", "ait", "op", "in", "'s"];

    public static readonly HashSet<string> Legal =
        ["bv", "nv", "gmbh", "ltd", "inc", "llc", "holding", "groep", "group", "vof", "plc", "ag", "b.v", "n.v", "co", "sa"];

    /// <summary>Words that say what a body is: they name one only with the word behind them.</summary>
    public static readonly HashSet<string> Bodies = Set(
        "gemeente universiteit university hogeschool provincie ministerie waterschap ziekenhuis hotel hotels restaurant bank college school vereniging "
        + "bureau praktijk kantoor bakkerij bouwbedrijf installatiebedrijf");

    /// <summary>Words that many names share: trades, towns and quarters of the wind.</summary>
    public static readonly HashSet<string> Trades = Set(
        "bouw techniek events event oost west noord zuid logistics logistik logistiek consulting consultancy advies services solutions systems software congres "
        + "congress transport trading media design zonen zn partners projecten utrecht amsterdam rotterdam groningen twente brabant limburg haag eindhoven "
        + "zwolle arnhem nijmegen breda tilburg almere enschede haarlem leiden maastricht delft holland health care zorg food energy vastgoed makelaars");

    /// <summary>Words that begin or end the name of a place to meet or to sleep.</summary>
    public static readonly HashSet<string> Venues = Set(
        "hotel hotels kasteel castle landgoed estate buitenplaats congrescentrum conferentieoord conferentiehotel conferentiecentrum resort herberg hoeve villa parkhotel "
        + "strandhotel stadshotel abdij klooster fort manor inn lodge chateau chalet brasserie restaurant paviljoen auberge grandhotel");

    /// <summary>Words that tell a company from a person.</summary>
    public static readonly HashSet<string> Firms = Set(
        "stichting zorggroep scholengroep brouwerij bakkerij garage museum theater theatre woningcorporatie drukkerij kwekerij slagerij uitgeverij advocatenkantoor notariskantoor "
        + "accountants adviseurs advocaten architecten assurantien automatisering beheer bouwgroep communicatie dakwerken data dental digital energie engineering fashion financials foods "
        + "fysiotherapie healthcare horeca industries installatie installaties interieurbouw interim juristen kozijnen koeltechniek labs makelaardij marketing medical metaal mobility motors "
        + "notarissen onderwijs pensioenen personeel pharma biotech plastics reizen recycling robotics schoonmaak security shipping solar staal studio technologies technology telecom textiel "
        + "training tuinen uitzendbureau ventures verhuur verlichting verzekeringen viaggi windpower wonen zorg zuivel capital notariaat tandartsen groothandel wijnen "
        + "legal lawyers law dairies dairy farms yachts brewery breweries brewing bank solar catering cargo freight insurance airlines airways electronics instruments tools interiors optics metals chemicals packaging print press games sports travel tours cruises academy "
        + "institute foundation trust council society union associates kliniek apotheek transporten hoveniers keukens juweliers meubelen holdings agency industrie bv kringloop opleidingen coaching recruitment payroll webshop supermarkten wasserij rederij vervoer");

    /// <summary>Words that are hardly ever names, and nothing that is sold.</summary>
    public static readonly HashSet<string> Everyday = Stored();

    private static readonly string[] FirmEndings = ["fonds", "praktijk", "bureau", "groep", "bedrijf", "kantoor", "college", "vereniging", "winkel", "school", "stichting", "makelaars", "bakkerij", "fabriek", "centrum"];

    /// <summary>Several words that begin or end as companies do: "Orchid Legal", "Tandartspraktijk De Kies".</summary>
    public static bool IsFirm(List<Word> words, int from, int to) => to > from + 1 && !Titles.Contains(words[from].Fold)
        && (Firms.Contains(words[to - 1].Fold) || Legal.Contains(words[to - 1].Fold) || Firms.Contains(words[from].Fold) || Array.Exists(FirmEndings, ending => words[from].Fold.EndsWith(ending, StringComparison.Ordinal)));

    private static HashSet<string> Stored()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("names/everyday.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').SelectMany(line => line.Split(' '))];
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
