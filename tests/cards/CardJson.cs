using System.Text.Json;

namespace SalesBot.Tests.Cards;

/// <summary>Looking around in a card's JSON.</summary>
internal static class CardJson
{
    /// <summary>Every object in it, outermost first.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            yield return json;
            foreach (var inner in json.EnumerateObject().SelectMany(property => property.Value.Objects())) yield return inner;
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in json.EnumerateArray().SelectMany(item => item.Objects())) yield return inner;
        }
    }

    public static string? Word(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    public static IEnumerable<JsonElement> OfType(this JsonElement json, string type) => json.Objects().Where(found => found.Word("type") == type);

    /// <summary>What a reader sees, runs of one paragraph joined.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement json) =>
    [
        .. json.Objects().SelectMany(found => found.Word("type") switch
        {
            "TextBlock" => [found.Word("text")!],
            "RichTextBlock" => [string.Concat(found.GetProperty("inlines").EnumerateArray().Select(run => run.Word("text")))],
            _ => Array.Empty<string>(),
        }),
    ];

    public static IReadOnlyList<string> Verbs(this JsonElement json) => [.. json.OfType("Action.Execute").Select(action => action.Word("verb")!)];
}
