using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Dialogs.Flows.Quotes;

/// <summary>
/// What is said of a quote and its customer, in set phrases of both languages: that it goes out, and what became of it. Understanding
/// hears all of these as something about a quote; which of them it is stands in the words.
/// </summary>
internal static partial class CustomerWords
{
    private const int Longest = 240;

    /// <summary>"Verstuur Q-2026-0012", "send the quote to Philips", "stuur me de pdf"; not "stuur een offerte", which asks for a new one.</summary>
    public static bool Sends(string words) =>
        IsShort(words) && !Later().IsMatch(words) && (Sending().IsMatch(words) && Definite().IsMatch(words) || Fetching().IsMatch(words)) && !Told().IsMatch(words) && !Figures().IsMatch(words);

    [GeneratedRegex(@"rapport|\breports?\b|\bcijfers\b|\bfigures\b|\bexcel\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    /// <summary>The language of the document.</summary>
    public static Language? LanguageOf(string words) => InEnglish().IsMatch(words) ? Language.English : InDutch().IsMatch(words) ? Language.Dutch : null;

    /// <summary>What became of it; null where the words say nothing of it, or ask.</summary>
    public static QuoteStatus? OutcomeOf(string words)
    {
        if (!IsShort(words) || words.TrimEnd().EndsWith('?') || Asking().IsMatch(words) || (Others().IsMatch(words) || Reported().IsMatch(words)) && !Named().IsMatch(words)) return null;
        if (Withdrawing().IsMatch(words)) return QuoteStatus.Withdrawn;
        if (Losing().IsMatch(words)) return QuoteStatus.Rejected;
        if (Lapsing().IsMatch(words)) return QuoteStatus.Expired;
        return Winning().IsMatch(words) ? QuoteStatus.Accepted : null;
    }

    /// <summary>Why, in the customer's words.</summary>
    public static string? ReasonOf(string words) =>
        Because().Match(words) is { Success: true } because ? because.Groups["why"].Value.Trim(' ', '.', '!', ',') : Known().Match(words) is { Success: true } known ? known.Value : null;

    private static bool IsShort(string words) => words.Length <= Longest;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(verstuur|verstuurt|versturen|verzend|verzenden|stuur|sturen|mail|mailen|send|forward|e-mail)\b", Options)]
    private static partial Regex Sending();

    // The quote that is there: named, or by its number.
    [GeneratedRegex(@"\b((de|deze|die|mijn|the|this|that|my) (\S+ ){0,2}(offerte|quote|quotation|offer|pdf)\b|(q|off)-?\d|(offerte|quote) (nr\.? |nummer |no\.? |number )?#?\d)|^\W*(ver)?(stuur|zend|send) (hem|it|'m|deze|die) (maar|in|naar|out|off|to|now|nu|op|ook|nog|door)\b", Options)]
    private static partial Regex Definite();

    [GeneratedRegex(@"\b(stuur|geef|toon|download|mag|kan|send|give|get|show|download|may|can|i need|ik wil)\b.{0,40}\b(pdf|bestand|document|file)\b.{0,60}(offerte|quote|(q|off)-?\d)|\b(pdf)\b.{0,20}\b(offerte|quote|(q|off)-?\d)|^\W*(stuur|geef|send|give) (me|mij|ons|us) (de|het|the) (pdf|bestand|document|file)\b", Options)]
    private static partial Regex Fetching();

    // To be done at some time is a follow-up; what has been done is a report.
    [GeneratedRegex(@"\b(herinner|remind|volgende week|next week|morgen|tomorrow|maandag|dinsdag|woensdag|donderdag|vrijdag|monday|tuesday|wednesday|thursday|friday|moet ik|i have to|i should|noteer|plan)\b", Options)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(net bij|geweest bij|gesproken met|just visited|spoke (to|with)|bezoek|visit|\d+ (kamers|rooms|man|personen|people|pax))\b|\?\s*$", Options)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(in het engels|engelstalig\w*|in english|english version|engelse versie)\b", Options)]
    private static partial Regex InEnglish();

    [GeneratedRegex(@"\b(in het nederlands|nederlandstalig\w*|in dutch|dutch version|nederlandse versie)\b", Options)]
    private static partial Regex InDutch();

    [GeneratedRegex(@"^\W*(welke|wat|hoeveel|hoe|waarom|wanneer|wie|is|zijn|heeft|hebben|which|what|how|why|when|who|did|does|has|have|toon|laat|show|list|lijst|geef|mijn|my|alle|all|open|verlopen|expired|lost|won|accepted|rejected|verloren|gewonnen|verstuurde|sent|herinner|remind|bel|call)\b|\b(net bij|gesproken met|just visited|spoke (to|with))\b|\b(offertes|quotes)\b", Options)]
    private static partial Regex Asking();

    /// <summary>What else is accepted, declined or withdrawn.</summary>
    [GeneratedRegex(@"\b(advies|advice|voorstel|proposal|klacht|complaint|issue|plan|accountplan|lead|overeenkomst|agreement|contract|uitnodiging|invitation|afspraak|appointment|marktinfo\w*|market info\w*|information|opvolging|follow-?up|taak|task)\b", Options)]
    private static partial Regex Others();

    /// <summary>A report of a visit, which may hold an outcome among other things.</summary>
    [GeneratedRegex(@"\b(geweest|gesproken|gesprek|bezocht|bezoek|langs|koffie|lunch|visited|visit|met with|spoke|meeting)\b", Options)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\b(offerte|quote|quotation|(q|off)-?\d)", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"\btrek\b.{0,60}\bin\b|\b(intrekken|trekken in|withdraw|pull back)\b", Options)]
    private static partial Regex Withdrawing();

    [GeneratedRegex(@"\b((gaat|gaan|ging|gingen) (het |er )?(toch )?niet door|(heeft|hebben|is|zijn) (\S+ ){0,4}(afgewezen|afgezegd|afgehaakt|verloren)|(zegt|zeggen|zei|zegde) (\S+ ){0,2}af|wijst (\S+ ){0,3}af|kiest voor|koos voor|kozen voor|(hebben|heeft) voor .{2,40} gekozen|(ze|zij) kozen|(hebben|heeft) (\S+ ){0,3}nee gezegd|niet akkoord|niet getekend|(is|zijn) niet geaccepteerd|verloren aan|(has |have )?(declined|turned (it|us|the \w+|\S+) down|turned down)|(has|have|was) (been )?rejected|(not|isn't|won't|aren't|didn't|will not) (\S+ )?(going ahead|go ahead|sign|accept)|fell through|said no|(we )?(have )?lost .{0,40}\bto\b|lost the|went with|chose|opted for)\b|\b(q|off)-?\d\S* (is |was )?(verloren|lost|rejected|afgewezen)", Options)]
    private static partial Regex Losing();

    [GeneratedRegex(@"\b((is|zijn) (nu |inmiddels |helaas )?verlopen|verliep|has expired|have expired|is expired|has lapsed|lapsed)\b", Options)]
    private static partial Regex Lapsing();

    [GeneratedRegex(@"\b((heeft|hebben) (\S+ ){0,4}(getekend|ondertekend|geaccepteerd|toegezegd|ja gezegd|bevestigd)|(is|zijn|gaat|gaan|ging|gingen) (\S+ )?akkoord\b|(is|zijn) (\S+ ){0,2}(getekend|ondertekend|geaccepteerd|gegund|rond)|(gaat|gaan) (het |toch |gewoon )?door\b|tekent|tekenden|tekende|(we )?hebben .{0,40}gewonnen|(has |have )?(signed|accepted|said yes|agreed to)|(is|are) going ahead|(we )?(have )?won (the|q|off)?)", Options)]
    private static partial Regex Winning();

    [GeneratedRegex(@"\b(vanwege|wegens|omdat|want|because of|because|due to|reden:?|reason:?|on account of)\s+(?<why>.{2,160})$", Options)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(veel te duur|te duur|te laat|te ver( weg)?|te klein|geen budget|geen ruimte|geen kamers|op prijs|far too expensive|too expensive|too late|too far( away)?|too small|no budget|no room|no availability|on price)\b", Options)]
    private static partial Regex Known();
}
