using SalesBot.Cards.Imports;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Exchange;

namespace SalesBot.Tests.Cards;

internal static partial class CardGallery
{
    private static IEnumerable<(string, AdaptiveCard)> Imports(Language language)
    {
        yield return ("import-preview", ImportCard.Preview("f", new("accounts.csv", 1_284, 12, 31, 1_241, []), language));
        yield return ("import-nothing", ImportCard.Preview("f", new("accounts.csv", 1_284, 0, 0, 1_284, []), language));
        yield return ("import-refused", ImportCard.Refused("accounts.xlsx",
        [
            new("accounts.xlsx", 14, "owner_email", Reasons.Unknown("jan@hotel.example", "users")),
            new("accounts.xlsx", 20, "status", Reasons.NoneOf("misschien", ["prospect", "active", "inactive"])),
            .. Enumerable.Range(30, 9).Select(line => new Problem("accounts.xlsx", line, "wallet_eur", Reasons.NoNumber("veel"))),
        ], language));
        yield return ("import-working", ImportCard.Working("revenue.csv", 12_250, 36_000, language));
        yield return ("import-done", ImportCard.Done(new("accounts.csv", 1_284, 43, 1_241, 3), language));
    }
}
