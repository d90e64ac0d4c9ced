using System.Text.Json;

namespace SalesBot.Cards.Model;

public enum Spacing { Default, None, Small, Medium, Large }

public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

public enum TextColor { Default, Good, Attention, Warning, Accent }

public enum Align { Left, Center, Right }

public enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

/// <summary>A part of a card.</summary>
public abstract record Element
{
    /// <summary>Unique in its card.</summary>
    public string? Id { get; init; }
    public Spacing Spacing { get; init; }
    public bool Separator { get; init; }

    private protected abstract void WriteBody(Utf8JsonWriter json);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteBody(json);
        if (Id is not null) json.WriteString("id", Id);
        if (Spacing != Spacing.Default) json.WriteWord("spacing", Spacing);
        if (Separator) json.WriteBoolean("separator", true);
        json.WriteEndObject();
    }
}

/// <summary>
/// Text that shows as it is, whoever wrote it. Where a client could read Markdown, a link or a function in it, it is written
/// as a rich text of runs, which clients do not interpret.
/// </summary>
public sealed record TextBlock(string Text) : Element
{
    public TextSize Size { get; init; }
    public TextColor Color { get; init; }
    public Align Align { get; init; }
    public bool Bold { get; init; }
    public bool Subtle { get; init; }

    /// <summary>Stays on one line: an amount at the right edge.</summary>
    public bool OneLine { get; init; }

    /// <summary>Read aloud as a heading.</summary>
    public bool Heading { get; init; }

    private protected override void WriteBody(Utf8JsonWriter json)
    {
        var text = Words.Visible(Text);
        if (Words.IsPlain(text)) WritePlain(json, text);
        else WriteRuns(json, text);
        if (Align != Align.Left) json.WriteWord("horizontalAlignment", Align);
    }

    private void WritePlain(Utf8JsonWriter json, string text)
    {
        json.WriteString("type", "TextBlock");
        json.WriteString("text", text);
        if (!OneLine) json.WriteBoolean("wrap", true);
        if (Heading) json.WriteString("style", "heading");
        WriteLook(json);
    }

    private void WriteRuns(Utf8JsonWriter json, string text)
    {
        json.WriteString("type", "RichTextBlock");
        json.WriteStartArray("inlines");
        foreach (var piece in Words.Pieces(text))
        {
            json.WriteStartObject();
            json.WriteString("type", "TextRun");
            json.WriteString("text", piece);
            WriteLook(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteLook(Utf8JsonWriter json)
    {
        if (Size != TextSize.Default) json.WriteWord("size", Size);
        if (Color != TextColor.Default) json.WriteWord("color", Color);
        if (Bold) json.WriteString("weight", "bolder");
        if (Subtle) json.WriteBoolean("isSubtle", true);
    }
}

public sealed record Container(IReadOnlyList<Element> Items) : Element
{
    public ContainerStyle Style { get; init; }

    /// <summary>Reaches to the card's edges.</summary>
    public bool Bleed { get; init; }

    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "Container");
        if (Style != ContainerStyle.Default) json.WriteWord("style", Style);
        if (Bleed) json.WriteBoolean("bleed", true);
        json.WriteElements("items", Items);
    }
}

public sealed record ColumnSet(IReadOnlyList<Column> Columns) : Element
{
    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "ColumnSet");
        // Beside a column as wide as its content, shares are taken of the whole width and squeeze it: the other takes what is left.
        var takesRest = Columns.Any(column => column.Weight == 0);
        json.WriteStartArray("columns");
        foreach (var column in Columns) column.Write(json, takesRest);
        json.WriteEndArray();
    }
}

/// <param name="Weight">Share of the width; 0: as wide as its content.</param>
public sealed record Column(int Weight, params IReadOnlyList<Element> Items)
{
    public ContainerStyle Style { get; init; }

    internal void Write(Utf8JsonWriter json, bool takesRest)
    {
        json.WriteStartObject();
        json.WriteString("type", "Column");
        if (Weight == 0) json.WriteString("width", "auto");
        else if (takesRest) json.WriteString("width", "stretch");
        else json.WriteNumber("width", Weight);
        if (Style != ContainerStyle.Default) json.WriteWord("style", Style);
        json.WriteElements("items", Items);
        json.WriteEndObject();
    }
}

/// <summary>Rows of texts under a header row; the first column is left-aligned, the others right-aligned.</summary>
/// <param name="Widths">Shares of the columns; at most four, a phone shows no more.</param>
public sealed record Table(IReadOnlyList<int> Widths, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Element
{
    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "Table");
        json.WriteBoolean("firstRowAsHeaders", true);
        json.WriteBoolean("showGridLines", false);
        json.WriteStartArray("columns");
        foreach (var width in Widths)
        {
            json.WriteStartObject();
            json.WriteNumber("width", width);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        WriteRow(json, Header, true);
        foreach (var row in Rows) WriteRow(json, row, false);
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<string> cells, bool header)
    {
        json.WriteStartObject();
        json.WriteString("type", "TableRow");
        json.WriteStartArray("cells");
        for (var i = 0; i < cells.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("type", "TableCell");
            json.WriteElements("items", [new TextBlock(cells[i]) { Size = TextSize.Small, Bold = header, Align = i == 0 ? Align.Left : Align.Right }]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>Buttons between other elements.</summary>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : Element
{
    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "ActionSet");
        json.WriteActions("actions", Actions);
    }
}
