using System.Globalization;
using SalesBot.Data.Prices;

namespace SalesBot.Data.Indicators;

/// <summary>
/// Names of the counters. Those with a value behind a bar count how often that value occurs, for medians and days; those with a day behind
/// an @ rise and fall on that day, so that their sum up to a day is how many there are on it.
/// </summary>
internal static class Counter
{
    public const string Requested = "requested", RequestedFrom = "requested-from|", TurnedDown = "turned-down", Denied = "denied",
        Submitted = "submitted", FirstPass = "first-pass", Sent = "sent", SentAccepted = "sent-accepted",
        Accepted = "accepted", Rejected = "rejected", Withdrawn = "withdrawn", Expired = "expired", LostToCompetitor = "lost-to-competitor",
        AcceptedValue = "accepted-value", DecidedValue = "decided-value", AcceptedVersions = "accepted-versions",
        Turnaround = "turnaround|", Upsold = "upsold", UpsellValue = "upsell-value", Pipeline = "pipeline", EventEnd = "event-end|",
        Visits = "visits", VisitsIn24Hours = "visits-24h", VisitsComplete = "visits-complete", VisitedOn = "visited|", ContactedOn = "contacted|",
        Met = "met|", Sentences = "sentences", SentencesSupported = "sentences-supported",
        Leads = "leads", LeadsQualified = "leads-qualified", LeadValue = "lead-value|",
        Due = "due", DueDone = "due-done", DueOpen = "due-open|", Booked = "booked|", AnyRevenue = "revenue.", AnyTarget = "target.", Rows = "rows", Quantity = "quantity.", Quantified = "quantified.";

    public const string ProposalsDecided = "proposals-decided", ProposalsAdopted = "proposals-adopted", ProposalsOpen = "proposals-open",
        PlansSubmitted = "plans-submitted", PlansFirstPass = "plans-first-pass", Asked = "stakeholders-asked", Agree = "stakeholders-agree",
        PlanRevenue = "plan-revenue", PlanCost = "plan-cost", Plans = "plans@", Objectives = "objectives@", Substantiated = "substantiated@",
        Supported = "supported@",
        Issues = "issues", IssuesEarly = "issues-early", IssuesDue = "issues-due", IssuesOnTime = "issues-on-time", IssuesOpen = "issues-open|",
        AdviceAccepted = "advice-accepted", AdviceDeclined = "advice-declined",
        Csat = "csat", CsatGood = "csat-good", Nps = "nps", Promoters = "nps-promoters", Detractors = "nps-detractors", Estimates = "estimates",
        Events = "events", EventsOf = "events.", EventCost = "event-cost", EventLeads = "event-leads", EventsWithoutCost = "events-without-cost",
        Reports = "reports-due", ReportsOnTime = "reports-on-time", ReportsOpen = "reports-open|";

    /// <summary>Of a team's twelve months: accounts that bought something, and how many bought about so much of a group.</summary>
    public const string AnyBuyers = "buyers", Bought = "bought.";

    /// <summary>The amount behind it is rounded to two figures, so that there are few of them however many accounts there are.</summary>
    public static string BoughtOf(string group, decimal amount) => With($"{Bought}{group}|", About(amount));

    public static decimal About(decimal amount)
    {
        var unit = 1m;
        while (amount >= unit * 100) unit *= 10;
        return Math.Round(amount / unit, MidpointRounding.AwayFromZero) * unit;
    }

    // What belongs to an account but lies under another key, by that key.
    public const string QuoteOf = "quote|", OpenQuote = "open-quote|", OpenFollowUp = "open-follow-up|";

    // Of all accounts of an owner.
    public const string Buyers = "buyers.", Retained = "retained.", CrossBuyers = "cross.", Deviations = "deviations.", Explained = "explained.",
        Key = "key", KeyRevenue = "key-revenue", WalletRevenue = "wallet-revenue", Wallet = "wallet", Wallets = "wallets", WalletYear = "wallet-year|",
        Accounts = "accounts", Active = "active", WithCadence = "with-cadence", InCadence = "in-cadence@", Roles = "roles@", Multi = "multi@",
        Known = "contacts@", Stable = "stable@", Undated = "contacts-undated", Insight = "insight@",
        EventsEnded = "events-ended", AfterSales = "after-sales", EventsOpen = "events-open|";

    public static string Revenue(ProductGroup group) => AnyRevenue + group;
    public static string Target(ProductGroup? group) => AnyTarget + (group?.ToString() ?? "all");
    public static string With(string counter, decimal value) => counter + value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>In a year's rollup: which month it is about.</summary>
    public static string In(DateOnly month, string counter) => Tally.MonthPrefix(month.Month) + counter;

    /// <summary>In a year's rollup: on which day it rises or falls.</summary>
    public static string On(DateOnly day, string counter) => $"{day.Month:00}|{counter}{day.Day:00}";
}
