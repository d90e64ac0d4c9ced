using System.Text.RegularExpressions;

namespace SalesBot.Dialogs.Understanding.Sentences;

/// <summary>Set phrases about figures: a cause that is told, and who rose or fell most.</summary>
internal static partial class FigureWords
{
    /// <param name="read">The slots that the words hold for an intent.</param>
    public static Heard? Of(Message message, Func<string, List<HeardSlot>> read)
    {
        if (Cause().Match(message.Text) is { Success: true } cause)
        {
            var said = cause.Groups["said"];
            // What the cause itself speaks of is part of it.
            var slots = read(Intents.DeviationExplanation)
                .Where(slot => slot.Name is SlotNames.Account or SlotNames.Period && slot.Start < said.Index).ToList();
            slots.Add(new(SlotNames.Reason, new SlotValue.Text(said.Value.Trim()), 0, said.Index, said.Length));
            return new([Intents.RecordCause], slots);
        }
        if (Ranking(message.Text) is not { } ranking) return null;
        // "By product group": what figures are told apart by is nobody's name.
        var asked = read(Intents.QueryRevenue).Where(slot => slot is { Name: SlotNames.Period or SlotNames.Scope or SlotNames.Group } or { Name: SlotNames.Account, Value: not SlotValue.Account { Id: null } }).ToList();
        asked.Add(new(SlotNames.Comparison, new SlotValue.Text(ranking)));
        return new([Intents.QueryRevenue], asked);
    }

    /// <summary>Whether a cause is told, whatever it speaks of: "oorzaak bij Philips: offerte verloren".</summary>
    public static bool TellsCause(string text) => Cause().IsMatch(text);

    private static string? Ranking(string text) =>
        Fallers().IsMatch(text) ? "fallers" : Risers().IsMatch(text) ? "risers" : ByUser().IsMatch(text) ? "by_user" : ByGroup().IsMatch(text) ? "by_group" : null;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\s*(de |the )?(oorzaak|verklaring|cause|explanation)\b[^:]{0,120}:\s*(?<said>\S.{2,})$", Plain | RegexOptions.Singleline)]
    private static partial Regex Cause();

    [GeneratedRegex(@"^[^.!]{0,60}\b((top ?\d+|grootste|sterkste|biggest|largest)( \w+)? )?(dalers|decliners|fallers|verliezers)\b", Plain)]
    private static partial Regex Fallers();

    [GeneratedRegex(@"^[^.!]{0,60}\b((top ?\d+|grootste|sterkste|biggest|largest)( \w+)? )?(stijgers|risers|climbers|groeiers)\b", Plain)]
    private static partial Regex Risers();

    [GeneratedRegex(@"^[^.!]{0,60}\b(omzet|resultaten|cijfers|revenue|turnover|figures)\b[^.!]{0,40}\b(per|by) (account ?manager|accountmanagers|persoon|person)\b", Plain)]
    private static partial Regex ByUser();

    [GeneratedRegex(@"^[^.!]{0,60}\b(omzet|cijfers|revenue|turnover|figures)\b[^.!]{0,40}\b(per|by) (product ?groep|product ?group|groep|group)\b", Plain)]
    private static partial Regex ByGroup();
}
