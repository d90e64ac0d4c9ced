using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SalesBot.Data.Plans;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Plans;

/// <summary>Parts of a plan as they wait in the slots of the conversation about it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanObjective))]
[JsonSerializable(typeof(PlanAction))]
[JsonSerializable(typeof(Stakeholder))]
internal sealed partial class PlanJson : JsonSerializerContext;

/// <summary>A slot that holds parts of a plan.</summary>
internal sealed class PlanParts<T>(string name, JsonTypeInfo<T> type) where T : class
{
    public Slot<T> Slot { get; } = Engine.Slot.Derived(
        name, value => value is SlotValue.Text { Value: var json } ? JsonSerializer.Deserialize(json, type) : null, many: true);

    public IReadOnlyList<T> Of(Answers known) => known.All(Slot);

    public Answers Put(Answers known, IEnumerable<T> parts) => known.With(Slot, [.. parts.Select(part => new SlotValue.Text(JsonSerializer.Serialize(part, type)))]);
}
