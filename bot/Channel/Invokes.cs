using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Bot.Compose;
using SalesBot.Bot.Connector;
using SalesBot.Bot.Files;
using SalesBot.Bot.Imports;
using SalesBot.Bot.Outbox;
using SalesBot.Bot.Settings;
using SalesBot.Bot.Telemetry;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Bot.Channel;

/// <summary>Invokes carry their answer in the response. Names as Teams sends them; the protocol's answer to what is not offered is 501.</summary>
internal sealed class Invokes(
    Visitors visitors, Turns turns, Outgoing outgoing, OutboxSignal signal, ConnectorClient connector, FileConsent files, ComposeBox compose, ImportDesk imports, ModelFeedback feedback, SalesBotSettings settings,
    TimeProvider time)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive", MessageType = "application/vnd.microsoft.activity.message",
        ErrorType = "application/vnd.microsoft.error";

    public Task<InvokeResponse> HandleAsync(TenantId tenant, Activity activity, bool verified, CancellationToken cancel) => activity.Name switch
    {
        "adaptiveCard/action" => PressAsync(tenant, activity, verified, cancel),
        "application/search" => Answer(activity, """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}"""),
        "composeExtension/query" => compose.QueryAsync(tenant, activity, cancel),
        "composeExtension/queryLink" => compose.LinkAsync(tenant, activity, cancel),
        "message/submitAction" => feedback.TakeAsync(tenant, activity, cancel),
        "fileConsent/invoke" => files.HandleAsync(tenant, activity, verified, cancel),
        // There is nothing to sign in to: these say so, each in its own way.
        "signin/tokenExchange" => Answer(activity, TokenExchange(activity), 412),
        "signin/verifyState" => Task.FromResult(new InvokeResponse(404)),
        "signin/failure" or "task/submit" => Task.FromResult(InvokeResponse.Ok),
        _ => Task.FromResult(new InvokeResponse(501)),
    };

    private async Task<InvokeResponse> PressAsync(TenantId tenant, Activity activity, bool verified, CancellationToken cancel)
    {
        if (Pressed(activity) is not { } press) return Body(400, ErrorType, Error("BadRequest", "The action is not an Action.Execute with a verb."));
        Visitor visitor;
        try
        {
            visitor = await visitors.MeetAsync(tenant, activity, verified, cancel).WaitAsync(cancel);
        }
        catch (Exception e)
        {
            return Failure(turns.Failed(e), SpokenText.ClientLanguage(activity) ?? Language.Dutch);
        }
        if (visitor.User is null) return Body(200, MessageType, Text(TurnTexts.UnknownPerson.In(visitor.Language)));
        if (ImportDesk.IsOurs(press)) return await ImportAsync(visitor, press, cancel);
        var incoming = Messages.Incoming(visitor, activity, time.GetUtcNow()) with { Press = press, CardId = activity.ReplyToId };
        var outcome = await turns.RunAsync(
            incoming, (result, inTime) => SayAsync(visitor, activity, result, inTime), awaitDelivery: false, cancel);
        return outcome switch
        {
            TurnOutcome.Failed failed => Failure(failed, visitor.Language),
            TurnOutcome.Done { Result.Card: { } card } => Body(200, CardType, card.Content),
            TurnOutcome.Done { Result: var result } => Body(200, MessageType, Text(Notice(result, visitor))),
            _ => throw new InvalidOperationException("A turn is done or failed."),
        };
    }

    private async Task<InvokeResponse> ImportAsync(Visitor visitor, Press press, CancellationToken cancel)
    {
        try
        {
            var (card, notice) = await imports.PressAsync(visitor, press, cancel).WaitAsync(cancel);
            return card is not null ? Body(200, CardType, card.Content) : Body(200, MessageType, Text(notice!.Value.In(visitor.Language)));
        }
        catch (Exception e)
        {
            return Failure(turns.Failed(e), visitor.Language);
        }
    }

    /// <summary>Behind the answer: what else the turn says, and the pressed card for when the chat is opened again.</summary>
    private async Task SayAsync(Visitor visitor, Activity activity, TurnResult result, CancellationToken cancel)
    {
        var to = visitor.Reference;
        if (!result.Repeated)
        {
            foreach (var reply in result.Replies)
            {
                if (!await outgoing.TryAsync(visitor.Tenant, result.Partition, reply, cancel)) break;
            }
            // The answer replaces the card in this one client's memory. In a personal chat its owner is the only reader of the stored one.
            if (visitor.Scope == PlaceScope.Personal && result.Card is { } card && activity.ReplyToId is { } pressed)
            {
                await connector.UpdateAsync(to.ServiceUrl, to.Conversation.Id!, pressed, OutgoingActivity.Card(to, card.Content, card.Summary), cancel);
            }
            if (settings.IsDevelopment)
            {
                await connector.SendAsync(to.ServiceUrl, to.Conversation.Id!, OutgoingActivity.Trace(to, result.Trace, null), cancel);
            }
        }
        if (result.Sends || result.Repeated) signal.Wake(visitor.Tenant, result.Partition);
    }

    private static string Notice(TurnResult result, Visitor visitor) =>
        result.Notice ?? (result.Replies.Count > 0 ? Done.In(visitor.Language) : TurnTexts.Nothing.In(visitor.Language));

    private static readonly Cards.Text Done = new("Gedaan; zie het bericht hieronder.", "Done; see the message below.");

    private static Press? Pressed(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action)) return null;
        if (((JsonElement?)action).TextAt("verb") is not { Length: > 0 } verb) return null;
        if (((JsonElement?)action).TextAt("type") is { } type && type != "Action.Execute") return null;
        return !action.TryGetProperty("data", out var data) || data.ValueKind is JsonValueKind.Null ? new Press(verb, Parsed("{}"))
            : data.ValueKind == JsonValueKind.Object ? new Press(verb, data)
            : null;
    }

    private static InvokeResponse Failure(TurnOutcome.Failed failed, Language language) =>
        Body(500, ErrorType, Error("InternalServerError", failed.Words.In(language)));

    /// <summary>The card action's own status is inside; that of the HTTP response is 200.</summary>
    private static InvokeResponse Body(int status, string type, RawJson value) =>
        new(200, new(JsonSerializer.SerializeToUtf8Bytes(new CardActionAnswer(status, type, value), InvokeJson.Default.CardActionAnswer)));

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, InvokeJson.Default.String);

    private static JsonElement Error(string code, string message) =>
        JsonSerializer.SerializeToElement(new CardActionError(code, message), InvokeJson.Default.CardActionError);

    private static string TokenExchange(Activity activity) => JsonSerializer.Serialize(
        new TokenExchangeFailure(activity.Value.TextAt("id"), activity.Value.TextAt("connectionName"), "No sign-in is offered."),
        InvokeJson.Default.TokenExchangeFailure);

    /// <summary>These need an object to answer to.</summary>
    private static Task<InvokeResponse> Answer(Activity activity, string body, int status = 200) =>
        Task.FromResult(activity.Value is { ValueKind: JsonValueKind.Object } ? new InvokeResponse(status, Parsed(body)) : new InvokeResponse(400));

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}

internal sealed record CardActionAnswer(int StatusCode, string Type, RawJson Value);

internal sealed record CardActionError(string Code, string Message);

internal sealed record TokenExchangeFailure(string? Id, string? ConnectionName, string FailureDetail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CardActionAnswer))]
[JsonSerializable(typeof(CardActionError))]
[JsonSerializable(typeof(TokenExchangeFailure))]
[JsonSerializable(typeof(string))]
internal sealed partial class InvokeJson : JsonSerializerContext;
