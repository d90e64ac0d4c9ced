using System.Globalization;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Lists;
using SalesBot.Data.Nudges;
using SalesBot.Data.People;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Data.Privacy;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Schedules;
using SalesBot.Data.Store;
using SalesBot.Data.Visits;
using static SalesBot.Data.TradeJson;

namespace SalesBot.Data;

/// <summary>Every kind of record of the trade, with the key that its lists are ranges of.</summary>
public static class Kinds
{
    // In the tenant's directory.
    public static readonly Kind<User> User = new("user", 1, () => Default.User, user => user.Id.Value);
    public static readonly Kind<Product> Product = new("product", 1, () => Default.Product, row => $"{row.Id}|{row.ValidFrom:yyyyMMdd}");
    public static readonly Kind<PackagePart> PackagePart = new("package-part", 1, () => Default.PackagePart, part => $"{part.Package}|{part.Product}");
    public static readonly Kind<DiscountTier> DiscountTier =
        new("tier", 1, () => Default.DiscountTier, tier => string.Create(CultureInfo.InvariantCulture, $"{tier.Group}|{tier.Level}|{tier.MinQuantity:00000000.##}"));

    public static readonly Kind<PolicySetting> Policy = new("policy", 1, () => Default.PolicySetting, setting => setting.Name);

