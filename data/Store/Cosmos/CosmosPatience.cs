using System.Net;
using Microsoft.Azure.Cosmos;

namespace SalesBot.Data.Store.Cosmos;

/// <summary>The service said no: its status and how long to wait, where it told.</summary>
internal sealed class CosmosRefusal(HttpStatusCode status, int subStatus, TimeSpan? retryAfter, string? message)
    : Exception($"Cosmos DB answered {(int)status}/{subStatus}: {message}")
{
    public HttpStatusCode Status => status;
    public int SubStatus => subStatus;
    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>
/// Tries again, on top of what the SDK does, while the service is busy or out of reach, for so long in all. Only what may be repeated
/// safely may be tried: reads, and saves that carry their operation.
/// </summary>
internal sealed class CosmosPatience(TimeSpan patience)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromSeconds(1);

    /// <exception cref="StoreUnavailableException">It did not succeed in time, or the account refuses this caller.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancel)
    {
        using var budget = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, budget.Token);
        Exception? last = null;
        try
        {
            for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
            {
                try
                {
                    return await attempt(either.Token);
                }
                catch (Exception error) when (Refusal(error) is { } refusal)
                {
                    last = error;
                    if (!IsPassing(refusal)) throw Unavailable(error);
                    var least = refusal.RetryAfter ?? TimeSpan.Zero;
                    await Task.Delay(least + wait * Random.Shared.NextDouble(), either.Token);
                }
            }
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw Unavailable(last ?? error);
        }
    }

    public static void Demand(ResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            throw new CosmosRefusal(response.StatusCode, SubStatus(response), RetryAfter(response), response.ErrorMessage);
    }

    /// <summary>404/1002 says that a replica lags behind, not that there is no such item.</summary>
    public static bool IsMissing(ResponseMessage response) => response.StatusCode == HttpStatusCode.NotFound && SubStatus(response) != 1002;

    private static CosmosRefusal? Refusal(Exception error) => error switch
    {
        CosmosRefusal refusal => refusal,
        CosmosException { StatusCode: var status } cosmos => new(status, cosmos.SubStatusCode, cosmos.RetryAfter, cosmos.Message),
        HttpRequestException => new(HttpStatusCode.ServiceUnavailable, 0, null, error.Message),
        _ => null,
    };

    private static bool IsPassing(CosmosRefusal refusal) =>
        (int)refusal.Status is 408 or 410 or 429 or 449 or >= 500 || refusal is { Status: HttpStatusCode.NotFound, SubStatus: 1002 };

    private static int SubStatus(ResponseMessage response) => int.TryParse(response.Headers["x-ms-substatus"], out var code) ? code : 0;

    private static TimeSpan? RetryAfter(ResponseMessage response) =>
        double.TryParse(response.Headers["x-ms-retry-after-ms"], out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static StoreUnavailableException Unavailable(Exception error) => new($"Cosmos DB can not answer: {error.Message}", error);
}
