using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Talk;

/// <summary>
/// Matters that no trained intent comes near, named by words that hardly mean anything else. Names and values in the text are masked
/// as they are for the models (_acc, _per, _num).
/// </summary>
internal static partial class SetPhrases
{
    /// <summary>The matter that a clause is by its set phrase; null: it has none.</summary>
    /// <param name="heard">What the models made of it: advice told in a visit report is a part of the report.</param>
    /// <param name="fold">The words as they are: a name can be seen in "marktnieuws" where there is none.</param>
    public static string? Of(string heard, string masked, string fold) =>
        HandsOver().IsMatch(masked) ? Intents.HandOver
        : Plans().IsMatch(masked) ? Intents.LogFuturePlan
        : News().IsMatch(fold) && !Notes().IsMatch(fold) ? Intents.MarketNews
        : Lists().IsMatch(fold) ? Intents.LogAdvice
        : About().IsMatch(masked) ? Intents.ContactLookup
        : heard == Intents.Approve && Agrees().IsMatch(masked) ? Intents.ChangeQuote
        : heard == Intents.LogMarketInfo && Leads().IsMatch(masked) ? Intents.LeadStatus
        : heard is Intents.UpsellSuggestion or Intents.LeadStatus or Intents.ListFollowUps && Complaints().IsMatch(fold) ? Intents.LogIssue
        : heard is Intents.LogVisit or Intents.QueryKpi or Intents.TeamKpi ? null
        : (Advises().IsMatch(fold) || Answers().IsMatch(fold)) && !Counts().IsMatch(fold) ? Intents.LogAdvice
        : Estimates().IsMatch(masked) ? Intents.LogSatisfaction
        : null;

    /// <summary>A word of a set phrase that was taken for a company's name.</summary>
    public static bool IsOwnWord(HeardSlot slot) => slot is { Name: SlotNames.Account, Value: SlotValue.Account { Id: null, Name: var name } } && OwnWord().IsMatch(Words.Fold(name));

    [GeneratedRegex(@"^(ons |mijn |our |my )?(advies|advice|marktnieuws|market news|toekomstplan(nen)?|future plans?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnWord();

    /// <summary>"Draag Achmea over aan Daan": nothing else is named that could be handed over.</summary>
    [GeneratedRegex(
        @"^(please )?(draag|zet|geef|hand|transfer|reassign|move)( over)?( de| het| the)?( klant| account| customer| client)? _acc (over )?(aan|to|op naam van|naar)( mijn| my)?( collega| colleague)? (_per|_acc|\p{L}+)( over)?$|^(draag|hand)( de| the)?( klant| account| customer)? _acc over$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HandsOver();

    [GeneratedRegex(
        @"\b(geadviseerd|adviseerde|aangeraden|advies aan|ons advies|mijn advies|our advice|my advice|advice to|advised)\b|\b(recommended|i recommend|we recommend)\b(?! us)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Advises();

    [GeneratedRegex(
        @"\b(advies|aanbeveling|advice|recommendation)\b.*\b(overgenomen|opgevolgd|geaccepteerd|accepted|taken|followed|afgewezen|af|declined|rejected|turned down)\b|\b(neemt|wijst|wees|accepteert|volgt|accepted|accepts|took|followed|declined|rejected|turned down)\b.*\b(het|ons|mijn|our|my|the) (advies|advice|recommendation)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Answers();

    /// <summary>Which advice is open: a question about what was advised.</summary>
    [GeneratedRegex(@"^(en |and )?(welke?|toon|laat|geef|lijst|overzicht|show|list|which|what|any)\b[^.!]{0,40}\b(adviezen|advies|advice|recommendations?)\b[^.!]{0,40}\b(open|lopen|loopt|staan|staat|outstanding|pending)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lists();

    /// <summary>Who somebody is now, and that somebody has left: no more than that is said.</summary>
    [GeneratedRegex(
        @"^_per (is|wordt|becomes) (nu|now|voortaan|de nieuwe|het nieuwe|our new|the new)( nu| now)?( de| the| een| a)?( \p{L}+){1,3}$|^_per (werkt( er| daar)? niet meer|is vertrokken|is weg|no longer works|does not work|doesn't work|has left|left|heeft)( meer| any ?more)?( bij| at| for)?( _acc)?( verlaten| anymore| any more)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex About();

    [GeneratedRegex(@"^(de |the |onze |our |die |that )?(lead|kans|opportunity) (van |bij |voor |of |at |for )?_acc\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leads();

    /// <summary>A customer who agrees has accepted a quote; that is no approval.</summary>
    [GeneratedRegex(
        @"\b_acc (is|zijn|gaat|gaan|was|waren|heeft|hebben)( er| eindelijk| nu| net| het)? (ermee |mee )?(akkoord|eens|accoord|ok|oke)\b|^(de |die |hun |the |our )?(offerte|off|aanbieding|prijsopgave|quote|offer)( van| voor| aan| for| to)?( _acc)?( _qno)? (is|was) (akkoord|accoord|getekend|geaccepteerd|accepted|signed|agreed)\b|\b_acc (agrees|agreed|has agreed|have agreed|is happy|is fine|are happy) (to|with)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Agrees();

    /// <summary>Which complaints are open.</summary>
    [GeneratedRegex(@"^(en |and )?(welke|wat voor|which|what|toon|show|list|zijn er|are there|lopen er)\b.{0,24}\b(klachten|issues|complaints)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Complaints();

    /// <summary>A question for figures.</summary>
    [GeneratedRegex(@"\b(hoeveel|percentage|how many|how much|share|aandeel|acceptatie|acceptance|kpi)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();

    [GeneratedRegex(
        @"^(noteer|leg vast|log|note|record|nieuw|new)\b.{0,20}\b(toekomstplan|future plan)|^toekomstplan(nen)? (van|voor|bij) _acc .*\b(_date|_num|kiezen|jaar)\b|^future plans? (of|for|at) _acc .*\b(_date|_num|choose|year)\b|^_acc (wil|willen|plant|plannen|denkt|overweegt|plans|wants|intends)\b.*\b(kiezen|kiest|beslissen|beslist|choose|chooses|decide|decides|pick|picks)\b.*\b(locatie|venue|hotel|plek|place)\b|^_acc (wil|willen|plant|plannen|plans|wants|intends)\b.*\bze (kiezen|beslissen)\b|^_acc (plans|wants|intends)\b.*\bthey (choose|decide|pick)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plans();

    [GeneratedRegex(
        @"\b(marktnieuws|market news|nieuws uit de markt|news from the market|marktontwikkelingen|what'?s new in the market|wat speelt er in de markt)\b|\b(wat weten we|what do we know)\b.*\b(de markt|de concurrentie|the market|the competition|our competitors|onze concurrenten)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex News();

    /// <summary>News that is told, to be kept.</summary>
    [GeneratedRegex(@"^(marktnieuws|market news) ?: ?\w|\b(noteer|noteren|noteert|noteerde|leg|vastleggen|vast|opslaan|zet|bewaar|note|noting|log|record|file|save|put)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Notes();

    [GeneratedRegex(@"\b(own|my|mijn|eigen) (estimate|impression|guess|inschatting|indruk)\b.*_acc.*_num", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Estimates();
}
