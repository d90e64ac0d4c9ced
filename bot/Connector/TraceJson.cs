using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Connector;

/// <summary>The turn's trace as the outside contract has it: camelCase, with its nulls.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TurnTrace))]
internal sealed partial class TraceJson : JsonSerializerContext
{
    public static JsonElement Element(TurnTrace trace) => JsonSerializer.SerializeToElement(trace, Default.TurnTrace);
}
