using SalesBot.Cards.Documents;
using SalesBot.Data;
using SalesBot.Data.Quotes;
using SalesBot.Tests.Quotes;

namespace SalesBot.Tests.Documents;

/// <summary>Quotes as customers get them: an ordinary one, a long one, one with names that no column was made for.</summary>
internal static class Papers
{
    public static readonly Letterhead House = new(
        new("Hotel De Maasoever", "Hotel De Maasoever"), ["Maaskade 12", "5211 AB 's-Hertogenbosch"], ["+31 73 555 0100", "sales@maasoever.example"],
        ["KvK 12345678", "Btw NL001234567B01", "IBAN NL00BANK0123456789"], Letterhead.Default.Terms);

    private static readonly LineRequest[] Wanted =
    [
        new(Trade.Room, 40, 2, new(2026, 5, 12)), new(Trade.Ddr, 80, 1, new(2026, 5, 13)), new(Trade.Breakfast, 80, 1, new(2026, 5, 13)),
        new(Trade.Hall, 2, 1, new(2026, 5, 13)),
    ];

    public static QuoteVersion Ordinary { get; } = Trade.Version(new(Wanted, 8, new DateOnly(2026, 4, 1), "Meerjarige klant; intern mag dit"));

    /// <summary>36 lines, some of them long; the sums are the list's.</summary>
    public static QuoteVersion Long { get; } = Trade.Version(new(
        [.. Enumerable.Range(0, 36).Select(i => new LineRequest(
            (i % 4) switch { 0 => Trade.Room, 1 => Trade.Hall, 2 => Trade.Dinner, _ => Trade.Stay }, 3 + i, i % 4 is 0 or 3 ? 2 : 1, new DateOnly(2026, 5, 12).AddDays(i)))],
        5, new DateOnly(2026, 4, 1)));

    public static QuoteVersion LongNames { get; } = Ordinary with
    {
        Lines =
        [
            Ordinary.Lines[0] with
            {
                NameNl = "Overnachting in een comfort tweepersoonskamer met uitzicht op de rivier, inclusief uitgebreid ontbijtbuffet, toeristenbelasting en late check-out",
                NameEn = "Overnight stay in a comfort double room overlooking the river, including an extensive breakfast buffet, city tax and late check-out",
            },
            .. Ordinary.Lines.Skip(1).Take(1).Select(line => line with
            {
                NameNl = "Meervoudigepersoonlijkheidsstoornisbehandelcentrumvergaderarrangementsuitbreiding", NameEn = "Antidisestablishmentarianismconferencepackageextensionwithoutanyspacesinit",
            }),
            .. Ordinary.Lines.Skip(2),
        ],
    };

    /// <summary>500.00 off the whole, spread over the lines: no line says a percentage of its own.</summary>
    public static QuoteVersion AmountOff { get; } = Trade.Version(new(Wanted, 0, new DateOnly(2026, 4, 1), DiscountAmount: 500));

    public static QuoteDocumentView Of(QuoteVersion version, string account = "Philips Nederland BV") => new(
        "Q-2026-0012", version.Number, new(2026, 3, 11), account, "Eindhoven", "Jan de Vries", "Anna Visser", "anna.visser@maasoever.example", version.Lines, version.Total,
        version.Vat, version.OptionDate, House);

    public static IEnumerable<(string Name, QuoteDocumentView View)> All =>
    [
        ("ordinary", Of(Ordinary)), ("long", Of(Long)), ("amount-off", Of(AmountOff)),
        ("long-names", Of(LongNames, "Koninklijke Nederlandse Vereniging voor Congresorganisatie, Evenementen en Zakelijke Ontmoetingen, afdeling Zuid-Nederland") with
        {
            Attention = "mevrouw dr. Wilhelmina Adriana van Oldenbarnevelt-Hooghiemstra", City = "'s-Gravenhage",
        }),
        ("bare", Of(Ordinary) with { Letterhead = Letterhead.Default, City = null, Attention = null, SenderEmail = null, OptionDate = null }),
    ];

    public static readonly Language[] Languages = [Language.Dutch, Language.English];
}
