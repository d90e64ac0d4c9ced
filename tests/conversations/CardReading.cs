using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SalesBot.Tests.Conversations;

/// <summary>Reads a card as a person does: its words, its inputs, its buttons.</summary>
internal static class CardReading
{
    private static readonly string[] Worded = ["text", "title", "value", "label", "placeholder"];

    public static string Words(JsonElement card)
    {
        var words = new StringBuilder();
        Collect(card, words, "");
        // Where a line may not break is nothing that is read.
        return words.Replace('\u00a0', ' ').ToString();
    }

    /// <summary>Data of the first button with the verb; null: there is none.</summary>
    public static JsonElement? DataOf(JsonElement card, string verb)
    {
        foreach (var element in All(card))
            if (element.TryGetProperty("verb", out var own) && own.ValueKind == JsonValueKind.String && own.GetString() == verb)
                return element.TryGetProperty("data", out var data) ? data : default;
        return null;
    }

    public static Dictionary<string, string> Inputs(JsonElement card)
    {
        var inputs = new Dictionary<string, string>();
        foreach (var element in All(card))
            if (element.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal))
                inputs[element.GetProperty("id").GetString()!] = element.TryGetProperty("value", out var value) ? value.ToString() : "";
        return inputs;
    }

    public static JsonElement Merge(JsonElement data, IReadOnlyDictionary<string, string> inputs)
    {
        var merged = new Dictionary<string, object?>();
        if (data.ValueKind == JsonValueKind.Object)
            foreach (var property in data.EnumerateObject()) merged[property.Name] = property.Value;
        foreach (var (id, value) in inputs) merged[id] = value;
        return JsonSerializer.SerializeToElement(merged);
    }

    private static IEnumerable<JsonElement> All(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                yield return element;
                foreach (var property in element.EnumerateObject())
                    foreach (var below in All(property.Value)) yield return below;
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    foreach (var below in All(item)) yield return below;
                break;
        }
    }

    private static void Collect(JsonElement element, StringBuilder words, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    if (property.Name is not ("fallback" or "data" or "fallbackText")) Collect(property.Value, words, property.Name);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Collect(item, words, name);
                break;
            case JsonValueKind.String when Worded.Contains(name):
                words.AppendLine(element.GetString());
                break;
            case JsonValueKind.Number when Worded.Contains(name):
                words.AppendLine(element.GetDecimal().ToString(CultureInfo.InvariantCulture));
                break;
        }
    }
}
