using SalesBot.Data.People;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Quotes;

/// <summary>Why something is not allowed, to be said to the person.</summary>
public sealed record Refusal(string Code, string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}

public abstract record Permission
{
    private Permission() { }

    public sealed record Allowed : Permission;

    public sealed record Refused(Refusal Why) : Permission;
}

/// <summary>Where a quote goes, and why there.</summary>
public sealed record Route(User Approver, Finding Why);

/// <summary>Who decides on a quote. The records are looked at again at each decision: a card or a message is never believed.</summary>
public static class ApprovalRules
{
    /// <param name="people">Everybody of the tenant.</param>
    public static Permission MayDecide(User decider, Approval approval, Quote quote, IReadOnlyDictionary<UserId, User> people) =>
        (IsOpen(approval, quote) ?? IsFor(decider, approval, quote, people) ?? IsWithin(decider, quote)) is { } why
            ? new Permission.Refused(why)
            : new Permission.Allowed();

    /// <summary>
    /// The first one up the requester's managers who may decide on it: a supervisor who made no version of it and whose limits
    /// suffice. Without such a manager, a supervisor of the same team. Null: there is nobody, and it can not be submitted.
    /// </summary>
    public static Route? FirstApprover(User requester, Quote quote, IReadOnlyDictionary<UserId, User> people)
    {
        if (quote.Versions.Count == 0) return null;
        var skipped = new List<User>();
        var colleagues = people.Values.Where(user => user.Team == requester.Team).OrderBy(user => user.Name, StringComparer.Ordinal);
        foreach (var candidate in Managers(requester, people).Concat(colleagues).DistinctBy(user => user.Id))
        {
            if (candidate.Role != Role.Supervisor || candidate.Id == requester.Id || HasMade(candidate.Id, quote)) continue;
            if (IsWithin(candidate, quote) is null) return new(candidate, WhyThere(candidate, skipped, quote.Current));
            skipped.Add(candidate);
        }
        return null;
    }

    /// <summary>The managers above a person, nearest first; a circle in the data ends it.</summary>
    public static IEnumerable<User> Managers(User person, IReadOnlyDictionary<UserId, User> people)
    {
        var seen = new HashSet<UserId> { person.Id };
        for (var next = person.Manager; next is { } id && seen.Add(id) && people.TryGetValue(id, out var manager); next = manager.Manager)
            yield return manager;
    }

    internal static bool HasMade(UserId user, Quote quote) => quote.Versions.Any(version => version.By == user);

    private static Refusal? IsOpen(Approval approval, Quote quote)
    {
        if (approval.State is ApprovalState.Superseded || approval.Subject != quote.Number || quote.Versions.Count == 0
            || approval.Version != quote.Current.Number)
            return new("old_version",
                $"Deze aanvraag gaat over een oudere versie van {quote.Number}.",
                $"This request is about an older version of {quote.Number}.");
        if (approval.State is not ApprovalState.Waiting || quote.Status is not QuoteStatus.Submitted)
            return new("decided", $"Over {quote.Number} is al beslist.", $"{quote.Number} has already been decided on.");
        if (approval.ContentHash != QuoteContent.Hash(quote.Number, quote.Current))
            return new("content_changed",
                $"{quote.Number} is veranderd sinds de aanvraag en moet opnieuw worden ingediend.",
                $"{quote.Number} has changed since it was submitted and has to be submitted again.");
        return null;
    }

    private static Refusal? IsFor(User decider, Approval approval, Quote quote, IReadOnlyDictionary<UserId, User> people)
    {
        if (approval.RequestedBy == decider.Id || approval.Requesters.Contains(decider.Id) || HasMade(decider.Id, quote))
            return new("own_request", "Over een eigen offerte beslist iemand anders.", "Somebody else decides on your own quote.");
        if (decider.Role != Role.Supervisor)
            return new("not_supervisor", "Alleen een leidinggevende beslist over offertes.", "Only a supervisor decides on quotes.");
        var mayJudge = people.TryGetValue(approval.RequestedBy, out var requester)
            && (requester.Team == decider.Team || Managers(requester, people).Any(manager => manager.Id == decider.Id));
        return mayJudge ? null : new("other_team", "Deze offerte is van een ander team.", "This quote belongs to another team.");
    }

    private static Refusal? IsWithin(User decider, Quote quote)
    {
        var version = quote.Current;
        if (version.Total > decider.ApprovalLimit)
            return new("over_value_limit",
                $"{Wording.Money(version.Total, Language.Dutch)} gaat boven de grens van {Wording.Money(decider.ApprovalLimit.Value, Language.Dutch)}; de volgende manager beslist.",
                $"{Wording.Money(version.Total, Language.English)} is above the limit of {Wording.Money(decider.ApprovalLimit.Value, Language.English)}; the next manager decides.");
        if (version.LargestDiscount() > decider.ApprovalLimitDiscount)
            return new("over_discount_limit",
                $"{Wording.Percent(version.LargestDiscount(), Language.Dutch)} korting gaat boven de grens van {Wording.Percent(decider.ApprovalLimitDiscount.Value, Language.Dutch)}; de volgende manager beslist.",
                $"{Wording.Percent(version.LargestDiscount(), Language.English)} discount is above the limit of {Wording.Percent(decider.ApprovalLimitDiscount.Value, Language.English)}; the next manager decides.");
        return null;
    }

    private static Finding WhyThere(User approver, IReadOnlyList<User> skipped, QuoteVersion version)
    {
        var (waarde, value) = (Wording.Money(version.Total, Language.Dutch), Wording.Money(version.Total, Language.English));
        if (skipped.Count == 0)
            return new("limit", false,
                $"{approver.Name} beslist: {waarde} valt binnen diens mandaat.",
                $"{approver.Name} decides: {value} is within their limit.");
        var names = string.Join(", ", skipped.Select(user => user.Name));
        return new("limit", true,
            $"{approver.Name} beslist: {waarde} met {Wording.Percent(version.LargestDiscount(), Language.Dutch)} korting gaat boven het mandaat van {names}.",
            $"{approver.Name} decides: {value} with {Wording.Percent(version.LargestDiscount(), Language.English)} discount is above the limit of {names}.");
    }
}
