using SalesBot.Cards.Model;
using SalesBot.Cards.Sharing;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Quotes;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Sharing(Language language)
    {
        var account = new Account(
            new("A-1001"), "Koninklijke Philips Electronics Nederland, vestiging Eindhoven", [], In(language, "technologie", "technology"), "Eindhoven", Requester, AccountStatus.Active);
        yield return ("shared-account", SharedAccountCard.Of(account, "Sanne van den Berg", language));
        yield return ("shared-quote", SharedQuoteCard.Of(
            QuoteOf(QuoteStatus.Submitted), "Philips Nederland BV", "Sanne van den Berg", new Uri("https://salesbot.hotel.example/quotes/Q-2026-0012"), language));
    }
}
