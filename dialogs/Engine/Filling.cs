using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>Puts what was heard into a flow's slots.</summary>
internal static class Filling
{
    /// <summary>
    /// Fills every slot that something said fits; the last word counts. What a slot hears in the words themselves counts where
    /// nothing was said under its name. Nothing changes where nothing fits.
    /// </summary>
    /// <param name="replaces">A correction: a slot of several values starts anew instead of getting one more.</param>
    public static Progress Fill(Flow flow, Progress progress, IEnumerable<HeardSlot> said, bool replaces, string words, Turn turn)
    {
        var answers = progress.Answers;
        var heard = said.ToList();
        foreach (var slot in flow.Slots)
        {
            var wrong = heard.Where(value => value.Not && value.Name == slot.Name).Select(value => value.Value).ToList();
            var kept = answers.Raw(slot).Where(value => !wrong.Exists(one => Means(one, value))).ToList();
            var values = ValuesFor(slot, heard.Where(value => !value.Not).ToList());
            if (!heard.Exists(value => value.Name == slot.Name) && slot.Hear(words, turn) is { } own) values = [own];
            if (values.Count == 0 && wrong.Count == 0) continue;
            var anew = progress.Anew?.Contains(slot.Name) == true && values.Count > 0;
            answers = answers.With(slot, !slot.Many ? values.Count > 0 ? [values[^1]] : kept
                // What is known already is no replacement for the others: "nee, 45 tweepersoonskamers" leaves the breakfast.
                : anew || (replaces && wrong.Count == 0 && values.Any(value => !kept.Contains(value))) ? values : [.. kept.Union(values)]);
            if (anew) progress = Answered(progress, slot);
        }
        return Changed(flow, progress, answers);
    }

    /// <summary>Whether anything that was said is a value of this flow.</summary>
    public static bool Fits(Flow flow, IReadOnlyList<HeardSlot> said) =>
        flow.Slots.Any(slot => !slot.Hidden && ValuesFor(slot, [.. said.Where(value => !value.Not)]).Count > 0);

    /// <summary>A slot that was asked for anew has its answer.</summary>
    public static Progress Answered(Progress progress, Slot slot) =>
        progress.Anew?.Contains(slot.Name) == true ? progress with { Anew = progress.Anew.Count > 1 ? [.. progress.Anew.Where(name => name != slot.Name)] : null } : progress;

    /// <summary>Keeps what was put right: a note still says it, and is not to be quoted for it.</summary>
    public static Progress Remember(Flow flow, Progress before, Progress after)
    {
        if (flow.Slots.FirstOrDefault(slot => slot.Name == SlotNames.Replaced) is not { } replaced) return after;
        var gone = flow.Slots.Where(slot => !slot.Hidden && slot.Name != SlotNames.Notes).SelectMany(slot => before.Answers.Raw(slot).Except(after.Answers.Raw(slot)));
        return after with { Values = after.Answers.With(replaced, [.. after.Answers.Raw(replaced).Union(gone)]).Values };
    }

    public static Progress Set(Flow flow, Progress progress, Slot slot, IReadOnlyList<SlotValue> values) =>
        Changed(flow, progress, progress.Answers.With(slot, values));

    /// <summary>Answers that no longer apply are dropped before anything is asked or confirmed; a real change counts the version up.</summary>
    public static Progress Changed(Flow flow, Progress progress, Answers answers)
    {
        bool dropped;
        do
        {
            dropped = false;
            foreach (var slot in flow.Slots.Where(slot => answers.Has(slot) && !flow.Needs(slot, answers)))
            {
                answers = answers.With(slot, []);
                dropped = true;
            }
        } while (dropped);
        return Same(progress.Values, answers.Values) ? progress : progress with { Values = answers.Values, Version = progress.Version + 1 };
    }

    /// <summary>The slots said in the clause of one intent; what was said without one of its own belongs to the first.</summary>
    public static IReadOnlyList<HeardSlot> OfClause(Heard heard, int intent) => [.. heard.Slots.Where(slot => slot.Intent == intent)];

    private static IReadOnlyList<SlotValue> ValuesFor(Slot slot, IReadOnlyList<HeardSlot> said)
    {
        var own = said.Where(value => value.Name == slot.Name).Select(value => slot.Fit(value.Value)).OfType<SlotValue>().ToList();
        return own.Count > 0
            ? own
            : [.. said.Where(value => slot.AlsoFrom.Contains(value.Name)).Select(value => slot.Fit(value.Value)).OfType<SlotValue>()];
    }

    /// <summary>Whether a spoken value, perhaps a part of it, means a known one; empty words mean any.</summary>
    private static bool Means(SlotValue spoken, SlotValue known) => (spoken, known) switch
    {
        (SlotValue.Text { Value: "" }, _) => true,
        (SlotValue.Text one, SlotValue.Text other) => one.Value.Split(' ').All(word => other.Value.Split(' ').Any(known => IsWord(word, known))),
        (SlotValue.Account one, SlotValue.Account other) => one.Id == other.Id,
        _ => spoken == known,
    };

    /// <summary>The same word, or one of the two its plural: "haal de lunch eraf" of twenty lunches.</summary>
    private static bool IsWord(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || IsPlural(one, other) || IsPlural(other, one);

    private static bool IsPlural(string one, string many) =>
        one.Length >= 4 && many.StartsWith(one, StringComparison.OrdinalIgnoreCase) && many[one.Length..].ToLowerInvariant() is "s" or "'s" or "es" or "en";

    private static bool Same(
        IReadOnlyDictionary<string, IReadOnlyList<SlotValue>> one, IReadOnlyDictionary<string, IReadOnlyList<SlotValue>> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var values) && pair.Value.SequenceEqual(values));
}
