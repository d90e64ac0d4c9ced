using System.Globalization;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Engine;

/// <summary>What a flow knows so far.</summary>
/// <param name="Id">The progress's id: what is written takes its ids from it, so that a repeated "yes" can not write twice.</param>
/// <param name="Intent">The intent that was heard; a flow may serve several.</param>
public sealed record Answers(string Id, string Intent, IReadOnlyDictionary<string, IReadOnlyList<SlotValue>> Values)
{
    /// <summary>When the flow was begun, which its id tells.</summary>
    public DateTimeOffset BegunAt => DateTimeOffset.ParseExact(Id.AsSpan(0, IdTime.Length), IdTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal const string IdTime = "yyyyMMddHHmmssfff";

    public bool Has(Slot slot) => Raw(slot).Count > 0;

    /// <summary>The value, the last one where there are several; null where it is not known.</summary>
    public T? Of<T>(Slot<T> slot) => Raw(slot) is [.., var last] ? slot.Read(last) : default;

    public IReadOnlyList<T> All<T>(Slot<T> slot) where T : notnull => [.. Raw(slot).Select(slot.Read).OfType<T>()];

    public IReadOnlyList<SlotValue> Raw(Slot slot) => Values.GetValueOrDefault(slot.Name) ?? [];

    internal Answers With(Slot slot, IReadOnlyList<SlotValue> values)
    {
        var next = new Dictionary<string, IReadOnlyList<SlotValue>>(Values);
        if (values.Count == 0) next.Remove(slot.Name);
        else next[slot.Name] = values;
        return this with { Values = next };
    }
}
