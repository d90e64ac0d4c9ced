using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesBot.Data.Store.Cosmos;

/// <summary>
/// How documents and operations lie in the container. A document is <c>{id, pk, v, op, body}</c>, v its schema and op the operation that
/// wrote it last. An operation is <c>{id: "~op|...", pk, print, ttl}</c>; ids of documents never begin with '~'.
/// </summary>
internal static class CosmosItem
{
    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 128 };

    /// <summary>An operation's id may hold any character and be long; an item's may not.</summary>
    public static string OperationId(string operation) =>
        $"{StoreRules.Reserved}op|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operation)).AsSpan(0, 20))}";

    public static MemoryStream Of(Partition partition, Write write, ReadOnlyMemory<byte> body, string operationId) => Write(json =>
    {
        json.WriteString("id", write.Id);
        json.WriteString("pk", partition.Key);
        json.WriteNumber("v", write.Schema);
        json.WriteString("op", operationId);
        json.WritePropertyName("body");
        json.WriteRawValue(body.Span, skipInputValidation: true);
    });

    public static MemoryStream Of(Partition partition, string operationId, byte[] print) => Write(json =>
    {
        json.WriteString("id", operationId);
        json.WriteString("pk", partition.Key);
        json.WriteBase64String("print", print);
        json.WriteNumber("ttl", (int)StoreRules.OperationsKept.TotalSeconds);
    });

    public static JsonDocument Parse(Stream content)
    {
        using (content) return JsonDocument.Parse(content, Deep);
    }

    /// <summary>The document of an item; null for an operation's.</summary>
    public static Document? Document(JsonElement item)
    {
        var id = item.GetProperty("id").GetString()!;
        return id.StartsWith(StoreRules.Reserved, StringComparison.Ordinal)
            ? null
            : new(id, item.GetProperty("v").GetInt32(), JsonMarshal.GetRawUtf8Value(item.GetProperty("body")).ToArray(), ETag(item));
    }

    public static IEnumerable<Document> Documents(JsonElement page) =>
        page.GetProperty("Documents").EnumerateArray().Select(Document).OfType<Document>();

    public static string ETag(JsonElement item) => item.GetProperty("_etag").GetString()!;

    private static MemoryStream Write(Action<Utf8JsonWriter> properties)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Unchecked))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }
        stream.Position = 0;
        return stream;
    }
}
