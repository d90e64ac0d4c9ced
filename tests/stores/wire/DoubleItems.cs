using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Tests.Stores.Wire;

// The numbers with which the service's own protocol names operations in a batch.
internal enum DoubleVerb { Create = 0, Delete = 4, Replace = 5, Upsert = 20 }

internal sealed record DoubleOperation(DoubleVerb Verb, string? Id, byte[] Body, string? IfMatch);

/// <summary>The items of a container. Callers hold the double's lock.</summary>
internal sealed class DoubleItems(TimeProvider time, bool expires)
{
    private sealed record Item(JsonObject Json, string ETag, long Lsn, DateTimeOffset? Ends);

    // Docs, nosql/query/order-by: strings compare by their characters' codes.
    private readonly Dictionary<string, SortedDictionary<string, Item>> partitions = new(StringComparer.Ordinal);

    public long Lsn { get; private set; }

    /// <summary>An account of its own with the same items: an item is replaced when it changes, never changed in place.</summary>
    public DoubleItems Copy()
    {
        var copy = new DoubleItems(time, expires) { Lsn = Lsn };
        foreach (var (partition, held) in partitions) copy.partitions[partition] = new(held, StringComparer.Ordinal);
        return copy;
    }

    /// <summary>Every item as it is stored.</summary>
    public IEnumerable<string> All() => partitions.Values.SelectMany(held => held.Values).Select(item => item.Json.ToJsonString(AsStored));

    private static readonly JsonSerializerOptions AsStored = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // REST, get-a-document: 200 with the ETag, or 404.
    public WireAnswer Read(string partition, string id) =>
        Find(partition, id) is { } item ? new(HttpStatusCode.OK, item.Json) { ETag = item.ETag, Lsn = Lsn } : WireAnswer.NotFound;

    /// <summary>All or none.</summary>
    public IReadOnlyList<WireAnswer> Apply(string partition, IReadOnlyList<DoubleOperation> operations)
    {
        var before = partitions.TryGetValue(partition, out var held) ? new SortedDictionary<string, Item>(held, StringComparer.Ordinal) : null;
        Lsn++;
        var answers = new List<WireAnswer>();
        foreach (var operation in operations)
        {
            var answer = Apply(partition, operation);
            if (answer.Status >= HttpStatusCode.BadRequest)
            {
                partitions[partition] = before ?? new(StringComparer.Ordinal);
                return [.. operations.Select(each => ReferenceEquals(each, operation)
                    ? answer
                    : WireAnswer.Error(HttpStatusCode.FailedDependency, "Another operation of the batch failed."))];
            }
            answers.Add(answer);
        }
        return answers;
    }

    public IEnumerable<JsonObject> Range(string partition, string from, string to, bool descending)
    {
        var range = Living(partition)
            .Where(each => string.CompareOrdinal(each.Key, from) >= 0 && string.CompareOrdinal(each.Key, to) < 0).Select(each => each.Value.Json);
        return descending ? range.Reverse() : range;
    }

    public (JsonNode[] Page, long Last) Changes(string partition, long since, int take)
    {
        var page = new List<Item>();
        foreach (var item in Living(partition).Select(each => each.Value).Where(item => item.Lsn > since).OrderBy(item => item.Lsn))
        {
            if (page.Count >= take && item.Lsn != page[^1].Lsn) break;
            page.Add(item);
        }
        return ([.. page.Select(Changed)], page.Count > 0 ? page[^1].Lsn : since);
    }

    private static JsonObject Changed(Item item)
    {
        var json = item.Json.DeepClone().AsObject();
        json["_lsn"] = item.Lsn;
        return json;
    }

    private WireAnswer Apply(string partition, DoubleOperation operation)
    {
        JsonObject? json = null;
        if (operation.Verb != DoubleVerb.Delete)
        {
            // REST, create-a-document: 400 for a body that is no JSON; the key in it must be the header's (substatus 1001).
            try
            {
                json = Stored(JsonNode.Parse(operation.Body, documentOptions: new() { MaxDepth = 128 }))?.AsObject();
            }
            catch (JsonException error)
            {
                return WireAnswer.Bad(error.Message);
            }
            if ((string?)json?["pk"] != partition) return WireAnswer.Bad("The key in the document is not the one in the header.", 1001);
            if (operation.Id is { } named && (string?)json["id"] != named) return WireAnswer.Bad("The id in the document is not the one addressed.");
        }
        var id = operation.Id ?? (string?)json?["id"];
        // Docs, concepts-limits: an id has at most 255 characters, none of them / \ ? #.
        if (id is not { Length: > 0 and <= 255 } || id.AsSpan().ContainsAny(@"/\?#")) return WireAnswer.Bad($"'{id}' is not an id.");
        return Apply(partition, operation, id, json);
    }

    // REST, http-status-codes-for-cosmosdb: 409 exists, 404 missing, 412 not the version of If-Match; a delete answers 204.
    private WireAnswer Apply(string partition, DoubleOperation operation, string id, JsonObject? json)
    {
        var stored = Find(partition, id);
        if (operation.Verb == DoubleVerb.Create && stored is not null) return WireAnswer.Exists;
        if (operation.Verb is DoubleVerb.Replace or DoubleVerb.Delete && stored is null) return WireAnswer.NotFound;
        if (operation.IfMatch is { } etag && stored is not null && stored.ETag != etag) return WireAnswer.Stale;
        if (json is null)
        {
            partitions[partition].Remove(id);
            return new(HttpStatusCode.NoContent, []) { Lsn = Lsn };
        }
        var item = Versioned(json);
        if (!partitions.TryGetValue(partition, out var held)) partitions[partition] = held = new(StringComparer.Ordinal);
        held[id] = item;
        return new(stored is null ? HttpStatusCode.Created : HttpStatusCode.OK, []) { ETag = item.ETag, Lsn = Lsn };
    }

    private Item Versioned(JsonObject json)
    {
        var now = time.GetUtcNow();
        var etag = $"\"{Guid.NewGuid()}\"";
        json["_rid"] = Convert.ToBase64String([1, 0, 0, 0, 0x80, 0, 0, 1, .. BitConverter.GetBytes(Lsn)]);
        json["_self"] = "dbs/double/";
        json["_etag"] = etag;
        json["_ts"] = now.ToUnixTimeSeconds();
        // Docs, nosql/time-to-live: an item's ttl counts where the container has time to live turned on, in seconds from the last change.
        var ends = expires && (int?)json["ttl"] is { } seconds and > 0 ? now.AddSeconds(seconds) : (DateTimeOffset?)null;
        return new(json, etag, Lsn, ends);
    }

    // Docs, nosql/time-to-live: once expired, an item is not shown any more, whenever it is really removed.
    private Item? Find(string partition, string id) =>
        partitions.TryGetValue(partition, out var held) && held.TryGetValue(id, out var item) && Lives(item) ? item : null;

    private IEnumerable<KeyValuePair<string, Item>> Living(string partition) =>
        partitions.TryGetValue(partition, out var held) ? held.Where(each => Lives(each.Value)) : [];

    private bool Lives(Item item) => item.Ends is not { } ends || time.GetUtcNow() < ends;

    // Docs, nosql/query/constants: a number is a 64-bit floating-point number; how it was written is not kept.
    private static JsonNode? Stored(JsonNode? node) => node switch
    {
        JsonObject properties => new JsonObject(properties.Select(each => KeyValuePair.Create(each.Key, Stored(each.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Stored)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            JsonNode.Parse(value.GetValue<double>().ToString("R", CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };
}
