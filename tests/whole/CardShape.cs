using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace SalesBot.Tests.Whole;

/// <summary>What holds for each card that leaves the bot, whatever is on it.</summary>
internal static partial class CardShape
{
    // Ids, versions, and what a list or a figure is about; never amounts or rights.
    private static readonly string[] AllowedData =
        ["progress", "version", "round", "quote", "team", "write", "account", "scope", "from", "to", "slot", "value", "follow-up", "subject", "skip", "step", "verb", "msteams"];

    public static void Check(JsonElement message)
    {
        var attachment = Assert.Single(message.GetProperty("attachments").EnumerateArray());
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        Assert.False(string.IsNullOrWhiteSpace(message.GetProperty("summary").GetString()));
        Assert.False(message.TryGetProperty("text", out _), "Teams splits words and card in one message.");
        CheckCard(attachment.GetProperty("content"));
    }

    /// <returns>The verbs of its buttons.</returns>
    public static IReadOnlyList<string> CheckCard(JsonElement card)
    {
        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.False(string.IsNullOrWhiteSpace(card.GetProperty("fallbackText").GetString()));
        var verbs = new List<string>();
        foreach (var button in All(card).Where(element => TypeOf(element) == "Action.Execute"))
        {
            var verb = button.GetProperty("verb").GetString()!;
            Assert.Matches(Verb(), verb);
            verbs.Add(verb);
            CheckData(button.GetProperty("data"));
            var fallback = button.GetProperty("fallback");
            Assert.Equal("Action.Submit", TypeOf(fallback));
            Assert.Equal(verb, fallback.GetProperty("data").GetProperty("verb").GetString());
            foreach (var entry in button.GetProperty("data").EnumerateObject())
                Assert.True(JsonElement.DeepEquals(entry.Value, fallback.GetProperty("data").GetProperty(entry.Name)));
        }
        return verbs;
    }

    public static IEnumerable<JsonElement> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(property => All(property.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        _ => [],
    };

    public static string? TypeOf(JsonElement element) =>
        element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static void CheckData(JsonElement data)
    {
        foreach (var entry in data.EnumerateObject())
        {
            Assert.Contains(entry.Name, AllowedData);
            if (entry.Value.ValueKind == JsonValueKind.Number) Assert.True(entry.Value.TryGetInt32(out _), $"{entry.Name} is {entry.Value}");
        }
    }

    [GeneratedRegex("^[a-z-]+[.][a-z-]+$")]
    private static partial Regex Verb();
}
