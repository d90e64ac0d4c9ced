using SalesBot.Dialogs.Understanding;

namespace SalesBot.Tests.Conversations;

/// <summary>Hears what a test deals out under a name, in any order; everything else as usual.</summary>
internal sealed class DealtUnderstanding : IUnderstanding
{
    private readonly EmbeddedUnderstanding embedded = new();
    private readonly Dictionary<string, Heard> dealt = [];

    /// <summary>What was heard last that was not dealt.</summary>
    public Heard? Last { get; private set; }

    /// <returns>The words that stand for it.</returns>
    public string Deal(Heard heard)
    {
        var words = $"dealt {dealt.Count}";
        dealt[words] = heard;
        return words;
    }

    public ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel) =>
        new(dealt.TryGetValue(utterance.Text, out var heard) ? heard : Last = embedded.Hear(utterance, names));
}
