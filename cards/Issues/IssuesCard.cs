using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Issues;

namespace SalesBot.Cards.Issues;

/// <param name="Today">The reader's day, against which something is overdue.</param>
/// <param name="About">Of one account; null: of all that the reader sees.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record IssuesView(IReadOnlyList<IssueItem> Items, DateOnly Today, int Total, string? About = null, ListMore? More = null);

/// <param name="Id">Of the document, for the button.</param>
/// <param name="OwnerName">Null: the reader sees to it.</param>
public sealed record IssueItem(Issue Issue, string Id, string AccountName, string? OwnerName);

/// <summary>Open issues and complaints, the most urgent first; a tap closes one.</summary>
public static class IssuesCard
{
    public static AdaptiveCard Of(IssuesView view, Language language) =>
        ListCard.Of(
            new ListView(
                IssueTexts.Title.In(language), About(view, language), [.. view.Items.Select(item => ItemOf(item, view, language))],
                IssueTexts.None.In(language), view.More),
            language);

    private static string? About(IssuesView view, Language language)
    {
        var count = view.Total == 0 ? null : view.Total == 1 ? IssueTexts.One.In(language) : IssueTexts.Many(view.Total).In(language);
        return view.About is null ? count : count is null ? view.About : $"{view.About} · {count}";
    }

    private static ListItem ItemOf(IssueItem item, IssuesView view, Language language)
    {
        var issue = item.Issue;
        var due = $"{IssueTexts.Until.In(language)} {issue.Due.ToString("ddd d MMM", language.Culture())}";
        var details = new[] { view.About is null ? item.AccountName : null, item.OwnerName, due }.OfType<string>();
        return new ListItem(
            issue.What, string.Join(" · ", details), StatusOf(issue, view.Today, language),
            new Execute(IssueTexts.Close.In(language), "issue.close", new ActionData(("id", item.Id))));
    }

    private static Status StatusOf(Issue issue, DateOnly today, Language language)
    {
        List<string> parts = [IssueTexts.Of(issue.Severity).In(language)];
        if (issue.Kind == IssueKind.Looming) parts.Insert(0, IssueTexts.Of(issue.Kind).In(language));
        if (issue.Due < today) parts.Add(ListTexts.Overdue.In(language));
        var color = issue.Due < today || issue.Severity == IssueSeverity.High ? TextColor.Attention : issue.Kind == IssueKind.Looming ? TextColor.Warning : TextColor.Default;
        return new(string.Join(" · ", parts), color);
    }
}

/// <summary>Words for issues.</summary>
public static class IssueTexts
{
    public static readonly Text
        Title = new("Klachten en issues", "Complaints and issues"),
        None = new("Er loopt niets. Mooi zo.", "Nothing is open. Good."),
        One = new("1 open", "1 open"),
        Until = new("uiterlijk", "by"),
        Close = new("Opgelost", "Solved");

    public static Text Many(int count) => new($"{count} open", $"{count} open");

    public static Text Of(IssueKind kind) => kind == IssueKind.Looming ? new("dreigend", "looming") : new("echt gebeurd", "has happened");

    public static Text Of(IssueSeverity severity) => severity switch
    {
        IssueSeverity.High => new("ernstig", "serious"),
        IssueSeverity.Medium => new("gemiddeld", "medium"),
        _ => new("licht", "minor"),
    };
}
