using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesBot.Tests.Stores.Wire;

/// <summary>
/// An account of Azure Cosmos DB as the unmodified SDK meets it in Gateway mode, in memory: what the store uses and nothing else. What it
/// does not know it answers with 400, so that the store can not come to rely on something that nobody has checked.
/// </summary>
/// <remarks>
/// Each rule names the page of learn.microsoft.com that it follows: "REST" is rest/api/cosmos-db, "Docs" is azure/cosmos-db. It speaks for
/// those pages only, not for the service: docs/decisions/0002-testing-the-cosmos-edition.md.
/// </remarks>
internal sealed class CosmosDouble(TimeProvider? time = null) : HttpMessageHandler
{
    public static readonly Uri Endpoint = new("https://cosmos.double/");

    // REST, access-control-on-cosmosdb-resources: the key signs each request. The double does not check the signature.
    public const string Key = "c2FsZXNib3Qtd2lyZS1kb3VibGUta2V5LW5vdC1hLXNlY3JldA==";

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Rid, Dictionary<string, DoubleContainer> Containers)> databases = [];

    /// <summary>Requests answered so far.</summary>
    public int Requests { get; private set; }

    /// <summary>Another account that holds the same; from here on they go their own ways.</summary>
    public CosmosDouble Copy()
    {
        var copy = new CosmosDouble(time);
        lock (gate)
            foreach (var (name, (rid, containers)) in databases)
                copy.databases[name] = (rid, containers.ToDictionary(each => each.Key, each => each.Value.Copy()));
        return copy;
    }

    /// <summary>All that the account holds, item by item.</summary>
    public IReadOnlyList<string> Held()
    {
        lock (gate) return [.. databases.Values.SelectMany(database => database.Containers.Values).SelectMany(container => container.All())];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancel);
        WireAnswer answer;
        lock (gate)
        {
            Requests++;
            answer = Answer(new(request, body));
        }
        return answer.Response(request);
    }

    // REST, cosmosdb-resource-uri-syntax-for-rest: /dbs/{name or rid}/colls/{name or rid}/docs/{id}
    private WireAnswer Answer(WireRequest request) => (request.Method, request.Path) switch
    {
        ("GET", []) => new(HttpStatusCode.OK, Account()),
        ("POST", ["dbs"]) => CreateDatabase(request),
        (_, ["dbs", var name, .. var rest]) => Database(name) is { } database ? Answer(request, database, rest) : WireAnswer.NotFound,
        _ => WireAnswer.NotServed(request),
    };

    private WireAnswer Answer(WireRequest request, KeyValuePair<string, (string Rid, Dictionary<string, DoubleContainer> Containers)> database, string[] path)
    {
        var (rid, containers) = database.Value;
        return (request.Method, path) switch
        {
            ("GET", []) => new(HttpStatusCode.OK, Resource(database.Key, rid)),
            ("POST", ["colls"]) => CreateContainer(request, rid, containers),
            (_, ["colls", var name, .. var rest]) => containers.Values.FirstOrDefault(each => each.Is(name)) is { } container
                ? container.Answer(request, rest)
                : WireAnswer.NotFound,
            _ => WireAnswer.NotServed(request),
        };
    }

    private KeyValuePair<string, (string Rid, Dictionary<string, DoubleContainer> Containers)>? Database(string name)
    {
        foreach (var database in databases)
            if (database.Key == name || database.Value.Rid == name) return database;
        return null;
    }

    // REST, create-a-database: 201, or 409 where the id is in use.
    private WireAnswer CreateDatabase(WireRequest request)
    {
        var id = (string)request.Json["id"]!;
        // A resource id is base64: 4 bytes a database, 4 more a container (with the highest bit, which tells it from a user).
        var rid = Convert.ToBase64String([(byte)(databases.Count + 1), 0, 0, 0]);
        return databases.TryAdd(id, (rid, [])) ? new(HttpStatusCode.Created, Resource(id, rid)) : WireAnswer.Exists;
    }

    // REST, create-a-collection: 201, or 409 where the id is in use.
    private WireAnswer CreateContainer(WireRequest request, string databaseRid, Dictionary<string, DoubleContainer> containers)
    {
        var properties = request.Json;
        var id = (string)properties["id"]!;
        if (containers.ContainsKey(id)) return WireAnswer.Exists;
        var rid = Convert.ToBase64String([.. Convert.FromBase64String(databaseRid), 0x80, 0, 0, (byte)(containers.Count + 1)]);
        foreach (var (name, value) in Resource(id, rid)) properties[name] = value?.DeepClone();
        containers[id] = new(id, rid, properties, time ?? TimeProvider.System);
        return new(HttpStatusCode.Created, properties);
    }

    private static JsonObject Resource(string id, string rid) =>
        new() { ["id"] = id, ["_rid"] = rid, ["_self"] = $"dbs/{rid}/", ["_etag"] = "\"1\"", ["_ts"] = 0 };

    // REST, get-database-account; the SDK reads from it where to send and what its query planner may assume.
    private static JsonObject Account() => new()
    {
        ["id"] = "double",
        ["_rid"] = "double",
        ["_self"] = "",
        ["media"] = "//media/",
        ["addresses"] = "//addresses/",
        ["_dbs"] = "//dbs/",
        ["writableLocations"] = new JsonArray(Location()),
        ["readableLocations"] = new JsonArray(Location()),
        ["enableMultipleWriteLocations"] = false,
        ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
        ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Session" },
        ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
        ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
        ["queryEngineConfiguration"] = QueryEngine,
    };

    private static JsonObject Location() => new() { ["name"] = "Local", ["databaseAccountEndpoint"] = Endpoint.ToString() };

    private const string QueryEngine = """
        {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":10,"maxLogicalAndPerSqlQuery":2000,"maxLogicalOrPerSqlQuery":2000,
        "maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxGroupByTableCellCount":500000,
        "queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"allowNewKeywords":true,"enableSpatialIndexing":true,
        "maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlAllowTop":true,"sqlAllowSubQuery":true,
        "sqlAllowScalarSubQuery":true,"sqlAllowAggregateFunctions":true,"sqlAllowGroupByClause":true,"sqlAllowLike":true,
        "sqlDisableOptimizationFlags":0,"sqlDisableQueryILOptimization":false,"sqlEnableParameterExpansionCheck":false,
        "clientDisableOptimisticDirectExecution":false}
        """;
}

