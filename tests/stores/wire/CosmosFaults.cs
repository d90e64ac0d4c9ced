using System.Net;
using System.Text;

namespace SalesBot.Tests.Stores.Wire;

public enum Fault
{
    /// <summary>429 with a wait of 1 ms: REST, http-status-codes-for-cosmosdb.</summary>
    Throttled,

    /// <summary>449: a concurrent change, to be tried again.</summary>
    RetryWith,

    /// <summary>503: nothing was done.</summary>
    Unavailable,

    /// <summary>408: nothing was done.</summary>
    TimedOut,

    /// <summary>The service did it, its answer never arrives.</summary>
    ReplyLost,
}

/// <summary>Lets chosen requests meet a fault on their way to the double.</summary>
internal sealed class CosmosFaults(HttpMessageHandler double_) : DelegatingHandler(double_)
{
    private readonly Lock gate = new();
    private readonly Queue<Fault> planned = [];

    /// <summary>Which requests may meet one; all of items, where it is not set.</summary>
    public Func<HttpRequestMessage, bool> On { get; set; } = IsItem;

    /// <summary>Faults on every request that meets one, after the planned ones.</summary>
    public Fault? Always { get; set; }

    public int Met { get; private set; }

    public void Plan(params ReadOnlySpan<Fault> faults)
    {
        lock (gate)
        {
            foreach (var fault in faults) planned.Enqueue(fault);
        }
    }

    public static bool IsItem(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal);
    public static bool IsBatch(HttpRequestMessage request) => request.Headers.Contains("x-ms-cosmos-is-batch-request");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (Next(request) is not { } fault) return await base.SendAsync(request, cancel);
        if (fault == Fault.ReplyLost)
        {
            (await base.SendAsync(request, cancel)).Dispose();
            throw new HttpRequestException("The connection was reset.");
        }
        var status = fault switch
        {
            Fault.Throttled => HttpStatusCode.TooManyRequests,
            Fault.RetryWith => (HttpStatusCode)449,
            Fault.TimedOut => HttpStatusCode.RequestTimeout,
            _ => HttpStatusCode.ServiceUnavailable,
        };
        var response = new HttpResponseMessage(status)
        {
            // As over the wire; .NET knows none for 449, and the SDK's diagnostics break without one.
            ReasonPhrase = fault.ToString(),
            RequestMessage = request,
            Content = new StringContent($$"""{"code":"{{(int)status}}","message":"{{fault}}"}""", Encoding.UTF8, "application/json"),
        };
        if (fault == Fault.Throttled) response.Headers.Add("x-ms-retry-after-ms", "1");
        return response;
    }

    private Fault? Next(HttpRequestMessage request)
    {
        lock (gate)
        {
            if (!On(request)) return null;
            var fault = planned.TryDequeue(out var next) ? next : Always;
            if (fault is not null) Met++;
            return fault;
        }
    }
}
