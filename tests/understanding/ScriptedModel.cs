using System.Text.Json.Nodes;
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
            // Not by way of the property: a request beside this one may set it in between.
            var asked = await reader.ReadToEndAsync(context.RequestAborted);
            model.LastRequest = asked;
            context.Items[nameof(LastRequest)] = asked;
            await answer(context);
        });
        await app.StartAsync();
        return model;
    }

    /// <summary>What was asked in this call: its system prompt and the JSON in the user's message.</summary>
    public static (string Prompt, JsonObject Question) Asked(HttpContext context)
    {
        var messages = JsonNode.Parse((string)context.Items[nameof(LastRequest)]!)!["messages"]!;
        return (messages[0]!["content"]!.GetValue<string>(), JsonNode.Parse(messages[1]!["content"]!.GetValue<string>())!.AsObject());
    }

    /// <summary>A whole answer with this as the model's words.</summary>
    public static Func<HttpContext, Task> Says(string content) => context => SayAsync(context, content);

    public static Func<HttpContext, Task> Fails(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return context.Response.WriteAsync("""{"error":{"message":"no"}}""");
    };

    public static Func<HttpContext, Task> Raw(string body) => context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    /// <summary>Never answers; ends when the caller hangs up.</summary>
    public static Func<HttpContext, Task> Hangs() => context => UntilGoneAsync(() => Task.Delay(Timeout.Infinite, context.RequestAborted));

    /// <summary>Does something until the caller hangs up.</summary>
    public static async Task UntilGoneAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The caller has gone.
        }
    }

    public static Task SayAsync(HttpContext context, string content) => AnswerAsync(context, new JsonObject { ["role"] = "assistant", ["content"] = content });

    /// <summary>A completion with this message.</summary>
    public static Task AnswerAsync(HttpContext context, JsonObject message, string reason = "stop")
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = reason }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
        }.ToJsonString(), context.RequestAborted);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
