using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Approvals;

/// <param name="Name">How people call what it is the history of.</param>
/// <param name="Part">Which part of a long one; null: all of it.</param>
public sealed record HistoryView(string Name, string AccountName, Status? Status, IReadOnlyList<HistoryLine> Lines, string? Part = null);

/// <param name="What">What happened, in a sentence.</param>
/// <param name="Words">What was said with it: a question, a reason.</param>
public sealed record HistoryLine(DateTimeOffset At, string Who, string What, string? Words = null);

/// <summary>What happened to a quote or another thing that is decided on, from the first request to the outcome.</summary>
public static class HistoryCard
{
    /// <summary>More than this on one card is more than a phone scrolls through.</summary>
    public const int MostLines = 40;

    private static readonly Text History = new("Geschiedenis", "History");

    public static AdaptiveCard Of(HistoryView view, Language language)
    {
        var title = $"{History.In(language)} {view.Name}";
        return new AdaptiveCard(
            $"{title}, {view.AccountName}",
            [
                Parts.Header(title, view.AccountName + (view.Part is { } part ? $" · {part}" : ""), view.Status),
                .. view.Lines.Select(line => LineOf(line, language)),
            ],
            []);
    }

    private static Container LineOf(HistoryLine line, Language language)
    {
        List<Element> items =
        [
            new TextBlock(Words.Clip(line.What, 300)) { Bold = true },
            Parts.Remark($"{line.Who} · {ApprovalCard.Moment(line.At, language)}", Spacing.None),
        ];
        if (line.Words is { Length: > 0 } words) items.Add(new TextBlock(Words.Clip(words, 400)) { Spacing = Spacing.Small });
        return new Container(items) { Separator = true, Spacing = Spacing.Small };
    }
}
