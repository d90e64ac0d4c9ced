using SalesBot.Cards;
using SalesBot.Data;

namespace SalesBot.Dialogs.Quotes;

/// <summary>What is said about quotes and decisions.</summary>
internal static class QuoteSentences
{
    public static readonly Text NobodyDecides = new(
        "Er is nog niemand die hierover mag beslissen; vraag je beheerder een leidinggevende in te stellen.",
        "There is nobody yet who may decide on this; ask your administrator to set a supervisor.");

    public static readonly Text Gone = new("Deze aanvraag bestaat niet (meer) of is niet voor jou.", "This request does not exist (any more) or is not for you.");

    public static readonly Text JustificationMissing = new(
        "Een eigen samenstelling heeft een onderbouwing nodig.", "An own composition needs a justification.");

    public static readonly Text NoQuote = new("Die offerte vind ik niet tussen die van jou.", "I can't find that quote among yours.");

    public static readonly Text NoAnswer = new("Typ eerst je antwoord aan de leidinggevende.", "Type your answer to the supervisor first.");

    /// <summary>Where a composed quote goes after the yes.</summary>
    public static Text Goes(Data.Quotes.Verdict verdict, string approver) => verdict.Automatic
        ? new("Zeg je “ja”, dan is de offerte meteen goedgekeurd en kun je hem versturen.", "Say “yes” and the quote is approved at once; you can send it then.")
        : GoesTo(approver);

    public static Text GoesTo(string approver) => new(
        $"Zeg je “ja”, dan gaat deze offerte ter goedkeuring naar {approver}.", $"Say “yes” and this quote goes to {approver} for approval.");

    public static Text WhatForThePeople(decimal people) => new(
        $"Wat wil je de {people:0.##} personen aanbieden? Bijvoorbeeld “vergaderarrangement” of “lunch”.",
        $"What do you want to offer the {people:0.##} people? For example “day delegate rate” or “lunch”.");

    public static Text NotInList(string spoken, IReadOnlyList<string> offers) => new(
        $"“{spoken}” staat niet in de prijslijst, dus daar kan ik geen prijs voor geven. Wel bijvoorbeeld: {string.Join(", ", offers)}. Wat wil je aanbieden?",
        $"“{spoken}” is not in the price list, so I can't price it. There is for example: {string.Join(", ", offers)}. What would you like to offer?");

    public static Text OverBudget(decimal by) => new(
        $"Let op: dit is {Language.Dutch.Money(by)} boven het budget.", $"Note: this is {Language.English.Money(by)} over the budget.");

    public static readonly Text FileInPrivate = new("De pdf staat in je eigen chat met mij.", "The PDF is in your own chat with me.");

    public static Text FileAbout(string number, string account, Language language) => new(
        $"Offerte {number} voor {account}, in het {(language == Language.Dutch ? "Nederlands" : "Engels")}",
        $"Quote {number} for {account}, in {(language == Language.Dutch ? "Dutch" : "English")}");

    public static Text RevenueHistory(decimal revenue, decimal before) => new(
        $"Omzet afgelopen 12 maanden: {Language.Dutch.Euros(revenue)} (jaar daarvoor {Language.Dutch.Euros(before)})",
        $"Revenue last 12 months: {Language.English.Euros(revenue)} (year before {Language.English.Euros(before)})");

    public static Text QuoteHistory(int accepted, int decided) => new(
        $"Offertes: {accepted} van de {decided} besliste geaccepteerd", $"Quotes: {accepted} of the {decided} decided were accepted");
}
