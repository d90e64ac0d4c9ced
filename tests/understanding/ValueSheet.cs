using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding.Values;

namespace SalesBot.Tests.Understanding;

/// <summary>Answers to labelled texts with values, counted by kind of value. Each place in a text counts once, however many readings it has.</summary>
internal sealed class ValueSheet
{
    private readonly SortedDictionary<string, Tally> kinds = [];
    private readonly List<(bool Right, bool First)> lines = [];

    public List<string> Wrong { get; } = [];

    public IReadOnlyDictionary<string, Tally> Kinds => kinds;

    /// <summary>The share of texts of which every value, and nothing else, is found, with a likeliest reading that is right.</summary>
    public double Exact => lines.Average(line => line.Right ? 1.0 : 0);

    /// <summary>As <see cref="Exact"/>, the likeliest reading being the one that was expected as likeliest.</summary>
    public double Likeliest => lines.Average(line => line.First ? 1.0 : 0);

    public void Add(string line)
    {
        using var read = JsonDocument.Parse(line);
        var text = read.RootElement.GetProperty("text").GetString()!;
        var language = read.RootElement.GetProperty("lang").GetString() == "nl" ? Language.Dutch : Language.English;
        DateTime? reference = read.RootElement.GetProperty("ref").GetString() is { } time ? DateTime.Parse(time, CultureInfo.InvariantCulture) : null;
        var expected = Places(read.RootElement.GetProperty("values").EnumerateArray().Select(value => (value.GetProperty("span").GetString()!, Written(value))));
        var given = Places(Recognizer.Recognize(text, language, reference).Select(value => (value.Start + " " + value.Span, Written(value))));
        var left = given.ToList();
        var (right, first) = (true, true);
        foreach (var (span, readings) in expected)
        {
            // The same place, or, where it is cut otherwise, the same value.
            var kind = readings[0].Split(' ')[0];
            var at = left.FindIndex(one => readings.Contains(one.Readings[0]));
            var found = at >= 0;
            kinds[kind] = kinds.GetValueOrDefault(kind) + new Tally(1, 0, found ? 1 : 0);
            right &= found;
            first &= found && left[at].Readings[0] == readings[0];
            if (found) left.RemoveAt(at);
        }

        foreach (var (_, readings) in given) kinds[readings[0].Split(' ')[0]] = kinds.GetValueOrDefault(readings[0].Split(' ')[0]) + new Tally(0, 1, 0);
        right &= left.Count == 0;
        lines.Add((right, right && first));
        if (!right) Wrong.Add($"{text} | want {string.Join("; ", expected.Select(one => string.Join(" / ", one.Readings)))} | got {string.Join("; ", given.Select(one => string.Join(" / ", one.Readings)))}");
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{lines.Count} texts, {Exact:P1} right, {Likeliest:P1} with the expected reading first");
        foreach (var (kind, tally) in kinds)
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind,-10}{tally.Expected,6} expected{tally.Given,6} given{tally.Right,6} right{tally.Precision,9:P1}{tally.Recall,9:P1}{tally.F1,9:P1}");
        return text.ToString();
    }

    private static List<(string Span, List<string> Readings)> Places(IEnumerable<(string Span, string Reading)> values) =>
        [.. values.GroupBy(value => value.Span).Select(place => (place.Key, place.Select(one => one.Reading).ToList()))];

    private static string Written(JsonElement value) => value.GetProperty("type").GetString() + " " + value.GetProperty("value") switch
    {
        { ValueKind: JsonValueKind.Array } days => $"{days[0].GetString()}/{days[1].GetString()}",
        { ValueKind: JsonValueKind.Number } number => Plain(number.GetDecimal()),
        var text => text.GetString(),
    };

    private static string Written(Recognized value) => value.Type + " " + value.Value switch
    {
        Reading.Day day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Reading.Days days => string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}/{days.End:yyyy-MM-dd}"),
        Reading.Clock clock => clock.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Reading.Moment moment => moment.At.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        Reading.Number number => Plain(number.Value),
        Reading.Percent percent => Plain(percent.Value),
        Reading.Money money => Plain(money.Amount),
        _ => "",
    };

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
