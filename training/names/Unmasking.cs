using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Tagging;

namespace SalesBot.Training.Names;

/// <summary>What a masked value of training/corpus plays for a part, as far as its intent and the words beside it tell; "?": it may be any.</summary>
internal static class Unmasking
{
    private static readonly HashSet<string> Reports = [Intents.LogIssue, Intents.LogSatisfaction, Intents.LogEvent];
    private static readonly HashSet<string> Looks = [Intents.QueryRevenue, Intents.QueryKpi, Intents.TeamKpi, Intents.DeviationExplanation, Intents.ReportExport];
    private static readonly HashSet<string> Priced = [Intents.RequestQuote, Intents.ChangeQuote, Intents.Proposal];

    private static readonly Dictionary<string, string[]> Counted = new()
    {
        [SlotNames.Rooms] = ["kamers", "kamer", "rooms", "room", "singles", "doubles", "kmrs"],
        [SlotNames.Nights] = ["nachten", "nacht", "nights", "night", "overnachtingen"],
        [SlotNames.Delegates] = ["personen", "man", "people", "deelnemers", "guests", "pax", "delegates", "gasten", "seats", "mensen"],
    };

    /// <param name="before">What is said before the value, of its own matter.</param>
    /// <param name="after">What is said behind it.</param>
    public static string Role(string mask, string intent, string before, string after) => mask switch
    {
        "_date" => Dated(intent, before),
        "_money" => SlotNames.Amount,
        "_pct" => Priced.Contains(intent) ? SlotNames.DiscountPercent : "?",
        "_num" when Corpus.Tokens(after).FirstOrDefault() is { } next && Counted.FirstOrDefault(unit => unit.Value.Contains(next)).Key is { } unit => unit,
        "_num" when intent == Intents.LogSatisfaction => SlotNames.Score,
        _ => "?",
    };

    private static string Dated(string intent, string before)
    {
        if (intent == Intents.AddFollowUp) return Tags.Due;
        if (Looks.Contains(intent)) return Tags.PastPeriod;
        if (Reports.Contains(intent)) return Tags.PastDate;
        var words = Corpus.Tokens(before);
        var first = !before.Contains('_', StringComparison.Ordinal) || !before.Contains("_date", StringComparison.Ordinal);
        return intent == Intents.LogVisit && first && !words.Exists(word => word is "in" or "_num" or "wil" or "willen" or "want" or "wants") ? Tags.PastDate : "?";
    }
}
