using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;
using Xunit;
using static SalesBot.Tests.Indicators.Book;
using Kinds = SalesBot.Data.Kinds;

namespace SalesBot.Tests.Indicators;

/// <summary>Indicators of what no file brings in, against sums made by hand. Today is 10 March 2026.</summary>
public sealed class RelationIndicatorTests
{
    private static readonly Period Quarter = Period.Quarter(2026, 1);
    private static readonly DateTimeOffset Noted = At("2026-02-10 12:00");

    [Fact]
    public void Every_indicator_of_the_result_profile_is_in_the_catalogue() => Assert.Subset(
        IndicatorCatalogue.All.Select(indicator => indicator.Code).ToHashSet(),
        """
        plan_fit plan_coverage leads lead_value proposals_adopted plan_substantiation plan_acceptance revenue revenue_growth on_the_books key_accounts
        key_account_share role_coverage multi_threading market_share competitive_win_rate quote_requests denial_rate quote_first_pass quote_turnaround
        quote_revisions hit_rate hit_rate_sent hit_rate_value future_plan_insight events_attended cost_per_lead upsell_value upsell_rate cross_sell
        retention churn contact_stability cadence note_quality issues_on_time issues_early advice_acceptance csat nps follow_up_on_time after_sales
        reports_on_time logged_within_24h summary_support cause_coverage
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    [Fact]
    public async Task Each_scope_answers_every_indicator()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan));
        FigureScope[] scopes = [new FigureScope.OfTeam(Team), new FigureScope.OfUser(Daan), new FigureScope.OfAccount(new("a1"))];
        foreach (var scope in scopes)
            Assert.Equal(IndicatorCatalogue.All.Select(indicator => indicator.Code), (await book.Reading().OfAsync(scope, Quarter, default)).Values.Select(value => value.Code));
    }

    [Fact]
    public async Task Plans_are_measured_by_their_objectives_and_their_money()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Daan));
        // Of 4 objectives 2 have everything, and 2 a recorded fact, of which one expired yesterday.
        await book.PutAsync(Kinds.AccountPlan,
            Plan("p1", "a1", PlanStatus.Approved, 120_000m,
                new("o1", "Zaalhuur", 5, new(2026, 6, 1), Daan, [new("Vraag", "market|1", new(2026, 3, 10))]),
                new("o2", "Kamers", 5, new(2026, 6, 1), Daan, [new("Vraag", "market|2", new(2026, 3, 9))]),
                new("o3", "Bar", 5, new(2026, 6, 1), Daan)),
            Plan("p2", "a2", PlanStatus.Submitted, 999m, new PlanObjective("o4", "AV")) with { ReturnedCount = 1 },
            Plan("p3", "a2", PlanStatus.Rejected, 999m, new PlanObjective("o5", "AV")) with { SubmittedAt = null });
        await book.PutAsync(Kinds.Target, Goal(TargetScope.User, "daan", "2026-01", 40_000m), Goal(TargetScope.User, "daan", "2026-03", 20_000m));
        await book.PutAsync(Kinds.Revenue, Row("a1", "2026-01", ProductGroup.Av, 7_000m));
        await book.PutAsync(Kinds.Lead, new Lead("l1", new("a1"), Daan, Noted, LeadStatus.Qualified, "visit", ExpectedValue: 10_000m));

        var set = await book.Reading().OfUserAsync(Daan, Quarter, default);

        Assert.Equal((25.0m, 4), (set["plan_fit"]!.Value, set["plan_fit"]!.Count));
        Assert.Equal(50.0m, set["plan_substantiation"]!.Value);
        // A quarter of 120,000 against 60,000; to go: 60,000 less 7,000 and half of 10,000.
        Assert.Equal(50.0m, set["plan_coverage"]!.Value);
        Assert.Equal([30_000m, 27_000m, 5_000m, 48_000m], set["plan_coverage"]!.Parts.Select(part => part.Value!.Value));
        Assert.Equal((50.0m, 2), (set["plan_acceptance"]!.Value, set["plan_acceptance"]!.Count));
        Assert.Equal(50.0m, set["plan_acceptance"]!.Parts[0].Value);
        Assert.Equal(33.3m, (await book.Reading().OfAccountAsync(new("a1"), Quarter, default))["plan_fit"]!.Value);
    }

    [Fact]
    public async Task Proposals_issues_advice_scores_events_and_reports_are_measured()
    {
        await using var book = await OpenAsync();
        Proposal Proposal(string id, ProposalStatus status) => new(id, Daan, ProposalAbout.Price, "Tarief", Noted, status, DecidedAt: status == ProposalStatus.Open ? null : Noted);
        await book.PutAsync(Kinds.Proposal,
            Proposal("1", ProposalStatus.Adopted), Proposal("2", ProposalStatus.AdoptedWithChange), Proposal("3", ProposalStatus.Declined), Proposal("4", ProposalStatus.Open));
        Issue Issue(string id, string due, string? closed, string? complained) => new(
            id, new("a1"), Daan, IssueKind.Real, IssueSeverity.High, "Lawaai", DateOnly.Parse(due, null), Daan, Noted,
            closed is null ? null : At(closed), complained is null ? null : At(complained));
        await book.PutAsync(Kinds.Issue,
            Issue("1", "2026-03-01", "2026-03-01 20:00", null), Issue("2", "2026-03-01", "2026-03-02 09:00", "2026-02-09 12:00"),
            Issue("3", "2026-03-09", null, "2026-02-11 12:00"), Issue("4", "2026-03-10", null, null));
        await book.PutAsync(Kinds.Advice, [.. Enumerable.Range(0, 5).Select(i =>
            new Advice($"{i}", new("a1"), Daan, "Upgrade", Noted, i < 3 ? AdviceStatus.Accepted : i < 4 ? AdviceStatus.Declined : AdviceStatus.Open, i < 4 ? Noted : null))]);
        SatisfactionScore Score(string id, SatisfactionScale scale, decimal value, bool own = false) => new(id, new("a1"), Daan, Noted, scale, value, own);
        await book.PutAsync(Kinds.Satisfaction,
            Score("1", SatisfactionScale.Csat, 5), Score("2", SatisfactionScale.Csat, 4), Score("3", SatisfactionScale.Csat, 3), Score("4", SatisfactionScale.Csat, 5, own: true),
            Score("5", SatisfactionScale.Nps, 9), Score("6", SatisfactionScale.Nps, 10), Score("7", SatisfactionScale.Nps, 7), Score("8", SatisfactionScale.Nps, 6));
        EventAttended Fair(string id, EventKind kind, decimal? cost, int leads) => new(id, Daan, "Beurs", kind, new(2026, 2, 1), Noted, cost, leads);
        await book.PutAsync(Kinds.Event, Fair("1", EventKind.Fair, 1_000, 3), Fair("2", EventKind.Network, 200, 1), Fair("3", EventKind.Fair, null, 9));
        ReportDelivery Report(string id, string due, string? delivered) => new(id, "monthly", Daan, "x", new(2026, 1, 1), new(2026, 1, 31), At(due), delivered is null ? null : At(delivered));
        await book.PutAsync(Kinds.ReportDelivery, Report("1", "2026-02-01 08:00", "2026-02-01 07:00"), Report("2", "2026-03-01 08:00", "2026-03-01 09:00"), Report("3", "2026-03-20 08:00", null));

        var set = await book.Reading().OfUserAsync(Daan, Quarter, default);

        Assert.Equal((66.7m, 3, 1m), (set["proposals_adopted"]!.Value, set["proposals_adopted"]!.Count, set["proposals_adopted"]!.Parts[0].Value));
        // 1 in time, 2 late, 3 overdue; 4 can still be closed in time. 2 was recorded after the complaint.
        Assert.Equal((33.3m, 3), (set["issues_on_time"]!.Value, set["issues_on_time"]!.Count));
        Assert.Equal((75.0m, 4), (set["issues_early"]!.Value, set["issues_early"]!.Count));
        Assert.Equal((75.0m, 4), (set["advice_acceptance"]!.Value, set["advice_acceptance"]!.Count));
        Assert.Equal((66.7m, 3), (set["csat"]!.Value, set["csat"]!.Count));
        Assert.Equal((25.0m, 4), (set["nps"]!.Value, set["nps"]!.Count));
        Assert.Contains("1 eigen inschattingen", set["csat"]!.Notes[0].Nl, StringComparison.Ordinal);
        Assert.Equal((3m, 300m), (set["events_attended"]!.Value, set["cost_per_lead"]!.Value));
        Assert.Equal([("beurs", 2m), ("netwerkbijeenkomst", 1m)], set["events_attended"]!.Parts.Select(part => (part.Nl, part.Value!.Value)));
        Assert.Contains("1 events", set["cost_per_lead"]!.Notes[0].En, StringComparison.Ordinal);
        Assert.Equal((50.0m, 2), (set["reports_on_time"]!.Value, set["reports_on_time"]!.Count));
    }

    [Fact]
    public async Task Contact_roles_and_plans_count_as_long_as_they_are_fresh()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Eva), Account("a3", Eva) with { Status = AccountStatus.Inactive });
        await book.PutAsync(Kinds.Contact,
            new Contact(new("c1"), new("a1"), "Jan", ContactRole.Principal, Since: new(2025, 3, 10)), new Contact(new("c2"), new("a1"), "Els", ContactRole.Booker, Since: new(2025, 3, 11)),
            new Contact(new("c3"), new("a2"), "Piet", ContactRole.Finance));
        await book.PutAsync(Kinds.Visit, new Visit("v1", new("a1"), Daan, new(2025, 9, 11), Noted, [new("c1")]));
        await book.PutAsync(Kinds.ContactMoment,
            new ContactMoment("m1", new("a1"), Daan, new(2026, 1, 5), ContactChannel.Call, [new("c2")], Noted),
            new ContactMoment("m2", new("a2"), Eva, new(2025, 9, 10), ContactChannel.Call, [new("c3")], Noted));
        await book.PutAsync(Kinds.FuturePlan,
            new FuturePlan("f1", new("a1"), Daan, "Congres", new(2026, 9, 10), Noted, Noted), new FuturePlan("f2", new("a2"), Eva, "Congres", new(2026, 9, 9), Noted, Noted));

        var set = await book.Reading().OfTeamAsync(Quarter, default);

        // c1 was last seen 180 days ago, c3 181: two roles of two accounts with three each.
        Assert.Equal((33.3m, 6), (set["role_coverage"]!.Value, set["role_coverage"]!.Count));
        Assert.Equal((50.0m, 2), (set["multi_threading"]!.Value, set["multi_threading"]!.Count));
        Assert.Equal((50.0m, 2), (set["contact_stability"]!.Value, set["contact_stability"]!.Count));
        Assert.Contains("1 contacten", set["contact_stability"]!.Notes[0].Nl, StringComparison.Ordinal);
        Assert.Equal((50.0m, 2), (set["future_plan_insight"]!.Value, set["future_plan_insight"]!.Count));
        Assert.Equal(66.7m, (await book.Reading().OfAccountAsync(new("a1"), Quarter, default))["role_coverage"]!.Value);
        // A day later c1 is no longer fresh.
        Assert.Equal(16.7m, (await book.Reading(Today.AddDays(1)).OfTeamAsync(Quarter, default))["role_coverage"]!.Value);
    }

    [Fact]
    public async Task Market_share_is_an_estimate_with_its_year_and_refused_without_a_base()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan) with { Wallet = 200_000, WalletYear = 2025 }, Account("a2", Daan), Account("a3", Eva));
        await book.PutAsync(Kinds.Revenue, Row("a1", "2026-02", ProductGroup.Av, 30_000m), Row("a2", "2026-02", ProductGroup.Av, 90_000m));

        var share = (await book.Reading().OfTeamAsync(Quarter, default))["market_share"]!;
        Assert.Equal((15.0m, 1), (share.Value, share.Count));
        Assert.Contains("schatting", share.Notes[0].Nl, StringComparison.Ordinal);
        Assert.Contains("2025", share.Notes[0].En, StringComparison.Ordinal);
        Assert.Contains("2 accounts", share.Notes[1].En, StringComparison.Ordinal);
        var none = (await book.Reading().OfUserAsync(Eva, Quarter, default))["market_share"]!;
        Assert.Null(none.Value);
        Assert.Contains("no market share", none.Notes[0].En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_were_turned_down_lost_to_competitors_and_sold_up_are_measured()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Quote,
            Old("1", Daan, 1_000, QuoteStatus.Accepted) with { Source = "mail", AddOns = [new("d1", new("beamer"), 150m)] },
            Old("2", Daan, 1_000, QuoteStatus.Accepted) with { Source = "mail" }, Old("3", Daan, 1_000, QuoteStatus.Rejected) with { Competitor = "Van der Valk" },
            Old("4", Daan, 1_000, QuoteStatus.Rejected));
        await book.PutAsync(Kinds.TurnedDown,
            new TurnedDown("t1", new("a1"), Daan, Noted, TurnedDownReason.NoSpace, "mail"), new TurnedDown("t2", new("a1"), Daan, Noted, TurnedDownReason.Other));

        var set = await book.Reading().OfUserAsync(Daan, Quarter, default);

        Assert.Equal((6m, 16.7m), (set["quote_requests"]!.Value, set["denial_rate"]!.Value));
        Assert.Equal(("via mail", 3m), (set["quote_requests"]!.Parts.Single().Nl, set["quote_requests"]!.Parts.Single().Value));
        Assert.Contains("3", set["quote_requests"]!.Notes[0].Nl, StringComparison.Ordinal);
        Assert.Equal((66.7m, 3), (set["competitive_win_rate"]!.Value, set["competitive_win_rate"]!.Count));
        Assert.Equal((150m, 25.0m), (set["upsell_value"]!.Value, set["upsell_rate"]!.Value));
    }

    [Fact]
    public async Task Large_deviations_want_a_cause_and_two_groups_make_cross_sell()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, [.. Enumerable.Range(1, 4).Select(i => Account($"a{i}", Daan))]);
        await book.PutAsync(Kinds.Revenue,
            Row("a1", "2026-01", ProductGroup.Av, 1_000m), Row("a1", "2025-01", ProductGroup.Av, 3_500m), Row("a1", "2026-02", ProductGroup.Fnb, 10m),
            Row("a2", "2026-02", ProductGroup.Av, 2_500m), Row("a3", "2026-02", ProductGroup.Av, 97_500m), Row("a3", "2025-02", ProductGroup.Av, 100_000m));
        await book.PutAsync(Kinds.Cause,
            new Cause("c1", new("a1"), new(2026, 1, 1), new(2026, 1, 31), "Reorganisatie", Daan, Noted), new Cause("c2", null, new(2026, 1, 1), new(2026, 3, 31), "Winter", Daan, Noted));

        var set = await book.Reading().OfTeamAsync(Quarter, default);

        // a1 fell by 2,490 only; a2 is new with 2,500; a3 fell by 2,500, which is 2.5 % of what it was.
        Assert.Equal((0m, 1), (set["cause_coverage"]!.Value, set["cause_coverage"]!.Count));
        await book.PutAsync(Kinds.Revenue, Row("a1", "2026-02", ProductGroup.Fnb, 0m));
        Assert.Equal((50.0m, 2), ((await book.Reading().OfTeamAsync(Quarter, default))["cause_coverage"]!.Value, (await book.Reading().OfTeamAsync(Quarter, default))["cause_coverage"]!.Count));
        Assert.Equal((33.3m, 3), (set["cross_sell"]!.Value, set["cross_sell"]!.Count));
        // Five months are no usual span: the answer is reckoned from the accounts and is the same kind of answer.
        Assert.Equal(3, (await book.Reading().OfTeamAsync(new(new(2025, 10, 1), new(2026, 2, 28)), default))["cross_sell"]!.Count);
    }

    [Fact]
    public async Task After_an_event_somebody_is_to_get_in_touch_within_fourteen_days()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Daan));
        Quote Sold(string number, string account, string from, int nights)
        {
            QuoteLine line = new(new("room"), "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 1, nights, DateOnly.Parse(from, null), 100, 0, 100 * nights, 0, true);
            return new(new(number), new(account), Daan, QuoteStatus.Accepted, Noted, [new(1, [line], 0, line.Net, 0, [], null, null, Daan, Noted)], DecidedAt: Noted);
        }
        await book.PutAsync(Kinds.Quote, Sold("1", "a1", "2026-02-01", 2), Sold("2", "a2", "2026-02-01", 2), Sold("3", "a2", "2026-02-24", 2), Sold("4", "a2", "2026-03-20", 2));
        await book.PutAsync(Kinds.ContactMoment, new ContactMoment("m1", new("a1"), Daan, new(2026, 2, 16), ContactChannel.Call, [], Noted));

        var after = (await book.Reading().OfTeamAsync(Quarter, default))["after_sales"]!;
        // 1 was followed up on the last day, 2 was not; 3 ended on 25 February and there is still time today, on its 13th day; 4 is to come.
        Assert.Equal((50.0m, 2), (after.Value, after.Count));
    }

    private static AccountPlan Plan(string id, string account, PlanStatus status, decimal revenue, params PlanObjective[] objectives) => new(
        id, new(account), Daan, new(2026, 1, 1), new(2026, 12, 31), status,
        [new(1, objectives, [], revenue, 12_000m, [], [], status == PlanStatus.Approved ? [new("Jan", true), new("Els")] : [], Daan, Noted)], Noted);
}
