using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Visits;

namespace SalesBot.Cards.Visits;

/// <param name="By">Who went there.</param>
/// <param name="Met">Names of the persons met.</param>
public sealed record VisitItem(Visit Visit, string By, IReadOnlyList<string> Met);

/// <param name="Visits">A page of them, newest first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record VisitsView(string AccountName, IReadOnlyList<VisitItem> Visits, int Total, ListMore? More = null);

/// <summary>Visit notes read back: when, who met whom, what for, what came of it. For the private chat only.</summary>
public static class VisitsCard
{
    public const int PageSize = 3;

    public static AdaptiveCard Of(VisitsView view, Language language)
    {
        var newest = view.Visits.Count == 0 ? VisitTexts.None.In(language) : $"{language.Date(view.Visits[0].Visit.VisitedOn)}: {VisitTexts.Gist(view.Visits[0].Visit)}";
        return new AdaptiveCard(
            Words.Clip($"{VisitTexts.Title.In(language)} {view.AccountName}: {newest}", 300),
            [
                Parts.Header(VisitTexts.Title.In(language), view.Total > view.Visits.Count ? $"{view.AccountName} · {view.Total}" : view.AccountName),
                .. view.Visits.Count == 0 ? [new TextBlock(VisitTexts.None.In(language))] : view.Visits.SelectMany((item, index) => Note(item, index, language)),
            ],
            view.More is { } more ? [new Execute(VisitTexts.Earlier.In(language), "list.more", ListCard.DataOf(more))] : null)
        { IsWide = true };
    }

    private static IEnumerable<Element> Note(VisitItem item, int index, Language language)
    {
        var visit = item.Visit;
        yield return new TextBlock(language.Date(visit.VisitedOn)) { Bold = true, Separator = index > 0, Spacing = Spacing.Medium };
        yield return Parts.Remark(string.Join(" · ", [item.By, .. item.Met.Count > 0 ? [$"{VisitTexts.With.In(language)} {string.Join(", ", item.Met)}"] : Array.Empty<string>()]), Spacing.None);
        if (visit.Goal is { } goal) yield return Parts.Row(VisitTexts.Goal.In(language), Words.Clip(goal, 200));
        if (visit.Outcome is { } outcome) yield return Parts.Row(VisitTexts.Outcome.In(language), Words.Clip(outcome, 300));
        foreach (var line in VisitTexts.Lines(visit)) yield return new TextBlock(line) { Spacing = Spacing.Small };
        if (visit.NextStep is { } next) yield return Parts.Row(VisitTexts.NextStep.In(language), Words.Clip(next, 200));
    }
}

/// <summary>Words for visit notes.</summary>
public static class VisitTexts
{
    private const int LongestNote = 600;

    public static readonly Text
        Title = new("Bezoekverslagen", "Visit notes"),
        Last = new("Laatste bezoek", "Last visit"),
        None = new("Nog geen bezoek vastgelegd.", "No visit recorded yet."),
        Earlier = new("Eerdere bezoeken", "Earlier visits"),
        With = new("met", "with"),
        Goal = new("Doel", "Goal"),
        Outcome = new("Uitkomst", "Outcome"),
        NextStep = new("Vervolg", "Next step");

    /// <summary>What it came down to, in a line.</summary>
    public static string Gist(Visit visit) => visit.Outcome ?? (visit.Summary is { Sentences: [var first, ..] } ? first.Text : visit.Notes ?? visit.Goal ?? visit.NextStep ?? "–");

    /// <summary>The note's summary where it has one, else the note.</summary>
    internal static IReadOnlyList<string> Lines(Visit visit) =>
        visit.Summary is { Sentences.Count: > 0 } summary ? [.. summary.Sentences.Select(sentence => "• " + Words.Clip(sentence.Text, 300))]
        : visit.Notes is { Length: > 0 } notes ? [Words.Clip(notes, LongestNote)] : [];
}
