namespace SalesBot.Data.Indicators;

/// <summary>The indicators that follow from counters alone: code, value and the number it rests on.</summary>
internal static class TallyIndicators
{
    private static readonly string[] Outcomes = [Counter.Accepted, Counter.Rejected, Counter.Withdrawn, Counter.Expired];

    /// <param name="months">By first day.</param>
    public static IEnumerable<(string Code, decimal? Value, int Count)> Of(IReadOnlyDictionary<DateOnly, Tally> months, DateOnly today)
    {
        var all = new Tally();
        foreach (var month in months.Values) all.Add(month.Counts);

        yield return ("quote_requests", all[Counter.Requested], (int)all[Counter.Requested]);
        yield return Rate("hit_rate", all[Counter.Accepted], Outcomes.Sum(outcome => all[outcome]));
        yield return Rate("hit_rate_sent", all[Counter.SentAccepted], all[Counter.Sent]);
        yield return ("hit_rate_value", Reckoning.Percent(all[Counter.AcceptedValue], all[Counter.DecidedValue]),
            (int)Outcomes.Sum(outcome => all[outcome]));
        yield return Rate("quote_first_pass", all[Counter.FirstPass], all[Counter.Submitted]);
        yield return ("quote_turnaround", Reckoning.Median(all.Values(Counter.Turnaround)), (int)all[Counter.Sent]);
        var accepted = all[Counter.Accepted];
        yield return ("quote_revisions", accepted == 0 ? null
            : Math.Round(all[Counter.AcceptedVersions] / accepted, 2, MidpointRounding.AwayFromZero), (int)accepted);

        var values = all.Values(Counter.LeadValue);
        var valued = (int)values.Sum(value => value.Times);
        yield return ("leads", all[Counter.Leads], (int)all[Counter.Leads]);
        yield return ("lead_value", values.Sum(value => value.Value * value.Times), valued);
        yield return ("lead_value_median", Reckoning.Median(values), valued);
        yield return Rate("leads_qualified", all[Counter.LeadsQualified], all[Counter.Leads]);

        yield return Rate("note_quality", all[Counter.VisitsComplete], all[Counter.Visits]);
        yield return Rate("logged_within_24h", all[Counter.VisitsIn24Hours], all[Counter.Visits]);
        yield return Rate("follow_up_on_time", all[Counter.DueDone],
            all[Counter.Due] - OnDays(months, Counter.DueOpen, day => day >= today));
    }

    /// <summary>Sold and still to be consumed.</summary>
    public static decimal OnTheBooks(IReadOnlyDictionary<DateOnly, Tally> months, DateOnly today) =>
        OnDays(months, Counter.Booked, day => day > today);

    private static decimal OnDays(IReadOnlyDictionary<DateOnly, Tally> months, string counter, Func<DateOnly, bool> counts) =>
        months.Sum(month =>
        month.Value.Counts.Where(count => count.Key.StartsWith(counter, StringComparison.Ordinal)
            && counts(month.Key.AddDays(int.Parse(count.Key.AsSpan(counter.Length)) - 1))).Sum(count => count.Value));

    private static (string, decimal?, int) Rate(string code, decimal part, decimal whole) =>
        (code, Reckoning.Percent(part, whole), (int)whole);
}
