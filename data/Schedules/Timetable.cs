using SalesBot.Data.Store;

namespace SalesBot.Data.Schedules;

/// <summary>What a commit puts on the timetable and takes off it. A new moment for an errand and key takes the place of the one before.</summary>
public sealed class Timetable
{
    private readonly Dictionary<(string Errand, string Key), DateTimeOffset?> wanted = [];

    public bool IsEmpty => wanted.Count == 0;

    public void Set(string errand, string key, DateTimeOffset at) => wanted[(errand, key)] = Due.Cut(at);

    public void Cancel(string errand, string key) => wanted[(errand, key)] = null;

    public void Take(Timetable other)
    {
        foreach (var (matter, at) in other.wanted) wanted[matter] = at;
    }

    /// <summary>The writes that belong in the same save; a conflict on one means: read again and repeat.</summary>
    /// <param name="done">What this commit carries out: it goes, unless it is set anew, and only once whoever carries it out.</param>
    public async Task<IReadOnlyList<Write>> WritesAsync(IDocumentStore store, Partition partition, Stored<Due>? done, CancellationToken cancel)
    {
        var all = new Dictionary<(string Errand, string Key), DateTimeOffset?>(wanted);
        if (done is not null) all.TryAdd((done.Record.Errand, done.Record.Key), null);
        var writes = new List<Write>();
        foreach (var ((errand, key), at) in all)
        {
            var present = await store.FindAsync(partition, Kinds.Scheduled, $"{errand}|{key}", cancel);
            var doing = done is { Record: var record } && record.Errand == errand && record.Key == key ? done : null;
            if (at == present?.Record.At && doing is null) continue;
            if (doing is not null) writes.Add(Kinds.Due.Delete(doing));
            // Who came first may have set the same moment: it is written once, and the save of the second is refused for what it carries out.
            if (present is not null && present.Record.At != doing?.Record.At && present.Record.At != at) writes.Add(Delete(new(errand, key, present.Record.At)));
            if (at is { } moment)
            {
                if (moment == doing?.Record.At) throw new InvalidOperationException($"{errand} would be due again at the same moment.");
                var scheduled = new Scheduled(errand, key, moment);
                writes.Add(present is null ? Kinds.Scheduled.Create(scheduled) : Kinds.Scheduled.Replace(present, scheduled));
                writes.Add(Kinds.Due.Put(new(errand, key, moment)));
            }
            else if (present is not null) writes.Add(Kinds.Scheduled.Delete(present));
        }
        return writes;
    }

    private static Write Delete(Due due) => new(Kinds.Due.IdOf(due), Kinds.Due.Schema, null, Write.Any);
}
