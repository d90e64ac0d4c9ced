using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Store;

namespace SalesBot.Dialogs.Approvals;

/// <summary>Something to decide on with what belongs to it, read afresh.</summary>
/// <param name="Approval">Of the version asked for, the last one where none was named.</param>
/// <param name="Mandates">Who may act for whom at this moment.</param>
public sealed record ApprovalFile(ApprovalReading Reading, Decidable Item, Stored<Approval>? Approval, Account Account, Mandates Mandates)
{
    public TeamId Team => Reading.Team;
    public Matter Matter => Item.Matter;

    /// <param name="version">Null: the last one that was asked about.</param>
    public static async Task<ApprovalFile?> ReadAsync(ApprovalReading reading, Subject subject, int? version, CancellationToken cancel)
    {
        // The rights before the record: what changes meanwhile is noticed by the record's version, rights are looked at again at the end.
        var mandates = await MandateReading.ReadAsync(reading.Store, reading.Tenant, reading.Now, cancel);
        return await ReadAsync(reading, subject, version, mandates, cancel);
    }

    /// <param name="mandates">Read before: for who only looks.</param>
    public static async Task<ApprovalFile?> ReadAsync(ApprovalReading reading, Subject subject, int? version, Mandates mandates, CancellationToken cancel)
    {
        if (AllApprovals.Of(subject.Kind) is not { } kind || await kind.FindAsync(reading, subject.Key, cancel) is not { } item) return null;
        if (await reading.Store.FindAsync(reading.Partition, Kinds.Account, item.Matter.Account.Value, cancel) is not { } account) return null;
        var approval = version is { } number
            ? await reading.Store.FindAsync(reading.Partition, Kinds.Approval, $"{subject}|{number:0000}", cancel)
            : await LastAsync(reading, subject, cancel);
        return new(reading, item, approval, account.Record, mandates);
    }

    /// <summary>The request for the last version that was asked about.</summary>
    public static async Task<Stored<Approval>?> LastAsync(ApprovalReading reading, Subject subject, CancellationToken cancel) =>
        await reading.Store.ListAsync(reading.Partition, Kinds.Approval, $"{subject}|", 1, cancel, descending: true) is [var last] ? last : null;

    /// <summary>The requesters, the team's supervisors, the managers above the requester, who was asked, and who stands in for one of those.</summary>
    public bool MayBeSeenBy(User user) => IsRequester(user.Id) || Mandates.NamesOf(user).Any(IsAbove) || user.Role == Role.Administrator && user.Team == Team;

    public bool IsRequester(UserId user) =>
        Matter.Owner == user || Account.Owner == user || Approval?.Record is { } approval && (approval.RequestedBy == user || approval.Requesters.Contains(user));

    public bool IsAbove(User user) =>
        user.Role == Role.Supervisor && user.Team == Team || Approval?.Record.Holders.Contains(user.Id) == true
        || Mandates.People.TryGetValue(Matter.Owner, out var owner) && Mandates.Managers(owner).Any(manager => manager.Id == user.Id);

    public string NameOf(UserId id) => Mandates.People.TryGetValue(id, out var user) ? user.Name : "?";

    public IReadOnlyDictionary<UserId, string> Names => Mandates.People.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
}
