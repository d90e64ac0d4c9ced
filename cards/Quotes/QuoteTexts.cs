using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

public static class QuoteTexts
{
    public static readonly Text
        Quote = new("Offerte", "Quote"),
        Version = new("versie", "version"),
        For = new("voor", "for"),
        Subtotal = new("Subtotaal", "Subtotal"),
        Discount = new("Korting", "Discount"),
        UpTo = new("tot", "up to"),
        Commission = new("Commissie", "Commission"),
        TotalExcl = new("Totaal excl. btw", "Total excl. VAT"),
        TotalIncl = new("Totaal incl. btw", "Total incl. VAT"),
        Vat = new("Btw", "VAT"),
        Over = new("over", "on"),
        OptionDate = new("Optie tot", "Option until"),
        NoOption = new("geen optiedatum", "no option date"),
        Justification = new("Toelichting", "Justification"),
        Policy = new("Beleid", "Policy"),
        Imported = new("Overgenomen uit een ouder systeem, zonder regels.", "Taken over from an older system, without lines."),
        Outcome = new("Uitkomst", "Outcome"),
        Reason = new("Reden", "Reason"),
        Competitor = new("Concurrent", "Competitor"),
        Submit = new("Ter goedkeuring", "Ask approval"),
        Answer = new("Antwoorden", "Answer"),
        YourAnswer = new("Je antwoord aan de leidinggevende", "Your answer to the supervisor"),
        AnswerNeeded = new("Schrijf je antwoord op.", "Please write your answer."),
        Send = new("Versturen", "Send"),
        Pdf = new("Pdf", "PDF"),
        Withdraw = new("Intrekken", "Withdraw"),
        RecordOutcome = new("Uitkomst noteren", "Record outcome"),
        Save = new("Opslaan", "Save"),
        ChooseOutcome = new("Kies de uitkomst.", "Please choose the outcome."),
        ReasonOptional = new("Waarom? (mag leeg blijven)", "Why? (may stay empty)"),
        CompetitorOptional = new("Naar welke concurrent? (mag leeg blijven)", "To which competitor? (may stay empty)"),
        Price = new("Prijs excl. btw", "Price excl. VAT"),
        Margin = new("Marge", "Margin"),
        MarginUndefined = new("niet gedefinieerd", "not defined"),
        DiscountWanted = new("Korting in procenten", "Discount in percent"),
        TotalWanted = new("Of totaalprijs excl. btw in euro", "Or total price excl. VAT in euros"),
        Lines = new("Regels", "Lines"),
        Question = new("Vraag", "Question");

    public static Status Of(QuoteStatus status, Language language) => status switch
    {
        QuoteStatus.Draft => new(new Text("Concept", "Draft").In(language)),
        QuoteStatus.Submitted => new(new Text("Wacht op goedkeuring", "Waiting for approval").In(language), TextColor.Warning),
        QuoteStatus.Returned => new(new Text("Terug met vraag", "Returned with question").In(language), TextColor.Warning),
        QuoteStatus.Approved => new(new Text("Goedgekeurd", "Approved").In(language), TextColor.Good),
        QuoteStatus.Refused => new(new Text("Afgewezen door de leidinggevende", "Refused by the supervisor").In(language), TextColor.Attention),
        QuoteStatus.Sent => new(new Text("Verstuurd", "Sent").In(language), TextColor.Accent),
        QuoteStatus.Accepted => new(new Text("Akkoord van de klant", "Accepted by the customer").In(language), TextColor.Good),
        QuoteStatus.Rejected => new(new Text("Afgewezen door de klant", "Rejected by the customer").In(language), TextColor.Attention),
        QuoteStatus.Withdrawn => new(new Text("Ingetrokken", "Withdrawn").In(language)),
        QuoteStatus.Expired => new(new Text("Verlopen", "Expired").In(language), TextColor.Attention),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No text for it."),
    };

    /// <summary>Beside the button that sends it.</summary>
    public static Text SendIn(Language language) => language == Language.Dutch
        ? new("In het Nederlands", "In Dutch")
        : new("In het Engels", "In English");

    public static IReadOnlyList<Choice> Outcomes(Language language) =>
    [
        new("accepted", new Text("Akkoord", "Accepted").In(language)),
        new("rejected", new Text("Afgewezen", "Rejected").In(language)),
        new("expired", new Text("Verlopen", "Expired").In(language)),
    ];

    /// <summary>40 kamers × 2 nachten.</summary>
    public static string Volume(QuoteLine line, Language language)
    {
        var quantity = language.Number(line.Quantity);
        var times = language.Number(line.Times);
        var one = line.Quantity == 1;
        var once = line.Times == 1;
        return line.Unit switch
        {
            PriceUnit.RoomNight => $"{quantity} {Count(one, new("kamer", "room"), new("kamers", "rooms")).In(language)} × {times} {Count(once, new("nacht", "night"), new("nachten", "nights")).In(language)}",
            PriceUnit.PersonDay => $"{quantity} {new Text("pers.", "pers.").In(language)} × {times} {Count(once, new("dag", "day"), new("dagen", "days")).In(language)}",
            PriceUnit.Day => $"{quantity} × {times} {Count(once, new("dag", "day"), new("dagen", "days")).In(language)}",
            PriceUnit.HalfDay => $"{quantity} × {times} {Count(once, new("dagdeel", "half day"), new("dagdelen", "half days")).In(language)}",
            PriceUnit.Person => $"{quantity} {new Text("pers.", "pers.").In(language)}" + (once ? "" : $" × {times}"),
            PriceUnit.Piece => quantity + (once ? "" : $" × {times}"),
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.Unit, "No text for it."),
        };
    }

    private static Text Count(bool one, Text singular, Text plural) => one ? singular : plural;
}
