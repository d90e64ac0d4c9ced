using System.Collections.Frozen;
using SalesBot.Data.Prices;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>The words around products and numbers in which an order is given and changed, in both languages.</summary>
internal static class OrderVocabulary
{
    public static readonly FrozenSet<string>
        Rooms = Set("kamers kamer kmrs kmr hotelkamers hotelkamer rooms room bedrooms"),
        Nights = Set("nachten nacht nachtjes nights night overnachtingen"),
        People = Set("man personen persoon pers pax deelnemers deelnemer gasten mensen people persons delegates delegate attendees guests participants couverts pp medewerkers collega's genodigden bezoekers visitors heads colleagues"),
        Days = Set("dagen dag days day dagdelen dagdeel"),
        Without = Set("zonder geen without no"),
        Takes = Set("haal verwijder schrap laat gooi drop remove delete cut scrap lose leave wis"),
        Off = Set("eraf weg uit vervalt vervallen eruit"),
        Adds = Set("voeg toe erbij plus add include extra bij"),
        More = Set("nog extra more meer another additional erbij"),
        Also = Set("ook also too"),
        Only = Set("alleen enkel only uitsluitend just"),
        Discount = Set("korting kortingen discount discounts"),
        Commission = Set("commissie provisie commission"),
        On = Set("op on over off voor for"),
        Ands = Set("en and plus met with & +"),
        Articles = Set("de het een die dat the a an any of maar doe neem liever graag dan rather use do take make maak er it"),
        Noes = Set("nee neen no nope liever toch rather actually eigenlijk"),
        Moves = Set("verplaats verschuif verzet schuif move shift postpone reschedule"),
        Options = Set("optie option optiedatum geldig valid"),
        PerOne = Set("per elk each apiece pp stuk head"),
        All = Set("alles everything all alle");

    private static readonly (ProductGroup Group, string[] Words)[] GroupWords =
    [
        (ProductGroup.RoomHire, "zaal zalen zaalhuur vergaderzaal vergaderzalen ruimte ruimtes halls hall venues".Split(' ')),
        (ProductGroup.Overnight, "kamer kamers hotelkamers overnachting overnachtingen rooms room bedrooms accommodation logies lodging".Split(' ')),
        (ProductGroup.Package, "arrangement arrangementen packages package".Split(' ')),
        (ProductGroup.Fnb, "f&b eten catering food maaltijden meals".Split(' ')),
        (ProductGroup.Av, "av techniek audiovisueel apparatuur equipment".Split(' ')),
    ];

    private static readonly FrozenDictionary<string, ProductGroup> Groups =
        GroupWords.SelectMany(row => row.Words.Select(word => (word, row.Group))).ToFrozenDictionary(pair => pair.word, pair => pair.Group);

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["eerste"] = 1,
        ["first"] = 1,
        ["1e"] = 1,
        ["1ste"] = 1,
        ["1st"] = 1,
        ["tweede"] = 2,
        ["second"] = 2,
        ["2e"] = 2,
        ["2de"] = 2,
        ["2nd"] = 2,
        ["derde"] = 3,
        ["third"] = 3,
        ["3e"] = 3,
        ["3de"] = 3,
        ["3rd"] = 3,
        ["vierde"] = 4,
        ["fourth"] = 4,
        ["4e"] = 4,
        ["4de"] = 4,
        ["4th"] = 4,
        ["vijfde"] = 5,
        ["fifth"] = 5,
        ["5e"] = 5,
        ["5de"] = 5,
        ["5th"] = 5,
    }.ToFrozenDictionary();

    public static readonly FrozenSet<string> DayParts = Set("dag day avond evening ochtend morning middag afternoon"),
        ManyDays = Set("dagen days avonden evenings"), Both = Set("beide both allebei");

    public static ProductGroup? Group(string word) => Groups.TryGetValue(word, out var group) ? group : null;

    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var number) ? number : null;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
