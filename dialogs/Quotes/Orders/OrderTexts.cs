using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Prices;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>What is said about an order beside its preview.</summary>
internal static class OrderTexts
{
    public static readonly Text HowMuch = new("Hoeveel procent korting bedoel je?", "How much discount do you mean, in percent?");

    public static readonly Text WhatToChange = new(
        "Wat moet er anders? Bijvoorbeeld “maak er 45 kamers van”, “zonder lunch” of “5 % op de zalen”.",
        "What should change? For example “make it 45 rooms”, “without lunch” or “5% on the meeting rooms”.");

    public static Text NotOnIt(string spoken) => new($"“{spoken}” staat er niet op.", $"“{spoken}” is not on it.");

    public static Text NoDiscountOn(string product) => new($"Op {product} geven we geen korting.", $"We give no discount on {product}.");

    public static Text NoSuchRate(decimal rate) => new(
        $"Een tarief van {Language.Dutch.Money(rate)} staat niet in de prijslijst; ik reken met de lijstprijs.",
        $"A rate of {Language.English.Money(rate)} is not in the price list; I use the list price.");

    /// <summary>With the discount that would come to that rate, to be asked for as such.</summary>
    public static Text NoSuchRate(decimal rate, Product row)
    {
        if (rate >= row.Price || !row.Discountable) return NoSuchRate(rate);
        var percent = Math.Ceiling((row.Price - rate) / row.Price * 1000) / 10;
        return new(
            $"{Language.Dutch.Money(rate)} staat niet in de prijslijst: {row.NameNl} is {Language.Dutch.Money(row.Price)}. Dat zou {Language.Dutch.Percent(percent)} korting zijn; zeg het, dan vraag ik die aan.",
            $"{Language.English.Money(rate)} is not in the price list: {row.NameEn} is {Language.English.Money(row.Price)}. That would be {Language.English.Percent(percent)} discount; say so and I will ask for it.");
    }
}
