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

    /// <summary>A button of a card that shows what was once so.</summary>
    public static Text OldCard(Data.QuoteNumber number, int? version) => version is { } old
        ? new($"Die knop hoort bij versie {old} van {number}; zo staat de offerte er nu voor.", $"That button belongs to version {old} of {number}; this is the quote as it is now.")
        : new($"Die knop kan ik niet plaatsen; zo staat {number} er nu voor.", $"I can't place that button; this is {number} as it is now.");

    public static Text Others(string owner) => new($"Deze offerte is van {owner}; dat doet {owner} zelf.", $"This quote is {owner}'s; that is for {owner} to do.");

    public static readonly Text WhichOutcome = new("Wat is het geworden: akkoord, afgewezen, verlopen of ingetrokken?", "What became of it: accepted, rejected, expired or withdrawn?");

    public static Text NotToSubmit(Data.QuoteNumber number) => new($"{number} is al ingediend of afgehandeld.", $"{number} has already been submitted or closed.");

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

    public static Text NotInList(string spoken, IReadOnlyList<string> offers, string? account) => new(
        $"“{spoken}” staat niet in de prijslijst, dus daar kan ik geen prijs voor geven. Wel bijvoorbeeld: {string.Join(", ", offers)}. Wat wil je aanbieden? Of zeg “voorstel: {(account is null ? "" : $"voor {account} ")}een prijs van … euro voor {spoken}”, dan leg ik het voor aan je leidinggevende.",
        $"“{spoken}” is not in the price list, so I can't price it. There is for example: {string.Join(", ", offers)}. What would you like to offer? Or say “proposal: {(account is null ? "" : $"for {account} ")}a price of … euros for {spoken}” and I put it to your supervisor.");

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
