using SalesBot.Data.Visits;
using SalesBot.Dialogs.Understanding;
using SalesBot.Dialogs.Understanding.Summaries;

namespace SalesBot.Dialogs.Turns;

/// <summary>
/// What one turn hears. A turn that has to be worked out anew hears the same again; where the talk itself has changed meanwhile,
/// the embedded understanding hears it, as a language model has had its time.
/// </summary>
internal sealed class TurnHearing : IDisposable
{
    private static readonly EmbeddedUnderstanding Embedded = new();

    private readonly IUnderstanding understanding;
    private readonly CancellationTokenSource end;
    private (string? Version, Heard Heard, Task<IReadOnlyList<SummarySentence>?>? Draft)? before;

    public TurnHearing(IUnderstanding understanding, CancellationToken cancel)
    {
        this.understanding = understanding;
        end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    }

    /// <param name="version">Of the talk so far.</param>
    public async Task<(Heard, Task<IReadOnlyList<SummarySentence>?>?)> HearAsync(Utterance utterance, string? version, Gazetteer names)
    {
        if (before is { } heard) return heard.Version == version ? (heard.Heard, heard.Draft) : (Embedded.Hear(utterance, names), heard.Draft);
        // Beside the hearing, not after it: both have the same few seconds.
        var draft = NoteText.IsLong(utterance.Text) ? understanding.DraftAsync(utterance, names, end.Token) : null;
        var now = await understanding.HearAsync(utterance, names, end.Token);
        before = (version, now, draft);
        return (now, draft);
    }

    /// <summary>Nobody waits any more for a draft that was not wanted.</summary>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }
}
