using SalesBot.Cards.Model;
using SalesBot.Data;

namespace SalesBot.Cards.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Empty">What is said when there is nothing in it.</param>
/// <param name="More">Where the next page begins; null: this is the last.</param>
public sealed record ListView(string Title, string? About, IReadOnlyList<ListItem> Items, string Empty, ListMore? More = null);

/// <param name="Detail">Smaller, below the line.</param>
public sealed record ListItem(string Line, string? Detail, Status? Status = null, Execute? Button = null);

/// <param name="List">Name of the list, by which the next page is asked for.</param>
/// <param name="Skip">How many come before it.</param>
/// <param name="Subject">Whose list it is, where there are several: an account's or a person's id.</param>
public sealed record ListMore(string List, int Skip, string? Subject = null);

/// <summary>A page of a list, each row with at most one button.</summary>
public static class ListCard
{
    /// <summary>Rows with a button on a page: with the button for the next page, a card holds six.</summary>
    public const int PageSize = 5;

    public static AdaptiveCard Of(ListView view, Language language)
    {
        var summary = view.Items.Count == 0 ? $"{view.Title}: {view.Empty}" : $"{view.Title}: {string.Join("; ", view.Items.Take(3).Select(item => item.Line))}";
        return new AdaptiveCard(
            Words.Clip(summary, 300),
            [
                Parts.Header(view.Title, view.About),
                .. view.Items.Count == 0 ? [new TextBlock(view.Empty)] : view.Items.Select(RowOf),
            ],
            view.More is { } more ? [new Execute(ListTexts.More.In(language), "list.more", DataOf(more))] : null);
    }

    internal static ActionData DataOf(ListMore more) =>
        more.Subject is { } subject
            ? new(("list", more.List), ("skip", more.Skip), ("subject", subject))
            : new(("list", more.List), ("skip", more.Skip));

    private static Element RowOf(ListItem item, int index)
    {
        List<Element> left = [new TextBlock(Words.Clip(item.Line, 200))];
        if (item.Detail is not null) left.Add(Parts.Remark(Words.Clip(item.Detail, 300), Spacing.None));
        if (item.Status is { } status) left.Add(new TextBlock(status.Text) { Size = TextSize.Small, Color = status.Color, Spacing = Spacing.None });
        return new ColumnSet([new Column(1, left), .. item.Button is null ? Array.Empty<Column>() : [new Column(0, new ActionSet([item.Button]))]])
        {
            Separator = index > 0,
            Spacing = Spacing.Medium,
        };
    }
}
