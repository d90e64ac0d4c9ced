using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Dialogs.Understanding;

/// <summary>Slots in the published shape: one value, or a list where there are several.</summary>
public static class SlotJson
{
    public static IReadOnlyDictionary<string, JsonElement> Of(IReadOnlyList<HeardSlot> slots) =>
        slots.Where(slot => !slot.Not).GroupBy(slot => slot.Name).ToDictionary(group => group.Key, group => Of([.. group.Select(slot => slot.Value).Distinct()]));

    private static JsonElement Of(IReadOnlyList<SlotValue> values) =>
        JsonSerializer.SerializeToElement(values is [var only] ? Node(only) : new JsonArray([.. values.Select(Node)]), SlotNodeJson.Default.JsonNode);

    private static JsonNode Node(SlotValue value) => value switch
    {
        SlotValue.Text text => JsonValue.Create(text.Value),
        SlotValue.Number number => JsonValue.Create(number.Value),
        SlotValue.Date date => JsonValue.Create(date.Value.ToString("yyyy-MM-dd")),
        SlotValue.Span span => JsonValue.Create($"{span.Value.From:yyyy-MM-dd}/{span.Value.To:yyyy-MM-dd}"),
        SlotValue.Account account => JsonValue.Create(account.Name),
        _ => throw new InvalidOperationException($"No published shape for {value}."),
    };
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonNode))]
internal sealed partial class SlotNodeJson : System.Text.Json.Serialization.JsonSerializerContext;
