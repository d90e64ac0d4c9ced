using SalesBot.Data.Events;

namespace SalesBot.Data.Indicators;

/// <summary>How leads, contact, issues, advice, satisfaction, events and reports go.</summary>
internal static class RelationIndicators
{
    public static IEnumerable<Reckoned> Of(Facts facts)
    {
        var values = facts.All.Values(Counter.LeadValue);
        var (leads, valued) = (facts[Counter.Leads], (int)values.Sum(value => value.Times));
        yield return new("leads", leads, (int)leads);
        yield return new Reckoned("lead_value", values.Sum(value => value.Value * value.Times), valued)
            .Saying(leads > valued, $"{leads - valued:0} leads hebben geen verwachte waarde", $"{leads - valued:0} leads have no expected value");
        yield return new("lead_value_median", Reckoning.Median(values), valued);
        yield return Reckoned.Rate("leads_qualified", facts[Counter.LeadsQualified], leads);
        yield return Reckoned.Rate("note_quality", facts[Counter.VisitsComplete], facts[Counter.Visits]);
        yield return facts.OnTime("issues_on_time", Counter.IssuesDue, Counter.IssuesOnTime, Counter.IssuesOpen);
        yield return Reckoned.Rate("issues_early", facts[Counter.IssuesEarly], facts[Counter.Issues]);
        yield return Reckoned.Rate("advice_acceptance", facts[Counter.AdviceAccepted], facts[Counter.AdviceAccepted] + facts[Counter.AdviceDeclined]);
        yield return Estimated(facts, Reckoned.Rate("csat", facts[Counter.CsatGood], facts[Counter.Csat]));
        yield return Estimated(facts, Reckoned.Rate("nps", facts[Counter.Promoters] - facts[Counter.Detractors], facts[Counter.Nps]));
        yield return facts.OnTime("follow_up_on_time", Counter.Due, Counter.DueDone, Counter.DueOpen);
        yield return facts.OnTime("reports_on_time", Counter.Reports, Counter.ReportsOnTime, Counter.ReportsOpen);
        yield return Reckoned.Rate("logged_within_24h", facts[Counter.VisitsIn24Hours], facts[Counter.Visits]);
        yield return Reckoned.Rate("summary_support", facts[Counter.SentencesSupported], facts[Counter.Sentences]);
        foreach (var events in Events(facts)) yield return events;
    }

    private static IEnumerable<Reckoned> Events(Facts facts)
    {
        var (events, leads, unpriced) = (facts[Counter.Events], facts[Counter.EventLeads], facts[Counter.EventsWithoutCost]);
        yield return new Reckoned("events_attended", events, (int)events)
            .With(Enum.GetValues<EventKind>().Where(kind => facts[Counter.EventsOf + kind] > 0).Select(kind =>
                new IndicatorPart(Name(kind).Nl, Name(kind).En, facts[Counter.EventsOf + kind], IndicatorUnit.Count)));
        yield return new Reckoned("cost_per_lead", leads == 0 ? null : Math.Round(facts[Counter.EventCost] / leads, 2, MidpointRounding.AwayFromZero), (int)leads)
            .Saying(unpriced > 0, $"van {unpriced:0} events zijn de kosten niet bekend; die tellen niet mee", $"the cost of {unpriced:0} events is not known; they do not count");
    }

    private static (string Nl, string En) Name(EventKind kind) => kind switch
    {
        EventKind.Fair => ("beurs", "fair"),
        EventKind.Network => ("netwerkbijeenkomst", "network meeting"),
        EventKind.Congress => ("congres", "congress"),
        EventKind.OwnEvent => ("eigen event", "own event"),
        _ => ("overig", "other"),
    };

    private static Reckoned Estimated(Facts facts, Reckoned score) => score.Saying(
        facts[Counter.Estimates] > 0, $"{facts[Counter.Estimates]:0} eigen inschattingen tellen niet mee",
        $"{facts[Counter.Estimates]:0} estimates of our own do not count");
}
