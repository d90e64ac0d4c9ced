using SalesBot.Data.Quotes;
using SalesBot.Data.Store;

namespace SalesBot.Data.Exchange;

/// <summary>
/// The files of what was recorded in SalesBot itself, one a kind, and of what the columns of the other files leave out. They come last, as they
/// refer to those.
/// </summary>
internal static class RecordFiles
{
    public static readonly IReadOnlyList<ExchangeFile> All =
    [
        Details("user_details", Kinds.User, ["timeZone"], user => user.TimeZone != "Europe/Amsterdam", inDirectory: true),
        Details("account_details", Kinds.Account, ["walletYear"], account => account.Wallet is not null),
        Details("contact_details", Kinds.Contact, ["leftOn"], contact => contact.LeftOn is not null),
        Details("visit_details", Kinds.Visit, ["loggedAt", "summary"], visit => visit.Summary is not null || IsTimed(visit.LoggedAt)),
        // The lines, and what else a row of history lacks.
        Details("quote_details", Kinds.Quote,
            ["status", "requestedAt", "versions", "submittedAt", "approvedAt", "sentAt", "decidedAt", "imported", "source", "addOns", "language", "sent"], IsMoreThanHistory,
            whyKept: quote => quote.Versions.Count > 0 ? Reasons.DecidedHere : null),
        Of("correspondence", Kinds.Correspondence), Of("contact_moments", Kinds.ContactMoment), Of("follow_ups", Kinds.FollowUp), Of("leads", Kinds.Lead), Of("market", Kinds.MarketInfo),
        Of("issues", Kinds.Issue), Of("advice", Kinds.Advice), Of("satisfaction", Kinds.Satisfaction), Of("future_plans", Kinds.FuturePlan), Of("events", Kinds.Event),
        Of("turned_down", Kinds.TurnedDown), Of("causes", Kinds.Cause), Of("cause_questions", Kinds.CauseQuestion), Decided("proposals", Kinds.Proposal),
        Decided("account_plans", Kinds.AccountPlan), Decided("agreements", Kinds.Agreement), Decided("approvals", Kinds.Approval), Decided("history", Kinds.Trail),
        Of("absences", Kinds.Absence), Of("report_subscriptions", Kinds.ReportSubscription), Of("report_deliveries", Kinds.ReportDelivery), Of("message_settings", Kinds.NudgeSettings),
        Of("messages_told", Kinds.NudgeLog), Of("timetable", Kinds.Due), Of("timetable_index", Kinds.Scheduled),
    ];

    private static RecordFile<T> Of<T>(string name, Kind<T> kind) where T : class => new(name, kind);

    /// <summary>What stands in the store differently is never replaced.</summary>
    private static RecordFile<T> Decided<T>(string name, Kind<T> kind) where T : class => new(name, kind) { WhyKept = _ => Reasons.DecidedHere };

    /// <summary>Some properties of records that have a file of their own.</summary>
    private static RecordFile<T> Details<T>(string name, Kind<T> kind, string[] properties, Func<T, bool> has, bool inDirectory = false, Func<T, Reason?>? whyKept = null) where T : class =>
        new(name, kind) { Completes = properties, Has = has, InDirectory = inDirectory, WhyKept = whyKept ?? (_ => null) };

    private static bool IsTimed(DateTimeOffset? at) => at is { } moment && LocalDay.Moment(LocalDay.Of(moment)) != moment;

    private static bool IsMoreThanHistory(Quote quote) =>
        quote.Imported is null || quote.Source is not null || quote.AddOns is not null || quote.Language is not null || quote.Sent is not null || quote.Status == QuoteStatus.Returned
        || new[] { quote.RequestedAt, quote.SubmittedAt, quote.ApprovedAt, quote.SentAt, quote.DecidedAt }.Any(IsTimed);
}
