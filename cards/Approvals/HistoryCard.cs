using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Approvals;

/// <param name="Name">How people call what it is the history of.</param>
/// <param name="Lines">Of this page, the oldest first.</param>
/// <param name="Skipped">How many come before it.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record HistoryView(string Name, string AccountName, Status? Status, IReadOnlyList<HistoryLine> Lines, int Skipped, int Total)
{
    public ListMore? Earlier { get; init; }
    public ListMore? Later { get; init; }
}

/// <param name="What">What happened, in a sentence.</param>
/// <param name="Words">What was said with it: a question, a reason, what was changed.</param>
public sealed record HistoryLine(DateTimeOffset At, string Who, string What, string? Words = null);

/// <summary>What happened to a quote or another thing that is decided on, from the first request to the outcome.</summary>
public static class HistoryCard
{
    /// <summary>Two screens of a phone.</summary>
    public const int PageSize = 12;

    private static readonly Text Title = new("Geschiedenis", "History"), From = new("van", "of"), Before = new("Eerder", "Earlier"), After = new("Later", "Later"),
        Nothing = new("Hiervan is nog niets vastgelegd.", "Nothing is on record of this yet.");

    public static AdaptiveCard Of(HistoryView view, Language language)
    {
        var title = $"{Title.In(language)} {view.Name}";
        var place = view.Total > view.Lines.Count ? $" · {view.Skipped + 1}–{view.Skipped + view.Lines.Count} {From.In(language)} {view.Total}" : "";
        return new AdaptiveCard(
            $"{title}, {view.AccountName}",
            [
                Parts.Header(title, view.AccountName + place, view.Status),
                .. Parts.If(view.Lines.Count == 0, () => Parts.Remark(Nothing.In(language))),
                .. view.Lines.Select((line, index) => LineOf(line, index, language)),
            ],
            [.. Turns(view, language)]);
    }

    private static IEnumerable<CardAction> Turns(HistoryView view, Language language)
    {
        if (view.Earlier is { } earlier) yield return new Execute(Before.In(language), "list.more", ListCard.DataOf(earlier));
        if (view.Later is { } later) yield return new Execute(After.In(language), "list.more", ListCard.DataOf(later));
    }

    private static Container LineOf(HistoryLine line, int index, Language language)
    {
        List<Element> items =
        [
            new TextBlock(Words.Clip(line.What, 300)) { Bold = true },
            Parts.Remark($"{line.Who} · {ApprovalCard.ShortMoment(line.At, language)}", Spacing.None),
        ];
        if (line.Words is { Length: > 0 } words) items.Add(new TextBlock(Words.Clip(words, 400)) { Spacing = Spacing.None });
        return new Container(items) { Separator = index > 0, Spacing = Spacing.Medium };
    }
}
