using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Satisfaction;

namespace SalesBot.Cards.Satisfaction;

/// <param name="Scores">Newest first; customers' own and estimates, told apart by their mark.</param>
public sealed record SatisfactionView(string AccountName, IReadOnlyList<SatisfactionScore> Scores);

/// <summary>What a customer thinks of us: their own scores by scale, and apart from them what we think they think.</summary>
public static class SatisfactionCard
{
    private const int MostShown = 4;

    public static AdaptiveCard Of(SatisfactionView view, Language language)
    {
        var (own, estimates) = (view.Scores.Where(score => !score.IsEstimate).ToList(), view.Scores.Where(score => score.IsEstimate).ToList());
        return new AdaptiveCard(
            $"{SatisfactionTexts.Title.In(language)} {view.AccountName}: {(own.Count == 0 ? SatisfactionTexts.None.In(language) : SatisfactionTexts.Written(own[0], language))}",
            [
                Parts.Header(SatisfactionTexts.Title.In(language), view.AccountName),
                .. own.Count == 0 ? [new TextBlock(SatisfactionTexts.None.In(language))] : own.GroupBy(score => score.Scale).Select(scale => Average(scale.Key, [.. scale], language)),
                .. own.Take(MostShown).Select(score => Row(score, language)),
                .. Parts.If(estimates.Count > 0, () => Parts.Caption(SatisfactionTexts.Estimates.In(language))),
                .. estimates.Take(MostShown).Select(score => Row(score, language)),
                .. Parts.If(estimates.Count > 0, () => Parts.Remark(SatisfactionTexts.NeverMixed.In(language))),
            ]);
    }

    private static Element Average(SatisfactionScale scale, IReadOnlyList<SatisfactionScore> scores, Language language) => Parts.Amount(
        SatisfactionTexts.Of(scale).In(language), $"{language.Number(Math.Round(scores.Average(score => score.Value), 1, MidpointRounding.AwayFromZero))} · n = {scores.Count}", strong: true);

    private static Element Row(SatisfactionScore score, Language language) => Parts.Entry(
        SatisfactionTexts.Written(score, language),
        string.Join(" · ", new[] { score.At.ToString("d MMM yyyy", language.Culture()), Words.Clip(score.Reason ?? "", 120) }.Where(part => part.Length > 0)));
}

/// <summary>Words for scores.</summary>
public static class SatisfactionTexts
{
    public static readonly Text
        Title = new("Tevredenheid", "Satisfaction"),
        None = new("Nog geen cijfer van de klant zelf.", "No score by the customer yet."),
        Estimates = new("Eigen inschattingen", "Own estimates"),
        NeverMixed = new("Die tellen niet mee in CSAT en NPS.", "These do not count in CSAT and NPS."),
        ByCustomer = new("de klant zelf", "the customer"),
        ByUs = new("eigen inschatting", "own estimate");

    public static Text Of(SatisfactionScale scale) => scale switch
    {
        SatisfactionScale.Csat => new("CSAT (1 tot 5)", "CSAT (1 to 5)"),
        SatisfactionScale.Nps => new("NPS (0 tot 10)", "NPS (0 to 10)"),
        _ => new("Rapportcijfer (1 tot 10)", "Report mark (1 to 10)"),
    };

    public static string Written(SatisfactionScore score, Language language) => $"{language.Number(score.Value)} · {Of(score.Scale).In(language)}";
}
