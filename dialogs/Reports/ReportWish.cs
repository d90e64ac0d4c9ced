using System.Text.RegularExpressions;
using SalesBot.Data.Reports;
using SalesBot.Dialogs.Nudges;

namespace SalesBot.Dialogs.Reports;

/// <summary>"Stuur me elke maandag het teamrapport", "post the team report here every first of the month", "stop het teamrapport".</summary>
/// <param name="Rhythm">Null: none is wanted; it is to be stopped, or shown.</param>
/// <param name="Channel">A channel was named, or "here".</param>
internal sealed partial record ReportWish(ReportRhythm? Rhythm, int Day, TimeOnly At, bool Team, bool Channel, bool Stops, bool Excel = false, bool Pdf = false)
{
    private const int MostWords = 18;

    private static readonly string[] Days = ["maandag|monday", "dinsdag|tuesday", "woensdag|wednesday", "donderdag|thursday", "vrijdag|friday", "zaterdag|saturday", "zondag|sunday"];

    /// <summary>Null: the message is about something else.</summary>
    public static ReportWish? Of(string text)
    {
        var said = text.Trim().ToLowerInvariant();
        if (said.Length == 0 || said.Count(char.IsWhiteSpace) >= MostWords || !Report().IsMatch(said)) return null;
        var (team, channel) = (said.Contains("team", StringComparison.Ordinal), Channels().IsMatch(said));
        if (Stop().IsMatch(said)) return new(null, 0, default, team, channel, Stops: true);
        if (Show().IsMatch(said)) return new(null, 0, default, team, channel, Stops: false);
        var at = Time().Match(said) is { Success: true } clock ? NudgeWish.Time(clock.Groups["at"]) ?? new(8, 30) : new TimeOnly(8, 30);
        if (RhythmOf(said) is not var (rhythm, day)) return null;
        return new(rhythm, day, at, team, channel, Stops: false, Flows.AskReport.Excel().IsMatch(said), Flows.AskReport.Pdf().IsMatch(said));
    }

    private static (ReportRhythm, int)? RhythmOf(string said)
    {
        if (First().IsMatch(said) || Monthly().IsMatch(said)) return (ReportRhythm.Monthly, 1);
        if (Quarterly().IsMatch(said)) return (ReportRhythm.Quarterly, 1);
        if (Every().Match(said) is { Success: true } every)
        {
            var day = Array.FindIndex(Days, names => names.Split('|').Contains(every.Groups["unit"].Value.TrimEnd('s')));
            return day >= 0 ? (ReportRhythm.Weekly, day + 1)
                : every.Groups["unit"].Value is "week" ? (ReportRhythm.Weekly, 1)
                : (ReportRhythm.Daily, 0);
        }
        return Weekly().IsMatch(said) ? (ReportRhythm.Weekly, 1) : Daily().IsMatch(said) ? (ReportRhythm.Daily, 0) : null;
    }

    [GeneratedRegex(@"\b(team|maand|kwartaal|week|dag)?-?(rapport|rapporten|rapportage|report|reports|cijfers|figures|kpi'?s|resultaten|results)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(kanaal|channel|hier|here|groep|group)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Channels();

    [GeneratedRegex(@"^(stop|geen|annuleer|no more|cancel|beëindig|end)\b.*\b(team|maand|kwartaal|week|dag)?(rapport|rapporten|rapportage|reports?)\b|\b(team|maand|kwartaal|week|dag)?(rapport|rapporten|rapportage|reports?)\b.*\b(niet meer|no longer|stoppen)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^(welke|which|what) (vaste |geplande |scheduled |regular )?(rapporten|rapportages|reports)\b.*\b(krijg|komen|get|come|lopen|scheduled|gepland)\b|^(vaste|geplande|scheduled) (rapporten|reports)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Show();

    [GeneratedRegex(@"\b(elke|iedere|ieder|elk|every|each|op|on) (?<unit>(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|werkdag|working day|dag|day|ochtend|morning|week)\b(?<=\b(elke|iedere|ieder|elk|every|each) [a-z ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Every();

    [GeneratedRegex(@"\b(elke|iedere|every|each) (de )?(eerste|1e|first|1st)( dag| day)? (van de|of the|of each|van elke) (maand|month)|\b(eerste|first)( dag| day)? (van de|of the|of each|of every|van elke|van iedere) (maand|month)\b", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(elke|iedere|every|each) (maand|month)\b|\ba monthly\b|\b(maandelijks|monthly)\b(?! (reports?|figures|results|overview)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"\b(elk|ieder|every|each) (kwartaal|quarter)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Quarterly();

    [GeneratedRegex(@"\ba weekly\b|\b(wekelijks|weekly)\b(?! (reports?|figures|results|overview)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Weekly();

    [GeneratedRegex(@"\ba daily\b|\b(dagelijks|daily)\b(?! (reports?|figures|results|overview)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Daily();

    [GeneratedRegex(@"\b(om|at) (?<at>(half )?\d{1,2}([:.]\d{2})?( ?(uur|am|pm))?|half (acht|negen|tien))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
