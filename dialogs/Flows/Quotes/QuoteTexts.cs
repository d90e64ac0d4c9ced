using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>What is said when a quote is changed or copied.</summary>
internal static class QuoteTexts
{
    public static Text WhatToChange(string number) => new(
        $"Wat moet er anders aan {number}? Bijvoorbeeld “maak er 45 kamers van”, “zonder lunch” of “5 % op de zalen”.",
        $"What should change in {number}? For example “make it 45 rooms”, “without lunch” or “5% on the meeting rooms”.");

    public static Text WhichOne(IReadOnlyList<Quote> quotes) => new(
        $"Welke offerte bedoel je? {string.Join(", ", quotes.Select(quote => $"{quote.Number} ({Language.Dutch.Euros(quote.Value)})"))}",
        $"Which quote do you mean? {string.Join(", ", quotes.Select(quote => $"{quote.Number} ({Language.English.Euros(quote.Value)})"))}");

    public static Text WithoutLines(string number) => new(
        $"{number} komt uit een ouder systeem en heeft hier geen regels. Vraag er een nieuwe offerte voor aan.",
        $"{number} comes from an older system and has no lines here. Ask for a new quote instead.");

    public static Text Closed(string number) => new(
        $"{number} is al afgesloten en verandert niet meer; kopiëren kan wel (“kopieer {number}”).",
        $"{number} has been closed and does not change any more; you can copy it (“copy {number}”).");

    public static Text NotYours(string number) => new($"{number} wijzigt de accountmanager of de leidinggevende.", $"{number} is changed by the account manager or the supervisor.");

    public static Text ChangedMeanwhile(string number) => new(
        $"{number} is intussen veranderd; er is niets opgeslagen. Zeg opnieuw wat er anders moet.", $"{number} has changed in the meantime; nothing was saved. Say again what should change.");

    public static Text VersionOf(Quote quote) => new(
        $"{quote.Number}, versie {quote.Current.Number} wordt {quote.Current.Number + 1}", $"{quote.Number}, version {quote.Current.Number} becomes {quote.Current.Number + 1}");

    public static Text CopyOf(Quote quote) => new($"Kopie van {quote.Number}", $"Copy of {quote.Number}");

    /// <summary>What the change undoes; null: nothing that anybody relies on.</summary>
    public static Text? Voids(Quote quote) => quote.Status switch
    {
        QuoteStatus.Approved => new Text($"De goedkeuring van versie {quote.Current.Number} vervalt.", $"The approval of version {quote.Current.Number} lapses."),
        QuoteStatus.Submitted or QuoteStatus.Returned => new Text($"De aanvraag voor versie {quote.Current.Number} vervalt.", $"The request for version {quote.Current.Number} lapses."),
        QuoteStatus.Sent => new Text(
            $"De klant heeft versie {quote.Current.Number}; na goedkeuring verstuur je de nieuwe.", $"The customer has version {quote.Current.Number}; you send the new one once it is approved."),
        _ => null,
    };
}
