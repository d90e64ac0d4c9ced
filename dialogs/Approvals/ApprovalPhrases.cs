using System.Text.RegularExpressions;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Approvals;

/// <summary>What is said about requests in set phrases, beside the intents that are learned.</summary>
internal static partial class ApprovalPhrases
{
    /// <summary>A longer text is a story, in which such words may stand for anything.</summary>
    private const int Longest = 160;

    /// <summary>The intent that the phrase is; null: none of these.</summary>
    public static string? Of(string text) => text.Trim() switch
    {
        var said when ReplyWords(said) is not null => Intents.AnswerQuestion,
        { Length: > Longest } => null,
        var said when History().IsMatch(said) && Subject().IsMatch(said) => Intents.ShowHistory,
        var said when Back().IsMatch(said) => Intents.EndAbsence,
        var said when Away().IsMatch(said) => Intents.SetAbsence,
        _ => null,
    };

    /// <summary>What follows "antwoord:", with the number it is about where one was said; null: it does not begin so.</summary>
    public static (string? Number, string Words)? ReplyWords(string text) =>
        Reply().Match(text.Trim()) is { Success: true } match
            ? (match.Groups["number"] is { Success: true, Value: var number } ? number : null, match.Groups["words"].Value.Trim())
            : null;

    [GeneratedRegex(@"^(mijn |my )?(antwoord|answer|reply)( (op|aan|over|voor|to|on|about|for) (?<number>[A-Za-z]-\d{4}-\d{1,4}|[\w ]{1,30}?))?\s*:\s*(?<words>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Reply();

    [GeneratedRegex(@"\b(geschiedenis|historie|verloop|tijdlijn|logboek|history|timeline|audit( trail)?|gebeurd|happened|wie heeft .{1,60} (goedgekeurd|afgewezen)|who (approved|rejected))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex History();

    [GeneratedRegex(@"\b([A-Za-z]{1,2}-\d{4}-\w{1,4}|offerte|quote|aanvraag|request|goedkeuring|approval|\w*overeenkomst|agreement|voorstel|proposal|\w*plan)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(ik ben|ik ga|i am|i'm|i will be|i'll be)\b.{0,80}\b(afwezig|niet aanwezig|op vakantie|met vakantie|met verlof|away|absent|on holiday|on leave|on vacation|out of (the )?office)\b|\b(neemt (voor mij |me )?waar|is mijn (vervanger|waarnemer)|vervangt mij|vervangt me|stands in for me|covers for me|is my stand-in)\b|^(afwezigheid|absence)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Away();

    [GeneratedRegex(@"^(ik ben (er )?(weer|terug)\b.{0,20}|i'm back\b.{0,20}|i am back\b.{0,20}|(trek|beëindig|stop|annuleer) mijn afwezigheid( in)?|(end|stop|cancel) my absence)[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Back();
}
