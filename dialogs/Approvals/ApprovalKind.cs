using System.Globalization;
using SalesBot.Cards.Approvals;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Turns;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Where and when something is read that is to be decided on.</summary>
/// <param name="Team">The team in whose partition it lies.</param>
public sealed record ApprovalReading(IDocumentStore Store, TenantId Tenant, TeamId Team, DateTimeOffset Now)
{
    /// <summary>What waits is decided on within days: a team has some dozens. More than this is not looked at.</summary>
    public const int MostWaiting = 1000;

    public Partition Partition => Partition.Of(Tenant, Team);

    /// <summary>The team's requests that wait for a decision, the longest first.</summary>
    public async Task<IReadOnlyList<Listed>> WaitingAsync(CancellationToken cancel) =>
        [.. (await Store.ListAsync(Partition, Kinds.Listed, Listing.Waiting + "|", MostWaiting, cancel)).Select(stored => stored.Record)];

    /// <summary>What such an entry is about.</summary>
    public static (Subject Subject, int Version) Named(Listed entry)
    {
        var end = entry.Key.LastIndexOf('|');
        return (Subject.Of(entry.Key[..end]), int.Parse(entry.Key.AsSpan(end + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>The requests themselves, as they are now.</summary>
    public async Task<IReadOnlyList<Stored<Approval>>> WaitingApprovalsAsync(CancellationToken cancel)
    {
        var found = await Task.WhenAll((await WaitingAsync(cancel)).Select(entry => Store.FindAsync(Partition, Kinds.Approval, entry.Key, cancel)));
        return [.. found.OfType<Stored<Approval>>().Where(stored => stored.Record.State == ApprovalState.Waiting)];
    }

    /// <summary>What the organisation has set, over what the program comes with.</summary>
    public async Task<PolicySettings> PolicyAsync(CancellationToken cancel) => PolicySettings.Default.With(
        (await Store.ListAsync(Partition.Directory(Tenant), Kinds.Policy, "", int.MaxValue, cancel)).Select(stored => stored.Record));
}

/// <summary>A kind of thing that supervisors decide on. A new kind derives from <see cref="ApprovalKind{T}"/> and is one line in <see cref="AllApprovals"/>.</summary>
public abstract class ApprovalKind(SubjectKind kind)
{
    public SubjectKind Kind => kind;

    /// <returns>Null: there is none with this key.</returns>
    public abstract Task<Decidable?> FindAsync(ApprovalReading reading, string key, CancellationToken cancel);
}

/// <summary>
/// All that the mechanism has to know of a kind: what its rules look at, how its card describes it, and what a step of its approval
/// makes of the record. Submitting, deciding, stand-ins, questions, reminders, cards and history are the same for all.
/// </summary>
/// <typeparam name="T">The record, in the team's partition.</typeparam>
public abstract class ApprovalKind<T>(SubjectKind kind, Kind<T> records) : ApprovalKind(kind) where T : class
{
    /// <summary>Value, discount, version, the hash of its content and who made it.</summary>
    protected abstract Matter MatterOf(T record);

    /// <summary>The record after its approval came into this state: waiting, approved, returned, rejected or withdrawn.</summary>
    protected abstract T After(T record, Approval approval);

    /// <summary>What its approval card says of one version.</summary>
    protected abstract ApprovalBody Describe(T record, int version, Audience audience, Language language);

    /// <summary>Why it can not be approved as it stands, from what lies outside the record; null: nothing.</summary>
    protected virtual ValueTask<Refusal?> ObstacleAsync(T record, ApprovalReading reading, CancellationToken cancel) => new((Refusal?)null);

    /// <summary>What goes with a step of its approval into the same commit, besides the record itself.</summary>
    protected virtual Task FollowAsync(T before, T after, ApprovalReading reading, Changes changes, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The card of its own, beside that of the approval, that the owner has; null: there is none.</summary>
    protected virtual CardView? OwnCard(T record, TeamId team) => null;

    /// <summary>
    /// The next version with what a decider wants changed; the new version's <c>By</c> stays the requester. What can not be read is refused
    /// for every kind alike, whatever comes back.
    /// </summary>
    /// <param name="wishes">What was filled in, by the keys of the card's <see cref="ApprovalBody.ChangeForm"/>.</param>
    protected virtual ValueTask<ChangedRecord<T>> ChangeAsync(T record, Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel) =>
        new(ChangedRecord<T>.Not(new("no_change", "Dit kun je niet op de kaart wijzigen; stuur het terug met een vraag.", "This can't be changed on the card; return it with a question.")));

    /// <summary>One that is not stored yet: it is created with its request.</summary>
    public Decidable New(T record) => new Found(this, null, record, null);

    public Decidable Of(Stored<T> stored, Refusal? obstacle = null) => new Found(this, stored, stored.Record, obstacle);

    /// <summary>The same record, changed in this turn.</summary>
    public Decidable Of(Stored<T> stored, T changed) => new Found(this, stored, changed, null);

    public sealed override async Task<Decidable?> FindAsync(ApprovalReading reading, string key, CancellationToken cancel) =>
        await reading.Store.FindAsync(reading.Partition, records, key, cancel) is { } stored
            ? Of(stored, await ObstacleAsync(stored.Record, reading, cancel))
            : null;

    private sealed class Found(ApprovalKind<T> kind, Stored<T>? stored, T record, Refusal? obstacle) : Decidable
    {
        public override object Record => record;
        public override Matter Matter { get; } = kind.MatterOf(record) with { Obstacle = obstacle };
        public override ApprovalBody Describe(int version, Audience audience, Language language) => kind.Describe(record, version, audience, language);
        public override CardView? OwnCard(TeamId team) => kind.OwnCard(record, team);
        public override Decidable After(Approval approval) => new Found(kind, stored, kind.After(record, approval), obstacle);

        public override Task PutAsync(ApprovalReading reading, Changes changes, CancellationToken cancel)
        {
            if (stored is null) changes.Create(kind.Records, record);
            else changes.Replace(kind.Records, stored, record);
            return kind.FollowAsync(stored?.Record ?? record, record, reading, changes, cancel);
        }

        public override async Task<ChangedRecord<Decidable>> ChangeAsync(Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel)
        {
            var changed = await kind.ChangeAsync(record, wishes, decider, reading, cancel);
            if (!wishes.IsReadable) return ChangedRecord<Decidable>.Not(Wishes.Unreadable);
            return changed.Record is { } next
                ? new(new Found(kind, stored, next, await kind.ObstacleAsync(next, reading, cancel)), changed.Findings, changed.Changes, null)
                : new(null, [], [], changed.Why);
        }
    }

    private Kind<T> Records => records;
}

/// <summary>A record that is decided on, read, whatever its kind.</summary>
public abstract class Decidable
{
    public abstract object Record { get; }
    public abstract Matter Matter { get; }
    public abstract ApprovalBody Describe(int version, Audience audience, Language language);
    public abstract CardView? OwnCard(TeamId team);

    /// <summary>As it is after a step of its approval; nothing is saved by it.</summary>
    public abstract Decidable After(Approval approval);

    /// <summary>Into the turn's commit, against the version that was read.</summary>
    public abstract Task PutAsync(ApprovalReading reading, Changes changes, CancellationToken cancel);

    public abstract Task<ChangedRecord<Decidable>> ChangeAsync(Wishes wishes, UserId decider, ApprovalReading reading, CancellationToken cancel);
}

/// <summary>The next version with a decider's change, or why there is none.</summary>
/// <param name="Findings">What the policy says of it; null: what it said of the version before.</param>
/// <param name="Changes">What was changed, one sentence each.</param>
public sealed record ChangedRecord<T>(T? Record, IReadOnlyList<Finding>? Findings, IReadOnlyList<Finding> Changes, Refusal? Why) where T : class
{
    public static ChangedRecord<T> Not(Refusal why) => new(null, [], [], why);
}
