using SalesBot.Data.People;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Approvals;

public abstract record Permission
{
    private Permission() { }

    /// <param name="InPlaceOf">The absent supervisor whose mandate is used; null: the decider's own.</param>
    public sealed record Allowed(UserId? InPlaceOf = null) : Permission;

    public sealed record Refused(Refusal Why) : Permission;
}

/// <summary>Where a request goes, and why there.</summary>
public sealed record Route(User Approver, Finding Why);

/// <summary>Who decides. The records are looked at again at each decision: a card or a message is never believed.</summary>
public static class ApprovalRules
{
    /// <param name="after">What would be approved instead, with a change: it has to lie within the same mandate.</param>
    public static Permission MayDecide(User decider, Approval approval, Matter matter, Mandates mandates, Matter? after = null)
    {
        if (IsOpen(approval, matter) is { } closed) return new Permission.Refused(closed);
        if (approval.RequestedBy == decider.Id || approval.Requesters.Contains(decider.Id) || matter.Makers.Contains(decider.Id))
            return new Permission.Refused(new("own_request", "Over een eigen aanvraag beslist iemand anders.", "Somebody else decides on your own request."));
        Refusal? nearest = null;
        User? inName = null;
        foreach (var name in mandates.NamesOf(decider))
        {
            var why = IsFor(name, decider, approval, matter, mandates) ?? IsWithin(name, matter) ?? (after is null ? null : IsWithin(name, after));
            if (why is null)
            {
                // Where the next manager is the stand-in as well, it is decided for the one who would have decided.
                if (inName is null || mandates.PlaceAbove(approval.RequestedBy, name) < mandates.PlaceAbove(approval.RequestedBy, inName)) inName = name;
                continue;
            }
            // Of several reasons the one that came furthest says most.
            if (nearest is null || nearest.Code is "not_supervisor" or "other_team" or "own_request") nearest = why;
        }
        if (inName is not null) return new Permission.Allowed(inName.Id == decider.Id ? null : inName.Id);
        return new Permission.Refused(nearest!);
    }

    /// <summary>
    /// The first one up the requester's managers who may decide: a supervisor who made no version and whose limits suffice, or who
    /// stands in for that one. Without such a manager, a supervisor of the same team. Null: there is nobody, and it can not be submitted.
    /// </summary>
    public static Route? FirstApprover(User requester, Matter matter, Mandates mandates) => Search(requester, matter, mandates, new HashSet<UserId>()).Route;

    /// <summary>Why there is nobody: whose mandate is too small, and who is away.</summary>
    public static Refusal WhyNobody(User requester, Matter matter, Mandates mandates)
    {
        var (_, small, away) = Search(requester, matter, mandates, new HashSet<UserId>());
        return RoutePhrases.WhyNobody(small, away, matter);
    }

    /// <summary>The next one above those who were asked already; null: there is nobody above them.</summary>
    public static Route? NextApprover(User requester, Matter matter, Approval approval, Mandates mandates)
    {
        var asked = approval.Deciders.ToHashSet();
        return Search(requester, matter, mandates, asked).Route;
    }

    private static (Route? Route, IReadOnlyList<User> Small, IReadOnlyList<User> Away) Search(User requester, Matter matter, Mandates mandates, IReadOnlySet<UserId> asked)
    {
        var (small, away) = (new List<User>(), new List<User>());
        if (matter.Version == 0) return (null, small, away);
        bool IsBarred(User user) => user.Id == requester.Id || matter.Makers.Contains(user.Id);
        var colleagues = mandates.People.Values.Where(user => user.Team == requester.Team).OrderBy(user => user.Name, StringComparer.Ordinal);
        foreach (var candidate in mandates.Managers(requester).Concat(colleagues).DistinctBy(user => user.Id))
        {
            if (candidate.Role != Role.Supervisor || IsBarred(candidate)) continue;
            if (IsWithin(candidate, matter) is not null)
            {
                small.Add(candidate);
                continue;
            }
            var absent = mandates.AbsenceOf(candidate) is not null;
            var decider = absent ? mandates.StandInFor(candidate) : candidate;
            if (decider is null || IsBarred(decider)) away.Add(candidate);
            else if (!asked.Contains(decider.Id)) return (new(decider, RoutePhrases.WhyThere(decider, absent ? candidate : null, small, away, matter)), small, away);
        }
        return (null, small, away);
    }

    private static Refusal? IsOpen(Approval approval, Matter matter)
    {
        if (approval.State is ApprovalState.Superseded or ApprovalState.Changed || approval.Subject != matter.Subject || approval.Version != matter.Version)
            return new("old_version",
                $"Deze aanvraag gaat over een oudere versie van {matter.Name}.", $"This request is about an older version of {matter.Name}.");
        if (approval.State is not ApprovalState.Waiting || matter.Stage is not Stage.Submitted)
            return new("decided", $"Over {matter.Name} is al beslist.", $"{matter.Name} has already been decided on.");
        if (approval.ContentHash != matter.ContentHash)
            return new("content_changed",
                $"{matter.Name} is veranderd sinds de aanvraag en moet opnieuw worden ingediend.",
                $"{matter.Name} has changed since it was submitted and has to be submitted again.");
        return null;
    }

    /// <param name="name">In whose name it would be decided.</param>
    private static Refusal? IsFor(User name, User decider, Approval approval, Matter matter, Mandates mandates)
    {
        // The decider's own requests were looked at before: this is somebody for whom they stand in.
        if (name.Id != decider.Id && (approval.RequestedBy == name.Id || approval.Requesters.Contains(name.Id) || matter.Makers.Contains(name.Id)))
            return new("own_request", $"{name.Name} deed deze aanvraag; wie waarneemt, beslist er niet over.", $"{name.Name} made this request; who stands in does not decide on it.");
        if (name.Role != Role.Supervisor)
            return new("not_supervisor", "Alleen een leidinggevende beslist hierover.", "Only a supervisor decides on this.");
        var mayJudge = mandates.People.TryGetValue(approval.RequestedBy, out var requester)
            && (requester.Team == name.Team || mandates.Managers(requester).Any(manager => manager.Id == name.Id));
        return mayJudge ? null : new("other_team", "Deze aanvraag is van een ander team.", "This request belongs to another team.");
    }

    private static Refusal? IsWithin(User decider, Matter matter)
    {
        if (matter.Value > decider.ApprovalLimit)
            return new("over_value_limit",
                $"{Wording.Money(matter.Value.Value, Language.Dutch)} gaat boven de grens van {Wording.Money(decider.ApprovalLimit.Value, Language.Dutch)}; de volgende manager beslist.",
                $"{Wording.Money(matter.Value.Value, Language.English)} is above the limit of {Wording.Money(decider.ApprovalLimit.Value, Language.English)}; the next manager decides.");
        if (matter.Discount > decider.ApprovalLimitDiscount)
            return new("over_discount_limit",
                $"{Wording.Percent(matter.Discount.Value, Language.Dutch)} korting gaat boven de grens van {Wording.Percent(decider.ApprovalLimitDiscount.Value, Language.Dutch)}; de volgende manager beslist.",
                $"{Wording.Percent(matter.Discount.Value, Language.English)} discount is above the limit of {Wording.Percent(decider.ApprovalLimitDiscount.Value, Language.English)}; the next manager decides.");
        return null;
    }
}
