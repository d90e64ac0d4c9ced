using SalesBot.Data;

namespace SalesBot.Bot.Checks;

/// <summary>Which kinds of document are the trade's records, whose every change stands in the audit.</summary>
internal static class Records
{
    /// <summary>An import may bring them; a store that is older than the entries of imports has them without one.</summary>
    private static readonly HashSet<string> Imported =
    [
        Kinds.User.Name, Kinds.Product.Name, Kinds.PackagePart.Name, Kinds.DiscountTier.Name, Kinds.Policy.Name, Kinds.Account.Name, Kinds.Contact.Name,
        Kinds.Visit.Name, Kinds.Quote.Name, Kinds.Revenue.Name, Kinds.Target.Name,
    ];

    /// <summary>Those that only come from people, each with an id of its own at the end of its key.</summary>
    private static readonly HashSet<string> Told =
    [
        Kinds.FollowUp.Name, Kinds.Lead.Name, Kinds.MarketInfo.Name, Kinds.Absence.Name, Kinds.Cause.Name, Kinds.TurnedDown.Name, Kinds.ContactMoment.Name,
        Kinds.Issue.Name, Kinds.Advice.Name, Kinds.Satisfaction.Name, Kinds.FuturePlan.Name, Kinds.AccountPlan.Name, Kinds.Proposal.Name, Kinds.Event.Name,
    ];

    private static readonly HashSet<string> Others =
        [Kinds.Approval.Name, Kinds.Agreement.Name, Kinds.Correspondence.Name, Kinds.ReportSubscription.Name, Kinds.NudgeSettings.Name];

    public static bool Are(string kind) => Imported.Contains(kind) || Told.Contains(kind) || Others.Contains(kind);

    public static bool MayBeImported(string kind) => Imported.Contains(kind);

    /// <summary>The id that names a record for good, also where it moves in its list; null: its key is all it has.</summary>
    public static string? OwnId(Found found) => found.Kind == Kinds.Visit.Name || Told.Contains(found.Kind) ? found.Key[(found.Key.LastIndexOf('|') + 1)..] : null;
}
