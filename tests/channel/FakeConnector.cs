using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Channel;

/// <summary>One request that the bot sent to the channel.</summary>
/// <param name="Path">Below the service URL, as sent.</param>
internal sealed record Recorded(string Method, string Path, string? Authorization, JsonElement? Body, int Status)
{
    public DateTimeOffset At { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>The conversation and the activity that it is about, the latter as the answer named it.</summary>
    public string? Conversation { get; init; }
    public string? Activity { get; init; }

    public string? Type => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("type", out var type) ? type.GetString() : null;
    public string? Text => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("text", out var text) ? text.GetString() : null;
    public bool IsMessage => Type == "message";
    public JsonElement? Card => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("attachments", out var list)
        ? list[0].GetProperty("content") : null;
}

/// <summary>What the fake answers instead of its usual success.</summary>
internal sealed record Fault(int Status, string? RetryAfter = null, TimeSpan? Delay = null);

/// <summary>A stand-in for the Bot Connector on a port of its own: keeps every request and misbehaves on demand.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<Recorded> requests = [];
    private readonly SemaphoreSlim changed = new(0);
    private int ids;

    private FakeConnector(WebApplication server) => this.server = server;

    /// <summary>Where the bot is told to send to.</summary>
    public string ServiceUrl => server.Urls.First() + "/";

    public IReadOnlyList<Recorded> Requests => [.. requests];

    /// <summary>What people would see: messages, in order; those that were refused are not among them.</summary>
    public IReadOnlyList<Recorded> Messages => [.. requests.Where(request => request is { IsMessage: true, Status: < 300 })];

    /// <summary>Asked before each answer, with method, path and body; null: the usual success.</summary>
    public Func<string, string, JsonElement?, Fault?> Misbehave { get; set; } = (_, _, _) => null;

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeConnector(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>The first requests that fit, when there are so many.</summary>
    public async Task<IReadOnlyList<Recorded>> WaitAsync(Func<Recorded, bool> fits, int count = 1, int seconds = 20)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            if (Requests.Where(fits).Take(count).ToList() is { } found && found.Count == count) return found;
            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Wanted {count}, got: {string.Join("; ", Requests.Select(request => $"{request.Method} {request.Path} {request.Type} {request.Status}"))}");
            }
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static (string? Conversation, string? Activity) Place(string method, string path, JsonElement? body, int id)
    {
        if (path.TrimStart('/').Split('/') is ["v3", "conversations", var escaped, "activities", .. var rest])
            return (Uri.UnescapeDataString(escaped), method == "PUT" && rest is [var named, ..] ? Uri.UnescapeDataString(named) : $"{id}");
        return body is { ValueKind: JsonValueKind.Object } thread && thread.TryGetProperty("activity", out _)
            ? ($"{thread.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()};messageid={id}", $"{id}")
            : (null, null);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        JsonElement? body = null;
        if (http.Request.ContentLength is null or > 0 && http.Request.Method is "POST" or "PUT")
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body);
            body = document.RootElement.Clone();
        }
        var path = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var fault = Misbehave(http.Request.Method, path, body);
        if (fault?.Delay is { } delay) await Task.Delay(delay);
        var type = body is { ValueKind: JsonValueKind.Object } activity && activity.TryGetProperty("type", out var named) ? named.GetString() : null;
        http.Response.StatusCode = fault?.Status ?? (http.Request.Method == "POST" ? type is "typing" or "trace" ? 202 : 201 : 200);
        if (fault?.RetryAfter is { } wait) http.Response.Headers.RetryAfter = wait;
        var id = Interlocked.Increment(ref ids);
        var (conversation, about) = Place(http.Request.Method, path, body, id);
        requests.Enqueue(new Recorded(http.Request.Method, path, http.Request.Headers.Authorization, body, http.Response.StatusCode) { Conversation = conversation, Activity = about });
        changed.Release();
        if (fault is not null || http.Response.StatusCode == 202) return;
        await http.Response.WriteAsync((http.Request.Method, path) switch
        {
            ("POST", "/v3/conversations") when body!.Value.TryGetProperty("activity", out _) =>
                $$"""{"id":"{{body.Value.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()}};messageid={{id}}","activityId":"{{id}}"}""",
            ("POST", "/v3/conversations") => $$"""{"id":"a:opened-{{id}}"}""",
            ("PUT", _) => $$"""{"id":"{{path.Split('/')[^1]}}"}""",
            _ => $$"""{"id":"{{id}}"}""",
        });
    }
}
