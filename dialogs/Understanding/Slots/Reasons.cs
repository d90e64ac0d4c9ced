using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding.Sentences;

namespace SalesBot.Dialogs.Understanding.Slots;

/// <summary>Why something was wrong, refused, changed or proposed, by the words that lead to it.</summary>
internal static partial class Reasons
{
    /// <summary>What is told besides and is no request is why.</summary>
    private static readonly HashSet<string> Explained = [Intents.Proposal, Intents.ChangeQuote, Intents.Reject, Intents.DeviationExplanation];

    /// <param name="start">Where the text begins in the message.</param>
    public static (string Text, int Start)? Of(string text, int start, Message message, string intent)
    {
        var match = Because().Match(text);
        if (!match.Success && intent == Intents.LogIssue) match = First(text, Fault(), About(), Was(), Issue());
        if (!match.Success && Explained.Contains(intent)) match = Aside().Match(text);
        if (!match.Success) return null;
        var what = match.Groups["what"];
        return Bare(what.Value, start + what.Index, message);
    }

    /// <summary>A reason without what leads to it, what is to be done with it, and the days beside it: those say when, not why.</summary>
    public static (string Text, int Start)? Bare(string said, int at, Message message)
    {
        var told = said.Length - Lead().Replace(said, "").Length;
        (said, at) = (said[told..], at + told);
        if (Request().Match(said) is { Success: true, Index: > 3 } request) said = said[..request.Index];
        said = said.Trim(' ', '.', ',', '!', ':', ';', '-');
        foreach (var value in message.Values.Where(value => value.Value is Values.Reading.Day or Values.Reading.Days or Values.Reading.Moment))
        {
            if (value.Start == at)
            {
                var rest = said[Math.Min(said.Length, value.Length)..].TrimStart();
                at += said.Length - rest.Length;
                said = rest;
            }
            else if (value.Start > at && value.End >= at + said.Length)
            {
                said = Loose().Replace(said[..Math.Max(0, Math.Min(said.Length, value.Start - at))].TrimEnd(), "");
            }
        }

        if (During().Match(said) is { Success: true, Index: > 3 } during && message.Values.Any(value => value.Start >= at + during.Index && value.Start < at + said.Length && value.Value is Values.Reading.Day or Values.Reading.Days or Values.Reading.Moment))
            said = said[..during.Index].TrimEnd();

        return said.Length > 2 ? (said, message.Text.IndexOf(said, Math.Min(Math.Max(0, at - 2), message.Text.Length), StringComparison.Ordinal) is var found and >= 0 ? found : at) : null;
    }

    private static Match First(string text, params Regex[] patterns) => Array.Find([.. patterns.Select(pattern => pattern.Match(text))], one => one.Success) ?? Match.Empty;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(that |dat )?((they|ze|zij|he|she|hij|klant|gasten|guests) (were|was|is|are|waren|zijn|vond|vonden|said|say|says|zegt|zeggen|zei|zeiden|complained|klagen|klaagt|klaagde|klaagden) (annoyed |upset |unhappy |boos |ontevreden )?(that|dat|over|about)\s+)?((meldt|meldde|meldden|reports|reported)\s+)?(\s*(on the grounds (that|of)|the grounds (that|of)|(klagen|klaagt|klaagde|klaagden|klacht|klachten|complaint|complaints|complaining|complained|complains|moans|moaning) (over|about|dat|that)|omdat|want|wegens|vanwege|doordat|aangezien|because|due to|because of|cos|coz|cuz|since|as|being|over|about|for|met|dat|that|de reden (was|is)|the (stated )?(reason|ground)( was| is| being)?|it's since|vooral door|door|mainly|vooral op|door het feit dat)\s+)*", Plain)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(,|\s-|\sen|\sand|;)\s*(please |graag |kun je |can you |could you |wil je |wilt u )?(zet|leg|noteer|log|note|record|put|file|save|sla|onthoud|houd|geef|maak|stuur|verwerk|graag|please|pls|kindly|bel|herinner|remind|ze gaven|they (scored|gave|rated)|zegt|dat is de reden|that's (why|the reason)|that is (why|the reason))\b.*$", Plain | RegexOptions.Singleline)]
    private static partial Regex Request();

    /// <summary>"During yesterday's session": when it was.</summary>
    [GeneratedRegex(@"\s+(during|tijdens|gedurende)\s+[^.;,!?]{0,24}$", Plain | RegexOptions.RightToLeft)]
    private static partial Regex During();

    /// <summary>A little word that led to a day.</summary>
    [GeneratedRegex(@"\s+(op|on|in|at|van|of|for|voor|om|by)$", Plain)]
    private static partial Regex Loose();

    [GeneratedRegex(@"\b(omdat|want(?= (ze|zij|hij|de|het|een|we|wij|er|dat|die|hun|ik|'t|t|anders|je|niemand|dit|daar|nu|zo|\S+ (is|was|zijn|heeft|hebben|wil|kan|kunnen|moet|moeten|gaat|gaan|komt|komen|kost))\b)|wegens|vanwege|doordat|aangezien|on the grounds (that|of)|because|because of|due to|owing to|cos|coz|cuz|bcs|bcoz|komt door|komt doordat|attributable to|toe te schrijven aan|te wijten aan|thanks to|reden(\s(was|is|:)|:| dat)|the (stated )?(reason|ground)( is| was| being|:)|reason:?|since (it is|it's|they|the|their|half|we|he|she|nobody)|as (their|they|the \w+ (is|are|was)|it is|it's))\s*(?<what>[^.;!?\n]+)", Plain)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(was|waren|is|zijn|were|are)\b[^.;!?\n]{0,60}?\s(?<what>(veel |far |way )?(te|too|niet|not|nooit|never|helemaal niet)\s+[^.;,!?\n]+)", Plain)]
    private static partial Regex Fault();

    [GeneratedRegex(@"\b(klaagt|klaagde|klaagden|klagen|baalt|mopperde|moaned|grumbled|complained|complaining|complains|complain|unhappy|ontevreden|boos|upset|angry|furious|niet blij|not happy|disappointed|teleurgesteld|klacht|complaint|issue|problem|probleem)\b[^.;:\n]{0,60}?\b(about|with|that|over|met|dat)\b\s+(?<what>[^.;,!?\n]+)", Plain)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(was|waren|were)\b\s+(de |het |the )?(?<what>[^.;,!?\n]+)", Plain)]
    private static partial Regex Was();

    [GeneratedRegex(@"\b(klacht|complaint|probleem|problem|issue)\b[^:.]*[:]\s*(?<what>[^.;!?\n]+)", Plain)]
    private static partial Regex Issue();

    /// <summary>"Knock 5% off. They've been loyal for ten years."</summary>
    [GeneratedRegex(@"[.?!;,]\s+(sure )?(?<what>(they|they've|they're|their|ze|zij|hun|hij|zij|he|she|de klant|the client|the customer|de inkoper|margin|marge|marge is|anders)\b(?! (want|wants|need|would|willen|wil|ask|asked|vragen|vraagt)\b)\s[^.;!?\n]{6,})[.!]?\s*$", Plain)]
    private static partial Regex Aside();
}
