using SalesBot.Data.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data.Indicators;

/// <summary>A record as it was and as it becomes; null: there was none, or it is deleted.</summary>
public readonly record struct RecordChange(object? Before, object? After);

/// <summary>Keeps what is derived from records: the rollups, and the entries of lists (<see cref="Listing"/>).</summary>
public static class Rollups
{
    private const int All = int.MaxValue, BytesPerSave = 1_500_000;

    /// <summary>The writes that belong in the same save as these changes; a conflict on one means: read again and repeat.</summary>
    public static async Task<IReadOnlyList<Write>> WritesAsync(
        IDocumentStore store, Partition partition, IEnumerable<RecordChange> changes, CancellationToken cancel, IndicatorSettings? settings = null)
    {
        var all = changes.ToList();
        var states = StateChange.Of(all).ToList();
        // Only what an account's records say together depends on what the organisation has set.
        var chosen = settings ?? (states.Count == 0 ? IndicatorSettings.Default : await IndicatorSettings.ReadAsync(store, partition.Tenant, PolicySettings.Default, cancel));
        var deltas = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var (before, after) in all)
        {
            if (before is not null) Apply(deltas, Counting.Of(before, chosen), -1);
            if (after is not null) Apply(deltas, Counting.Of(after, chosen), 1);
        }
        var writes = new List<Write>();
        foreach (var change in states)
        {
            var (before, after) = await change.StatesAsync(store, partition, deltas, cancel);
            if (before is not null) Apply(deltas, before.Counts(chosen, change.BearsOnRevenue), -1);
            if (after is not null) Apply(deltas, after.Counts(chosen, change.BearsOnRevenue), 1);
            writes.Add(await change.StampAsync(store, partition, cancel));
        }
        foreach (var (key, delta) in deltas.Where(delta => !delta.Value.IsEmpty).OrderBy(delta => delta.Key, StringComparer.Ordinal))
        {
            var stored = await store.FindAsync(partition, Kinds.Rollup, key, cancel);
            if (stored is not null) delta.Add(stored.Record.Counts);
            if (stored is null) writes.Add(Kinds.Rollup.Create(new(key, delta.Sorted)));
            else writes.Add(delta.IsEmpty ? Kinds.Rollup.Delete(stored) : Kinds.Rollup.Replace(stored, new(key, delta.Sorted)));
        }
        writes.AddRange(Listing.Writes(all));
        return writes;
    }

    /// <summary>Counts and lists all records of a team anew, after an import; what is right already is not written.</summary>
    /// <returns>How many documents were wrong.</returns>
    public static async Task<int> RebuildAsync(
        IDocumentStore store, TenantId tenant, TeamId team, CancellationToken cancel, IndicatorSettings? settings = null)
    {
        var partition = Partition.Of(tenant, team);
        var corrected = 0;
        for (var attempt = 1; ; attempt++)
        {
            // What stands there is read first: a turn that commits meanwhile changes it, and the save below notices.
            var stored = (await store.ListAsync(partition, Kinds.Rollup, "", All, cancel)).ToDictionary(rollup => rollup.Record.Key);
            var writes = Corrections(stored, await CountAsync(store, partition, settings ?? await IndicatorSettings.ReadAsync(store, tenant, PolicySettings.Default, cancel), cancel));
            var lists = await Listing.CorrectionsAsync(store, partition, cancel);
            // A turn between reading and saving may have moved a record in its lists: what was written is looked at once more.
            if (await SaveAsync(store, partition, [.. writes, .. lists], saved => corrected += saved, cancel) && lists.Count == 0) return corrected;
            if (attempt == 10) throw new StoreUnavailableException("The team's records change too fast to count them anew.");
        }
    }

    /// <summary>Counts and lists all records of a team anew and writes nothing.</summary>
    /// <returns>Ids of what says something else than the records, or is missing or left over.</returns>
    public static async Task<IReadOnlyList<string>> WrongAsync(IDocumentStore store, TenantId tenant, TeamId team, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, team);
        var stored = (await store.ListAsync(partition, Kinds.Rollup, "", All, cancel)).ToDictionary(rollup => rollup.Record.Key);
        var settings = await IndicatorSettings.ReadAsync(store, tenant, PolicySettings.Default, cancel);
        return
        [
            .. Corrections(stored, await CountAsync(store, partition, settings, cancel)).Concat(await Listing.CorrectionsAsync(store, partition, cancel)).Select(write => write.Id),
        ];
    }

    private static async Task<Dictionary<string, Tally>> CountAsync(
        IDocumentStore store, Partition partition, IndicatorSettings settings, CancellationToken cancel)
    {
        var counts = new Dictionary<string, Tally>(StringComparer.Ordinal);
        await AddAsync(Kinds.Account);
        await AddAsync(Kinds.Revenue);
        await AddAsync(Kinds.Target);
        await AddAsync(Kinds.Quote);
        await AddAsync(Kinds.TurnedDown);
        await AddAsync(Kinds.Visit);
        await AddAsync(Kinds.ContactMoment);
        await AddAsync(Kinds.FollowUp);
        await AddAsync(Kinds.Lead);
        await AddAsync(Kinds.Issue);
        await AddAsync(Kinds.Advice);
        await AddAsync(Kinds.Satisfaction);
        await AddAsync(Kinds.Event);
        await AddAsync(Kinds.Proposal);
        await AddAsync(Kinds.AccountPlan);
        await AddAsync(Kinds.ReportDelivery);

        var years = counts.Where(count => count.Key.StartsWith("account|", StringComparison.Ordinal))
            .Select(count => (Rollup: new Rollup(count.Key, count.Value.Counts), count.Value)).ToLookup(count => count.Rollup.Account);
        var contacts = (await store.ListAsync(partition, Kinds.Contact, "", All, cancel)).ToLookup(found => found.Record.Account, found => found.Record);
        var plans = (await store.ListAsync(partition, Kinds.FuturePlan, "", All, cancel)).ToLookup(found => found.Record.Account, found => found.Record);
        var causes = (await store.ListAsync(partition, Kinds.Cause, "", All, cancel)).ToLookup(found => found.Record.Account, found => found.Record);
        foreach (var account in await store.ListAsync(partition, Kinds.Account, "", All, cancel))
        {
            var id = account.Record.Id;
            var state = new AccountState(
                account.Record, years[id].ToDictionary(year => year.Rollup.Year, year => year.Value), [.. contacts[id]], [.. plans[id]], [.. causes[id]]);
            Apply(counts, state.Counts(settings), 1);
        }
        return counts;

        async Task AddAsync<T>(Kind<T> kind) where T : class
        {
            foreach (var stored in await store.ListAsync(partition, kind, "", All, cancel)) Apply(counts, Counting.Of(stored.Record, settings), 1);
        }
    }

    private static List<Write> Corrections(Dictionary<string, Stored<Rollup>> stored, Dictionary<string, Tally> counted)
    {
        var writes = new List<Write>();
        foreach (var (key, tally) in counted.Where(count => !count.Value.IsEmpty))
        {
            if (!stored.Remove(key, out var old)) writes.Add(Kinds.Rollup.Create(new(key, tally.Sorted)));
            else if (!Same(old.Record.Counts, tally.Counts)) writes.Add(Kinds.Rollup.Replace(old, new(key, tally.Sorted)));
        }
        writes.AddRange(stored.Values.Select(Kinds.Rollup.Delete));
        return writes;
    }

    private static async Task<bool> SaveAsync(
        IDocumentStore store, Partition partition, IReadOnlyList<Write> writes, Action<int> saved, CancellationToken cancel)
    {
        for (var next = 0; next < writes.Count;)
        {
            var batch = new List<Write>();
            for (var bytes = 0; next < writes.Count && batch.Count < StoreRules.MaxWrites; next++)
            {
                bytes += writes[next].Body?.Length ?? 0;
                if (batch.Count > 0 && bytes > BytesPerSave) break;
                batch.Add(writes[next]);
            }
            if (await store.SaveAsync(partition, $"rebuild-{Guid.NewGuid():N}", batch, cancel) is SaveResult.Conflict) return false;
            saved(batch.Count);
        }
        return true;
    }

    private static bool Same(IReadOnlyDictionary<string, decimal> a, IReadOnlyDictionary<string, decimal> b) =>
        a.Count == b.Count && a.All(count => b.TryGetValue(count.Key, out var other) && other == count.Value);

    private static void Apply(Dictionary<string, Tally> tallies, IEnumerable<RollupDelta> deltas, int sign)
    {
        foreach (var (rollup, counter, amount) in deltas)
        {
            if (!tallies.TryGetValue(rollup, out var tally)) tallies[rollup] = tally = new();
            tally.Add(counter, sign * amount);
        }
    }
}
