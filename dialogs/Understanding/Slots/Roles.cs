using SalesBot.Dialogs.Understanding.Names;
using SalesBot.Dialogs.Understanding.Sentences;
using SalesBot.Dialogs.Understanding.Tagging;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>The part that each value plays in a message, and what is sold in it, as learned from training/names.</summary>
internal sealed class Roles
{
    /// <summary>Questions and looks ahead, in which nothing is due.</summary>
    private static readonly HashSet<string> NeverDue =
    [
        Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.DeviationExplanation, Intents.ReportExport, Intents.LeadStatus, Intents.CreateAccountPlan, Intents.PlanStatus,
        Intents.AccountOverview, Intents.ContactLookup, Intents.UpsellSuggestion, Intents.LogEvent, Intents.LogMarketInfo, Intents.LogSatisfaction, Intents.QuoteStatus,
    ];

    /// <summary>Words that lead to a reason and are none of it.</summary>
    private static readonly HashSet<string> Leads = ["of", "door", "because", "over", "about", "vanwege", "wegens", "dat", "that", "omdat", "want", "due", "to"];

    private readonly string[] byWord;
    private readonly List<Word> words;
    private readonly Passage passage;

    public Roles(Message message, IReadOnlyList<string> intents, string? asked)
    {
        (words, passage) = (message.Words, message.Passage);
        byWord = new string[message.Count];
        Array.Fill(byWord, Tags.Other);
        var names = message.Mentions.Where(mention => mention.Kind != MentionKind.Product).Select(mention => (mention.From, mention.To, Mask(mention.Kind))).ToList();
        var units = RoleUnits.Of(message.Words, names, message.ReadValues(_ => Direction.Past), message.ReadValues(_ => Direction.Future), DateOnly.FromDateTime(message.Now), IntentModel.Instance.Families);
        string[] matters = asked is null ? [.. intents] : ["asked_" + asked, .. intents];
        var tags = TagModels.Roles.Tag([.. units.Select(unit => unit.Unit)], matters, [.. units.Select(unit => Tags.Allowed(unit.Unit, Tags.Roles) & ~(intents.All(NeverDue.Contains) ? Tags.Bit(Tags.Roles, Tags.Due) : 0) & (message.Quoted[unit.From] ? Tags.Quotable : ~0u))]);
        for (var i = 0; i < tags.Length; i++) Array.Fill(byWord, tags[i], units[i].From, units[i].To - units[i].From);
    }

    public IEnumerable<(int From, int To)> Products => Spans(Tags.Product).Where(span => Enumerable.Range(span.From, span.To - span.From).Any(IsThing));

    public IEnumerable<(int From, int To)> Reasons => Spans(Tags.Reason).Select(span => (From: Enumerable.Range(span.From, span.To - span.From).FirstOrDefault(at => !Leads.Contains(words[at].Fold), span.To), span.To)).Select(span => (From: IsShort(span.From, span.To) ? span.From + 1 : span.From, span.To)).Where(span => span.From < span.To);

    /// <summary>"Vanwege de trage bediening": a few words behind a word that leads to them go without their article.</summary>
    private bool IsShort(int from, int to) => from > 0 && to - from is 2 or 3 && words[from].Fold is "de" or "het" or "the" && words[from - 1].Fold is "vanwege" or "wegens" or "of" or "to";

    /// <summary>One of <see cref="Tags.Roles"/>.</summary>
    public string Of(int word) => byWord[word];

    /// <summary>Words that people say all day are sold only where they name what is for sale.</summary>
    private bool IsThing(int at) => words[at].Kind == WordKind.Letters && !passage.Is(at, Sense.Weekday) && !passage.Is(at, Sense.Month) && (!NameParts.Everyday.Contains(words[at].Fold) || IntentModel.Instance.Families.Of(words[at].Fold).Length > 0) && words[at].Fold is not ("do" or "make" or "doe" or "maak" or "aankomst" or "vertrek" or "arrival" or "departure" or "vergelijk");

    private IEnumerable<(int From, int To)> Spans(string tag)
    {
        for (var i = 0; i < byWord.Length; i++)
        {
            if (byWord[i] != "B-" + tag) continue;
            var end = i + 1;
            // What follows at once, or behind a hyphen, is more of the same.
            while (end < byWord.Length && (byWord[end] == "I-" + tag || byWord[end] == "B-" + tag || (words[end] is { Text: "-", Joined: true } && end + 1 < byWord.Length && byWord[end + 1] == "B-" + tag))) end++;
            var last = end;
            while (end > i && words[end - 1].Kind == WordKind.Sign) end--;
            if (words.GetRange(i, end - i).Exists(word => word.Kind == WordKind.Letters)) yield return (i, end);
            i = last - 1;
        }
    }

    private static string Mask(MentionKind kind) => kind switch
    {
        MentionKind.Account => RoleUnits.Account,
        MentionKind.Contact => RoleUnits.Contact,
        MentionKind.Competitor => RoleUnits.Rival,
        _ => RoleUnits.Quote,
    };
}
