using SalesBot.Tests.Stores.Wire;

namespace SalesBot.Tests.Capacity;

/// <summary>What was asked of the store: how often, how much, and what that is charged with.</summary>
internal readonly record struct Charge(int Reads, int Queries, int Creates, int Replaces, int Deletes, long BytesRead, long BytesWritten, long BytesKept, double Units)
{
    public static Charge operator +(Charge a, Charge b) => new(
        a.Reads + b.Reads, a.Queries + b.Queries, a.Creates + b.Creates, a.Replaces + b.Replaces, a.Deletes + b.Deletes,
        a.BytesRead + b.BytesRead, a.BytesWritten + b.BytesWritten, a.BytesKept + b.BytesKept, a.Units + b.Units);
}

/// <summary>
/// Between the unmodified SDK and the account: sees each request as it goes over the wire, also those of the SDK's own tries. What the account
/// does not charge (its own description, partition ranges) is not counted.
/// </summary>
internal sealed class Meter(HttpMessageHandler account) : DelegatingHandler(account)
{
    private readonly Lock gate = new();
    private Charge so;

    /// <summary>So much since the last time, once nothing was asked for a second.</summary>
    public async Task<Charge> TakeAsync()
    {
        for (var before = So(); ; before = So())
        {
            await Task.Delay(1000);
            if (before != So()) continue;
            lock (gate)
            {
                (var taken, so) = (so, default);
                return taken;
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var asked = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancel);
        var response = await base.SendAsync(request, cancel);
        var path = request.RequestUri!.AbsolutePath;
        if (!path.Contains("/docs", StringComparison.Ordinal)) return response;
        var answered = response.IsSuccessStatusCode ? (await response.Content.ReadAsByteArrayAsync(cancel)).Length : 0;
        var charge =
            Is(request, "x-ms-cosmos-is-batch-request") ? BatchWire.Read(asked).Aggregate(default(Charge), (sum, operation) => sum + Of(operation))
            : Is(request, "x-ms-documentdb-isquery") ? new() { Queries = 1, BytesRead = answered, Units = RequestUnits.Query(answered) }
            : request.Method == HttpMethod.Get && !path.EndsWith("/docs", StringComparison.Ordinal) ? new() { Reads = 1, BytesRead = answered, Units = RequestUnits.Read(answered) }
            : throw new NotSupportedException($"Nobody knows what {request.Method} {path} is charged with.");
        lock (gate) so += charge;
        return response;
    }

    private static Charge Of(DoubleOperation operation) => operation.Verb switch
    {
        DoubleVerb.Create => new() { Creates = 1, BytesWritten = operation.Body.Length, BytesKept = operation.Body.AsSpan().IndexOf("\"ttl\":"u8) < 0 ? operation.Body.Length : 0, Units = RequestUnits.Insert(operation.Body.Length) },
        DoubleVerb.Delete => new() { Deletes = 1, Units = RequestUnits.Delete() },
        // An upsert replaces more often than not.
        _ => new() { Replaces = 1, BytesWritten = operation.Body.Length, Units = RequestUnits.Replace(operation.Body.Length) },
    };

    private Charge So()
    {
        lock (gate) return so;
    }

    private static bool Is(HttpRequestMessage request, string header) =>
        request.Headers.TryGetValues(header, out var values) && values.Contains("true", StringComparer.OrdinalIgnoreCase);
}
