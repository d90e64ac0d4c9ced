using System.Text.Json.Serialization;
using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>What the bot keeps of one person's talk in one conversation: so it is resumed after a restart and on another device.</summary>
/// <param name="Key">Conversation and person.</param>
/// <param name="Running">The running flows; the last one is being talked about, those before it wait for their return.</param>
/// <param name="Lean">Period, account and the like of the last answer.</param>
public sealed record Conversation(string Key, IReadOnlyList<Progress> Running, IReadOnlyDictionary<string, SlotValue> Lean)
{
    public static readonly Kind<Conversation> Kind = new("conversation", 1, () => EngineJson.Default.Conversation, state => state.Key);

    public static Conversation New(string key) => new(key, [], new Dictionary<string, SlotValue>());

    [JsonIgnore]
    public Progress? Active => Running is [.., var last] ? last : null;

    /// <summary>The flow of the last answered question: "why?" asks on about it.</summary>
    public string? LastIntent { get; init; }

    /// <summary>By its name, where several flows share that intent.</summary>
    public string? LastFlow { get; init; }

    /// <summary>What was saved last: a correction behind it is about this.</summary>
    public Progress? Saved { get; init; }

    /// <summary>Id of the last thing that was said to the person, where that leaves through the outbox.</summary>
    public string? Told { get; init; }

    internal Conversation Push(Progress progress) => this with { Running = [.. Running, progress] };
    internal Conversation Pop() => this with { Running = [.. Running.SkipLast(1)] };
    internal Conversation With(Progress active) => this with { Running = [.. Running.SkipLast(1), active] };
}

/// <summary>How far a flow has come.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="Intent">The intent that started it; a flow may serve several.</param>
/// <param name="Version">Counts up with each change, so that a button of an older card is recognised.</param>
/// <param name="Asked">The slot asked for, or <see cref="Confirm"/>.</param>
/// <param name="Skipped">Slots that the person left open.</param>
/// <param name="Shown">The version that the last preview showed.</param>
public sealed record Progress(
    string Id, string Flow, string Intent, int Version, IReadOnlyDictionary<string, IReadOnlyList<SlotValue>> Values, string? Asked,
    IReadOnlyList<string> Skipped, int Shown = 0)
{
    public const string Confirm = "confirm";

    public static Progress New(string id, string flow, string intent) =>
        new(id, flow, intent, 1, new Dictionary<string, IReadOnlyList<SlotValue>>(), null, []);

    [JsonIgnore]
    public Answers Answers => new(Id, Intent, Values);

    /// <summary>Slots that were said to be wrong and are asked for anew; what they hold stays until the answer comes. Null: none.</summary>
    public IReadOnlyList<string>? Anew { get; init; }

    /// <summary>The answers that older previews showed: what is typed into the form of such a card is told from what just stood there. Null: none.</summary>
    public IReadOnlyList<ShownAnswers>? Previews { get; init; }
}

/// <param name="Version">Of the progress.</param>
public sealed record ShownAnswers(int Version, IReadOnlyDictionary<string, IReadOnlyList<SlotValue>> Values);

/// <summary>What a person chose for all conversations with the bot.</summary>
public sealed record Preferences(UserId User, Language? Language)
{
    public static readonly Kind<Preferences> Kind = new("preferences", 1, () => EngineJson.Default.Preferences, chosen => chosen.User.Value);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Preferences))]
internal sealed partial class EngineJson : JsonSerializerContext;
