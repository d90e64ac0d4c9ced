using SalesBot.Bot.Channel;
using SalesBot.Data;

namespace SalesBot.Bot.Telemetry;

/// <summary>
/// A thumb up or down below what a language model wrote (<c>message/submitAction</c>). It is counted, and the words beside it are not kept
/// (docs/decisions/0133-thumbs-are-counted.md).
/// </summary>
internal sealed partial class ModelFeedback(Visitors visitors, ILogger<ModelFeedback> log)
{
    private static readonly InvokeResponse Taken = new(200, new("{}"u8.ToArray()));

    public async Task<InvokeResponse> TakeAsync(TenantId tenant, Activity activity, CancellationToken cancel)
    {
        if (activity.Value is not { ValueKind: System.Text.Json.JsonValueKind.Object }) return new InvokeResponse(400);
        // Newer clients wrap it once more.
        var reaction = activity.Value.TextAt("actionValue", "reaction") ?? activity.Value.TextAt("data", "actionValue", "reaction");
        if (reaction is not ("like" or "dislike") || await KnowsAsync(tenant, activity, cancel) is false) return Taken;
        Instruments.ModelFeedback.Add(1, new KeyValuePair<string, object?>("reaction", reaction));
        Given(reaction, activity.ReplyToId ?? "-");
        return Taken;
    }

    /// <summary>Thumbs of strangers do not count. Nobody waits for this one: where the store is away it is let go.</summary>
    private async Task<bool> KnowsAsync(TenantId tenant, Activity activity, CancellationToken cancel)
    {
        try
        {
            return (await visitors.WhoAsync(tenant, activity, cancel).WaitAsync(cancel)).User is not null;
        }
        catch (Exception e) when (e is Data.Store.StoreUnavailableException or OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogEvents.ModelFeedback, LogLevel.Information, "What a language model wrote in message {Message} got a {Reaction}.")]
    private partial void Given(string reaction, string message);
}
