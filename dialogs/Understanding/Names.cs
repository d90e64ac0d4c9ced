namespace SalesBot.Dialogs.Understanding;

/// <summary>The intents, by the names that traces, tests and the model use.</summary>
public static class Intents
{
    public const string LogVisit = "log_visit", RequestQuote = "request_quote", QuoteStatus = "quote_status", ChangeQuote = "change_quote",
        QueryRevenue = "query_revenue", QueryKpi = "query_kpi", TeamKpi = "team_kpi", CreateAccountPlan = "create_account_plan",
        PlanStatus = "plan_status", LogLead = "log_lead", LeadStatus = "lead_status", LogMarketInfo = "log_market_info",
        LogIssue = "log_issue", LogSatisfaction = "log_satisfaction", AddFollowUp = "add_follow_up", ListFollowUps = "list_follow_ups",
        LogEvent = "log_event", AccountOverview = "account_overview", ContactLookup = "contact_lookup",
        UpsellSuggestion = "upsell_suggestion", DeviationExplanation = "deviation_explanation", ApprovalsPending = "approvals_pending",
        Approve = "approve", Reject = "reject", Proposal = "proposal", ReportExport = "report_export", Cancel = "cancel", Undo = "undo",
        CorrectSlot = "correct_slot", Confirm = "confirm", Deny = "deny", Help = "help", Greet = "greet", Thanks = "thanks",
        SwitchLanguage = "switch_language", OutOfScope = "out_of_scope";

    /// <summary>Beyond the published list: leave a question open, hear it again, finish a follow-up.</summary>
    public const string Skip = "skip", Repeat = "repeat", CompleteFollowUp = "complete_follow_up";

    /// <summary>Only in its own form: "oorzaak bij Philips: reorganisatie".</summary>
    public const string RecordCause = "record_cause";

    /// <summary>Told by set phrases alone.</summary>
    public const string LogAdvice = "log_advice", LogFuturePlan = "log_future_plan", MarketNews = "market_news", HandOver = "hand_over";
    /// <summary>Known by set phrases only: what the bot may send of its own accord, and what is to come back later.</summary>
    public const string SetNudges = "set_nudges", SnoozeNudge = "snooze_nudge", EraseContact = "erase_contact", ExportContact = "export_contact", SubscribeReport = "subscribe_report";
    /// <summary>Never heard as such: what change_quote can mean besides other lines, told apart by its words.</summary>
    public const string SendQuote = "send_quote", CloseQuote = "close_quote";
    /// <summary>Known by set phrases only: the history of a quote, an absence with its stand-in and its end, the answer to a supervisor's question.</summary>
    public const string ShowHistory = "show_history", SetAbsence = "set_absence", EndAbsence = "end_absence", AnswerQuestion = "answer_question";
}

/// <summary>The slots, by the names that traces, tests and the model use.</summary>
public static class SlotNames
{
    public const string Account = "account", Contact = "contact", Date = "date", DueDate = "due_date", Period = "period", Amount = "amount",
        Rooms = "rooms", Nights = "nights", Delegates = "delegates", Score = "score", DiscountPercent = "discount_percent",
        Product = "product", Competitor = "competitor", Reason = "reason", QuoteNumber = "quote_number";

    /// <summary>Beyond the published list.</summary>
    public const string Language = "language", OptionDate = "option_date", Task = "task", Indicator = "indicator", Group = "group",
        Scope = "scope", Comparison = "comparison", Goal = "goal", Outcome = "outcome", NextStep = "next_step";

    /// <summary>Who decides while somebody is away.</summary>
    public const string StandIn = "stand_in";

    /// <summary>How many of one product, as "12 tweepersoonskamers".</summary>
    public const string Quantity = "quantity";

    /// <summary>The words of the message that started the flow.</summary>
    public const string Notes = "notes";

    /// <summary>Of the records besides visits and quotes.</summary>
    public const string What = "what", Which = "which", Owner = "owner", Severity = "severity", Kind = "kind", Scale = "scale", Whose = "whose",
        Status = "status", Resolution = "resolution", Name = "name", Leads = "leads", Role = "role", Phone = "phone", Email = "email",
        Window = "window", Horizon = "horizon", Source = "source", Until = "until";

    /// <summary>Of a visit report: what else it tells.</summary>
    public const string Issue = "issue", Advice = "advice", Plan = "plan", Event = "event";

    /// <summary>Never said: what a long note comes down to, and the values that were put right since it was said.</summary>
    public const string Summary = "summary", Replaced = "replaced";

    /// <summary>Never said: the id of the one record that is meant.</summary>
    public const string Chosen = "chosen";
}
