using SalesBot.Data.Accounts;
using SalesBot.Data.Store;

namespace SalesBot.Data.Indicators;

/// <summary>A record as it was and as it becomes; null: there was none, or it is deleted.</summary>
public readonly record struct RecordChange(object? Before, object? After);

/// <summary>Keeps the rollups.</summary>
public static class Rollups
{
    private const int All = int.MaxValue, BytesPerSave = 1_500_000;

    /// <summary>The rollup writes that belong in the same save as these changes; a conflict on one means: read again and repeat.</summary>
    public static async Task<IReadOnlyList<Write>> WritesAsync(
        IDocumentStore store, Partition partition, IEnumerable<RecordChange> changes, CancellationToken cancel)
    {
        var all = changes.ToList();
        var owners = await Owners.OfAsync(store, partition, all, cancel);
        var deltas = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var (before, after) in all)
        {
            if (before is not null) Apply(deltas, Counting.Of(before, owners.Before), -1);
            if (after is not null) Apply(deltas, Counting.Of(after, owners.After), 1);
        }
        foreach (var row in await MovedRevenueAsync(store, partition, all, owners, cancel))
        {
            Apply(deltas, Counting.Of(row, owners.Before), -1);
            Apply(deltas, Counting.Of(row, owners.After), 1);
        }

        var writes = new List<Write>();
        foreach (var (key, delta) in deltas.Where(delta => !delta.Value.IsEmpty).OrderBy(delta => delta.Key, StringComparer.Ordinal))
        {
            var stored = await store.FindAsync(partition, Kinds.Rollup, key, cancel);
            if (stored is not null) delta.Add(stored.Record.Counts);
            if (stored is null) writes.Add(Kinds.Rollup.Create(new(key, delta.Counts)));
            else writes.Add(delta.IsEmpty ? Kinds.Rollup.Delete(stored) : Kinds.Rollup.Replace(stored, new(key, delta.Counts)));
        }
        return writes;
    }

    /// <summary>Counts all records of a team anew, after an import; what is right already is not written.</summary>
    /// <returns>How many rollups were wrong.</returns>
    public static async Task<int> RebuildAsync(IDocumentStore store, TenantId tenant, TeamId team, CancellationToken cancel)
    {
        var partition = Partition.Of(tenant, team);
        var corrected = 0;
        for (var attempt = 1; ; attempt++)
        {
            // What stands there is read first: a turn that commits meanwhile changes it, and the save below notices.
            var stored = (await store.ListAsync(partition, Kinds.Rollup, "", All, cancel)).ToDictionary(rollup => rollup.Record.Key);
            var writes = Corrections(stored, await CountAsync(store, partition, cancel));
            if (await SaveAsync(store, partition, writes, saved => corrected += saved, cancel)) return corrected;
            if (attempt == 10) throw new StoreUnavailableException("The team's records change too fast to count them anew.");
        }
    }

    private static async Task<Dictionary<string, Tally>> CountAsync(IDocumentStore store, Partition partition, CancellationToken cancel)
    {
        var owners = (await store.ListAsync(partition, Kinds.Account, "", All, cancel))
            .ToDictionary(account => account.Record.Id, account => account.Record.Owner);
        var counts = new Dictionary<string, Tally>(StringComparer.Ordinal);
        await AddAsync(Kinds.Revenue);
        await AddAsync(Kinds.Target);
        await AddAsync(Kinds.Quote);
        await AddAsync(Kinds.Visit);
        await AddAsync(Kinds.FollowUp);
        await AddAsync(Kinds.Lead);
        return counts;

        async Task AddAsync<T>(Kind<T> kind) where T : class
        {
            foreach (var stored in await store.ListAsync(partition, kind, "", All, cancel))
                Apply(counts, Counting.Of(stored.Record, account => owners.TryGetValue(account, out var owner) ? owner : null), 1);
        }
    }

    private static List<Write> Corrections(Dictionary<string, Stored<Rollup>> stored, Dictionary<string, Tally> counted)
    {
        var writes = new List<Write>();
        foreach (var (key, tally) in counted.Where(count => !count.Value.IsEmpty))
        {
            if (!stored.Remove(key, out var old)) writes.Add(Kinds.Rollup.Create(new(key, tally.Counts)));
            else if (!Same(old.Record.Counts, tally.Counts)) writes.Add(Kinds.Rollup.Replace(old, new(key, tally.Counts)));
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

    /// <summary>An account that gets another owner takes its whole revenue along; rows that change in the same save are counted
    /// there.</summary>
    private static async Task<IReadOnlyList<Revenue>> MovedRevenueAsync(
        IDocumentStore store, Partition partition, List<RecordChange> changes, Owners owners, CancellationToken cancel)
    {
        var moved = new List<Revenue>();
        var changing = changes.SelectMany(change => new[] { change.Before, change.After }).OfType<Revenue>().Select(Kinds.Revenue.IdOf)
            .ToHashSet();
        foreach (var account in owners.Changed)
            moved.AddRange(
                from row in await store.ListAsync(partition, Kinds.Revenue, $"{account}|", All, cancel)
                where !changing.Contains(row.Id)
                select row.Record);
        return moved;
    }

    /// <summary>Who owns the accounts in question, before and after the changes.</summary>
    private sealed class Owners
    {
        private readonly Dictionary<AccountId, (UserId? Before, UserId? After)> owners = [];

        public UserId? Before(AccountId account) => owners.TryGetValue(account, out var owner) ? owner.Before : null;
        public UserId? After(AccountId account) => owners.TryGetValue(account, out var owner) ? owner.After : null;
        public IEnumerable<AccountId> Changed => owners.Where(owner => owner.Value.Before != owner.Value.After).Select(owner => owner.Key);

        public static async Task<Owners> OfAsync(IDocumentStore store, Partition partition, List<RecordChange> changes,
            CancellationToken cancel)
        {
            var found = new Owners();
            foreach (var (before, after) in changes)
                if ((before ?? after) is Account account) found.owners[account.Id] = ((before as Account)?.Owner,
                    (after as Account)?.Owner);
            foreach (var revenue in changes.SelectMany(change => new[] { change.Before, change.After }).OfType<Revenue>())
            {
                if (found.owners.ContainsKey(revenue.Account)) continue;
                var owner = (await store.FindAsync(partition, Kinds.Account, revenue.Account.Value, cancel))?.Record.Owner;
                found.owners[revenue.Account] = (owner, owner);
            }
            return found;
        }
    }
}
