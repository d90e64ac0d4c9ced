using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesBot.Tests.Stores.Wire;

/// <summary>A container's requests: its own description, its partition range, and everything under docs.</summary>
internal sealed partial class DoubleContainer(string id, string rid, JsonObject properties, DoubleItems items)
{
    // Docs, concepts-limits: a request and an item have at most 2 MB, a batch 100 operations; a page 100 items where none are asked.
    private const int MaxBytes = 2 * 1024 * 1024, MaxOperations = 100, PageSize = 100;

    public DoubleContainer(string id, string rid, JsonObject properties, TimeProvider time)
        : this(id, rid, properties, new DoubleItems(time, (int?)properties["defaultTtl"] is not null)) { }

    public DoubleContainer Copy() => new(id, rid, properties, items.Copy());

    /// <inheritdoc cref="DoubleItems.All"/>
    public IEnumerable<string> All() => items.All();

    public bool Is(string name) => name == id || name == rid;

    public WireAnswer Answer(WireRequest request, string[] path) => (request.Method, path) switch
    {
        ("GET", []) => new(HttpStatusCode.OK, properties),
        ("GET", ["pkranges"]) => Ranges(request),
        (_, ["docs", ..]) when request.PartitionKey is null => WireAnswer.NotServed(request),
        ("POST" or "PUT", _) when request.Body.Length > MaxBytes => WireAnswer.TooLarge,
        ("GET", ["docs"]) => Changes(request, request.PartitionKey!),
        ("POST", ["docs"]) when request.Is("x-ms-cosmos-is-batch-request") => Batch(request, request.PartitionKey!),
        ("POST", ["docs"]) when request.Is("x-ms-documentdb-isquery") => Query(request, request.PartitionKey!),
        ("POST", ["docs"]) => Change(request, request.Is("x-ms-documentdb-is-upsert") ? DoubleVerb.Upsert : DoubleVerb.Create, null),
        ("GET", ["docs", var item]) => items.Read(request.PartitionKey!, item),
        ("PUT", ["docs", var item]) => Change(request, DoubleVerb.Replace, item),
        ("DELETE", ["docs", var item]) => Change(request, DoubleVerb.Delete, item),
        _ => WireAnswer.NotServed(request),
    };

    private WireAnswer Change(WireRequest request, DoubleVerb verb, string? item) =>
        items.Apply(request.PartitionKey!, [new(verb, item, request.Body, request.Header("If-Match"))])[0];

    // REST, get-partition-key-ranges: one range holds all; 304 where the reader knows it already.
    private WireAnswer Ranges(WireRequest request)
    {
        const string version = "\"1\"";
        if (request.Header("If-None-Match") == version) return new(HttpStatusCode.NotModified, []) { ETag = version };
        var range = new JsonObject
        {
            ["id"] = "0",
            ["_rid"] = Convert.ToBase64String([.. Convert.FromBase64String(rid), 2, 0, 0, 0, 0, 0, 0, 0x50]),
            ["_etag"] = version,
            ["minInclusive"] = "",
            ["maxExclusive"] = "FF",
            ["ridPrefix"] = 0,
            ["throughputFraction"] = 1,
            ["status"] = "online",
            ["parents"] = new JsonArray(),
        };
        return new(HttpStatusCode.OK, new JsonObject { ["_rid"] = rid, ["PartitionKeyRanges"] = new JsonArray(range), ["_count"] = 1 }) { ETag = version };
    }

    // Docs, nosql/transactional-batch: in order, all or none; where one fails the answer is 207, that one has its code, the others 424.
    private WireAnswer Batch(WireRequest request, string partition)
    {
        if (!request.Is("x-ms-cosmos-batch-atomic") || !request.Is("x-ms-cosmos-batch-ordered")) return WireAnswer.NotServed(request);
        var operations = BatchWire.Read(request.Body);
        if (operations.Count > MaxOperations) return WireAnswer.Bad("Batch request has more operations than what is supported.");
        var answers = items.Apply(partition, operations);
        var failed = answers.Any(answer => answer.Status >= HttpStatusCode.BadRequest);
        return new(failed ? HttpStatusCode.MultiStatus : HttpStatusCode.OK, BatchWire.Write(answers)) { Lsn = items.Lsn };
    }

    // Docs, nosql/query/top, where, order-by: the store's one question. REST, querying-cosmosdb-resources-using-the-rest-api: parameters
    // and pages. A page may be shorter than what was asked for; the continuation leads on.
    private WireAnswer Query(WireRequest request, string partition)
    {
        var question = request.Json;
        if (OnlyQuestion.Match((string)question["query"]!) is not { Success: true } match) return WireAnswer.NotServed(request);
        var values = question["parameters"]!.AsArray().ToDictionary(each => (string)each!["name"]!, each => each!["value"]!);
        if ((string?)values["@p"] != partition) return WireAnswer.NotServed(request);
        var asked = int.Parse(request.Header("x-ms-max-item-count") ?? "-1", CultureInfo.InvariantCulture);
        var skip = int.Parse(request.Header("x-ms-continuation") ?? "0", CultureInfo.InvariantCulture);
        var size = Math.Min(asked > 0 ? asked : PageSize, PageSize);
        var all = items.Range(partition, (string)values["@from"]!, (string)values["@to"]!, match.Groups["desc"].Success);
        var rest = all.Take((int)values["@n"]!).Skip(skip).ToList();
        var page = rest.Take(size).Select(item => item.DeepClone()).ToArray();
        return new(HttpStatusCode.OK, Feed(page))
        {
            Continuation = rest.Count > size ? (skip + size).ToString(CultureInfo.InvariantCulture) : null,
            Lsn = items.Lsn,
            Items = page.Length,
        };
    }

    // Docs, nosql/change-feed-pull-model and change-feed; REST, common-cosmosdb-rest-request-headers: A-IM asks for changes, If-None-Match
    // says since when. Only the latest version, no deletions; what one transaction changed comes in one page; 304 where nothing is new.
    private WireAnswer Changes(WireRequest request, string partition)
    {
        if (!string.Equals(request.Header("A-IM"), "Incremental feed", StringComparison.OrdinalIgnoreCase)) return WireAnswer.NotServed(request);
        var since = request.Header("If-None-Match") is { } known ? long.Parse(known.Trim('"'), CultureInfo.InvariantCulture) : 0;
        var asked = int.Parse(request.Header("x-ms-max-item-count") ?? "-1", CultureInfo.InvariantCulture);
        var (page, last) = items.Changes(partition, since, asked > 0 ? asked : PageSize);
        return page.Length == 0
            ? new(HttpStatusCode.NotModified, []) { ETag = $"\"{since}\"", Lsn = items.Lsn, Items = 0 }
            : new(HttpStatusCode.OK, Feed(page)) { ETag = $"\"{last}\"", Lsn = items.Lsn, Items = page.Length };
    }

    private JsonObject Feed(JsonNode[] page) => new() { ["_rid"] = rid, ["Documents"] = new JsonArray(page), ["_count"] = page.Length };

    [GeneratedRegex(@"^SELECT TOP @n \* FROM c WHERE c\.pk=@p AND c\.id>=@from AND c\.id<@to ORDER BY c\.id(?<desc> DESC)?$")]
    private static partial Regex OnlyQuestion { get; }
}
