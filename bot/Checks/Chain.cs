using SalesBot.Data.Store;

namespace SalesBot.Bot.Checks;

/// <summary>An audit entry's part about one record.</summary>
internal sealed record Link(Held<AuditEntry> Held, AuditedRecord Record)
{
    public AuditEntry Entry => Held.Record;

    public override string ToString() => $"{Evidence.Line(Entry)}  {Evidence.Short(Record.Before)} -> {Evidence.Short(Record.After)}";

    public static IReadOnlyDictionary<string, IReadOnlyList<Link>> ByRecord(IEnumerable<Held<AuditEntry>> audit) => audit
        .SelectMany(held => held.Record.Records.Select(record => new Link(held, record))).GroupBy(link => link.Record.Id)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Link>)[.. group.OrderBy(link => link.Entry.Id, StringComparer.Ordinal)]);
}

/// <summary>
/// The entries on one record, put one behind the other by their fingerprints: each begins where the one before ended. Not by their
/// moments, as clocks differ and turns overtake each other.
/// </summary>
/// <param name="Order">The entries in the order in which they fit.</param>
/// <param name="Start">What the record was before the first of them; empty: it did not exist.</param>
/// <param name="Break">The entries around the place where they do not fit; null: they fit, and end at what the record is.</param>
internal sealed record Chain(IReadOnlyList<Link> Order, string Start, IReadOnlyList<Link>? Break)
{
    /// <param name="links">Oldest first, as far as their moments tell.</param>
    /// <param name="present">Fingerprint of the record as it is; empty: there is none.</param>
    public static Chain Of(IReadOnlyList<Link> links, string present)
    {
        if (links.Count == 0) return new([], present, null);
        var surplus = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            surplus[link.Record.Before] = surplus.GetValueOrDefault(link.Record.Before) + 1;
            surplus[link.Record.After] = surplus.GetValueOrDefault(link.Record.After) - 1;
        }
        // Each is begun from as often as come to, but for the first; the present is where the last one ends.
        surplus[present] = surplus.GetValueOrDefault(present) + 1;
        var begun = surplus.Where(node => node.Value > 0).ToList();
        var start = begun.Count == 0 ? present : begun.Find(node => node.Key == links[0].Record.Before) is { Key: { } first } ? first : begun[0].Key;
        if (begun.Sum(node => node.Value) == 1)
        {
            var order = Walk(links, start);
            return new(order, start, order.Count == links.Count ? null : [.. links.Except(order).Take(4)]);
        }
        var loose = links.Where(link => surplus[link.Record.After] < 0 || surplus[link.Record.Before] > 0 && link.Record.Before != start).Take(4).ToList();
        return new(links, start, loose.Count > 0 ? loose : [links[^1]]);
    }

    /// <summary>The way through all links (Hierholzer), the older one first where there is a choice.</summary>
    private static List<Link> Walk(IReadOnlyList<Link> links, string start)
    {
        var from = links.GroupBy(link => link.Record.Before).ToDictionary(group => group.Key, group => new Queue<Link>(group));
        var (open, order) = (new Stack<(string Node, Link? By)>(), new List<Link>());
        open.Push((start, null));
        while (open.TryPeek(out var here))
        {
            if (from.TryGetValue(here.Node, out var next) && next.TryDequeue(out var link)) open.Push((link.Record.After, link));
            else if (open.Pop().By is { } done) order.Add(done);
        }
        order.Reverse();
        return order;
    }
}
