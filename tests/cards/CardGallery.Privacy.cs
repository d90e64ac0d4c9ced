using SalesBot.Cards.Model;
using SalesBot.Cards.Privacy;
using SalesBot.Data;
using SalesBot.Data.Accounts;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Privacy(Language language)
    {
        var contact = new Contact(new("C-2001"), new("A-1001"), "Jan de Vries", ContactRole.Booker, "jan.devries@philips.example", "+31 6 5550 2001", new(2021, 3, 1));
        string[] notes =
        [
            In(language, "Gesproken met Jan de Vries over 40 kamers in maart; hij wil ook naar de zaal kijken.", "Spoke with Jan de Vries about 40 rooms in March; he also wants to see the room."),
            In(language, "Jan tekent voor de congresgroep.", "Jan signs for the conference group."),
        ];
        yield return ("personal-data", PersonalDataCard.Of(
            new(contact, "Philips Nederland BV", [("visit", 12, [.. notes]), ("follow-up", 3, [In(language, "Jan bellen", "Call Jan")]), ("conversation", 2, [])]), language));
        var counts = new Dictionary<string, int> { ["visit"] = 12, ["follow-up"] = 3, ["conversation"] = 2, ["seen"] = 7, ["write"] = 4, ["outbox"] = 1 };
        yield return ("erasure", ErasureCard.Of(new(contact.Id, contact.Account, new("corporate"), new("u-1"), Now, counts, Now), language));
    }
}
