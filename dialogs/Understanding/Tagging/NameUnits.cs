using SalesBot.Dialogs.Understanding.Names;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>The words of a text, to find the names of people, companies and competitors in.</summary>
internal static class NameUnits
{
    public const string Account = "acc", Chain = "chain", Contact = "person", Quote = "quote";

    private static readonly Sense[] Valued = [Sense.Month, Sense.Weekday, Sense.Day, Sense.Unit, Sense.Count, Sense.Season, Sense.Feast, Sense.Number, Sense.Next, Sense.Last, Sense.Quarter, Sense.Part];

    private static readonly (string Topic, HashSet<string> Words)[] TopicWords =
    [
        ("lead", ["lead", "leads", "prospect", "prospects", "opportunity", "potential", "potentiele"]),
        ("rival", ["concurrent", "concurrenten", "concurrentie", "competitor", "competition", "cheaper", "goedkoper", "marktinfo", "marktinformatie", "market", "opent", "opens"]),
        ("event", ["beurs", "vakbeurs", "fair", "expo", "summit", "event", "netwerkborrel", "congres", "conference", "networking", "borrel", "vakdag"]),
        ("visit", ["bezoek", "bezocht", "gesproken", "sprak", "spoke", "visit", "visited", "met", "saw", "gezien", "geweest", "talked", "contact"]),
    ];

    /// <param name="known">What the lists of names know of a word: an account, a chain, a contact; null: nothing.</param>
    public static List<Unit> Of(List<Word> words, Passage passage, IReadOnlyList<string?> known, WordFamilies families)
    {
        var units = new List<Unit>(words.Count);
        for (var i = 0; i < words.Count; i++) units.Add(new(words[i].Fold, Unit.ShapeOf(words[i]), (words[i].Kind == WordKind.Sign ? null : known[i]) ?? Kind(words, passage, i, families), 0));
        return units;
    }

    /// <summary>What the whole message is about, by single words: it tells what a name is likely to be.</summary>
    public static IReadOnlyList<string> Topics(List<Word> words) => [.. TopicWords.Where(topic => words.Exists(word => topic.Words.Contains(word.Fold))).Select(topic => topic.Topic)];

    private static string Kind(List<Word> words, Passage passage, int at, WordFamilies families)
    {
        var word = words[at];
        return word.Kind == WordKind.Digits ? "digits" : word.Kind == WordKind.Sign ? at > 0 && word.Text == "." && word.Joined && words[at - 1].Text.Length <= 4 ? "dot" : "sign"
        : NameParts.Titles.Contains(word.Fold) ? "title" : NameParts.Particles.Contains(word.Fold) ? "particle" : NameParts.Legal.Contains(word.Fold) ? "legal"
        : Array.Exists(Valued, sense => passage.Is(at, sense)) ? "value" : NameParts.Venues.Contains(word.Fold) ? "venue" : NameParts.Firms.Contains(word.Fold) ? "firm" : NameParts.Bodies.Contains(word.Fold) ? "body" : NameParts.Trades.Contains(word.Fold) ? "trade" : NameParts.Everyday.Contains(word.Fold) || families.Of(word.Fold).Length > 0 ? "plain" : "";
    }
}
