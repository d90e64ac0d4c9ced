using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Rules(Language language)
    {
        Product Row(string nl, string en, ProductGroup group, PriceUnit unit, decimal price, decimal vat, DateOnly? until = null) =>
            new(new(en), nl, en, [], group, unit, price, price / 2, vat, new(2026, 1, 1), until, true, true);
        List<Product> rows =
        [
            Row("Eenpersoonskamer", "Single room", ProductGroup.Overnight, PriceUnit.RoomNight, 118, 21), Row("Tweepersoonskamer met uitzicht op de binnentuin", "Double room with a view of the courtyard", ProductGroup.Overnight, PriceUnit.RoomNight, 139, 21),
            Row("Vergaderarrangement 8 uur", "Day delegate rate, 8 hours", ProductGroup.Package, PriceUnit.PersonDay, 62.50m, 21, new(2026, 6, 30)), Row("Grote zaal", "Large room", ProductGroup.RoomHire, PriceUnit.HalfDay, 1_567, 21),
            .. Enumerable.Range(1, 9).Select(i => Row($"Lunch {i}", $"Lunch {i}", ProductGroup.Fnb, PriceUnit.Person, 20 + i, 9)),
        ];
        yield return ("prices", PricesCard.Of(new(rows, Today, ""), language));
        yield return ("prices-none", PricesCard.Of(new([], Today, In(language, "helikoptervlucht", "helicopter flight")), language));
        DiscountTier[] tiers =
        [
            new(ProductGroup.RoomHire, 1, 2, 3), new(ProductGroup.RoomHire, 1, 5, 5), new(ProductGroup.RoomHire, 2, 2, 5), new(ProductGroup.RoomHire, 2, 5, 8), new(ProductGroup.RoomHire, 2, 10, 10),
            new(ProductGroup.Overnight, 1, 10, 3), new(ProductGroup.Overnight, 1, 25, 5), new(ProductGroup.Overnight, 2, 10, 5), new(ProductGroup.Overnight, 2, 25, 8), new(ProductGroup.Overnight, 2, 50, 12), new(ProductGroup.Overnight, 2, 100, 15),
            new(ProductGroup.Fnb, 2, 100, 7.5m),
        ];
        User Reader(Role role, int? level, decimal? limit, decimal? discount) => new(Requester, "Sanne van den Berg", "sanne@example.com", role, level, Team, Approver, null, limit, discount);
        yield return ("policy", PolicyCard.Of(new(Reader(Role.AccountManager, 2, null, null), "Pieter Vermeulen", tiers, PolicySettings.Default), language));
        yield return ("policy-supervisor", PolicyCard.Of(new(Reader(Role.Supervisor, null, 25_000, 12), "Annemarie de Groot-Jansen", tiers, PolicySettings.Default), language));
    }
}
