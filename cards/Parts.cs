using SalesBot.Cards.Model;

namespace SalesBot.Cards;

/// <summary>How a card says where its subject stands.</summary>
public sealed record Status(string Text, TextColor Color = TextColor.Default);

/// <summary>The parts that all cards are made of, so that they look alike.</summary>
internal static class Parts
{
    /// <summary>The band at the top: what it is, about whom, where it stands.</summary>
    public static Container Header(string title, string? about = null, Status? status = null)
    {
        List<Element> items = [new TextBlock(title) { Size = TextSize.Large, Bold = true, Heading = true }];
        if (about is not null) items.Add(new TextBlock(about) { Spacing = Spacing.None });
        if (status is not null) items.Add(new TextBlock(status.Text) { Spacing = Spacing.Small, Bold = true, Color = status.Color });
        return new Container(items) { Style = ContainerStyle.Emphasis, Bleed = true };
    }

    public static TextBlock Caption(string text) => new(text) { Bold = true, Separator = true, Spacing = Spacing.Medium };

    /// <summary>A remark in small grey type.</summary>
    public static TextBlock Remark(string text, Spacing spacing = Spacing.Small) =>
        new(text) { Size = TextSize.Small, Subtle = true, Spacing = spacing };

    /// <summary>A name and what it is, side by side.</summary>
    /// <param name="even">The name gets as much room as what it is.</param>
    public static ColumnSet Row(string label, string value, string? id = null, bool strong = false, bool even = false) =>
        new([
            new Column(even ? 3 : 2, new TextBlock(label) { Subtle = true }),
            new Column(3, new TextBlock(value) { Id = id, Bold = strong }),
        ])
        { Spacing = Spacing.Small };

    /// <summary>A name and its amount at the right edge.</summary>
    public static ColumnSet Amount(string label, string value, string? id = null, bool strong = false, TextColor color = TextColor.Default) =>
        new([
            new Column(1, new TextBlock(label) { Bold = strong, Subtle = !strong }),
            new Column(0, new TextBlock(value) { Id = id, Bold = strong, Align = Align.Right, OneLine = true, Color = color }),
        ])
        { Spacing = Spacing.Small };

    /// <summary>A figure at the right edge of an entry.</summary>
    public static TextBlock Figure(string value) => new(value) { Align = Align.Right, OneLine = true };

    /// <summary>A line with a smaller one below it, and what belongs to it at the right edge.</summary>
    public static ColumnSet Entry(string line, string? below, Element? right = null, bool separator = false, TextColor color = TextColor.Default)
    {
        List<Element> left = [new TextBlock(line) { Color = color }];
        if (below is not null) left.Add(Remark(below, Spacing.None));
        return new([new Column(1, left), .. right is null ? Array.Empty<Column>() : [new Column(0, right)]])
        {
            Spacing = Spacing.Small,
            Separator = separator,
        };
    }

    /// <summary>The element that is shown where the condition holds; none otherwise.</summary>
    public static IEnumerable<Element> If(bool shown, Func<Element> element) => shown ? [element()] : [];
}
