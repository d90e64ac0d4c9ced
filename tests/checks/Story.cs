using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Bot.Channel;
using SalesBot.Bot.Checks;
using SalesBot.Data;
using SalesBot.Tests.Channel;
using SalesBot.Tests.Conversations;
using SalesBot.Tests.Whole;

namespace SalesBot.Tests.Checks;

/// <summary>People's Teams at a bot, which writes down what each request came to, and what the connector got.</summary>
internal sealed class Story(FakeConnector connector, Func<HttpClient> http)
{
    private readonly ConcurrentQueue<ClientRequest> requests = [];

    /// <summary>When a process of the bot was killed.</summary>
    public ConcurrentQueue<DateTimeOffset> Kills { get; } = [];

    /// <summary>When the bot's clock was set, from what and to what.</summary>
    public ConcurrentQueue<Captured> Clock { get; } = [];

    /// <summary>With what the traces say of each turn; those go through the connector, as everything else.</summary>
    public IReadOnlyList<ClientRequest> Clients
    {
        get
        {
            var traces = connector.Requests.Where(request => request is { Type: "trace", Status: < 300 } && request.Body.TextAt("replyToId") is not null)
                .GroupBy(request => (request.Conversation, request.Body.TextAt("replyToId"))).ToDictionary(group => group.Key, group => group.Last().Body!.Value.GetProperty("value"));
            return [.. requests.Select(request => request.Outcome == Outcome.Ok && traces.TryGetValue((request.Conversation, request.Activity), out var trace) ? Traced(request, trace) : request)];
        }
    }

    public IReadOnlyList<Captured> Capture => [.. CaptureOf(connector).Concat(Kills.Select(at => new Captured(at, "KILL"))).Concat(Clock).OrderBy(captured => captured.At)];

    public static IEnumerable<Captured> CaptureOf(FakeConnector connector) =>
        connector.Requests.Select(request => new Captured(request.At, request.Method, request.Conversation, request.Activity, request.Status, request.Body));

    public async Task InstallAsync(params Person[] people)
    {
        foreach (var person in people) await new TeamsClient(http(), connector.ServiceUrl, person).InstallAsync();
    }

    /// <param name="key">What it is about; null: nothing is written by it.</param>
    public Task<JsonElement?> SayAsync(Person person, string words, string? key = null) =>
        SendAsync(person, new TeamsClient(http(), connector.ServiceUrl, person).Message(words), key);

    /// <summary>Presses a button on the newest card with it in this person's chat.</summary>
    public Task<JsonElement?> PressAsync(Person person, string verb, string? key = null, Func<JsonElement, bool>? fits = null) =>
        SendAsync(person, Press(person, verb, fits), key);

    public JsonObject Press(Person person, string verb, Func<JsonElement, bool>? fits = null)
    {
        var client = new TeamsClient(http(), connector.ServiceUrl, person);
        var data = connector.Requests.Reverse().Where(request => request.Conversation == client.Chat && request.Status < 300 && request.Card is not null)
            .Select(request => CardReading.DataOf(request.Card!.Value, verb)).OfType<JsonElement>().First(found => fits?.Invoke(found) != false);
        return client.Press(verb, JsonNode.Parse(data.GetRawText()));
    }

    /// <returns>The body of the answer; null: none came.</returns>
    public async Task<JsonElement?> SendAsync(Person person, JsonObject activity, string? key = null)
    {
        var (conversation, id) = ((string)activity["conversation"]!["id"]!, (string)activity["id"]!);
        var invoke = (string)activity["type"]! == "invoke";
        var request = new ClientRequest(
            $"msteams|{ConversationReference.KeyOf(conversation, connector.ServiceUrl)}|{id}", conversation, id, new UserId(person.ObjectId), Outcome.Unknown, TimeProvider.System.GetUtcNow(),
            Key: key, Said: (string?)activity["text"], Invoke: invoke);
        try
        {
            using var response = await new TeamsClient(http(), connector.ServiceUrl, person).PostAsync(activity.DeepClone());
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.OK) return null;
            using var json = JsonDocument.Parse(body.Length == 0 ? "null" : body);
            var failed = invoke && json.RootElement.GetProperty("statusCode").GetInt32() != 200;
            request = request with { Outcome = failed ? Outcome.Unknown : Outcome.Ok, Answered = TimeProvider.System.GetUtcNow() };
            return json.RootElement.Clone();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            requests.Enqueue(request);
        }
    }

    private static ClientRequest Traced(ClientRequest request, JsonElement trace)
    {
        var wrote = trace.GetProperty("wrote").EnumerateArray().Select(record => new ConfirmedRecord(record.GetProperty("kind").GetString()!, record.GetProperty("id").GetString()!)).ToList();
        return request with { Wrote = wrote, Outcome = wrote.Count == 0 && trace.GetProperty("refused").ValueKind == JsonValueKind.String ? Outcome.Refused : Outcome.Ok };
    }
}
