using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.Plans;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Flows.Plans;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Plans;

/// <summary>The plan as it would be written, with the one that it continues.</summary>
/// <param name="Before">Null: it is a new one.</param>
/// <param name="Asked">The last request for a decision on it.</param>
internal sealed record PlanFile(AccountPlan Plan, Stored<AccountPlan>? Before, Stored<Approval>? Asked)
{
    /// <summary>The same was submitted or decided on already.</summary>
    public bool IsUnchanged => Before is { Record: { Status: not PlanStatus.Draft } before } && Same(before.Current, Plan.Current);

    public static async Task<PlanFile> ReadAsync(Answers known, Account account, Turn turn, CancellationToken cancel)
    {
        var time = known.Of(PlanSlots.Time)!.Value;
        var before = known.Of(PlanSlots.Base) is { } key
            ? (await turn.Book.PlansAsync(account, cancel)).FirstOrDefault(plan => plan.Record.Key == key && plan.Record.From == time.From)
            : null;
        var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Now);
        var asked = before is null ? null : await ApprovalFile.LastAsync(reading, PlanMatter.Of(before.Record).Subject, cancel);
        // A draft that nobody was asked about is written over; what somebody saw stays as it was.
        var last = before?.Record.Current.Number ?? 0;
        var number = before is null ? 1 : before.Record.Status == PlanStatus.Draft && (asked is null || asked.Record.Version < last) ? last : last + 1;
        var version = new PlanVersion(
            number, PlanSlots.Objectives.Of(known), PlanSlots.Actions.Of(known), known.Of(PlanSlots.Revenue), known.Of(PlanSlots.Cost), known.All(PlanSlots.Risks),
            known.All(PlanSlots.Competitors), PlanSlots.Stakeholders.Of(known), turn.User.Id, turn.Now);
        var plan = before is null
            ? new AccountPlan(known.Id, account.Id, turn.User.Id, time.From, time.To, PlanStatus.Draft, [version])
            : before.Record with { To = time.To, Status = PlanStatus.Draft, Versions = [.. before.Record.Versions.Where(one => one.Number < number), version] };
        return new(plan, before, asked);
    }

    /// <summary>The plan that there is, on the table.</summary>
    public static Answers Loaded(Answers known, AccountPlan plan, PlanVersion version)
    {
        known = PlanSlots.Objectives.Put(known.With(PlanSlots.Base, [new SlotValue.Text(plan.Key)]), version.Objectives);
        known = PlanSlots.Actions.Put(known, version.Actions);
        known = PlanSlots.Stakeholders.Put(known, version.Stakeholders);
        if (!known.Has(PlanSlots.Revenue) && version.Revenue is { } revenue) known = known.With(PlanSlots.Revenue, [new SlotValue.Number(revenue)]);
        if (!known.Has(PlanSlots.Cost) && version.Cost is { } cost) known = known.With(PlanSlots.Cost, [new SlotValue.Number(cost)]);
        return known.With(PlanSlots.Risks, [.. version.Risks.Select(risk => new SlotValue.Text(risk))])
            .With(PlanSlots.Competitors, [.. version.Competitors.Select(rival => new SlotValue.Text(rival))]);
    }

    private static bool Same(PlanVersion one, PlanVersion other) =>
        PlanMatter.Hash("", one with { Number = 0 }) == PlanMatter.Hash("", other with { Number = 0 });
}
