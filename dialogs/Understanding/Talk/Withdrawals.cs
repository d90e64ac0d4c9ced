using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>What a correction takes away: "zonder concurrent", "no follow-up", "niet Jan maar Piet", "haal de lunch eraf".</summary>
internal sealed partial class Withdrawals(Message message)
{
    private static readonly HashSet<string> Without = ["zonder", "geen", "without", "no"];
    private static readonly HashSet<string> Takes = ["haal", "verwijder", "schrap", "wis", "laat", "remove", "delete", "drop", "clear", "leave", "forget", "vergeet"];
    private static readonly HashSet<string> Small = ["de", "het", "een", "die", "dat", "the", "a", "an", "any", "that", "met", "with", "maar", "toch", "out", "enige"];

    private static readonly Dictionary<string, string[]> Called = Index(
        ([SlotNames.Competitor], "concurrent concurrenten concurrentie competitor competitors competition marktinformatie"),
        ([SlotNames.Task, SlotNames.DueDate], "opvolging vervolgactie actie taak follow-up followup follow task action reminder herinnering"),
        ([SlotNames.DiscountPercent], "korting discount"),
        ([SlotNames.OptionDate], "optie optiedatum option"),
        ([SlotNames.Amount], "budget bedrag waarde value amount"),
        ([SlotNames.Rooms, SlotNames.Nights], "kamers kamer rooms room hotelkamers"),
        ([SlotNames.Nights], "nachten overnachting overnachtingen nights"),
        ([SlotNames.Delegates], "personen deelnemers gasten people delegates persons guests attendees"),
        ([SlotNames.Period], "periode period dates"),
        ([SlotNames.Contact], "contact contactpersoon contactpersonen contacts"),
        ([SlotNames.Product], "product producten products"),
        ([SlotNames.Goal], "doel goal"),
        ([SlotNames.Outcome], "uitkomst outcome"),
        ([SlotNames.Notes], "notitie note notes"),
        ([SlotNames.Rooms, SlotNames.Nights, SlotNames.Delegates, SlotNames.Product, SlotNames.Period, SlotNames.Amount], "lead"));

    /// <summary>Whether a message that begins with a word takes something away.</summary>
    public static bool Opens(string fold) => Without.Contains(fold);

    /// <summary>The slots, those that are said to be wrong marked; slots that are named by their kind are added.</summary>
    public List<HeardSlot> Mark(List<HeardSlot> slots)
    {
        var marked = slots.Select(slot => slot.Start >= 0 && IsTakenAway(slot) ? slot with { Not = true } : slot).ToList();
        foreach (var name in Named().Where(name => !marked.Exists(slot => slot.Name == name && !slot.Not)).Distinct())
            marked.Add(new(name, new SlotValue.Text(""), Not: true));
        return marked;
    }

    /// <summary>"niet Jan maar Piet": names that only their place in the sentence shows to be names of people.</summary>
    public List<HeardSlot> People(IReadOnlyDictionary<string, SlotValue> known)
    {
        if (!known.ContainsKey(SlotNames.Contact) || message.Mentions.Any(mention => mention.Kind != MentionKind.Contact)) return [];
        if (Instead().Match(message.Text) is { Success: true } instead)
            return [Person(instead.Groups["old"], not: true), Person(instead.Groups["new"], not: false)];
        if (message.Mentions.Count > 0) return [];
        if (Struck().Match(message.Text) is { Success: true } struck && !IntentModel.Knows(Words.Fold(struck.Groups["old"].Value))) return [Person(struck.Groups["old"], not: true)];
        return Was().Match(message.Text) is { Success: true } was && !IntentModel.Knows(Words.Fold(was.Groups["new"].Value)) ? [Person(was.Groups["new"], not: false)] : [];
    }

    private static HeardSlot Person(Group name, bool not) => new(SlotNames.Contact, new SlotValue.Text(name.Value), 0, name.Index, name.Length, not);

    /// <summary>"niet 40", "zonder Van der Valk", "haal de lunch eraf", "Van der Valk niet".</summary>
    private bool IsTakenAway(HeardSlot slot)
    {
        var from = message.WordAt(slot.Start);
        var to = message.WordAt(slot.Start + slot.Length - 1) + 1;
        var before = from - 1;
        while (before >= 0 && Small.Contains(Fold(before))) before--;
        if (before >= 0 && (Without.Contains(Fold(before)) || Fold(before) is "niet" or "not" || Takes.Contains(Fold(before)))) return !(Fold(before) is "laat" && before > 0);
        return to < message.Count && Fold(to) is "niet" or "eraf" or "weg" && (to + 1 == message.Count || message.Words[to + 1].Kind == WordKind.Sign || Fold(to + 1) is "maar");
    }

    private IEnumerable<string> Named()
    {
        for (var i = 0; i < message.Count; i++)
        {
            var reach = Without.Contains(Fold(i)) ? 1 : Takes.Contains(Fold(i)) ? 3 : 0;
            for (var at = i + 1; reach > 0 && at < message.Count && message.Words[at].Kind == WordKind.Letters; at++)
            {
                if (Called.TryGetValue(Fold(at), out var names))
                {
                    foreach (var name in names) yield return name;
                    break;
                }
                if (!Small.Contains(Fold(at)) && --reach == 0) break;
            }
        }
    }

    private string Fold(int word) => message.Words[word].Fold;

    private static Dictionary<string, string[]> Index(params (string[] Slots, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Slots))).DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Slots);

    private const string Name = @"\p{Lu}[\p{L}'’.-]*(\s+((van|der|den|de|ten|ter|te|el|von|'t)\s+)*\p{Lu}[\p{L}'’-]*)*";

    [GeneratedRegex(@"\b(niet|not)\s+((met|with)\s+)?(?<old>" + Name + @")\s*,?\s+(maar|but)\s+((met|with)\s+)?(?<new>" + Name + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Instead();

    [GeneratedRegex(@"^(nee,? |no,? )?(?<old>" + Name + @") (niet|not|wasn't there|was er niet( bij)?)[.!]?$|^(nee,? |no,? )?(niet|not|zonder|without) (?<old>" + Name + @")[.!]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Struck();

    [GeneratedRegex(@"\b(was|is|met|with|sprak|zijn)\s+(?<new>" + Name + @")\s*[.!]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Was();
}
