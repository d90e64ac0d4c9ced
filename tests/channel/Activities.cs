using System.Text.Json.Nodes;
using SalesBot.Data.People;

namespace SalesBot.Tests.Channel;

/// <summary>Activities as Teams writes them.</summary>
internal static class Activities
{
    public const string Bot = "28:22222222-2222-2222-2222-222222222222";

    public static JsonObject Message(string serviceUrl, string? text, User? user = null, string? id = null)
    {
        var activity = Of("message", serviceUrl, user, id);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["locale"] = "nl-NL";
        return activity;
    }

    public static JsonObject Press(string serviceUrl, string verb, JsonObject data, User? user = null, string? card = null, string? id = null)
    {
        var activity = Of("invoke", serviceUrl, user, id);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        return activity;
    }

    public static JsonObject Invoke(string serviceUrl, string name, JsonNode? value, User? user = null)
    {
        var activity = Of("invoke", serviceUrl, user);
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    public static JsonObject Of(string type, string serviceUrl, User? user = null, string? id = null)
    {
        var person = user ?? BotHost.Anna;
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? Guid.NewGuid().ToString("N"),
            ["timestamp"] = "2026-03-10T08:00:00Z",
            ["serviceUrl"] = serviceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:" + person.Id, ["name"] = person.Name, ["aadObjectId"] = person.Id.Value },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "SalesBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = "a:" + person.Id,
                ["conversationType"] = "personal",
                ["tenantId"] = BotHost.Tenant.Value,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = BotHost.Tenant.Value } },
        };
    }

    /// <summary>The same in a channel.</summary>
    public static JsonObject InChannel(this JsonObject activity, string conversation)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = conversation,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = BotHost.Tenant.Value,
        };
        return activity;
    }
}
