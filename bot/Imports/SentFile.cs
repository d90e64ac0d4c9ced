using System.Text.Json;
using SalesBot.Bot.Channel;

namespace SalesBot.Bot.Imports;

/// <summary>A file that somebody sent in a chat, as Teams tells it.</summary>
/// <param name="Address">From which it may be had for a short time, by whoever knows it.</param>
internal sealed record SentFile(string Name, string? Address)
{
    private const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>So many of one message are looked at.</summary>
    private const int Most = 10, LongestName = 200;

    public static IReadOnlyList<SentFile> In(Activity activity) =>
    [
        .. (activity.Attachments ?? []).Where(attachment => attachment?.ContentType == ContentType).Take(Most)
            .Select(attachment => new SentFile(NameOf(attachment.Name), ((JsonElement?)attachment.Content?.Element).TextAt("downloadUrl"))),
    ];

    // The name comes from a client as well: no folders, no control characters.
    private static string NameOf(string? name)
    {
        var plain = string.Concat((name ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter)));
        return plain.Length == 0 ? "?" : plain.Length <= LongestName ? plain : plain[^LongestName..];
    }
}
