using System.Text.Json;
using SalesBot.Data;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Turns;

/// <summary>That a turn was handled, and how it was answered: a repeated delivery gets the same.</summary>
/// <param name="Key">Hash of the turn's id.</param>
/// <param name="Answers">
/// Of a question that changed nothing: how many replies it had. They are not kept, as the question can be answered again. Null: of
/// everything else.
/// </param>
public sealed record SeenTurn(
    string Key, DateTimeOffset At, IReadOnlyList<OutboxMessage> Replies, bool Sends, TurnTrace Trace, RenderedCard? Card, string? Notice, int? Answers = null)
{
    public static readonly Kind<SeenTurn> Kind = new("seen", 1, () => TurnJson.Default.SeenTurn, seen => seen.Key);

    public static string KeyOf(string turnId) => Commit.KeyOf(turnId);
}

/// <summary>What one commit changed, with the records as they were, so that it can be undone.</summary>
/// <param name="Id">Of the flow's progress; sortable by time.</param>
/// <param name="What">Names it to the person.</param>
public sealed record WriteRecord(UserId By, string Id, DateTimeOffset At, string What, IReadOnlyList<WrittenChange> Changes, DateTimeOffset? UndoneAt = null)
{
    public static readonly Kind<WriteRecord> Kind = new("write", 1, () => TurnJson.Default.WriteRecord, write => KeyOf(write.By, write.Id));

    public static string KeyOf(UserId by, string id) => $"{by}|{id}";
}

/// <param name="Kind">Name of the kind of record.</param>
/// <param name="Before">Null: it did not exist.</param>
/// <param name="After">Null: it was deleted.</param>
public sealed record WrittenChange(string Kind, string Id, JsonElement? Before, JsonElement? After);

/// <summary>Changes whenever an account or contact does: who keeps their names in memory sees by it that they are old.</summary>
public sealed record NamesStamp(string Stamp)
{
    public static readonly Kind<NamesStamp> Kind = new("names", 1, () => TurnJson.Default.NamesStamp, _ => "stamp");
    public const string Key = "stamp";
}
