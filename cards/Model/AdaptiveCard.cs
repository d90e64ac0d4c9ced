using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesBot.Cards.Model;

/// <summary>A card as Teams takes it, declared as version 1.5; newer elements carry their own fallback.</summary>
/// <param name="Summary">One line that says it all: a notification shows it, and a client that can not draw the card.</param>
public sealed record AdaptiveCard(
    string Summary, IReadOnlyList<Element> Body, IReadOnlyList<CardAction>? Actions = null, Refresh? Refresh = null)
{
    public const string Version = "1.5";

    /// <summary>What a language model wrote on it rests on these; null: nothing of it was written by one.</summary>
    public IReadOnlyList<Citation>? Citations { get; init; }

    /// <summary>The version that the card says it is of. Where Teams draws the preview of a link it takes no newer one than 1.3.</summary>
    public string Declares { get; init; } = Version;

    /// <summary>Uses the whole width of the conversation on a desktop; phones do so anyway.</summary>
    public bool IsWide { get; init; }

    // Written by a JSON writer into a UTF-8 body and never into HTML: letters beyond ASCII can stay as they are.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private RawJson? written;

    // What was written of the original is not this one.
    private AdaptiveCard(AdaptiveCard original) =>
        (Summary, Body, Actions, Refresh, Citations, IsWide, Declares) =
            (original.Summary, original.Body, original.Actions, original.Refresh, original.Citations, original.IsWide, original.Declares);

    public byte[] ToUtf8() => ToRaw().Utf8.ToArray();

    public JsonElement ToJson() => ToRaw().Element;

    /// <summary>Written once, however often it is sent.</summary>
    public RawJson ToRaw() => written ??= Written();

    private RawJson Written()
    {
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Relaxed)) Write(json);
        return new(buffer.WrittenMemory);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("version", Declares);
        json.WriteString("fallbackText", Words.Inert(Summary));
        Refresh?.Write(json);
        if (IsWide)
        {
            json.WriteStartObject("msteams");
            json.WriteString("width", "Full");
            json.WriteEndObject();
        }
        json.WriteElements("body", Body);
        if (Actions is { Count: > 0 }) json.WriteActions("actions", Actions);
        json.WriteEndObject();
    }
}

/// <summary>Lets the client fetch the card anew for the person that looks at it.</summary>
/// <param name="UserIds">Channel ids ("29:...") of those whose client does so by itself, at most 60.</param>
public sealed record Refresh(Execute Action, IReadOnlyList<string> UserIds)
{
    public const int MostUsers = 60;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("refresh");
        json.WritePropertyName("action");
        Action.Write(json);
        json.WriteStartArray("userIds");
        foreach (var id in UserIds.Take(MostUsers)) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

internal static class CardWriting
{
    public static void WriteElements(this Utf8JsonWriter json, string name, IReadOnlyList<Element> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements) element.Write(json);
        json.WriteEndArray();
    }

    public static void WriteActions(this Utf8JsonWriter json, string name, IReadOnlyList<CardAction> actions)
    {
        json.WriteStartArray(name);
        foreach (var action in actions) action.Write(json);
        json.WriteEndArray();
    }

    /// <summary>A name in the form that cards use: first letter small.</summary>
    public static void WriteWord<T>(this Utf8JsonWriter json, string name, T value) where T : struct, Enum =>
        json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
