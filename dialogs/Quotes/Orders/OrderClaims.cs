using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Sentences;
using static SalesBot.Dialogs.Quotes.Orders.OrderVocabulary;

namespace SalesBot.Dialogs.Quotes.Orders;

/// <summary>
/// Words that plainly change an order: "drop the AV", "in plaats van diner een walking dinner". They need no trained ear, and said of
/// the quote on the table they mean nothing else.
/// </summary>
internal static class OrderClaims
{
    private const int LongestChange = 25;

    private static readonly HashSet<string> Others =
        ["herinner", "remind", "noteer", "log", "bezoek", "visit", "bel", "call", "mail", "stuur", "send", "plan", "actie", "offerte", "quote", "lead", "hoe", "how", "wat", "what", "toon", "show", "waarom", "why"];

    private static readonly string[] Phrases =
        ["maak er", "maak het", "maak dat", "make it", "make that", "in plaats van", "instead of", "vervang", "replace", "swap", "ruil", "verander", "change", "wijzig"];

    public static bool IsChange(string words, Turn turn)
    {
        var said = Words.Of(words.Length > 300 ? words[..300] : words);
        if (said.Count is < 2 or > LongestChange || said[^1].Text == "?" || Others.Contains(said[0].Fold) || said.Exists(word => word.Text == ":")) return false;
        var folds = said.Select(word => word.Fold).ToList();
        var plain = " " + string.Join(' ', folds) + " ";
        var changes = folds.Exists(word => Without.Contains(word) || Takes.Contains(word) || Off.Contains(word) || word is "voeg" or "add" or "erbij" || Only.Contains(word) || Also.Contains(word) || Moves.Contains(word))
            || folds.Exists(On.Contains) && said.Exists(word => word.Text == "%") || Phrases.Any(phrase => plain.Contains($" {phrase} ", StringComparison.Ordinal));
        if (!changes) return false;
        var message = new Understanding.Sentences.Message(words, turn.Language, turn.LocalNow, turn.Names);
        if (message.Mentions.Any(mention => mention.Kind != MentionKind.Product)) return false;
        return message.Mentions.Count > 0 || folds.Exists(word => Group(word) is not null || Rooms.Contains(word) || Nights.Contains(word) || People.Contains(word)
            || Discount.Contains(word) || Commission.Contains(word));
    }
}
