using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesBot.Data.Store;

/// <summary>
/// What tells one content of a document from another: SHA-256 over its JSON in one fixed way of writing. A database may order
/// properties, escape characters and write numbers as it likes; the content stays the same.
/// </summary>
public static class Fingerprint
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In hexadecimal; empty where there is no document.</summary>
    public static string Of(ReadOnlyMemory<byte>? body) => body is { } bytes ? Of(bytes) : "";

    public static string Of(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 128 });
        return Of(document.RootElement);
    }

    public static string Of(JsonElement body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain)) Write(json, body);
        return Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(json, item);
                json.WriteEndArray();
                break;
            // 10, 10.00 and 1e1 are one number.
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                json.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case JsonValueKind.String:
                json.WriteStringValue(element.GetString());
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
