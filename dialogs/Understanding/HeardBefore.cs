using System.Collections.Concurrent;
using SalesBot.Data;

namespace SalesBot.Dialogs.Understanding;

/// <summary>
/// Everybody asks for help in the same words, and a question is asked again and again: what was understood within the same minute, of
/// the same words at the same point of a talk, is not worked out again.
/// </summary>
public sealed class HeardBefore(EmbeddedUnderstanding understanding) : IUnderstanding
{
    private const int Most = 1000, LongestText = 200;

    private readonly ConcurrentDictionary<Asked, Heard> known = new();

    public ValueTask<Heard> HearAsync(Utterance utterance, Gazetteer names, CancellationToken cancel)
    {
        if (utterance.Text.Length > LongestText) return understanding.HearAsync(utterance, names, cancel);
        var asked = new Asked(utterance.Text, utterance.Language, utterance.Now.Ticks / TimeSpan.TicksPerMinute, utterance.Context, names);
        if (known.TryGetValue(asked, out var before)) return ValueTask.FromResult(before);
        var heard = understanding.Hear(utterance, names);
        if (known.Count >= Most) known.Clear();
        known[asked] = heard;
        return ValueTask.FromResult(heard);
    }

    /// <param name="Minute">Since the beginning of the calendar: relative days and hours are understood from it.</param>
    /// <param name="Names">By identity: a gazetteer never changes.</param>
    private readonly record struct Asked(string Text, Language Language, long Minute, HeardContext? Context, Gazetteer Names)
    {
        public bool Equals(Asked other) =>
            Text == other.Text && Language == other.Language && Minute == other.Minute && ReferenceEquals(Names, other.Names) && Same(Context, other.Context);

        public override int GetHashCode() => HashCode.Combine(Text, Language, Minute, Context?.Flow, Context?.Asked);

        private static bool Same(HeardContext? one, HeardContext? other) =>
            ReferenceEquals(one, other) || (one is not null && other is not null && one.Flow == other.Flow && one.Asked == other.Asked
                && one.Known.Count == other.Known.Count && one.Known.All(pair => other.Known.TryGetValue(pair.Key, out var value) && Same(value, pair.Value))
                && Same(one.Answered, other.Answered));

        // Lists within a record compare by reference, and each talk was read from the store by itself.
        private static bool Same(SlotValue one, SlotValue other) =>
            (one, other) is (SlotValue.Account mine, SlotValue.Account theirs)
                ? (mine.Name, mine.Id, mine.New) == (theirs.Name, theirs.Id, theirs.New) && mine.Others.Select(account => account.Id).SequenceEqual(theirs.Others.Select(account => account.Id))
                : one.Equals(other);
    }
}
