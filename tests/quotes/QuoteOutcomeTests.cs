using SalesBot.Data.Quotes;
using SalesBot.Dialogs.Flows.Quotes;
using Xunit;

namespace SalesBot.Tests.Quotes;

/// <summary>What became of a quote at the customer, how it is said, and when its owner is reminded of it.</summary>
public sealed class QuoteOutcomeTests
{
    private static readonly Quote Sent = Trade.Draft(Trade.Version(new([new(Trade.Room, 40, 2, new(2026, 5, 12))], 0, new DateOnly(2026, 4, 1)))) with
    {
        Status = QuoteStatus.Sent,
        SentAt = Trade.Now,
    };

    [Theory]
    [InlineData("Philips heeft getekend", QuoteStatus.Accepted), InlineData("Philips signed", QuoteStatus.Accepted), InlineData("Philips gaat akkoord", QuoteStatus.Accepted)]
    [InlineData("Achmea gaat niet door, ze kozen Van der Valk vanwege de prijs", QuoteStatus.Rejected), InlineData("KPMG declined, too expensive", QuoteStatus.Rejected)]
    [InlineData("toch niet akkoord", QuoteStatus.Rejected), InlineData("we lost the Philips quote to Van der Valk", QuoteStatus.Rejected), InlineData("Philips turned it down", QuoteStatus.Rejected)]
    [InlineData("de offerte van Philips is verlopen", QuoteStatus.Expired), InlineData("the Philips quote has expired", QuoteStatus.Expired)]
    [InlineData("trek Q-2026-0012 in", QuoteStatus.Withdrawn), InlineData("withdraw quote 12", QuoteStatus.Withdrawn)]
    [InlineData("welke offertes zijn verlopen?", null), InlineData("heeft Philips getekend?", null), InlineData("het advies is geaccepteerd door Philips", null)]
    [InlineData("keur de offerte van Philips goed", null), InlineData("verloren offertes dit kwartaal", null), InlineData("offerte voor Philips, 40 kamers", null)]
    public void What_became_of_it_is_told_in_many_ways(string words, QuoteStatus? outcome) => Assert.Equal(outcome, CustomerWords.OutcomeOf(words));

    [Theory]
    [InlineData("verstuur Q-2026-0012", true), InlineData("send the quote to Philips", true), InlineData("stuur de offerte van Philips in het Engels", true), InlineData("stuur me de pdf van de offerte", true)]
    [InlineData("stuur Philips een offerte voor 40 kamers", false), InlineData("send a quote to Philips", false), InlineData("volgende week de offerte sturen", false)]
    [InlineData("herinner me aan de offerte sturen", false), InlineData("heb je de offerte verstuurd?", false)]
    public void A_quote_that_is_there_goes_out_and_a_new_one_does_not(string words, bool sends) => Assert.Equal(sends, CustomerWords.Sends(words));

    [Fact]
    public void An_outcome_is_corrected_on_its_own_day_and_history_is_not()
    {
        var lost = Assert.IsType<QuoteStep.Done>(QuoteOutcomes.Record(Sent, null, QuoteStatus.Rejected, Trade.Now.AddDays(3), "te duur", "Van der Valk")).Quote;
        var won = Assert.IsType<QuoteStep.Done>(QuoteOutcomes.Record(lost, null, QuoteStatus.Accepted, Trade.Now.AddDays(9), null, null)).Quote;
        Assert.Equal((QuoteStatus.Accepted, lost.DecidedAt, null, null), (won.Status, won.DecidedAt, won.Reason, won.Competitor));
        Assert.IsType<QuoteStep.Refused>(QuoteOutcomes.Record(lost with { Imported = new(100, 1) }, null, QuoteStatus.Accepted, Trade.Now, null, null));
    }
}
