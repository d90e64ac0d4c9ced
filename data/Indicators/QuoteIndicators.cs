namespace SalesBot.Data.Indicators;

/// <summary>How requests and quotes go.</summary>
internal static class QuoteIndicators
{
    public static readonly string[] Outcomes = [Counter.Accepted, Counter.Rejected, Counter.Withdrawn, Counter.Expired];

    public static IEnumerable<Reckoned> Of(Facts facts)
    {
        var requests = facts[Counter.Requested] + facts[Counter.TurnedDown];
        var accepted = facts[Counter.Accepted];
        var decided = Outcomes.Sum(outcome => facts[outcome]);
        var unknown = facts[Counter.RequestedFrom];
        yield return new Reckoned("quote_requests", requests, (int)requests)
            .With(facts.All.Under(Counter.RequestedFrom).Where(source => source.Name.Length > 0)
                .Select(source => new IndicatorPart($"via {source.Name}", $"by {source.Name}", source.Value, IndicatorUnit.Count)))
            .Saying(unknown > 0, $"van {unknown:0} aanvragen is de herkomst niet bekend", $"the source of {unknown:0} requests is not known");
        yield return Reckoned.Rate("denial_rate", facts[Counter.Denied], requests);
        yield return Reckoned.Rate("quote_first_pass", facts[Counter.FirstPass], facts[Counter.Submitted]);
        yield return new("quote_turnaround", Reckoning.Median(facts.All.Values(Counter.Turnaround)), (int)facts[Counter.Sent]);
        yield return new("quote_revisions", accepted == 0 ? null
            : Math.Round(facts[Counter.AcceptedVersions] / accepted, 2, MidpointRounding.AwayFromZero), (int)accepted);
        yield return Reckoned.Rate("hit_rate", accepted, decided);
        yield return Reckoned.Rate("hit_rate_sent", facts[Counter.SentAccepted], facts[Counter.Sent]);
        yield return new("hit_rate_value", Reckoning.Percent(facts[Counter.AcceptedValue], facts[Counter.DecidedValue]), (int)decided);
        yield return Reckoned.Rate("competitive_win_rate", accepted, accepted + facts[Counter.LostToCompetitor]);
        yield return new("upsell_value", facts[Counter.UpsellValue], (int)facts[Counter.Upsold]);
        yield return Reckoned.Rate("upsell_rate", facts[Counter.Upsold], decided);
    }
}
