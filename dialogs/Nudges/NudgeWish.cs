using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Nudges;

public enum NudgeAsk { Show, Off, On, Stop, Resume, At, Quiet, Driving }

/// <summary>
/// What somebody wants of the bot's own messages, said in few words: "stuur geen berichten meer", "dagoverzicht om half acht",
/// "ik rijd tussen 8 en 9", "geen meldingen over dalende omzet".
/// </summary>
/// <param name="Kind">Name of the kind of matter that it is about.</param>
internal sealed partial record NudgeWish(NudgeAsk Ask, string? Kind = null, TimeOnly? From = null, TimeOnly? To = null)
{
    private const int MostWords = 14;

    private static readonly (string Kind, string Words)[] Kinds =
    [
        ("option", "optie|option"), ("silent-quote", "stille offerte|reactie|silent|answer"), ("cadence", "ritme|bezocht|bezoekritme|cadence|rhythm|not visited"),
        ("follow-up", "opvolg|actie|taken|follow|task"), ("falling-revenue", "dalende|omzet|revenue|falling"), ("near-line", "key.?account"),
        ("buying-window", "plannen|koopvenster|buying|plans"), ("after-sales", "nazorg|after.?sales"), ("approval", "goedkeuring|approval"), ("issue", "issue|klacht|complaint"),
    ];

    /// <summary>Null: the message is about something else.</summary>
    public static NudgeWish? Of(string text)
    {
        var said = text.Trim().ToLowerInvariant();
        if (said.Length == 0 || said.Count(char.IsWhiteSpace) >= MostWords) return null;
        if (Driving().Match(said) is { Success: true } drive) return Hours(NudgeAsk.Driving, drive);
        if (Quiet().Match(said) is { Success: true } quiet) return Hours(NudgeAsk.Quiet, quiet);
        if (At().Match(said) is { Success: true } at && Time(at.Groups["from"]) is { } time) return new(NudgeAsk.At, From: time);
        if (!Messages().IsMatch(said)) return null;
        var kind = About().Match(said) is { Success: true } about ? Kinds.FirstOrDefault(one => Regex.IsMatch(about.Groups["what"].Value, one.Words)).Kind : null;
        if (About().IsMatch(said) && kind is null) return null;
        // "Weer aan" before "geen": "stuur me weer meldingen".
        if (Again().IsMatch(said)) return kind is null ? new(NudgeAsk.On) : new(NudgeAsk.Resume, kind);
        // "Geen meldingen tussen 7 en 9" takes away those hours, not the messages.
        if (No().IsMatch(said) && kind is null && WithoutHours(said) is { } hours) return hours;
        if (No().IsMatch(said)) return kind is null ? new(NudgeAsk.Off) : new(NudgeAsk.Stop, kind);
        // Reminders that are asked for by themselves are what has to be done.
        return Settings().IsMatch(said) && !Reminders().IsMatch(said) ? new(NudgeAsk.Show) : null;
    }

    /// <summary>"Herinner me hier volgende week aan": what was last shown is to come back.</summary>
    public static bool IsSnooze(string text) => text.Length < 120 && Snooze().IsMatch(text.Trim().ToLowerInvariant());

    private static NudgeWish? Hours(NudgeAsk ask, Match match) =>
        match.Groups["none"].Success ? new(ask)
        : Time(match.Groups["from"]) is { } from && Time(match.Groups["to"]) is { } to ? new(ask, null, from, to)
        : null;

    /// <summary>At night it is quiet; a part of the day is kept as time behind the wheel, beside the night.</summary>
    private static NudgeWish? WithoutHours(string said)
    {
        if (Between().Match(said) is { Success: true } between && Time(between.Groups["from"]) is { } from && Time(between.Groups["to"]) is { } to)
            return new(from > to ? NudgeAsk.Quiet : NudgeAsk.Driving, null, from, to);
        if (After().Match(said) is { Success: true } after && Time(after.Groups["from"]) is { } start) return new(NudgeAsk.Quiet, From: start);
        return Before().Match(said) is { Success: true } before && Time(before.Groups["to"]) is { } end ? new(NudgeAsk.Quiet, To: end) : null;
    }

