using SalesBot.Cards;

namespace SalesBot.Dialogs.Flows;

/// <summary>Words that several flows use.</summary>
internal static class FlowTexts
{
    /// <summary>What was said in the middle of a sentence, as it begins a line.</summary>
    public static string AsLine(string said) => said.Length == 0 ? said : char.ToUpperInvariant(said[0]) + said[1..];

    public static readonly Text SendQuote = new("Offerte sturen", "Send the quote");
    public static readonly Text GetInTouch = new("Contact opnemen", "Get in touch");
    public static readonly Text VisitNote = new("Bezoekverslag", "Visit note");
    public static readonly Text New = new("nieuw", "new");
    public static readonly Text MarketInformation = new("Marktinformatie", "Market information");
    public static readonly Text FollowUp = new("Opvolging", "Follow-up");
}
