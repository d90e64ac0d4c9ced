using System.Text.Json;
using SalesBot.Data;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Lines;

namespace SalesBot.Tests.Understanding;

/// <summary>The sixteen accounts of the examples, and how an answer is compared with what was expected.</summary>
internal static class Examples
{
    public static readonly string[] AccountNames =
    [
        "Philips Nederland BV", "Van der Valk Techniek", "Achmea", "ASML Holding NV", "Gemeente Utrecht", "Universiteit Twente", "Jansen & Zonen BV", "De Haan Events",
        "Rabobank Regio Oost", "KPMG Nederland", "Stichting Natuurmonumenten", "Bakker Bouw BV", "Koninklijke Ahold Delhaize", "Müller Logistik GmbH", "O'Brien Consulting",
        "'s-Hertogenbosch Congres",
    ];

    public static Gazetteer Gazetteer(params string[] names) => new([.. names.Select(name => new AccountName(new AccountId(name), name, []))], [], [], []);

    public static readonly Gazetteer Sixteen = Gazetteer(AccountNames);

    public static readonly DateTime Now = new(2026, 3, 4, 10, 15, 0);

    public static Heard Hear(string text, Language language = Language.Dutch, HeardContext? context = null, Gazetteer? names = null) =>
        new EmbeddedUnderstanding().Hear(new(text, language, Now, context), names ?? Sixteen);

    public static IEnumerable<string> Read(string file) => File.ReadLines(Place(file)).Where(line => line.Length > 0);

    public static bool Exists(string file) => File.Exists(Place(file));

    private static string Place(string file) => Path.Combine(AppContext.BaseDirectory, "understanding", file);

    /// <summary>What is wrong with the answer to a line, through the same door as the command line; null: nothing.</summary>
    public static async Task<string?> Difference(string line)
    {
        using var expected = JsonDocument.Parse(line);
        var output = new StringWriter();
        var asked = expected.RootElement.TryGetProperty("now", out _) ? line : line.Insert(1, "\"now\":\"2026-03-04T10:15:00\",");
        await JsonLines.UnderstandLines(new StringReader(asked), output, new EmbeddedUnderstanding(), Sixteen, CancellationToken.None);
        using var heard = JsonDocument.Parse(output.ToString());
        return Matches(expected.RootElement, heard.RootElement) ? null : $"{expected.RootElement.GetProperty("text")}\n  got  {output.ToString().Trim()}\n  want {expected.RootElement.GetProperty("intents")} {expected.RootElement.GetProperty("slots")}";
    }

    private static bool Matches(JsonElement expected, JsonElement heard)
    {
        var intents = expected.GetProperty("intents").EnumerateArray().Select(one => one.GetString());
        var got = heard.GetProperty("slots");
        var optional = Names(expected, "optional");
        var forbidden = Names(expected, "forbid");
        return intents.SequenceEqual(heard.GetProperty("intents").EnumerateArray().Select(one => one.GetString()))
            && expected.GetProperty("slots").EnumerateObject().All(slot => got.TryGetProperty(slot.Name, out var value) ? Equal(slot.Value, value) : optional.Contains(slot.Name))
            && got.EnumerateObject().All(slot => !forbidden.Contains(slot.Name) && (optional.Contains(slot.Name) || expected.GetProperty("slots").TryGetProperty(slot.Name, out _)));
    }

    private static HashSet<string> Names(JsonElement line, string name) =>
        line.TryGetProperty(name, out var names) ? [.. names.EnumerateArray().Select(one => one.GetString()!)] : [];

    private static bool Equal(JsonElement expected, JsonElement value) => expected.ValueKind switch
    {
        JsonValueKind.Object => expected.GetProperty("any").EnumerateArray().Any(one => Equal(one, value)),
        JsonValueKind.Array => value.ValueKind == JsonValueKind.Array && expected.GetArrayLength() == value.GetArrayLength()
            && expected.EnumerateArray().All(one => value.EnumerateArray().Any(other => Equal(one, other))),
        JsonValueKind.Number => value.ValueKind == JsonValueKind.Number && expected.GetDecimal() == value.GetDecimal(),
        _ => value.ValueKind == JsonValueKind.String && expected.GetString() == value.GetString(),
    };
}
