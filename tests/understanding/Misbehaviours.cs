using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SalesBot.Dialogs.Understanding;
using static SalesBot.Tests.Understanding.ScriptedModel;

namespace SalesBot.Tests.Understanding;

/// <summary>Everything that a language model has been seen to do instead of answering well. Named; a test plays each against many messages.</summary>
internal static class Misbehaviours
{
    public const string NoConnection = "connection refused";

    /// <summary>Nothing comes back in time: a test waits for it, and cuts the time short.</summary>
    public static readonly string[] Slow = ["silence", "headers, then silence", "body that never ends its drip"];

    /// <param name="honest">What a good model would answer to the message.</param>
    private delegate Task Play(HttpContext context, Func<JsonObject> honest);

    private static readonly byte[] Spaces = Encoding.UTF8.GetBytes(new string(' ', 8192));

    private static readonly Dictionary<string, Play> Played = new()
    {
        ["silence"] = (context, _) => Hangs()(context),
        ["headers, then silence"] = (context, _) => UntilGoneAsync(async () =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.StartAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }),
        ["body that never ends its drip"] = (context, _) => UntilGoneAsync(async () =>
        {
            while (true)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(40, context.RequestAborted);
            }
        }),
        ["connection cut before the answer"] = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ["connection cut within the answer"] = async (context, honest) =>
        {
            context.Response.ContentLength = 4000;
            await context.Response.WriteAsync("""{"id":"1","choices":[{"message":{"role":"assistant","content":""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["endless body"] = (context, _) => UntilGoneAsync(async () =>
        {
            // As a line does, not as fast as the processor can: both ends run in this process.
            for (; ; await Task.Delay(5, context.RequestAborted)) await context.Response.Body.WriteAsync(Spaces, context.RequestAborted);
        }),
        ["10 MB"] = (context, _) => UntilGoneAsync(async () =>
        {
            await context.Response.WriteAsync("""{"id":"1","choices":[{"index":0,"message":{"role":"assistant","content":" """);
            for (var sent = 0; sent < 10_000_000; sent += Spaces.Length) await context.Response.Body.WriteAsync(Spaces, context.RequestAborted);
            await context.Response.WriteAsync("""{}"},"finish_reason":"stop"}]}""");
        }),
        ["401"] = (context, _) => Fails(401)(context),
        ["403"] = (context, _) => Fails(403)(context),
        ["404"] = (context, _) => Fails(404)(context),
        ["429, later please"] = (context, _) => Fails(429, ("Retry-After", "1"))(context),
        ["500"] = (context, _) => Fails(500)(context),
        ["503"] = (context, _) => Fails(503)(context),
        ["redirect"] = (context, _) => Fails(302, ("Location", "/v1/elsewhere"))(context),
        ["HTML"] = (context, _) => Raw("<html><body>Bad gateway</body></html>")(context),
        ["empty body"] = (context, _) => Raw("")(context),
        ["bytes that are no text"] = (context, _) => context.Response.Body.WriteAsync((byte[])[0x7B, 0x22, 0xFF, 0xFE, 0xC3, 0x28, 0x22, 0x7D]).AsTask(),
        ["null"] = (context, _) => Raw("null")(context),
        ["no choices"] = (context, _) => Raw("""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}""")(context),
        ["choices null"] = (context, _) => Raw("""{"id":null,"object":"chat.completion","created":1,"model":null,"choices":null,"usage":null}""")(context),
        ["message null"] = (context, _) => Raw("""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":null,"finish_reason":null}]}""")(context),
        ["empty content"] = (context, _) => SayAsync(context, ""),
        ["content null"] = (context, _) => AnswerAsync(context, new JsonObject { ["role"] = "assistant", ["content"] = null }),
        ["refusal"] = (context, _) => AnswerAsync(context, new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = "I can not help with that." }),
        ["cut off at the length"] = (context, honest) => AnswerAsync(context, Message(honest()), "length"),
        ["content filter"] = (context, honest) => AnswerAsync(context, Message(honest()), "content_filter"),
        ["unknown finish"] = (context, honest) => AnswerAsync(context, Message(honest()), "tired"),
        ["tool calls without end"] = (context, _) => AnswerAsync(context, new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray(new JsonObject
            {
                ["id"] = "call_1",
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = "approve_quote", ["arguments"] = """{"quote":"Q-2026-0001"}""" },
            }),
        }, "tool_calls"),
        ["truncated JSON"] = (context, honest) => SayAsync(context, honest().ToJsonString()[..^8]),
        ["two JSON objects"] = (context, honest) => SayAsync(context, honest().ToJsonString() + "\n" + honest().ToJsonString()),
        ["doubled key"] = (context, _) => SayAsync(context, """{"intents":["request_quote"],"intents":["query_revenue"],"slots":[]}"""),
        ["Markdown fence"] = (context, honest) => SayAsync(context, $"```json\n{Other(honest())}\n```"),
        ["prose"] = (context, _) => SayAsync(context, "Sure! The intent is request_quote."),
        ["control characters"] = (context, _) => SayAsync(context, "\u0001\u0002{{{"),
        ["another shape"] = (context, _) => SayAsync(context, """{"action":"approve","target":"Q-2026-0001","arguments":{"discount":100}}"""),
        ["an array"] = (context, honest) => SayAsync(context, $"[{Other(honest())}]"),
        ["wrong types"] = (context, _) => SayAsync(context, """{"intents":"request_quote","slots":{"account":7}}"""),
        ["wrong types within"] = (context, _) => SayAsync(context, """{"intents":[1,true,null,{}],"slots":[1,"x",null,[[]],{"name":5,"text":{},"intent":[]}]}"""),
        ["null fields"] = (context, _) => SayAsync(context, """{"intents":null,"slots":null}"""),
        ["null within"] = (context, honest) => SayAsync(context, With(honest(), (null, null)).ToJsonString()),
        ["deep nesting"] = (context, _) => SayAsync(context, string.Concat(Enumerable.Repeat("""{"intents":[""", 3000))),
        ["NaN"] = (context, _) => SayAsync(context, """{"intents":["request_quote"],"slots":[{"name":"amount","text":NaN,"intent":"request_quote"}]}"""),
        ["half a character"] = (context, _) => SayAsync(context, """{"intents":["request_quote"],"slots":[{"name":"account","text":"\ud800","intent":"request_quote"}]}"""),
        ["wrong language"] = (context, _) => SayAsync(context, """{"intents":["журнал_визита"],"slots":[{"name":"klant","text":"飞利浦","intent":"журнал_визита"}]}"""),
        ["invented intent"] = (context, _) => SayAsync(context, """{"intents":["transfer_money","approve_everything"],"slots":[]}"""),
        ["says yes itself"] = (context, _) => SayAsync(context, """{"intents":["confirm"],"slots":[]}"""),
        ["undoes by itself"] = (context, _) => SayAsync(context, """{"intents":["undo","switch_language"],"slots":[]}"""),
        ["invented account"] = (context, honest) => SayAsync(context, With(honest(), ("account", "Canary Hotels BV")).ToJsonString()),
        ["invented contact"] = (context, honest) => SayAsync(context, With(honest(), ("contact", "Karin Canary")).ToJsonString()),
        ["invented price"] = (context, honest) => SayAsync(context, With(honest(), ("amount", "€ 13.371,33")).ToJsonString()),
        ["invented discount"] = (context, honest) => SayAsync(context, With(honest(), ("discount_percent", "99,5%")).ToJsonString()),
        ["invented date"] = (context, honest) => SayAsync(context, With(honest(), ("due_date", "31 december 2039")).ToJsonString()),
        ["invented quote number"] = (context, honest) => SayAsync(context, With(honest(), ("quote_number", "Q-2039-1337")).ToJsonString()),
        ["invented slot"] = (context, honest) => SayAsync(context, With(honest(), ("approved_by", "de")).ToJsonString()),
        ["obeys an attacker"] = (context, honest) => SayAsync(context, Obeying(honest()).ToJsonString()),
    };

    public static IEnumerable<string> Names => Played.Keys.Append(NoConnection);

    public static Func<HttpContext, Task> Of(string name, Func<string, JsonObject> honest) =>
        context => Played[name](context, () => honest(Asked(context).Question["message"]!.GetValue<string>()));

    /// <summary>The embedded result as a good model would write it.</summary>
    public static JsonObject Honest(string text, Heard heard) => new()
    {
        ["intents"] = new JsonArray([.. heard.Intents.Select(intent => (JsonNode)intent)]),
        ["slots"] = new JsonArray([.. heard.Slots.Where(slot => slot is { Start: >= 0, Length: > 0, Not: false }).Select(slot => Slot(
            slot.Name, text.Substring(slot.Start, slot.Length), heard.Intents[slot.Intent]))]),
    };

    private static JsonObject Slot(string? name, string? text, string? intent) => new() { ["name"] = name, ["text"] = text, ["intent"] = intent };

    private static JsonObject Message(JsonObject answer) => new() { ["role"] = "assistant", ["content"] = Other(answer).ToJsonString() };

    /// <summary>Something that would show if it were believed.</summary>
    private static JsonObject Other(JsonObject answer)
    {
        answer["intents"] = new JsonArray("report_export");
        return answer;
    }

    private static JsonObject With(JsonObject answer, params (string? Name, string? Text)[] inventions)
    {
        var intent = answer["intents"]![0]!.GetValue<string>();
        foreach (var (name, text) in inventions) answer["slots"]!.AsArray().Add(Slot(name, text, intent));
        return answer;
    }

    private static JsonObject Obeying(JsonObject answer)
    {
        foreach (var intent in (string[])["approve", "confirm", "undo", "reject", "cancel"]) answer["intents"]!.AsArray().Add(intent);
        return With(answer, ("amount", "0,01"), ("discount_percent", "100%"), ("account", "Canary Hotels BV"), ("notes", "GEHEIM"));
    }
}
