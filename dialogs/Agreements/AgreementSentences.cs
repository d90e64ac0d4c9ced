using SalesBot.Cards;
using SalesBot.Cards.Preview;
using SalesBot.Data;
using SalesBot.Data.Prices;

namespace SalesBot.Dialogs.Agreements;

/// <summary>What is said about agreements.</summary>
internal static class AgreementSentences
{
    public static readonly Text Policy = new("Beleid", "Policy");

    public static readonly Text TermIsOver = new("Die looptijd is al voorbij. Van wanneer tot wanneer geldt het?", "That term is over already. From when until when does it hold?");

    public static readonly Text NoneHolds = new("Met deze klant is geen overeenkomst vastgelegd.", "There is no agreement on record with this account.");

    public static Text NotInList(string spoken) => new(
        $"“{spoken}” staat niet in de prijslijst, dus daar kan ik geen tarief voor afspreken. Noem een product uit de lijst, bijvoorbeeld “kamers 105”.",
        $"“{spoken}” is not in the price list, so I can't agree a rate for it. Name a product from the list, for example “rooms 105”.");

    public static Text GoesTo(string approver) => new(
        $"Zeg je “ja”, dan gaat de overeenkomst ter goedkeuring naar {approver}. Offertes gebruiken de tarieven pas na het besluit.",
        $"Say “yes” and the agreement goes to {approver} for approval. Quotes use the rates only once it is decided.");

    public static Text Submitted(string name, string account, IReadOnlyList<AgreedRate> rates)
    {
        string Told(Language language) => string.Join(", ", rates.Select(rate => Row(rate, language)).Select(row => $"{row.Label} {row.Value}"));
        return new(
            $"{name} met {account} wacht op goedkeuring: {Told(Language.Dutch)}. Tot het besluit geldt de prijslijst.",
            $"{name} with {account} is waiting for approval: {Told(Language.English)}. Until then the price list holds.");
    }

    /// <summary>A rate beside what the list says.</summary>
    public static PreviewRow Row(AgreedRate rate, Language language) => new(
        rate.Name(language),
        rate.Price is not { } price ? $"-{language.Percent(rate.PercentOff ?? 0)}"
            : rate.ListPrice is { } list ? $"{language.Money(price)} ({new Text("lijst", "list").In(language)} {language.Money(list)})" : language.Money(price));
}