    /// <summary>Half acht, 8:30, 9 uur, 6pm; null: no time of the day.</summary>
    internal static TimeOnly? Time(Group group)
    {
        var said = group.Value.Replace('.', ':').Replace("uur", "").Replace("o'clock", "").Trim();
        var half = said.StartsWith("half ", StringComparison.Ordinal);
        if (half) said = said[5..].Trim();
        var afternoon = said.EndsWith("pm", StringComparison.Ordinal);
        if (afternoon || said.EndsWith("am", StringComparison.Ordinal)) said = said[..^2].Trim();
        if (half) said = said switch { "zes" => "6", "zeven" => "7", "acht" => "8", "negen" => "9", "tien" => "10", _ => said };
        var parts = said.Split(':');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 24) return null;
        var minute = 0;
        if (parts.Length > 1 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute) || minute > 59)) return null;
        if (afternoon && hour < 12) hour += 12;
        var time = new TimeOnly(hour % 24, minute);
        return half ? time.AddMinutes(-30) : time;
    }

    private const string Clock = @"(half )?\d{1,2}([:.]\d{2})?( ?(uur|am|pm|o'clock))?|half (zes|zeven|acht|negen|tien)";
    private const string Span = @"(tussen|van|between|from) (?<from>" + Clock + @") (en|tot|and|to|until) (?<to>" + Clock + @")";

    [GeneratedRegex(@"^(ik (rijd|rij|zit in de auto)( altijd| elke dag| meestal| normaal)?|i('m| am)? (always |usually )?(drive|driving)( every day)?|rijtijden?:?|driving hours:?) ?((?<none>niet meer|geen|none|no longer)|" + Span + @")[.!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Driving();

    [GeneratedRegex(@"^((wees |blijf )?stil|stille uren:?|niet storen|stoor me niet|be quiet|stay quiet|quiet( hours)?:?|do not disturb( me)?|don't disturb me) " + Span + @"[.!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Quiet();

    [GeneratedRegex(@"^(stuur |send |geef |zet )?(me )?(het |mijn |the |my )?(dag(elijks )?overzicht|daily (digest|overview)|digest|overview|meldingen|notifications)( me)?( elke dag| voortaan| every day| from now on)? (om|at|op) (?<from>" + Clock + @")( sturen| voortaan| from now on)?[.!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(@"\b" + Span + @"\b", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(na|after|vanaf|from) (?<from>" + Clock + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(voor|vóór|before|tot|until) (?<to>" + Clock + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(bericht(en|jes)?|melding(en)?|notificaties?|herinneringen|seintjes|dagoverzicht|messages?|notifications?|nudges?|reminders?|digest|alerts?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Messages();

    [GeneratedRegex(@"^(?!.*\b(instellen|instellingen|settings|beheer|manage|change|wijzig)\b).*\b(herinneringen|reminders?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reminders();

    [GeneratedRegex(@"\b(geen|stop|hou op|zet .*uit|uit|no|don't(?! (understand|follow|get|know|see))|do not(?! (understand|follow|get|know|see))|without|turn off|off|mute|quit)\b", RegexOptions.CultureInvariant)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(weer|aan|again|on|back on|resume)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"\b(over|about) (?<what>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(instellen|instellingen|settings|wanneer|when|welke|which|which|beheer|manage|change|wijzig)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Settings();

    [GeneratedRegex(@"^(kun je |wil je |please |can you |could you )?(herinner (me|mij) (hier|daar|er|dit|hieraan|daaraan|eraan)\b(?!.*\b(dat|om|te)\b)|remind me (of |about )?(this|that|it)\b(?! i\b| we\b)|snooze\b|(kom hier|kom daar)\b.* op terug)", RegexOptions.CultureInvariant)]
    private static partial Regex Snooze();
}
