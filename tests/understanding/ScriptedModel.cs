using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Understanding;

/// <summary>An OpenAI-compatible chat endpoint on a port of its own that answers as the test wants.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private int calls;

    private ScriptedModel(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First() + "/v1");

    public int Calls => Volatile.Read(ref calls);

    public string LastRequest { get; private set; } = "";

    public static async Task<ScriptedModel> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new ScriptedModel(app);
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            Interlocked.Increment(ref model.calls);
            using var reader = new StreamReader(context.Request.Body);
            model.LastRequest = await reader.ReadToEndAsync(context.RequestAborted);
            await answer(context);
        });
        await app.StartAsync();
        return model;
    }

    /// <summary>A whole answer with this as the model's words.</summary>
    public static Func<HttpContext, Task> Says(string content) => context => WriteAsync(context, "content", content, "stop");

    public static Func<HttpContext, Task> Refuses() => context => WriteAsync(context, "refusal", "I can not help with that.", "stop");

    public static Func<HttpContext, Task> Fails(int status) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("""{"error":{"message":"no"}}""");
    };

    public static Func<HttpContext, Task> Raw(string body) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    /// <summary>Never answers; ends when the caller hangs up.</summary>
    public static Func<HttpContext, Task> Hangs() => async context =>
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller has gone.
        }
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task WriteAsync(HttpContext context, string kind, string content, string reason)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("id", "chatcmpl-1");
        writer.WriteString("object", "chat.completion");
        writer.WriteNumber("created", 1);
        writer.WriteString("model", "scripted");
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString(kind, content);
        if (kind != "content")
        {
            writer.WriteNull("content");
        }

        writer.WriteEndObject();
        writer.WriteString("finish_reason", reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", 1);
        writer.WriteNumber("completion_tokens", 1);
        writer.WriteNumber("total_tokens", 2);
        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync();
    }
}
