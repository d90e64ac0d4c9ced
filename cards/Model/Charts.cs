using System.Text.Json;

namespace SalesBot.Cards.Model;

/// <summary>
/// A chart, which Teams draws beyond version 1.5. Its numbers are in <paramref name="Fallback"/> for every other client.
/// </summary>
public abstract record Chart(string Title, Table Fallback) : Element
{
    private protected abstract string Type { get; }

    private protected abstract void WriteChart(Utf8JsonWriter json);

    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", Type);
        json.WriteString("title", Words.Inert(Title));
        json.WriteBoolean("showTitle", true);
        // Unless told, Teams draws series in shades of one colour.
        json.WriteString("colorSet", "categorical");
        WriteChart(json);
        json.WritePropertyName("fallback");
        Fallback.Write(json);
    }

    private protected static void WritePoints(Utf8JsonWriter json, string name, IReadOnlyList<Point> points)
    {
        json.WriteStartArray(name);
        foreach (var point in points)
        {
            json.WriteStartObject();
            json.WriteString("x", Words.Inert(point.X));
            json.WriteNumber("y", point.Y);
            if (point.Color is { } color) json.WriteString("color", color);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private protected static void WriteSeries(Utf8JsonWriter json, IReadOnlyList<Series> series)
    {
        json.WriteStartArray("data");
        foreach (var one in series)
        {
            json.WriteStartObject();
            json.WriteString("legend", Words.Inert(one.Legend));
            if (one.Color is { } color) json.WriteString("color", color);
            WritePoints(json, "values", one.Points);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

/// <param name="Color">A name of the Teams chart palette, e.g. "good" or "attention".</param>
public sealed record Point(string X, decimal Y, string? Color = null);

/// <param name="Color">A name of the Teams chart palette.</param>
public sealed record Series(string Legend, IReadOnlyList<Point> Points, string? Color = null);

public sealed record Slice(string Legend, decimal Value);

public sealed record VerticalBarChart(string Title, IReadOnlyList<Point> Points, Table Fallback) : Chart(Title, Fallback)
{
    private protected override string Type => "Chart.VerticalBar";

    private protected override void WriteChart(Utf8JsonWriter json) => WritePoints(json, "data", Points);
}

/// <summary>Bars side by side, one of each series at every place.</summary>
public sealed record GroupedBarChart(string Title, IReadOnlyList<Series> Series, Table Fallback) : Chart(Title, Fallback)
{
    private protected override string Type => "Chart.VerticalBar.Grouped";

    private protected override void WriteChart(Utf8JsonWriter json) => WriteSeries(json, Series);
}

public sealed record HorizontalBarChart(string Title, IReadOnlyList<Point> Points, Table Fallback) : Chart(Title, Fallback)
{
    private protected override string Type => "Chart.HorizontalBar";

    private protected override void WriteChart(Utf8JsonWriter json) => WritePoints(json, "data", Points);
}

public sealed record LineChart(string Title, IReadOnlyList<Series> Series, Table Fallback) : Chart(Title, Fallback)
{
    private protected override string Type => "Chart.Line";

    private protected override void WriteChart(Utf8JsonWriter json) => WriteSeries(json, Series);
}

public sealed record DonutChart(string Title, IReadOnlyList<Slice> Slices, Table Fallback) : Chart(Title, Fallback)
{
    private protected override string Type => "Chart.Donut";

    private protected override void WriteChart(Utf8JsonWriter json)
    {
        json.WriteStartArray("data");
        foreach (var slice in Slices)
        {
            json.WriteStartObject();
            json.WriteString("legend", Words.Inert(slice.Legend));
            json.WriteNumber("value", slice.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
