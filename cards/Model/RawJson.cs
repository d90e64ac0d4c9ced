using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Cards.Model;

/// <summary>A JSON value that is passed on as it is: written once, or read from somewhere; looked into only where somebody asks.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public sealed class RawJson
{
    private readonly ReadOnlyMemory<byte> utf8;
    private JsonDocument? read;

    /// <param name="utf8">One valid JSON value.</param>
    public RawJson(ReadOnlyMemory<byte> utf8) => this.utf8 = utf8;

    public ReadOnlyMemory<byte> Utf8 => utf8;

    // Kept, not disposed: it holds on to nothing but these bytes.
    public JsonElement Element => (read ??= JsonDocument.Parse(utf8, new() { MaxDepth = 128 })).RootElement;

    public static implicit operator JsonElement(RawJson json) => json.Element;

    public static implicit operator RawJson(JsonElement element) => new(JsonSerializer.SerializeToUtf8Bytes(element, ElementJson.Default.JsonElement));

    public override string ToString() => System.Text.Encoding.UTF8.GetString(utf8.Span);
}

/// <inheritdoc cref="RawJson"/>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        RawJson read = JsonElement.ParseValue(ref reader);
        // Who takes no key twice takes none in here either.
        if (!options.AllowDuplicateProperties) JsonDocument.Parse(read.Utf8, new() { AllowDuplicateProperties = false, MaxDepth = 128 }).Dispose();
        return read;
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ElementJson : JsonSerializerContext;
