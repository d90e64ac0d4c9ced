using SalesBot.Data.Nudges;
using SalesBot.Data.Privacy;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Privacy;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Reports;

namespace SalesBot.Dialogs.Schedules;

/// <summary>Everything that is done at a set time. A new one is one line here.</summary>
internal static class AllErrands
{
    public static IReadOnlyList<Errand> Of(QuoteDesk desk, CardViews views, PolicyFor policy, ErasureLedger ledger) =>
    [
        new SendDigest(new(AllNudges.All, policy), Digest.Morning),
        new SendDigest(new(AllNudges.All, policy), Digest.Urgent),
        new SendReport(policy),
        new EraseErrand(ledger),
        new AwaitDecision(desk.Approvals, desk.Settings),
        new RerouteRequest(desk.Approvals),
        new FollowPlan(),
    ];
}
