using SalesBot.Data.Indicators;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
using SalesBot.Data.Visits;
using Xunit;
using static SalesBot.Tests.Indicators.Book;
using Kinds = SalesBot.Data.Kinds;

namespace SalesBot.Tests.Indicators;

public sealed class IndicatorTests
{
    private static readonly Period FirstQuarter = Period.Quarter(2026, 1);

    [Fact]
    public async Task The_hit_rate_counts_decided_quotes_and_the_other_one_sent_quotes()
    {
        await using var book = await OpenAsync();
        var number = 0;
        Quote[] Some(int count, QuoteStatus status, decimal value) =>
            [.. Enumerable.Range(0, count).Select(_ =>
                Old($"Q-2026-{++number:0000}", Daan, value, status, decided: status == QuoteStatus.Sent ? null : "2026-02-20 12:00"))];
        await book.PutAsync(Kinds.Quote,
        [
            .. Some(12, QuoteStatus.Accepted, 1_000), .. Some(10, QuoteStatus.Rejected, 500), .. Some(3, QuoteStatus.Withdrawn, 2_000),
            .. Some(5, QuoteStatus.Expired, 200), .. Some(10, QuoteStatus.Sent, 9_000),
        ]);

        var set = await book.Reading().OfTeamAsync(FirstQuarter, default);

        Assert.Equal((40.0m, 30), (set["hit_rate"]!.Value, set["hit_rate"]!.Count));
        Assert.Equal((30.0m, 40), (set["hit_rate_sent"]!.Value, set["hit_rate_sent"]!.Count));
        // 12,000 of 12,000 + 5,000 + 6,000 + 1,000.
        Assert.Equal(50.0m, set["hit_rate_value"]!.Value);
        Assert.Equal(40, set["quote_requests"]!.Value);
        Assert.Equal(40.0m, (await book.Reading().OfUserAsync(Daan, FirstQuarter, default))["hit_rate"]!.Value);
        Assert.Equal(40.0m, (await book.Reading().OfAccountAsync(new("a1"), FirstQuarter, default))["hit_rate"]!.Value);
        Assert.Null((await book.Reading().OfUserAsync(Eva, FirstQuarter, default))["hit_rate"]!.Value);
    }

    [Fact]
    public async Task What_has_no_denominator_is_not_defined_and_never_zero()
    {
        await using var book = await OpenAsync();

        var set = await book.Reading().OfTeamAsync(FirstQuarter, default);

        Assert.All(set.Values.Where(value => value.Unit is IndicatorUnit.Percent or IndicatorUnit.Hours or IndicatorUnit.Ratio), value =>
            Assert.Null(value.Value));
        Assert.Equal([0, 0, 0], new[] { "revenue", "quote_requests", "leads" }.Select(code => set[code]!.Value!.Value));
    }

