using SalesBot.Data;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Approvals;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Figures;
using SalesBot.Dialogs.Flows.Accounts;
using SalesBot.Dialogs.Flows.Advising;
using SalesBot.Dialogs.Flows.Agreements;
using SalesBot.Dialogs.Flows.Calls;
using SalesBot.Dialogs.Flows.Contacts;
using SalesBot.Dialogs.Flows.Events;
using SalesBot.Dialogs.Flows.FollowUps;
using SalesBot.Dialogs.Flows.FuturePlans;
using SalesBot.Dialogs.Flows.Issues;
using SalesBot.Dialogs.Flows.Leads;
using SalesBot.Dialogs.Flows.Market;
using SalesBot.Dialogs.Flows.Plans;
using SalesBot.Dialogs.Flows.Proposals;
using SalesBot.Dialogs.Flows.Quotes;
using SalesBot.Dialogs.Flows.Satisfaction;
using SalesBot.Dialogs.Flows.Visits;
using SalesBot.Dialogs.Nudges;
using SalesBot.Dialogs.Plans;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Privacy;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Reports;

namespace SalesBot.Dialogs.Flows;

/// <summary>Every conversation and every button that the bot knows. A new flow is one line here.</summary>
internal static class AllFlows
{
    public static IReadOnlyList<Flow> Of(QuoteDesk desk, CardViews views, Undoing undoing, PolicyFor policy) =>
    [
        // Those that are told apart by words stand before the general one of their intent.
        new ListIssues(),
        new CloseIssue(),
        new ChangeIssue(),
        new ShowSatisfaction(),
        new ListEvents(),
        new ChangeLead(),
        new ChangeContact(),
        new AddContact(),
        new ListAdvice(),
        new AnswerAdvice(),
        new ListFuturePlans(),
        new RetractMarketInfo(),
        new AskMarket(),
        new ChangeFollowUp(),
        new ShowCallList(policy),
        new ListProposals(),
        new ShowVisits(),
        new AskReport(policy),
        new LogVisit(),
        new RequestQuote(desk),
        new SendQuote(desk),
        new CloseQuote(desk),
        new ChangeQuote(desk),
        new MakeAgreement(desk.Approvals),
        new ShowAgreements(),
        new ShowPlan(policy),
        new MakePlan(desk.Approvals, policy),
        new AddFollowUp(),
        new LogLead(),
        new LogMarketInfo(),
        new LogIssue(),
        new LogSatisfaction(),
        new LogEvent(),
        new ListLeads(),
        new LookUpContact(),
        new LogAdvice(),
        new LogFuturePlan(),
        new SuggestUpsell(),
        new CompleteFollowUp(),
        new HandOverAccount(),
        new Propose(desk.Approvals),
        new ShowPrices(),
        new ShowQuotes(),
        new AskRevenue(policy),
        new AskKpis(policy),
        new ExplainDeviation(policy),
        new RecordCause(),
        new ShowAccount(policy),
        new ListApprovals(),
        new AnswerQuestion(desk.Approvals),
        new ShowHistory(),
        new ShowPolicy(desk),
        new SetAbsence(),
        new EndAbsence(),
        new ShowAbsences(),
        new ListFollowUps(),
        new SetNudges(AllNudges.All),
        new SnoozeNudge(new(AllNudges.All, policy)),
        new SubscribeReport(),
        new EraseContact(),
        new ExportContact(),
        new UndoLast(undoing),
        new AskHelp(),
        new SwitchLanguage(),
    ];

    public static IReadOnlyList<PressAction> Presses(QuoteDesk desk, CardViews views, Undoing undoing, PolicyFor policy) =>
    [
        new ApprovalPress(desk.Approvals),
        new AbsencePress(),
        new QuotePress(desk),
        new FollowUpPress(),
        new ListPress(policy),
        new IssuePress(),
        new AdvicePress(),
        new MarketPress(),
        new PreparePress(policy),
        new HelpPress(),
        new DeviationPress(policy),
        new FiguresPress(policy),
        new PlanPress(policy),
        new ReportPress(),
        new NudgePress(new(AllNudges.All, policy), policy),
        new NudgeSettingsPress(new(AllNudges.All), AllNudges.All),
        new UndoPress(undoing),
    ];

    /// <summary>The kinds of record that a write may have changed, so that it can be undone.</summary>
    public static IReadOnlyList<Kind> Undoable { get; } =
    [
        Kinds.Account, Kinds.Contact, Kinds.Visit, Kinds.FollowUp, Kinds.Lead, Kinds.MarketInfo, Kinds.Quote, Kinds.Approval, Kinds.Agreement, Kinds.TurnedDown,
        Kinds.ContactMoment, Kinds.Issue, Kinds.Advice, Kinds.Satisfaction, Kinds.FuturePlan, Kinds.AccountPlan, Kinds.Proposal, Kinds.Event, Kinds.Cause,
        Kinds.ReportSubscription,
    ];
}
