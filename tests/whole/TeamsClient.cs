using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Data.Exchange;
using SalesBot.Tests.Conversations;

namespace SalesBot.Tests.Whole;

/// <summary>Somebody of the demo organisation, as the tenant's directory knows them.</summary>
internal sealed record Person(string ObjectId, string Name, string Locale)
{
    public static readonly Person Anna = Demo(101, "Anna Visser"), Sven = Demo(102, "Sven Mulder"), Daan = Demo(103, "Daan Smit", "en-GB"),
        Ingrid = Demo(104, "Ingrid Hoekstra"), Eva = Demo(105, "Eva Kuipers"), Femke = Demo(106, "Femke Brouwer"), Gijs = Demo(107, "Gijs van Leeuwen"),
        Lotte = Demo(108, "Lotte Prins");

    private static Person Demo(int number, string name, string locale = "nl-NL") => new($"5a1e5b07-0000-4000-8000-000000000{number}", name, locale);
}

/// <summary>One person's Teams: writes activities as Teams does and reads the answers as it does.</summary>
internal sealed class TeamsClient(HttpClient http, string serviceUrl, Person person)
{
    public const string Channel = "19:sales@thread.tacv2", Approvals = "19:approvals@thread.tacv2";
    private const string Bot = "28:22222222-2222-2222-2222-222222222222";
    private static int ids;

    public string Chat => $"a:{person.ObjectId}";

    /// <summary>Says something and reads what comes back in the response.</summary>
    public async Task<Answer> SayAsync(string words, string? id = null, bool inChannel = false)
    {
        var message = Message(words, id, inChannel);
        message["deliveryMode"] = "expectReplies";
        return new(await ReadAsync(await PostAsync(message)));
    }

    public async Task<PressAnswer> PressAsync(string verb, JsonNode? data, string? id = null, bool inChannel = false, string? card = null)
    {
        var answer = await ReadAsync(await PostAsync(Press(verb, data, id, inChannel, card)));
        return new(answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()!, answer.GetProperty("value"));
    }

    /// <summary>Presses a button of a card that this person sees; inputs not named keep what the card shows.</summary>
    public Task<PressAnswer> PressAsync(JsonElement card, string verb, params (string Id, string Value)[] inputs)
    {
        var typed = CardReading.Inputs(card);
        foreach (var (id, value) in inputs) typed[id] = value;
        var data = CardReading.DataOf(card, verb) ?? throw new InvalidOperationException($"No button {verb} on {CardReading.Words(card)}");
        return PressAsync(verb, JsonNode.Parse(CardReading.Merge(data, typed).GetRawText()));
    }

    /// <summary>The person gets the bot: from here on it can speak first.</summary>
    public async Task InstallAsync()
    {
        var update = Activity("conversationUpdate", null, false);
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot });
        using var answer = await PostAsync(update);
        answer.EnsureSuccessStatusCode();
    }

    public JsonObject Message(string words, string? id = null, bool inChannel = false)
    {
        var activity = Activity("message", id, inChannel);
        activity["text"] = inChannel ? $"<at>SalesBot</at> {words}" : words;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{WebUtility.HtmlEncode(words)}</div>" });
        return activity;
    }

    public JsonObject Press(string verb, JsonNode? data, string? id = null, bool inChannel = false, string? card = null)
    {
        var activity = Activity("invoke", id, inChannel);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "OK", ["verb"] = verb, ["data"] = data?.DeepClone() },
            ["trigger"] = "manual",
        };
        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) =>
        http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"));

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            if (response.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"Answered with {(int)response.StatusCode}.");
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return body.RootElement.Clone();
        }
    }

    public JsonObject Activity(string type, string? id, bool inChannel)
    {
        var tenant = DemoOrganisation.Tenant.Value;
        var number = Interlocked.Increment(ref ids);
        JsonArray entities = [new JsonObject { ["type"] = "clientInfo", ["locale"] = person.Locale, ["country"] = "NL", ["platform"] = "iOS", ["timezone"] = "Europe/Amsterdam" }];
        if (inChannel)
            entities.Add(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "SalesBot" }, ["text"] = "<at>SalesBot</at>" });
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? (1_772_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
            ["timestamp"] = "2026-03-04T09:15:00.1234567Z",
            ["localTimestamp"] = "2026-03-04T10:15:00.1234567+01:00",
            ["localTimezone"] = "Europe/Amsterdam",
            ["locale"] = person.Locale,
            ["serviceUrl"] = serviceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:" + person.ObjectId, ["name"] = person.Name, ["aadObjectId"] = person.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "SalesBot" },
            ["conversation"] = inChannel
                ? new JsonObject { ["isGroup"] = true, ["conversationType"] = "channel", ["tenantId"] = tenant, ["id"] = Channel + ";messageid=1772000000000" }
                : new JsonObject { ["conversationType"] = "personal", ["tenantId"] = tenant, ["id"] = Chat },
            ["entities"] = entities,
            ["channelData"] = inChannel
                ? new JsonObject
                {
                    ["teamsChannelId"] = Channel,
                    ["teamsTeamId"] = "19:team@thread.tacv2",
                    ["channel"] = new JsonObject { ["id"] = Channel },
                    ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" },
                    ["tenant"] = new JsonObject { ["id"] = tenant },
                }
                : new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
    }
}

/// <summary>What a message was answered with in the response.</summary>
internal sealed record Answer(JsonElement Body)
{
    public IReadOnlyList<JsonElement> Activities => [.. Body.GetProperty("activities").EnumerateArray()];
    public IReadOnlyList<JsonElement> Messages => [.. Activities.Where(activity => Type(activity) == "message")];
    public IReadOnlyList<JsonElement> Cards => [.. Messages.Where(message => message.TryGetProperty("attachments", out _)).Select(message => message.GetProperty("attachments")[0].GetProperty("content"))];
    public JsonElement Card => Cards[^1];

    /// <summary>The turn as the outside contract describes it.</summary>
    public JsonElement Trace => Activities.Single(activity => Type(activity) == "trace").GetProperty("value");
    public string? Asking => Trace.GetProperty("asking").GetString();
    public string? Refused => Trace.GetProperty("refused").GetString();
    public IReadOnlyList<string> Wrote => [.. Trace.GetProperty("wrote").EnumerateArray().Select(record => record.GetProperty("kind").GetString()!)];
    public string Words => string.Join('\n', Messages.Select(message => message.TryGetProperty("text", out var text) ? text.GetString() : "").Concat(Cards.Select(CardReading.Words)));

    private static string? Type(JsonElement activity) => activity.GetProperty("type").GetString();
}

/// <summary>What a button was answered with: a card in place of the pressed one, or a short notice.</summary>
internal sealed record PressAnswer(int Status, string Type, JsonElement Value)
{
    public bool IsCard => Type == "application/vnd.microsoft.card.adaptive";
    public string Words => IsCard ? CardReading.Words(Value) : Value.ToString();
}
