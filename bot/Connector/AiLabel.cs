using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Cards.Model;

namespace SalesBot.Bot.Connector;

/// <summary>
/// Says that a message was written by AI, and from what: Teams shows a label and the sources. One such entity for a message, and
/// at most twenty sources, or Teams refuses it.
/// </summary>
internal static class AiLabel
{
    private const int Most = 20, LongestName = 80, LongestAbstract = 160;

    /// <summary>Lets Teams show a thumb up and a thumb down below it, and ask why.</summary>
    public static JsonElement AsksFeedback { get; } = JsonSerializer.SerializeToElement(
        new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } }, AiLabelJson.Default.JsonObject);

    public static JsonElement Of(IReadOnlyList<Citation> citations)
    {
        JsonArray claims = [.. citations.Take(Most).Select(citation => new JsonObject
        {
            ["@type"] = "Claim",
            ["position"] = citation.Position,
            ["appearance"] = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = Words.Clip(citation.Name, LongestName - 1), ["abstract"] = Words.Clip(citation.Abstract, LongestAbstract - 1) },
        })];
        JsonArray entities =
        [
            new JsonObject
            {
                ["type"] = "https://schema.org/Message",
                ["@type"] = "Message",
                ["@context"] = "https://schema.org",
                ["additionalType"] = new JsonArray("AIGeneratedContent"),
                ["citation"] = claims,
            },
        ];
        return JsonSerializer.SerializeToElement(entities, AiLabelJson.Default.JsonArray);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonArray))]
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
internal sealed partial class AiLabelJson : System.Text.Json.Serialization.JsonSerializerContext;
