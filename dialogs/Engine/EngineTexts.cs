using SalesBot.Cards;

namespace SalesBot.Dialogs.Engine;

/// <summary>What the engine itself says, whatever the flow.</summary>
internal static class EngineTexts
{
    public static readonly Text NothingToConfirm = new(
        "Er staat nu niets open om te bevestigen. Wat wil je doen?", "There is nothing waiting for your yes. What would you like to do?");

    public static readonly Text NothingToCancel = new("Er loopt nu niets, dus er valt niets te stoppen.", "Nothing is going on, so there is nothing to stop.");

    public static readonly Text NothingToRepeat = new("Ik heb nog niets gevraagd.", "I have not asked you anything yet.");

    public static readonly Text WhatToChange = new(
        "Wat klopt er niet? Zeg bijvoorbeeld “45 kamers”, kies “Wijzigen” op de kaart, of zeg “stop”.",
        "What is not right? Say for example “45 rooms”, choose “Change” on the card, or say “stop”.");

    public static readonly Text CanNotSkip = new("Zonder dit antwoord kan ik niet verder.", "I can not go on without this answer.");

    public static readonly Text OutOfScope = new(
        "Daar kan ik je niet mee helpen. Ik leg bezoeken vast, maak offertes en geef omzet en cijfers. Zeg “help” voor voorbeelden.",
        "I can not help you with that. I log visits, make quotes and give you revenue and figures. Say “help” for examples.");

    public static readonly Text NotYet = new(
        "Dat begrijp ik, maar dat kan ik nog niet. Zeg “help” om te zien wat ik wel kan.",
        "I understand, but I can not do that yet. Say “help” to see what I can do.");

    public static readonly Text NotUnderstood = new("Dat begreep ik niet als antwoord.", "I did not understand that as an answer.");

    public static readonly Text Thanks = new("Graag gedaan!", "You're welcome!");

    public static readonly Text SpeaksNow = new("Prima, we praten Nederlands.", "Fine, English it is.");

    public static readonly Text NewProspect = new("Nieuwe prospect", "New prospect");

    public static readonly Text WaitingForYes = new("Klopt het zo? Zeg “ja”, of wat er anders moet.", "Is this right? Say “yes”, or what should change.");

    public static Text Greeting(string firstName) => new(
        $"Hoi {firstName}! Vertel me over een bezoek, vraag een offerte of vraag hoe je ervoor staat. “Help” geeft voorbeelden.",
        $"Hi {firstName}! Tell me about a visit, ask for a quote, or ask how you are doing. “Help” shows examples.");

    public static Text Cancelled(Text what) => new($"Gestopt: {Lower(what.Nl)}. Er is niets vastgelegd.", $"Stopped: {Lower(what.En)}. Nothing was saved.");

    public static Text BackTo(Text what) => new($"Terug naar: {Lower(what.Nl)}.", $"Back to: {Lower(what.En)}.");

    public static Text WhichAccount(string spoken) => new($"Welke klant bedoel je met “{spoken}”?", $"Which account do you mean by “{spoken}”?");

    public static Text UnknownAccount(string spoken) => new(
        $"“{spoken}” staat niet tussen je klanten. Hoe heet de klant precies, of is dit een nieuwe prospect?",
        $"“{spoken}” is not among your accounts. What is its exact name, or is this a new prospect?");

    public static Text AlreadySaved => new("Dit was al vastgelegd; er is niets dubbel opgeslagen.", "This had been saved already; nothing was stored twice.");

    public static Text NoLongerOpen => new("Deze kaart is niet meer actueel; er is niets gewijzigd.", "This card is out of date; nothing was changed.");

    public static Text Unreadable(Text label) => new($"“{label.Nl}” kon ik niet lezen.", $"I could not read “{label.En}”.");

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