internal sealed class WireRequest(HttpRequestMessage request, byte[] body)
{
    public string Method => request.Method.Method;
    public string[] Path { get; } =
        [.. request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    public byte[] Body => body;
    public JsonObject Json => JsonNode.Parse(body)!.AsObject();
    public Uri Uri => request.RequestUri!;

    public override string ToString() => $"{Method} {Uri} {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 500)))}";

    public string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    public bool Is(string name) => string.Equals(Header(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>REST, common-cosmosdb-rest-request-headers: the key as an array of one string.</summary>
    public string? PartitionKey => Header("x-ms-documentdb-partitionkey") is { } key ? (string?)JsonNode.Parse(key)?.AsArray()[0] : null;
}

internal sealed record WireAnswer(HttpStatusCode Status, byte[] Body)
{
    public string? ETag { get; init; }
    public string? Continuation { get; init; }
    public int SubStatus { get; init; }
    public long Lsn { get; init; }
    public int? Items { get; init; }

    public WireAnswer(HttpStatusCode status, JsonNode body) : this(status, Encoding.UTF8.GetBytes(body.ToJsonString())) { }

    public static WireAnswer Error(HttpStatusCode status, string message, int subStatus = 0) =>
        new(status, new JsonObject { ["code"] = status.ToString(), ["message"] = message }) { SubStatus = subStatus };

    public static WireAnswer NotFound => Error(HttpStatusCode.NotFound, "Resource Not Found.");
    public static WireAnswer Exists => Error(HttpStatusCode.Conflict, "Resource with specified id already exists.");
    public static WireAnswer Stale => Error(HttpStatusCode.PreconditionFailed, "One of the specified pre-condition is not met.");
    public static WireAnswer TooLarge => Error(HttpStatusCode.RequestEntityTooLarge, "Request size is too large.");
    public static WireAnswer Bad(string message, int subStatus = 0) => Error(HttpStatusCode.BadRequest, message, subStatus);
    public static WireAnswer NotServed(WireRequest request) => Bad($"The double does not serve {request}.");

    // REST, common-cosmosdb-rest-response-headers.
    public HttpResponseMessage Response(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        response.Content.Headers.ContentType = new("application/json");
        response.Headers.Add("x-ms-activity-id", Guid.NewGuid().ToString());
        response.Headers.Add("x-ms-request-charge", "1");
        response.Headers.Add("x-ms-session-token", $"0:-1#{Lsn}");
        if (SubStatus != 0) response.Headers.Add("x-ms-substatus", $"{SubStatus}");
        if (Items is not null) response.Headers.Add("x-ms-item-count", $"{Items}");
        // Of the SDK, not documented: the one range had all, so its own continuation leads on.
        if (Continuation is not null) response.Headers.Add("x-ms-cosmos-query-requiresdistribution", "False");
        if (ETag is not null) response.Headers.TryAddWithoutValidation("etag", ETag);
        if (Continuation is not null) response.Headers.Add("x-ms-continuation", Continuation);
        return response;
    }
}
