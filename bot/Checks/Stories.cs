using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Bot.Channel;
using SalesBot.Data;

namespace SalesBot.Bot.Checks;

/// <summary>Refused: it was said that nothing was done. Unknown: no answer came; it may have been done, once.</summary>
internal enum Outcome { Ok, Refused, Unknown }

/// <summary>One request as its client saw it: a line of the clients' story.</summary>
/// <param name="Turn">The turn's id: channel, key of the conversation and id of the activity, with bars between.</param>
/// <param name="Conversation">Id of the conversation, as the channel has it.</param>
/// <param name="Activity">Id of the activity; replies name it.</param>
/// <param name="Key">What it is about, whatever it is delivered as: the flow's progress, a quote's version. Null: a question that writes nothing.</param>
/// <param name="Sent">By the same clock as the capture.</param>
/// <param name="Answered">Null: no answer came.</param>
/// <param name="Wrote">What the answer said was written.</param>
/// <param name="Said">What was typed. Whoever says a name may read it again.</param>
internal sealed record ClientRequest(
    string Turn, string Conversation, string Activity, UserId? Person, Outcome Outcome, DateTimeOffset Sent, DateTimeOffset? Answered = null,
    string? Key = null, IReadOnlyList<ConfirmedRecord>? Wrote = null, string? Said = null, bool Invoke = false);

/// <param name="Values">What was confirmed of it, by the names of its stored shape; null: only that it is there.</param>
internal sealed record ConfirmedRecord(string Kind, string Id, JsonElement? Values = null);

/// <summary>One request that reached the connector: a line of the capture.</summary>
/// <param name="Method">POST, PUT, DELETE; PROMPT for what went to a language model, KILL where a process of the bot was killed, CLOCK where its clock was set.</param>
/// <param name="Conversation">Where it went; of a new thread the id that was given to it.</param>
/// <param name="Activity">The activity's id: given by the connector, or replaced.</param>
/// <param name="Status">As answered; 0: no answer was given.</param>
/// <param name="Person">For whom a prompt was made.</param>
/// <param name="From">What the bot's clock said before it was set.</param>
/// <param name="To">What it was set to.</param>
internal sealed record Captured(
    DateTimeOffset At, string Method, string? Conversation = null, string? Activity = null, int Status = 200, JsonElement? Body = null, UserId? Person = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    [JsonIgnore] public bool IsDelivered => Status is >= 200 and < 300;

    /// <summary>Whether nobody can know if it arrived.</summary>
    [JsonIgnore] public bool IsUnknown => Status is 0 or >= 500;

    [JsonIgnore] public string? Type => Text("type");
    [JsonIgnore] public string? Words => Text("text");
    [JsonIgnore] public string? ReplyTo => Text("replyToId");

    [JsonIgnore]
    public JsonElement? Card => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("attachments", out var list)
        && list is { ValueKind: JsonValueKind.Array } && list.GetArrayLength() > 0 && list[0].TryGetProperty("content", out var content) ? content : null;

    private string? Text(string name) => Body.TextAt(name);
}

/// <summary>Reads the stories that lie in files of JSON lines.</summary>
internal static class Stories
{
    public static IReadOnlyList<ClientRequest> Clients(string path) => Read(path, StoryJson.Default.ClientRequest);

    public static IReadOnlyList<Captured> Capture(string path) => Read(path, StoryJson.Default.Captured);

    /// <exception cref="InvalidDataException">A line is not what it should be.</exception>
    private static IReadOnlyList<T> Read<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape) where T : class
    {
        var read = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                read.Add(JsonSerializer.Deserialize(line, shape) ?? throw new JsonException("is null."));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
            }
        }
        return read;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ClientRequest))]
[JsonSerializable(typeof(Captured))]
internal sealed partial class StoryJson : JsonSerializerContext;
