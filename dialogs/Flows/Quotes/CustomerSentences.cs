using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Flows.Quotes;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>What is said while a quote is with the customer.</summary>
internal static class CustomerSentences
{
    public static readonly Text GetsPdf = new(
        "Zeg je “ja”, dan krijg je de pdf om door te sturen en geldt de offerte als verstuurd.", "Say “yes” and you get the PDF to forward, and the quote counts as sent.");

    public static readonly Text ReasonFirst = new("Wat was de reden? Vul die in, dan noteer ik het.", "What was the reason? Fill it in and I'll record it.");

    public static readonly Text NotYours = new("Dat noteert degene van wie de offerte is.", "The owner of the quote records that.");

    public static Text Sent(QuoteNumber number, string account, Language language) => new(
        $"{number} voor {account} geldt als verstuurd. Hier is de pdf in het {(language == Language.Dutch ? "Nederlands" : "Engels")} om door te sturen.",
        $"{number} for {account} counts as sent. Here is the PDF in {(language == Language.Dutch ? "Dutch" : "English")} to forward.");

    public static Text AgainSent(QuoteNumber number) => new($"{number} is al verstuurd. Hier is de pdf nog een keer.", $"{number} has been sent already. Here is the PDF once more.");

    public static Text OnlyOwner(string owner) => new($"{owner} is de eigenaar van deze offerte en verstuurt hem.", $"{owner} owns this quote and sends it.");

    public static Text Imported(QuoteNumber number) => new(
        $"{number} komt uit een ouder systeem en heeft hier geen regels, dus er is geen pdf van.", $"{number} comes from an older system and has no lines here, so there is no PDF of it.");

    public static Text Corrects(QuoteStatus before) => new(
        $"Eerder genoteerd: {CardTexts.Of(before, Language.Dutch).Text.ToLowerInvariant()}. Dat wordt hiermee verbeterd.",
        $"Recorded before: {CardTexts.Of(before, Language.English).Text.ToLowerInvariant()}. This corrects it.");

    public static Text LostTo(string account, string competitor, string? reason) => new(
        $"{account} koos voor {competitor}{(reason is null ? "" : $": {reason}")}", $"{account} chose {competitor}{(reason is null ? "" : $": {reason}")}");

    public static Text OptionLapses(QuoteNumber number, string account, DateOnly day) => new(
        $"De optie van {number} voor {account} loopt tot {Language.Dutch.Date(day)}. Al iets gehoord?", $"The option of {number} for {account} runs until {Language.English.Date(day)}. Any word yet?");

    public static Text OptionPassed(QuoteNumber number, string account, DateOnly day) => new(
        $"De optie van {number} voor {account} liep tot {Language.Dutch.Date(day)}. Noteer je de uitkomst? Zeg bijvoorbeeld “{number} is verlopen”.",
        $"The option of {number} for {account} ran until {Language.English.Date(day)}. Will you record the outcome? Say for example “{number} has expired”.");

    public static Text Silent(QuoteNumber number, string account, int days) => new(
        $"{number} ligt {days} dagen bij {account} en er is nog niets genoteerd. Even bellen?", $"{number} has been with {account} for {days} days and nothing has been recorded. Time to call?");

    public static Text AfterSales(QuoteNumber number, string account) => new(
        $"Het evenement van {account} ({number}) is geweest. Hoe was het? Ik heb een nabelactie voor je klaargezet.",
        $"The event of {account} ({number}) is over. How was it? I have put a call on your list.");

    public static Text CallAfter(QuoteNumber number) => new($"Nabellen: hoe was het? ({number})", $"Call afterwards: how was it? ({number})");
}
