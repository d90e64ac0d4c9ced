using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Documents;

/// <summary>What the customer reads beside the figures.</summary>
internal static class QuoteDocumentTexts
{
    public static readonly Text
        Quote = new("Offerte", "Quote"),
        Number = new("Nummer", "Number"),
        Date = new("Datum", "Date"),
        ValidUntil = new("Geldig t/m", "Valid until"),
        Contact = new("Contact", "Contact"),
        Attention = new("T.a.v.", "Attn"),
        Intro = new("Hartelijk dank voor uw aanvraag. Met plezier doen wij u het volgende aanbod.", "Thank you for your request. We are pleased to make you the following offer."),
        Description = new("Omschrijving", "Description"),
        Quantity = new("Aantal", "Quantity"),
        UnitPrice = new("Prijs", "Price"),
        Discount = new("Korting", "Disc."),
        Amount = new("Bedrag", "Amount"),
        Terms = new("Voorwaarden", "Terms"),
        Regards = new("Wij kijken ernaar uit u te ontvangen.", "We look forward to welcoming you.");

    public static Text Page(int page, int of) => new($"Pagina {page} van {of}", $"Page {page} of {of}");

    public static Text Holds(DateOnly option) => new(
        $"Wij houden dit voor u vast tot en met {Day(option, Language.Dutch)}.", $"We hold this for you until {Day(option, Language.English)} inclusive.");

    /// <summary>10 maart 2026, 10 March 2026.</summary>
    public static string Day(DateOnly day, Language language) => day.ToString("d MMMM yyyy", language.Culture());

    /// <summary>When a line takes place: the nights from arrival to departure, the days from the first to the last.</summary>
    public static string Days(QuoteLine line, DateOnly from, Language language)
    {
        var until = line.Unit switch
        {
            PriceUnit.RoomNight => from.AddDays((int)Math.Ceiling(line.Times)),
            PriceUnit.Day or PriceUnit.PersonDay => from.AddDays((int)Math.Ceiling(line.Times) - 1),
            _ => from,
        };
        return until == from ? language.Date(from) : $"{language.Date(from)} – {language.Date(until)}";
    }
}
