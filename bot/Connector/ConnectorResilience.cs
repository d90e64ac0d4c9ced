using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace SalesBot.Bot.Connector;

/// <summary>
/// Quick repeats within one call; the outbox does the patient ones. A POST has no idempotency key: it is repeated only where the
/// channel said that it did nothing.
/// </summary>
internal static class ConnectorResilience
{
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(5), LongestPause = TimeSpan.FromSeconds(2);

    public static IHttpClientBuilder AddConnectorResilience(this IHttpClientBuilder client)
    {
        client.AddResilienceHandler("connector", pipeline => pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = LongestPause,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = args => ValueTask.FromResult(MayRepeat(args.Context.GetRequestMessage(), args.Outcome)),
            })
            .AddTimeout(AttemptTime));
        return client;
    }

    public static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        // Against the sender's own clock, where it tells it.
        { Date: { } date } => date - (response.Headers.Date ?? TimeProvider.System.GetUtcNow()),
        _ => null,
    };

    private static bool MayRepeat(HttpRequestMessage? request, Outcome<HttpResponseMessage> outcome)
    {
        // A longer pause than a turn can bear is left to the outbox.
        if (outcome.Result is { } answer && RetryAfter(answer) > LongestPause) return false;
        if (request?.Method == HttpMethod.Post)
        {
            return outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed;
        }
        return outcome.Exception is HttpRequestException or Polly.Timeout.TimeoutRejectedException
            || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
    }
}
