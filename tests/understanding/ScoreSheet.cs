using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SalesBot.Tests.Understanding;

/// <summary>How often something was expected, was given, and was right.</summary>
internal readonly record struct Tally(int Expected, int Given, int Right)
{
    public double Precision => Given == 0 ? 1 : (double)Right / Given;

    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    public double F1 => Expected + Given == 0 ? 1 : 2.0 * Right / (Expected + Given);

    public static Tally operator +(Tally one, Tally other) => new(one.Expected + other.Expected, one.Given + other.Given, one.Right + other.Right);
}

/// <summary>Answers to labelled lines, counted: per language, per intent and per slot. It keeps no text.</summary>
internal sealed class ScoreSheet
{
    private readonly List<(string Language, bool Intents, bool Slots, Tally Slot)> lines = [];
    private readonly SortedDictionary<string, Tally> intents = [];
    private readonly SortedDictionary<string, Tally> slots = [];

    public IReadOnlyDictionary<string, Tally> Intents => intents;

    public IReadOnlyDictionary<string, Tally> Slots => slots;

    /// <summary>The share of lines whose set of intents is right, of one language or of all.</summary>
    public double ExactIntents(string? language = null) => Share(language, line => line.Intents);

    /// <summary>The share of lines with all intents and all slots right.</summary>
    public double ExactLines(string? language = null) => Share(language, line => line.Intents && line.Slots);

    /// <summary>Over all values of all slots.</summary>
    public double SlotF1(string? language = null) => Of(language).Aggregate(default(Tally), (sum, line) => sum + line.Slot).F1;

    public void Add(Grade grade)
    {
        lines.Add((grade.Language, grade.IntentsRight, grade.SlotsRight, grade.Slots.Values.Aggregate(default(Tally), (sum, one) => sum + one)));
        foreach (var intent in grade.Expected.Union(grade.Given))
        {
            var (expected, given) = (grade.Expected.Contains(intent), grade.Given.Contains(intent));
            intents[intent] = intents.GetValueOrDefault(intent) + new Tally(expected ? 1 : 0, given ? 1 : 0, expected && given ? 1 : 0);
        }

        foreach (var (slot, tally) in grade.Slots)
            slots[slot] = slots.GetValueOrDefault(slot) + tally;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"language",-24}{"lines",7}{"intents",9}{"slot F1",9}{"exact",9}");
        foreach (var language in (string?[])[.. lines.Select(line => line.Language).Distinct().Order(), null])
            text.AppendLine(CultureInfo.InvariantCulture, $"{language ?? "all",-24}{Of(language).Count(),7}{ExactIntents(language),9:P1}{SlotF1(language),9:P1}{ExactLines(language),9:P1}");
        Table(text, "intent", intents);
        Table(text, "slot", slots);
        return text.ToString();
    }

    private static void Table(StringBuilder text, string head, IReadOnlyDictionary<string, Tally> rows)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"\n{head,-24}{"expected",9}{"given",7}{"right",7}{"precision",11}{"recall",9}{"F1",9}");
        foreach (var (name, row) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"{name,-24}{row.Expected,9}{row.Given,7}{row.Right,7}{row.Precision,11:P1}{row.Recall,9:P1}{row.F1,9:P1}");
    }

    private IEnumerable<(string Language, bool Intents, bool Slots, Tally Slot)> Of(string? language) => lines.Where(line => language is null || line.Language == language);

    private double Share(string? language, Func<(string Language, bool Intents, bool Slots, Tally Slot), bool> right) =>
        Of(language).Select(line => right(line) ? 1.0 : 0).DefaultIfEmpty(0).Average();
}

/// <summary>One answer beside what was expected.</summary>
/// <param name="Slots">Counted by value: of a list each value counts for itself.</param>
internal sealed record Grade(string Language, IReadOnlyList<string> Expected, IReadOnlyList<string> Given, IReadOnlyDictionary<string, Tally> Slots)
{
    public bool IntentsRight => Expected.ToHashSet().SetEquals(Given);

    public bool SlotsRight => Slots.Values.All(tally => tally.Expected == tally.Right && tally.Given == tally.Right);

    /// <param name="expected">A labelled line.</param>
    /// <param name="heard">What the command line answers to it.</param>
    public static Grade Of(JsonElement expected, JsonElement heard)
    {
        var (wanted, got) = (expected.GetProperty("slots"), heard.GetProperty("slots"));
        var (optional, forbidden) = (Names(expected, "optional"), Names(expected, "forbid"));
        var slots = wanted.EnumerateObject().Concat(got.EnumerateObject()).Select(slot => slot.Name).Distinct().ToDictionary(name => name, name =>
        {
            var given = got.TryGetProperty(name, out var values) ? Several(values) : [];
            if (forbidden.Contains(name)) return new Tally(0, given.Length, 0);
            if (!wanted.TryGetProperty(name, out var value)) return optional.Contains(name) ? default : new Tally(0, given.Length, 0);
            return optional.Contains(name) && given.Length == 0 ? default : Best(value, given);
        });
        return new(expected.GetProperty("lang").GetString()!, Texts(expected, "intents"), Texts(heard, "intents"), slots);
    }

    /// <summary>Of several right values, lists among them, the one that fits best.</summary>
    private static Tally Best(JsonElement expected, JsonElement[] given) => Choices(expected)
        .Select(choice => Several(choice)).Select(choice => new Tally(choice.Length, given.Length, choice.Count(one => given.Any(value => IsSame(one, value)))))
        .MaxBy(tally => tally.F1);

    private static IEnumerable<JsonElement> Choices(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Object ? expected.GetProperty("any").EnumerateArray() : [expected];

    private static JsonElement[] Several(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsSame(JsonElement expected, JsonElement value) => expected.ValueKind switch
    {
        JsonValueKind.Object => Choices(expected).Any(one => IsSame(one, value)),
        JsonValueKind.Number => value.ValueKind == JsonValueKind.Number && expected.GetDecimal() == value.GetDecimal(),
        _ => value.ValueKind == JsonValueKind.String && Day(expected.GetString()!) == Day(value.GetString()!),
    };

    /// <summary>A day may be written as a period of one day.</summary>
    private static string Day(string text) => text.Split('/') is [var from, var to] && from == to ? from : text;

    private static HashSet<string> Names(JsonElement line, string name) => line.TryGetProperty(name, out _) ? [.. Texts(line, name)] : [];

    private static string[] Texts(JsonElement line, string name) => [.. line.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
}
