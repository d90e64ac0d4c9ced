using SalesBot.Data.Accounts;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Indicators;

/// <summary>
/// Counts the changes of an account's state. Each such save replaces it, so that of two that each saw half of the state only one goes
/// through and the other is worked out anew.
/// </summary>
public sealed record AccountStamp(AccountId Account, long Changes);

/// <summary>The changes of one save that bear on the state of an account.</summary>
internal sealed class StateChange(AccountId account, IReadOnlyList<RecordChange> changes)
{
    private const int All = int.MaxValue;

    public static IEnumerable<StateChange> Of(IReadOnlyList<RecordChange> changes) =>
        from change in changes
        from account in new[] { AccountOf(change.Before), AccountOf(change.After) }.OfType<AccountId>().Distinct()
        group change by account into own
        select new StateChange(own.Key, [.. own]);

    /// <summary>Revenue and targets, whose they are, and what explains them.</summary>
    public bool BearsOnRevenue => changes.Any(change => (change.Before ?? change.After) is Account or Revenue or Target or Cause);

    /// <param name="deltas">What the save adds to the account's own years.</param>
    public async Task<(AccountState? Before, AccountState? After)> StatesAsync(
        IDocumentStore store, Partition partition, IReadOnlyDictionary<string, Tally> deltas, CancellationToken cancel)
    {
        var stored = (await store.FindAsync(partition, Kinds.Account, account.Value, cancel))?.Record;
        var own = changes.FirstOrDefault(change => (change.Before ?? change.After) is Account);
        var (was, becomes) = (own.Before ?? own.After) is null ? (stored, stored) : ((Account?)own.Before, (Account?)own.After);
        if (was is null && becomes is null) return (null, null);

        var before = new AccountState(
            (was ?? becomes)!, await YearsAsync(store, partition, cancel), await AllAsync(Kinds.Contact), await AllAsync(Kinds.FuturePlan), await AllAsync(Kinds.Cause));
        var after = new AccountState(
            (becomes ?? was)!, With(before.Years, deltas), After(before.Contacts, Kinds.Contact), After(before.Plans, Kinds.FuturePlan),
            After(before.Causes, Kinds.Cause));
        return (was is null ? null : before, becomes is null ? null : after);

        async Task<IReadOnlyList<T>> AllAsync<T>(Kind<T> kind) where T : class =>
            [.. (await store.ListAsync(partition, kind, $"{account}|", All, cancel)).Select(found => found.Record)];
    }

    public async Task<Write> StampAsync(IDocumentStore store, Partition partition, CancellationToken cancel) =>
        await store.FindAsync(partition, Kinds.AccountStamp, account.Value, cancel) is { } stamp
            ? Kinds.AccountStamp.Replace(stamp, stamp.Record with { Changes = stamp.Record.Changes + 1 })
            : Kinds.AccountStamp.Create(new(account, 1));

    public static async Task<AccountState?> ReadAsync(IDocumentStore store, Partition partition, AccountId account, CancellationToken cancel) =>
        (await new StateChange(account, []).StatesAsync(store, partition, new Dictionary<string, Tally>(), cancel)).Before;

    private async Task<IReadOnlyDictionary<int, Tally>> YearsAsync(IDocumentStore store, Partition partition, CancellationToken cancel)
    {
        var years = new Dictionary<int, Tally>();
        foreach (var rollup in await store.ListAsync(partition, Kinds.Rollup, $"account|{account}|", All, cancel))
            (years[rollup.Record.Year] = new()).Add(rollup.Record.Counts);
        return years;
    }

    private Dictionary<int, Tally> With(IReadOnlyDictionary<int, Tally> years, IReadOnlyDictionary<string, Tally> deltas)
    {
        var after = new Dictionary<int, Tally>(years);
        foreach (var (key, delta) in deltas.Where(delta => delta.Key.StartsWith($"account|{account}|", StringComparison.Ordinal)))
        {
            var year = new Rollup(key, delta.Counts).Year;
            var sum = new Tally();
            if (years.TryGetValue(year, out var old)) sum.Add(old.Counts);
            sum.Add(delta.Counts);
            after[year] = sum;
        }
        return after;
    }

    private List<T> After<T>(IReadOnlyList<T> before, Kind<T> kind) where T : class
    {
        var after = before.ToDictionary(kind.IdOf);
        foreach (var change in changes)
        {
            if (change.Before is T old && AccountOf(old) == account) after.Remove(kind.IdOf(old));
            if (change.After is T fresh && AccountOf(fresh) == account) after[kind.IdOf(fresh)] = fresh;
        }
        return [.. after.Values];
    }

    /// <summary>The account whose state a record is part of; null: of none.</summary>
    private static AccountId? AccountOf(object? record) => record switch
    {
        Account account => account.Id,
        Contact contact => contact.Account,
        Visit visit => visit.Account,
        ContactMoment moment => moment.Account,
        Revenue revenue => revenue.Account,
        Target { Scope: TargetScope.Account } target => new AccountId(target.ScopeId),
        FuturePlan plan => plan.Account,
        Cause cause => cause.Account,
        // Its last day is when an event ends.
        Quote quote => quote.Account,
        _ => null,
    };
}