    // In the team's partition.
    public static readonly Kind<Account> Account = new("account", 1, () => Default.Account, account => account.Id.Value);
    public static readonly Kind<Correspondence> Correspondence = new("correspondence", 1, () => Default.Correspondence, how => how.Account.Value);
    public static readonly Kind<Contact> Contact = new("contact", 1, () => Default.Contact, contact => $"{contact.Account}|{contact.Id}");
    public static readonly Kind<Visit> Visit = new("visit", 1, () => Default.Visit, visit => $"{visit.Account}|{visit.VisitedOn:yyyyMMdd}|{visit.Id}");
    public static readonly Kind<FollowUp> FollowUp =
        new("follow-up", 1, () => Default.FollowUp, task => $"{task.Owner}|{(task.DoneAt is null ? "open" : "done")}|{task.Due:yyyyMMdd}|{task.Id}");
    public static readonly Kind<Lead> Lead = new("lead", 1, () => Default.Lead, lead => $"{lead.Account}|{lead.CreatedAt.UtcDateTime:yyyyMMdd}|{lead.Id}");
    public static readonly Kind<MarketInfo> MarketInfo =
        new("market", 1, () => Default.MarketInfo, fact => $"{fact.NotedAt.UtcDateTime:yyyyMMdd}|{fact.Id}");
    public static readonly Kind<Quote> Quote = new("quote", 1, () => Default.Quote, quote => quote.Number.Value);
    public static readonly Kind<Approval> Approval = new("approval", 1, () => Default.Approval, approval => $"{approval.Subject}|{approval.Version:0000}");
    public static readonly Kind<Absence> Absence = new("absence", 1, () => Default.Absence, absence => $"{absence.To:yyyyMMdd}|{absence.Id}");
    public static readonly Kind<Agreement> Agreement = new("agreement", 1, () => Default.Agreement, agreement => agreement.Key);
    public static readonly Kind<TrailEntry> Trail = new("trail", 1, () => Default.TrailEntry, entry => $"{entry.Subject}|{entry.Id}");
    public static readonly Kind<Revenue> Revenue = new("revenue", 1, () => Default.Revenue, row => $"{row.Account}|{row.Month:yyyyMM}|{row.Group}");
    public static readonly Kind<Target> Target =
        new("target", 1, () => Default.Target, row => $"{row.Scope}|{row.ScopeId}|{row.Month:yyyyMM}|{row.Group?.ToString() ?? "all"}");
    public static readonly Kind<Rollup> Rollup = new("rollup", 1, () => Default.Rollup, rollup => rollup.Key);
    public static readonly Kind<Listed> Listed = new("listed", 1, () => Default.Listed, entry => entry.Id);
    public static readonly Kind<ReportSubscription> ReportSubscription =
        new("report-subscription", 1, () => Default.ReportSubscription, subscription => subscription.Key);
    public static readonly Kind<Erasure> Erasure = new("erasure", 1, () => Default.Erasure, erasure => erasure.Contact.Value);
    public static readonly Kind<ErasureRequest> ErasureRequest = new("erasure-request", 1, () => Default.ErasureRequest, request => request.Id);
    public static readonly Kind<NudgeSettings> NudgeSettings = new("nudge-settings", 1, () => Default.NudgeSettings, settings => settings.Person.Value);
    public static readonly Kind<NudgeLog> NudgeLog = new("nudged", 1, () => Default.NudgeLog, log => log.Person.Value);
    public static readonly Kind<Digest> Digest = new("digest", 1, () => Default.Digest, digest => digest.Key);
    public static readonly Kind<Due> Due = new("due", 1, () => Default.Due, due => due.Id);
    public static readonly Kind<Scheduled> Scheduled = new("scheduled", 1, () => Default.Scheduled, due => $"{due.Errand}|{due.Key}");
    public static readonly Kind<Cause> Cause = new("cause", 1, () => Default.Cause, cause => $"{cause.Account?.Value ?? "all"}|{cause.From:yyyyMMdd}|{cause.Id}");
    public static readonly Kind<AccountStamp> AccountStamp = new("account-stamp", 1, () => Default.AccountStamp, stamp => stamp.Account.Value);
    public static readonly Kind<CauseQuestion> CauseQuestion =
        new("cause-question", 1, () => Default.CauseQuestion, question => Indicators.CauseQuestion.KeyOf(question.Owner, question.Account, new(question.From, question.To)));
    public static readonly Kind<TurnedDown> TurnedDown =
        new("turned-down", 1, () => Default.TurnedDown, request => $"{request.Account}|{request.At.UtcDateTime:yyyyMMdd}|{request.Id}");
    public static readonly Kind<ContactMoment> ContactMoment =
        new("contact-moment", 1, () => Default.ContactMoment, moment => $"{moment.Account}|{moment.On:yyyyMMdd}|{moment.Id}");
    public static readonly Kind<Issue> Issue = new("issue", 1, () => Default.Issue, issue => $"{issue.Account}|{issue.NotedAt.UtcDateTime:yyyyMMdd}|{issue.Id}");
    public static readonly Kind<Advice> Advice = new("advice", 1, () => Default.Advice, advice => $"{advice.Account}|{advice.GivenAt.UtcDateTime:yyyyMMdd}|{advice.Id}");
    public static readonly Kind<SatisfactionScore> Satisfaction =
        new("satisfaction", 1, () => Default.SatisfactionScore, score => $"{score.Account}|{score.At.UtcDateTime:yyyyMMdd}|{score.Id}");
    public static readonly Kind<FuturePlan> FuturePlan =
        new("future-plan", 1, () => Default.FuturePlan, plan => $"{plan.Account}|{plan.NotedAt.UtcDateTime:yyyyMMdd}|{plan.Id}");
    public static readonly Kind<AccountPlan> AccountPlan = new("account-plan", 1, () => Default.AccountPlan, plan => $"{plan.Account}|{plan.From:yyyyMMdd}|{plan.Id}");
    public static readonly Kind<Proposal> Proposal =
        new("proposal", 1, () => Default.Proposal, proposal => $"{proposal.ProposedAt.UtcDateTime:yyyyMMdd}|{proposal.Id}");
    public static readonly Kind<EventAttended> Event = new("event", 1, () => Default.EventAttended, attended => $"{attended.On:yyyyMMdd}|{attended.Id}");
    public static readonly Kind<ReportDelivery> ReportDelivery =
        new("report-delivery", 1, () => Default.ReportDelivery, report => $"{report.Due.UtcDateTime:yyyyMMdd}|{report.Id}");
}
