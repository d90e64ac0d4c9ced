using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Tests.Quotes;

/// <summary>A small price list and team for the rules' tests.</summary>
internal static class Trade
{
    public static readonly DateOnly Today = new(2026, 3, 10);
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public static readonly ProductId Room = new("room"), Dinner = new("dinner"), Breakfast = new("breakfast"), Hall = new("hall"),
        Ddr = new("ddr"), Stay = new("stay"), Dome = new("dome");

    public static Product Row(
        ProductId id, string nl, string en, ProductGroup group, PriceUnit unit, decimal price, decimal vat,
        decimal cost = 0, string from = "2025-01-01", string? until = null, bool discountable = true, bool standard = true,
        params string[] aliases) =>
        new(id, nl, en, aliases, group, unit, price, cost, vat, DateOnly.Parse(from, null), until is null ? null
            : DateOnly.Parse(until, null), discountable, standard);

    public static readonly PriceList Prices = new(
        [
            Row(Room, "Standaardkamer", "Standard room", ProductGroup.Overnight, PriceUnit.RoomNight, 129.50m, 9, 48, until: "2025-12-31",
                aliases: "hotelkamer"),
            Row(Room, "Standaardkamer", "Standard room", ProductGroup.Overnight, PriceUnit.RoomNight, 135m, 21, 50, from: "2026-01-01",
            aliases: "hotelkamer"),
            Row(Breakfast, "Ontbijtbuffet", "Breakfast buffet", ProductGroup.Fnb, PriceUnit.Person, 18.35m, 9, 7, discountable: false),
            Row(Dinner, "Driegangendiner", "Three-course dinner", ProductGroup.Fnb, PriceUnit.Person, 44.95m, 9, 20),
            Row(Hall, "Vergaderzaal", "Meeting room", ProductGroup.RoomHire, PriceUnit.Day, 475m, 21, 90),
            Row(Ddr, "8-uurs vergaderarrangement", "8-hour delegate rate", ProductGroup.Package, PriceUnit.PersonDay, 67.33m, 21, 25,
                aliases: ["vergaderarrangement", "DDR", "day delegate rate"]),
            Row(Stay, "Overnachting all-in", "All-in stay", ProductGroup.Package, PriceUnit.RoomNight, 150m, 21, 60),
            Row(Dome, "Koepelzaal met lichtshow", "Dome with light show", ProductGroup.RoomHire, PriceUnit.Day, 2_400m, 21, 900,
            standard: false),
        ],
        [
            new(Stay, Room, 1, 280), new(Stay, Breakfast, 1, 70),
            new(Ddr, Hall, 1, 31), new(Ddr, Dinner, 1, 29.17m),
        ]);

    public static readonly TeamId Amsterdam = new("amsterdam");

    public static User Person(string id, Role role, string? manager = null, int? level = null, decimal? limit = null,
        decimal? discount = null, string team = "amsterdam") =>
        new(new(id), id, id + "@example.com", role, level, new(team), manager is null ? null : new UserId(manager), Language.Dutch, limit,
            discount);

    public static QuoteVersion Version(QuoteRequest request, int number = 1, string by = "daan") =>
        Pricing.Price(Prices, request, number, new(by), Now, Today) is PricingResult.Priced { Version: var version }
            ? version
            : throw new InvalidOperationException("The request of this test has a price.");

    public static Quote Draft(params QuoteVersion[] versions) =>
        new(new("Q-2026-0001"), new("acc-1"), new("daan"), QuoteStatus.Draft, Now, versions);
}
