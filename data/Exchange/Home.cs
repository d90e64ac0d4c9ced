using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;

namespace SalesBot.Data.Exchange;

/// <summary>The team in whose partition a record belongs.</summary>
/// <remarks>
/// What stays with the team that it was noted in: market information, which is that team's knowledge, its events and proposals; and
/// follow-ups that people of a team still owe go with those people.
/// </remarks>
internal static class Home
{
    /// <returns>Null: where it is.</returns>
    public static TeamId? Of(object record, Known known) => record switch
    {
        Account account => known.TeamOf(account.Owner),
        Contact contact => known.TeamOf(contact.Account),
        Correspondence how => known.TeamOf(how.Account),
        Visit visit => known.TeamOf(visit.Account),
        Lead lead => known.TeamOf(lead.Account),
        ContactMoment moment => known.TeamOf(moment.Account),
        Issue issue => known.TeamOf(issue.Account),
        Advice advice => known.TeamOf(advice.Account),
        SatisfactionScore score => known.TeamOf(score.Account),
        FuturePlan plan => known.TeamOf(plan.Account),
        AccountPlan plan => known.TeamOf(plan.Account),
        TurnedDown request => known.TeamOf(request.Account),
        Agreement agreement => known.TeamOf(agreement.Account),
        Cause { Account: { } account } => known.TeamOf(account),
        FollowUp task => known.TeamOf(task.Owner),
        Approval approval => known.TeamOf(approval.Account),
        TrailEntry entry => known.TeamOf(entry.Account),
        Absence absence => known.TeamOf(absence.Person),
        Quote quote => known.TeamOf(quote.Account),
        Revenue row => known.TeamOf(row.Account),
        Target { Scope: TargetScope.Account } target => known.TeamOf(AccountId.Of(target.ScopeId)),
        Target { Scope: TargetScope.User } target => known.TeamOf(UserId.Of(target.ScopeId)),
        _ => null,
    };
}
