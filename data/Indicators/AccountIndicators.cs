namespace SalesBot.Data.Indicators;

/// <summary>How the accounts of a scope stand, from the counts of their owners.</summary>
internal static class AccountIndicators
{
    public static IEnumerable<Reckoned> Of(Facts facts)
    {
        var (years, now, settings) = (facts.Years, facts.Years.Now, facts.Settings);
        var rolling = facts.Span.Rolling;
        var end = Reckoning.MonthOf(rolling.To);
        var (key, total) = (years.In(end, Counter.Key), rolling.Months().Sum(month => years.Under(month, Counter.AnyRevenue).Sum(group => group.Value)));
        yield return new("key_accounts", key, (int)now[Counter.Accounts], rolling);
        yield return new("key_account_share", Reckoning.Percent(years.In(end, Counter.KeyRevenue), total), (int)key, rolling);

        var active = now[Counter.Active];
        yield return Reckoned.Rate("role_coverage", facts.Standing(Counter.Roles), active * settings.RequiredRoles.Count, facts.UpToAt);
        yield return Reckoned.Rate("multi_threading", facts.Standing(Counter.Multi), active, facts.UpToAt);
        yield return MarketShare(facts, rolling);
        yield return Reckoned.Rate("future_plan_insight", facts.Standing(Counter.Insight), active, facts.UpToAt);

        var (buyers, before) = (facts.Over(Counter.Buyers), facts.OverYearBefore(Counter.Buyers));
        var future = facts.Span.IsFuture;
        yield return new("cross_sell", future ? null : Reckoning.Percent(facts.Over(Counter.CrossBuyers), buyers), (int)buyers, facts.Span.Reach);
        var retention = future ? null : Reckoning.Percent(facts.Over(Counter.Retained), before);
        yield return new("retention", retention, (int)before, facts.Span.Reach);
        yield return new("churn", 100 - retention, (int)before, facts.Span.Reach);
        yield return Reckoned.Rate("contact_stability", facts.Standing(Counter.Stable), facts.Standing(Counter.Known), facts.UpToAt)
            .Saying(now[Counter.Undated] > 0, $"van {now[Counter.Undated]:0} contacten is niet bekend sinds wanneer; die tellen niet mee",
                $"of {now[Counter.Undated]:0} contacts it is not known since when; they do not count");
        yield return Reckoned.Rate("cadence", facts.Standing(Counter.InCadence), now[Counter.WithCadence], facts.UpToAt);
        yield return AfterSales(facts);
        var deviations = future ? 0 : facts.Over(Counter.Deviations);
        yield return Reckoned.Rate("cause_coverage", facts.Over(Counter.Explained), deviations, facts.Span.Reach);
    }

    // An estimate by nature: the base is what customers say they spend.
    private static Reckoned MarketShare(Facts facts, Period rolling)
    {
        var (wallet, wallets) = (facts.Years.Now[Counter.Wallet], facts.Years.Now[Counter.Wallets]);
        var stated = facts.Years.Now.Under(Counter.WalletYear).Select(year => year.Name).ToList();
        var (jaren, years) = stated is [] or [""] ? ("jaar onbekend", "year not known") : (string.Join(", ", stated.Where(year => year != "")), string.Join(", ", stated.Where(year => year != "")));
        var without = facts.Years.Now[Counter.Accounts] - wallets;
        return new Reckoned("market_share", Reckoning.Percent(facts.Years.In(rolling, Counter.WalletRevenue), wallet), (int)wallets, rolling)
            .Saying(wallet > 0, $"schatting; jaarvolume volgens de klant ({jaren})", $"estimate; yearly volume as stated by the customer ({years})")
            .Saying(wallet == 0, "zonder opgegeven jaarvolume geef ik geen marktaandeel", "without a stated yearly volume I give no market share")
            .Saying(wallet > 0 && without > 0, $"{without:0} klanten zonder opgegeven volume tellen niet mee", $"{without:0} accounts without a stated volume do not count");
    }

    private static Reckoned AfterSales(Facts facts)
    {
        var (ended, open) = (0m, 0m);
        foreach (var month in facts.Span.Whole.Months())
        {
            ended += facts.Years.In(month, Counter.EventsEnded);
            open += facts.Years.Under(month, Counter.EventsOpen)
                .Where(day => month.AddDays(int.Parse(day.Name) - 1 + facts.Settings.AfterSalesDays) >= facts.Today).Sum(day => day.Value);
        }
        return Reckoned.Rate("after_sales", facts.Years.In(facts.Span.Whole, Counter.AfterSales), ended - open);
    }
}
