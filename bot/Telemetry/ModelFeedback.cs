using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Files;
using SalesBot.Bot.Outbox;
using SalesBot.Data;
using SalesBot.Data.People;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Telemetry;

/// <summary>
/// A thumb up or down below what a language model wrote (<c>message/submitAction</c>). It is counted. The words beside it are not kept, and
/// who wrote some is told so in the own chat (docs/decisions/0133-thumbs-are-counted.md).
/// </summary>
internal sealed partial class ModelFeedback(Visitors visitors, IDocumentStore store, OutboxSignal signal, Turns turns, TimeProvider time, ILogger<ModelFeedback> log)
{
    private static readonly InvokeResponse Taken = new(200, new("{}"u8.ToArray()));
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<InvokeResponse> TakeAsync(TenantId tenant, Activity activity, CancellationToken cancel)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object }) return new InvokeResponse(400);
        // Newer clients wrap it once more.
        var reaction = activity.Value.TextAt("actionValue", "reaction") ?? activity.Value.TextAt("data", "actionValue", "reaction");
        if (reaction is not ("like" or "dislike") || await WhoAsync(tenant, activity, cancel) is not ({ } user, var language)) return Taken;
        Instruments.ModelFeedback.Add(1, new KeyValuePair<string, object?>("reaction", reaction));
        Given(reaction, activity.ReplyToId ?? "-");
        if (HasWords(activity.Value.TextAt("actionValue", "feedback") ?? activity.Value.TextAt("data", "actionValue", "feedback"))) turns.Background(TellAsync(tenant, user, language, activity));
        return Taken;
    }

    /// <summary>Thumbs of strangers do not count. Nobody waits for this one: where the store is away it is let go.</summary>
    private async Task<(User? User, Language Language)> WhoAsync(TenantId tenant, Activity activity, CancellationToken cancel)
    {
        try
        {
            return await visitors.WhoAsync(tenant, activity, cancel).WaitAsync(cancel);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            return default;
        }
    }

    /// <summary>Once for a message, however often Teams asks.</summary>
    private async Task TellAsync(TenantId tenant, User user, Language language, Activity activity)
    {
        using var limit = new CancellationTokenSource(Patience);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"thumb|{user.Id}|{activity.Conversation?.Id}|{activity.ReplyToId ?? activity.Id}")), 0, 20);
        var now = time.GetUtcNow();
        var partition = Partition.Of(tenant, user.Team);
        var say = new OutboxMessage($"{now.UtcDateTime:yyyyMMddHHmmssfff}-{key[..8]}-00", new(Person: user.Id), now, TurnTexts.WordsNotKept.In(language));
        if (await store.SaveAsync(partition, $"thumb|{key}", [FileAnswer.Kind.Create(new(key, "told", now)), OutboxMessage.Kind.Create(say)], limit.Token) is SaveResult.Saved)
            signal.Wake(tenant, partition);
    }

    /// <summary>Teams sends JSON in a text, its local client the text itself.</summary>
    private static bool HasWords(string? feedback)
    {
        if (string.IsNullOrWhiteSpace(feedback)) return false;
        try
        {
            using var json = JsonDocument.Parse(feedback);
            return json.RootElement.ValueKind != JsonValueKind.Object || !string.IsNullOrWhiteSpace(((JsonElement?)json.RootElement).TextAt("feedbackText"));
        }
        catch (JsonException)
        {
            return true;
        }
    }

    [LoggerMessage(LogEvents.ModelFeedback, LogLevel.Information, "What a language model wrote in message {Message} got a {Reaction}.")]
    private partial void Given(string reaction, string message);
}
