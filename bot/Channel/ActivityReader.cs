using System.Text.Json;
using System.Text.Unicode;

namespace SalesBot.Bot.Channel;

/// <summary>Reads a body as an Activity, strictly: everything behind it may rely on well-formed strings and unique keys.</summary>
internal static class ActivityReader
{
    public const int MaxBytes = 256 * 1024;
    private const int MaxDepth = 64;

    /// <summary>Null: not an activity (malformed JSON, doubled keys, broken text, no type).</summary>
    public static Activity? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return HasSoundText(body) && JsonSerializer.Deserialize(body, ChannelJson.Default.Activity) is { Type.Length: > 0 } activity
                ? activity
                : null;
        }
        // A lone surrogate in an escape is valid JSON and no valid text: the reader reports it as an invalid operation.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool HasSoundText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) return false;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) _ = reader.GetString();
        }
        return true;
    }

    /// <summary>The text at a path of property names; null where there is none.</summary>
    public static string? TextAt(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        if (element is not { } here) return null;
        foreach (var name in path)
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here)) return null;
        }
        return here.ValueKind == JsonValueKind.String ? here.GetString() : null;
    }
}
