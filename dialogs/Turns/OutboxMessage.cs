using System.Text.Json.Serialization;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Turns;

/// <summary>
/// A message to people, committed together with what caused it and delivered afterwards. It holds a text, a finished card,
/// or names a card (<see cref="Shows"/>) that is rendered anew at delivery, so that the last delivery always shows the present.
/// </summary>
/// <param name="Id">Sortable by time.</param>
/// <param name="Offers">A file for who reads it, made anew whenever it is fetched.</param>
/// <param name="Saved">A file that now stands among the reader's own.</param>
/// <param name="Summary">What a notification shows of a card.</param>
/// <param name="ReplyTo">The activity that it answers.</param>
/// <param name="Citations">Of a card on which a language model wrote.</param>
/// <param name="NotBefore">Not delivered by the worker before this moment (retry, or the turn delivers it itself first).</param>
public sealed record OutboxMessage(
    string Id, Recipient To, DateTimeOffset CreatedAt, string? Text = null, RawJson? Card = null, string? Summary = null,
    CardView? Shows = null, string? ReplyTo = null, int Attempts = 0, DateTimeOffset? NotBefore = null, IReadOnlyList<Citation>? Citations = null,
    FileOffer? Offers = null, SavedFile? Saved = null)
{
    /// <summary>When <see cref="NotBefore"/> was set; null: when it was created.</summary>
    public DateTimeOffset? PutOffAt { get; init; }

    public static readonly Kind<OutboxMessage> Kind = new("outbox", 1, () => TurnJson.Default.OutboxMessage, message => message.Id);
}

/// <summary>A conversation by the key of its reference, the personal chat of a person, or every known copy of a channel.</summary>
public sealed record Recipient(string? Conversation = null, UserId? Person = null, string? Channel = null);

/// <summary>A card that is kept up to date wherever it was posted.</summary>
/// <param name="Kind">What it shows: "approval", "quote".</param>
/// <param name="Subject">Key of the record within its kind, e.g. <c>Q-2026-0007|0001</c>.</param>
/// <param name="Team">The partition that the record is in.</param>
/// <param name="Viewer">Who looks at it; null: a channel, which sees only what everybody there may.</param>
public sealed record CardView(string Kind, string Subject, TeamId Team, UserId? Viewer);

/// <summary>A file that somebody may have.</summary>
/// <param name="Kind">What it is: "quote".</param>
/// <param name="Subject">Key of the record within its kind, with the version: <c>Q-2026-0007|0002</c>.</param>
/// <param name="Team">The partition that the record is in.</param>
/// <param name="Language">Of the file.</param>
public sealed record FileOffer(string Kind, string Subject, TeamId Team, UserId For, Language Language);

/// <param name="Reference">What the reader's client knows it by.</param>
public sealed record SavedFile(string Name, string Url, string Reference, string Type);

/// <summary>A file as it is now, or why there is none.</summary>
public abstract record FileResult
{
    private FileResult() { }

    /// <param name="About">One line on what it is.</param>
    /// <param name="Speaks">The language that its reader talks with the bot.</param>
    public sealed record Found(string Name, string ContentType, byte[] Content, string About, Language Speaks) : FileResult;

    /// <summary>It may not, or no longer, leave the house.</summary>
    public sealed record Gone(Cards.Text Why, Language Speaks = Language.Dutch) : FileResult;
}

/// <summary>Where a <see cref="CardView"/> was posted, so that it can be replaced.</summary>
/// <param name="Conversation">Key of the conversation reference.</param>
public sealed record PostedCard(CardView View, string Conversation, string ActivityId)
{
    public static readonly Kind<PostedCard> Kind = new("card", 1, () => TurnJson.Default.PostedCard, KeyOf);

    public static string KeyOf(PostedCard card) => KeyOf(card.View, card.Conversation);

    /// <summary>Conversation keys hold characters that ids can not, and may be longer than an id: a digest stands for them.</summary>
    public static string KeyOf(CardView view, string conversation) =>
        $"{view.Kind}|{view.Subject}|{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(conversation)).AsSpan(0, 16))}";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutboxMessage))]
[JsonSerializable(typeof(PostedCard))]
[JsonSerializable(typeof(TurnTrace))]
[JsonSerializable(typeof(SeenTurn))]
[JsonSerializable(typeof(WriteRecord))]
[JsonSerializable(typeof(NamesStamp))]
internal sealed partial class TurnJson : JsonSerializerContext;
