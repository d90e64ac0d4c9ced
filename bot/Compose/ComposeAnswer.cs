using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Bot.Channel;
using SalesBot.Cards.Model;
using SalesBot.Dialogs.Sharing;

namespace SalesBot.Bot.Compose;

/// <summary>The answer to a search or a link: cards to put in, or words.</summary>
internal sealed record ComposeAnswer(ComposeResult ComposeExtension)
{
    public static ComposeAnswer Saying(string text) => new(new ComposeResult("message", Text: text));

    public static ComposeAnswer Of(IReadOnlyList<Shareable> found) => new(new ComposeResult("result", "list", [.. found.Select(AttachmentOf)]));

    public InvokeResponse Response() => new(200, new(JsonSerializer.SerializeToUtf8Bytes(this, ComposeJson.Default.ComposeAnswer)));

    private static ComposeAttachment AttachmentOf(Shareable found) => new(
        Attachment.AdaptiveCard, found.Card.ToRaw(), new("application/vnd.microsoft.card.thumbnail", new(Plain(found.Title), Plain(found.Detail))));

    // A row of the list reads HTML, and nothing else there tells text from markup.
    private static string Plain(string text) => Words.Inert(text).Replace('<', '‹').Replace('>', '›');
}

internal sealed record ComposeResult(string Type, string? AttachmentLayout = null, IReadOnlyList<ComposeAttachment>? Attachments = null, string? Text = null);

/// <param name="Preview">The row in the list, for who searches alone.</param>
internal sealed record ComposeAttachment(string ContentType, RawJson Content, ComposePreview Preview);

internal sealed record ComposePreview(string ContentType, ComposeRow Content);

internal sealed record ComposeRow(string Title, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ComposeAnswer))]
internal sealed partial class ComposeJson : JsonSerializerContext;
