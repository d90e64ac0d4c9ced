using System.Globalization;
using System.Text.Json;

namespace SalesBot.Cards.Model;

/// <summary>Something to fill in.</summary>
/// <param name="Key">Id of the input, under which its value arrives.</param>
/// <param name="Required">What the client says when it is left empty; null: it may be.</param>
public abstract record Input(string Key, string Label, string? Required) : Element
{
    private protected abstract string Type { get; }

    private protected abstract void WriteInput(Utf8JsonWriter json);

    private protected override void WriteBody(Utf8JsonWriter json)
    {
        json.WriteString("type", Type);
        json.WriteString("id", Key);
        json.WriteString("label", Words.Inert(Label));
        if (Required is not null)
        {
            json.WriteBoolean("isRequired", true);
            json.WriteString("errorMessage", Words.Inert(Required));
        }
        WriteInput(json);
    }
}

public sealed record TextInput(string Key, string Label, string? Required = null, string? Value = null) : Input(Key, Label, Required)
{
    public const int MostCharacters = 1000;

    public bool IsLong { get; init; }
    public string? Placeholder { get; init; }

    private protected override string Type => "Input.Text";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        if (IsLong) json.WriteBoolean("isMultiline", true);
        json.WriteNumber("maxLength", MostCharacters);
        if (Placeholder is not null) json.WriteString("placeholder", Words.Inert(Placeholder));
        if (Value is not null) json.WriteString("value", Value);
    }
}

public sealed record NumberInput(string Key, string Label, string? Required = null, decimal? Value = null) : Input(Key, Label, Required)
{
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }

    private protected override string Type => "Input.Number";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        if (Least is { } least) json.WriteNumber("min", least);
        if (Most is { } most) json.WriteNumber("max", most);
        // Without trailing zeros: an amount of the Cosmos edition has lost them, and both show the same.
        if (Value is { } value) json.WriteNumber("value", value / 1.0000000000000000000000000000m);
    }
}

public sealed record DateInput(string Key, string Label, string? Required = null, DateOnly? Value = null) : Input(Key, Label, Required)
{
    private protected override string Type => "Input.Date";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        if (Value is { } value) json.WriteString("value", value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

/// <param name="Value">The choice that is made already.</param>
public sealed record ChoiceInput(string Key, string Label, IReadOnlyList<Choice> Choices, string? Required = null, string? Value = null)
    : Input(Key, Label, Required)
{
    /// <summary>Stands there until a choice is made; what is asked for where it is required.</summary>
    public string? Placeholder { get; init; } = Required;

    private protected override string Type => "Input.ChoiceSet";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteString("style", "compact");
        if (Placeholder is not null) json.WriteString("placeholder", Words.Inert(Placeholder));
        if (Value is not null) json.WriteString("value", Value);
        json.WriteStartArray("choices");
        foreach (var choice in Choices)
        {
            json.WriteStartObject();
            json.WriteString("title", Words.Inert(choice.Title));
            json.WriteString("value", choice.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

public sealed record Choice(string Value, string Title);

/// <param name="Title">Stands beside the switch.</param>
public sealed record ToggleInput(string Key, string Label, string Title, bool Value = false) : Input(Key, Label, null)
{
    private protected override string Type => "Input.Toggle";

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteString("title", Words.Inert(Title));
        json.WriteString("value", Value ? "true" : "false");
    }
}
