using System.Globalization;
using System.Text.Json;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Presses;

/// <summary>What buttons do that act on a record instead of on a running flow.</summary>
public abstract class PressAction(params IReadOnlyList<string> verbs)
{
    public IReadOnlyList<string> Verbs => verbs;

    public abstract Task<Effect> PressAsync(Press press, Turn turn, CancellationToken cancel);
}

/// <summary>Reading a press's data, which a client can have made up: anything odd is as good as missing.</summary>
internal static class PressReading
{
    /// <summary>Longer than this nobody types into a card.</summary>
    private const int LongestText = 4000;

    public static string? Text(this Press press, string name) =>
        press.Data.ValueKind == JsonValueKind.Object && press.Data.TryGetProperty(name, out var value) ? Plain(value) : null;

    public static int? Number(this Press press, string name) =>
        int.TryParse(press.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Names what the press writes, so that it can be undone.</summary>
    public static WriteName Write(this Press press, Turn turn, string what) =>
        new($"{turn.Now.UtcDateTime:yyyyMMddHHmmssfff}-{Commit.KeyOf(turn.Incoming.TurnId)[..12]}", what);

    /// <summary>Whether the field is there at all, readable or not.</summary>
    public static bool Has(this Press press, string name) => press.Data.ValueKind == JsonValueKind.Object && press.Data.TryGetProperty(name, out _);

    /// <summary>Whether it can be a record's key: like an id, of several parts.</summary>
    public static bool IsKey(string text) => text.Length < 200 && text.Split('|').All(IsId);

    /// <summary>Whether it can be the id of a quote or team at all.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and < 64 && text == text.Trim() && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ');

    public static FlowPress OfFlow(this Press press)
    {
        var fields = press.Data.ValueKind == JsonValueKind.Object
            ? press.Data.EnumerateObject().Where(field => field.Name is not ("progress" or "version" or "verb"))
                .Select(field => (field.Name, Value: Plain(field.Value))).Where(field => field.Value is not null)
                .DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value!)
            : [];
        return new(press.Verb, press.Text("progress") ?? "", press.Number("version") ?? 0, fields);
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: <= LongestText } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
