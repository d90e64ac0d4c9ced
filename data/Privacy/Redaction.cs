using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesBot.Data.Privacy;

/// <summary>Rewrites a document's body without a person's words; everything else of it stays as it is.</summary>
public static class Redaction
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null: nothing in it is the person's.</returns>
    public static byte[]? Of(JsonElement body, PersonalWords words, bool isNear)
    {
        using var stream = new MemoryStream();
        bool changed;
        using (var json = new Utf8JsonWriter(stream, Plain)) changed = Write(json, body, text => words.Redact(text, isNear));
        return changed ? stream.ToArray() : null;
    }

    /// <summary>Every text of the body that holds something of the person.</summary>
    public static IEnumerable<string> Mentions(JsonElement body, PersonalWords words, bool isNear) => body.ValueKind switch
    {
        JsonValueKind.Object => body.EnumerateObject().SelectMany(property => Mentions(property.Value, words, isNear)),
        JsonValueKind.Array => body.EnumerateArray().SelectMany(item => Mentions(item, words, isNear)),
        JsonValueKind.String when body.GetString() is { } text && !ReferenceEquals(words.Redact(text, isNear), text) => [text],
        _ => [],
    };

    /// <summary>Whether a text is the same, apart from what was erased of it since.</summary>
    public static bool Matches(string redacted, string text) =>
        redacted.Length == text.Length && redacted.Zip(text).All(pair => pair.First == pair.Second || pair.First == PersonalWords.Bar);

    /// <inheritdoc cref="Matches(string, string)"/>
    public static bool Matches(byte[] redacted, byte[] body)
    {
        using var one = JsonDocument.Parse(redacted);
        using var other = JsonDocument.Parse(body);
        return Matches(one.RootElement, other.RootElement);
    }

    private static bool Matches(JsonElement redacted, JsonElement body) => redacted.ValueKind == body.ValueKind && redacted.ValueKind switch
    {
        JsonValueKind.Object => All(redacted.EnumerateObject().ToList(), body.EnumerateObject().ToList(), (one, other) => Matches(one.Name, other.Name) && Matches(one.Value, other.Value)),
        JsonValueKind.Array => All(redacted.EnumerateArray().ToList(), body.EnumerateArray().ToList(), Matches),
        JsonValueKind.String => Matches(redacted.GetString()!, body.GetString()!),
        _ => redacted.GetRawText() == body.GetRawText(),
    };

    private static bool All<T>(List<T> some, List<T> others, Func<T, T, bool> match) => some.Count == others.Count && some.Zip(others).All(pair => match(pair.First, pair.Second));

    private static bool Write(Utf8JsonWriter json, JsonElement element, Func<string, string> clean)
    {
        var changed = false;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(Cleaned(property.Name));
                    changed |= Write(json, property.Value, clean);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray()) changed |= Write(json, item, clean);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Cleaned(element.GetString()!));
                break;
            default:
                element.WriteTo(json);
                break;
        }
        return changed;

        string Cleaned(string text)
        {
            var cleaned = clean(text);
            changed |= !ReferenceEquals(cleaned, text);
            return cleaned;
        }
    }
}