    [Fact]
    public async Task A_key_account_has_strictly_more_than_the_line_in_twelve_months()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Daan), Account("a3", Eva));
        await book.PutAsync(Kinds.Revenue,
            Row("a1", "2025-03", ProductGroup.Overnight, 10_000m), Row("a1", "2026-02", ProductGroup.RoomHire, 5_000.00m),
            Row("a2", "2025-03", ProductGroup.Overnight, 10_000m), Row("a2", "2026-02", ProductGroup.RoomHire, 5_000.01m),
            Row("a3", "2025-02", ProductGroup.Overnight, 90_000m));

        var set = await book.Reading().OfTeamAsync(FirstQuarter, default);

        Assert.Equal(1, set["key_accounts"]!.Value);
        Assert.Equal("a2", Assert.Single(set.Accounts, account => account.IsKey).Account.Value);
        // March 2026 has no revenue yet: the twelve months end with February.
        Assert.Equal(new Period(new(2025, 3, 1), new(2026, 2, 28)), set["key_accounts"]!.Period);
        // 15,000.01 of 30,000.01.
        Assert.Equal(50.0m, set["key_account_share"]!.Value);
        Assert.Equal(0, (await book.Reading().OfUserAsync(Eva, FirstQuarter, default))["key_accounts"]!.Value);

        await book.PutAsync(Kinds.Revenue, Row("a3", "2026-03", ProductGroup.Fnb, 100m));
        Assert.Equal(0, (await book.Reading().OfTeamAsync(FirstQuarter, default))["key_accounts"]!.Value);
    }

    [Fact]
    public async Task Revenue_stands_against_target_and_last_year_over_the_same_known_months()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan), Account("a2", Eva));
        await book.PutAsync(Kinds.Revenue,
            Row("a1", "2026-01", ProductGroup.Overnight, 1_000m), Row("a1", "2026-02", ProductGroup.Package, 500m),
            Row("a2", "2026-02", ProductGroup.Overnight, 300m),
            Row("a1", "2025-01", ProductGroup.Overnight, 800m), Row("a1", "2025-03", ProductGroup.Overnight, 9_999m),
            Row("a2", "2025-02", ProductGroup.Overnight, 700m));
        await book.PutAsync(Kinds.Target,
            Goal(TargetScope.Team, "amsterdam", "2026-01", 900),
            Goal(TargetScope.Team, "amsterdam", "2026-02", 600, ProductGroup.Overnight),
            Goal(TargetScope.Team, "amsterdam", "2026-02", 500, ProductGroup.Package),
            Goal(TargetScope.Team, "amsterdam", "2026-03", 4_000),
            Goal(TargetScope.User, "daan", "2026-01", 123), Goal(TargetScope.Account, "a1", "2026-01", 77));

        var team = await book.Reading().OfTeamAsync(FirstQuarter, default);

        Assert.Equal(Period.Month(2026, 1) with { To = new(2026, 2, 28) }, team.Reach);
        var revenue = team["revenue"]!;
        Assert.Equal((1_800m, 2_000m, 1_500m), (revenue.Value!.Value, revenue.Target!.Value, revenue.Before!.Value));
        Assert.Equal(20.0m, team["revenue_growth"]!.Value);
        Assert.Equal(6_000m, team.WholeTarget);
        Assert.Equal([(1_000m, 900m, 800m), (800m, 1_100m, 700m)], team.Months.Take(2)
            .Select(month => (month.Actual!.Value, month.Target!.Value, month.LastYear)));
        Assert.Equal((null, 4_000m, 9_999m), (team.Months[2].Actual, team.Months[2].Target!.Value, team.Months[2].LastYear));
        Assert.Equal((1_300m, 600m, 1_500m), team.Groups.Where(group => group.Group == ProductGroup.Overnight)
            .Select(group => (group.Actual, group.Target!.Value, group.LastYear)).Single());
        Assert.Equal(["a1", "a2"], team.Accounts.Select(account => account.Account.Value));

        var daan = (await book.Reading().OfUserAsync(Daan, FirstQuarter, default))["revenue"]!;
        Assert.Equal((1_500m, 123m, 800m), (daan.Value!.Value, daan.Target!.Value, daan.Before!.Value));
        var quick = await book.Reading().OfAsync(new FigureScope.OfTeam(Team), FirstQuarter, default, withAccounts: false);
        Assert.Equal(team.Values.Select(value => (value.Code, value.Value, value.Count)), quick.Values.Select(value => (value.Code, value.Value, value.Count)));
        Assert.Empty(quick.Accounts);
        var account = await book.Reading()
            .RevenueAsync(new FigureScope.OfAccount(new("a1")), Period.Year(2026), ProductGroup.Package, default);
        Assert.Equal((500m, 0m, null), (account.Actual, account.LastYear, account.Growth));
        Assert.Equal(77m, (await book.Reading().RevenueAsync(new FigureScope.OfAccount(new("a1")), FirstQuarter, null, default)).Target);
    }

    [Fact]
    public async Task Retention_compares_who_bought_with_who_bought_last_year()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, [.. Enumerable.Range(1, 5).Select(i => Account($"a{i}", Daan))]);
        await book.PutAsync(Kinds.Revenue,
            Row("a1", "2025-01", ProductGroup.Overnight, 10), Row("a2", "2025-02", ProductGroup.Overnight, 10),
            Row("a3", "2025-01", ProductGroup.Overnight, 10),
            Row("a1", "2026-02", ProductGroup.Fnb, 1), Row("a2", "2026-01", ProductGroup.Fnb, 1),
            Row("a4", "2026-01", ProductGroup.Fnb, 1));

        var set = await book.Reading().OfTeamAsync(FirstQuarter, default);

        Assert.Equal((66.7m, 33.3m, 3), (set["retention"]!.Value, set["churn"]!.Value, set["retention"]!.Count));
    }

    [Fact]
    public async Task Visits_follow_ups_and_leads_are_measured()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Account, Account("a1", Daan, cadence: 30), Account("a2", Daan, cadence: 10), Account("a3", Daan));
        await book.PutAsync(Kinds.Visit,
            new Visit("v1", new("a1"), Daan, new(2026, 2, 10), At("2026-02-11 18:00"), [new("c1")], "Kennismaken", "Interesse", "Offerte"),
            new Visit("v2", new("a2"), Daan, new(2026, 2, 10), At("2026-02-12 00:30"), [new("c1")], "Kennismaken", "Interesse", " "),
            new Visit("v3", new("a2"), Daan, new(2026, 2, 27), At("2026-02-27 18:00"), [], "Kennismaken", "Interesse", "Offerte"));
        await book.PutAsync(Kinds.FollowUp,
            Task("f1", "2026-03-02", "2026-03-02 23:00"), Task("f2", "2026-03-02", "2026-03-03 00:30"), Task("f3", "2026-03-09", null),
                Task("f4", "2026-03-10", null),
            Task("f5", "2026-03-20", null), Task("f6", "2026-03-20", "2026-03-01 12:00"));
        await book.PutAsync(Kinds.Lead,
            Lead("l1", 1_000, LeadStatus.Open), Lead("l2", 4_000, LeadStatus.Won), Lead("l3", 1_500, LeadStatus.Lost),
                Lead("l4", null, LeadStatus.Qualified));

        var set = await book.Reading().OfUserAsync(Daan, FirstQuarter, default);

        Assert.Equal((66.7m, 33.3m), (set["logged_within_24h"]!.Value, set["note_quality"]!.Value));
        // a1 was seen 28 days ago with an interval of 30, a2 11 days ago with one of 10.
        Assert.Equal((50.0m, 2), (set["cadence"]!.Value, set["cadence"]!.Count));
        // f1 and f6 in time, f2 late, f3 overdue; f4 and f5 can still be done in time.
        Assert.Equal((50.0m, 4), (set["follow_up_on_time"]!.Value, set["follow_up_on_time"]!.Count));
        Assert.Equal((4, 6_500m, 1_500m, 50.0m),
            (set["leads"]!.Value, set["lead_value"]!.Value, set["lead_value_median"]!.Value, set["leads_qualified"]!.Value));

        static FollowUp Task(string id, string due, string? done) =>
            new(id, new("a1"), Daan, DateOnly.Parse(due, null), "Bellen", At("2026-02-01 09:00"), done is null ? null : At(done));
        static Lead Lead(string id, decimal? value, LeadStatus status) =>
            new(id, new("a1"), Daan, At("2026-02-03 10:00"), status, "visit", ExpectedValue: value);
    }

    [Fact]
    public async Task Quotes_are_measured_for_quality()
    {
        await using var book = await OpenAsync();
        await book.PutAsync(Kinds.Quote,
            // Monday 12:00 to Monday 15:00: 3 hours; Friday 16:00 to Monday 10:00: 2; Monday 9:00 to Wednesday 17:00: 24.
            Old("Q-1", Daan, 100, QuoteStatus.Accepted, requested: "2026-02-02 12:00", sent: "2026-02-02 15:00", versions: 3),
            Old("Q-2", Daan, 100, QuoteStatus.Accepted, requested: "2026-02-06 16:00", sent: "2026-02-09 10:00", versions: 2, returned: 1),
            Old("Q-3", Daan, 100, QuoteStatus.Rejected, requested: "2026-02-02 09:00", sent: "2026-02-04 17:00", versions: 9),
            Old("Q-4", Daan, 100, QuoteStatus.Draft, sent: null, decided: null) with { SubmittedAt = null, ApprovedAt = null });

        var set = await book.Reading().OfUserAsync(Daan, FirstQuarter, default);

        Assert.Equal((66.7m, 3), (set["quote_first_pass"]!.Value, set["quote_first_pass"]!.Count));
        Assert.Equal(3m, set["quote_turnaround"]!.Value);
        Assert.Equal(2.5m, set["quote_revisions"]!.Value);
    }

    [Fact]
    public async Task What_is_sold_counts_on_the_books_night_by_night_after_today()
    {
        await using var book = await OpenAsync();
        QuoteLine line = new(new("room"), "Kamer", "Room", ProductGroup.Overnight, PriceUnit.RoomNight, 1, 4, new(2026, 3, 9), 25.025m, 0,
            100.10m, 0, true);
        QuoteLine later = line with { From = new(2026, 3, 30), Net = 400m };
        var quote = new Quote(
            new("Q-2026-0001"), new("a1"), Daan, QuoteStatus.Accepted, At("2026-02-02 12:00"),
                [new(1, [line, later], 0, 500.10m, 0, [], null, null, Daan, At("2026-02-02 12:00"))],
            DecidedAt: At("2026-02-20 12:00"));
        await book.PutAsync(Kinds.Quote, quote, quote with { Number = new("Q-2026-0002"), Status = QuoteStatus.Sent, DecidedAt = null });

        // 9 to 12 March by 25.03, 25.03, 25.02, 25.02, of which 11 and 12 are to come; 30 and 31 March by 100; the rest in April.
        Assert.Equal(250.04m, (await book.Reading().OfTeamAsync(FirstQuarter, default))["on_the_books"]!.Value);
        Assert.Equal(450.04m, (await book.Reading().OfUserAsync(Daan, Period.Year(2026), default))["on_the_books"]!.Value);
        Assert.Null((await book.Reading().OfTeamAsync(Period.Year(2025), default))["on_the_books"]);
    }

    [Fact]
    public void Every_indicator_has_both_languages()
    {
        Assert.All(IndicatorCatalogue.All, indicator => Assert.All(
            new[] { indicator.NameNl, indicator.NameEn, indicator.FormulaNl, indicator.FormulaEn, indicator.BasisNl, indicator.BasisEn },
            text => Assert.NotEmpty(text)));
        Assert.Equal(IndicatorCatalogue.All.Count, IndicatorCatalogue.All.Select(indicator => indicator.Code).Distinct().Count());
    }
}
