using System.Text.Json;
using SalesBot.Bot.Channel;

namespace SalesBot.Bench.Load;

/// <summary>
/// The least that a bot does: Kestrel reads the activity into the same type, and answers with one message, in the response or
/// through the connector by one shared client. What SalesBot reaches is told as a share of it.
/// </summary>
internal static class Ceiling
{
    private static readonly HttpClient Connector = new();

    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/api/messages", AnswerAsync);
        app.MapGet("/health/ready", () => "Healthy");
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var activity = (await JsonSerializer.DeserializeAsync(http.Request.Body, ChannelJson.Default.Activity))!;
        var reply = new Activity { Type = ActivityTypes.Message, ReplyToId = activity.Id, Conversation = activity.Conversation, From = activity.Recipient, Text = activity.Text };
        if (activity.ExpectsReplies)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(http.Response.Body, new ExpectedReplies([reply]), ChannelJson.Default.ExpectedReplies);
            return;
        }
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, ChannelJson.Default.Activity));
        content.Headers.ContentType = new("application/json");
        using var sent = await Connector.PostAsync(
            new Uri($"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities/{activity.Id}"), content);
    }
}
