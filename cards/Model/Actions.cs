using System.Text.Json;

namespace SalesBot.Cards.Model;

public enum ActionStyle { Default, Positive, Destructive }

/// <summary>A button.</summary>
public abstract record CardAction(string Title)
{
    public ActionStyle Style { get; init; }

    private protected abstract void WriteBody(Utf8JsonWriter json);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteBody(json);
        json.WriteString("title", Words.Visible(Title));
        if (Style != ActionStyle.Default) json.WriteWord("style", Style);
        json.WriteEndObject();
    }
}

/// <summary>
/// Tells the bot. A client that does not know it sends the same as a message, with the verb among the data.
/// </summary>
/// <param name="Verb">What is asked: <c>noun.verb</c>.</param>
public sealed record Execute(string Title, string Verb, ActionData Data) : CardAction(Title)
{
    /// <summary>Leaves the card's inputs out and is not held up by a required one.</summary>
    public bool IgnoresInputs { get; init; }

    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "Action.Execute");
        json.WriteString("verb", Verb);
        if (IgnoresInputs) json.WriteString("associatedInputs", "none");
        json.WritePropertyName("data");
        Data.Write(json, null);
        json.WriteStartObject("fallback");
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", Words.Visible(Title));
        if (IgnoresInputs) json.WriteString("associatedInputs", "none");
        json.WritePropertyName("data");
        Data.Write(json, Verb);
        json.WriteEndObject();
    }
}

/// <summary>
/// Says something in the reader's name, as if typed. Teams has a button for that by itself (imBack), but its local client fails on
/// it, and in a channel it would mention nobody.
/// </summary>
public static class Say
{
    public const string Verb = "flow.say";
    public const string Words = "say";

    public static Execute Of(string sentence) => new(sentence, Verb, new ActionData((Words, sentence))) { IgnoresInputs = true };
}

/// <summary>Opens a form below. Its inputs go only with its own buttons, so that a required one holds up no other.</summary>
public sealed record ShowCard(string Title, IReadOnlyList<Element> Body, IReadOnlyList<CardAction> Actions) : CardAction(Title)
{
    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "Action.ShowCard");
        json.WriteStartObject("card");
        json.WriteString("type", "AdaptiveCard");
        json.WriteElements("body", Body);
        json.WriteActions("actions", Actions);
        json.WriteEndObject();
    }
}

/// <summary>Opens a page of ours in the reader's browser.</summary>
public sealed record OpenLink(string Title, Uri Address) : CardAction(Title)
{
    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("url", Address.AbsoluteUri);
    }
}

/// <summary>What a button sends: ids and versions, never amounts or rights, as it comes back from a client.</summary>
public sealed record ActionData(params IReadOnlyList<Datum> Entries)
{
    public ActionData With(Datum more) => new([.. Entries, more]);

    internal void Write(Utf8JsonWriter json, string? verb)
    {
        json.WriteStartObject();
        foreach (var (key, id, version) in Entries)
        {
            if (id is not null) json.WriteString(key, id);
            else json.WriteNumber(key, version);
        }
        if (verb is not null) json.WriteString("verb", verb);
        json.WriteEndObject();
    }
}

/// <summary>An id, or where that is null, a version or position.</summary>
public readonly record struct Datum(string Key, string? Id, int Version)
{
    public static implicit operator Datum((string Key, string Id) named) => new(named.Key, named.Id, 0);
    public static implicit operator Datum((string Key, int Version) counted) => new(counted.Key, null, counted.Version);
}
