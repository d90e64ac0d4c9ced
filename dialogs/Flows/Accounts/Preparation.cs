using SalesBot.Cards;
using SalesBot.Cards.Contacts;
using SalesBot.Cards.Leads;
using SalesBot.Data.Accounts;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Issues;
using SalesBot.Data.Quotes;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;

namespace SalesBot.Dialogs.Flows.Accounts;

/// <summary>What to ask at the next contact: what is not known, what waits for an answer, what was heard and may have changed.</summary>
internal static class Preparation
{
    private const int MostQuestions = 5;

    /// <summary>Plans and scores older than so many days are asked for again.</summary>
    private const int PlanAge = 180, ScoreAge = 365;

    public static IReadOnlyList<string> Questions(
        IReadOnlyList<Issue> issues, IReadOnlyList<Quote> quotes, IReadOnlyList<FuturePlan> plans, IReadOnlyList<ContactRole> missing, IReadOnlyList<MarketInfo> market,
        IReadOnlyList<SatisfactionScore> scores, IReadOnlyList<Lead> leads, Turn turn)
    {
        var questions = new List<Text>();
        questions.AddRange(issues.Take(1).Select(issue => issue.Kind == IssueKind.Looming
            ? new Text($"Wat speelt er: {issue.What}?", $"What is going on: {issue.What}?")
            : new Text($"Is dit goed opgelost: {issue.What}?", $"Has this been solved well: {issue.What}?")));
        questions.AddRange(quotes.Where(quote => quote.Status == QuoteStatus.Sent).Take(1).Select(quote => new Text(
            $"Wat vinden ze van {quote.Number} ({Data.Language.Dutch.Euros(quote.Value)})?", $"What do they think of {quote.Number} ({Data.Language.English.Euros(quote.Value)})?")));
        questions.AddRange(plans.Where(plan => plan.BuyFrom is not null).Take(1).Select(plan => new Text($"Staat dit plan nog: {plan.What}?", $"Does this plan still stand: {plan.What}?")));
        if (plans.Count == 0 || plans.All(plan => (turn.Now - plan.UpdatedAt).TotalDays > PlanAge))
            questions.Add(new("Welke bijeenkomsten staan er voor de komende 6 tot 12 maanden, en wanneer kiezen ze een locatie?", "Which meetings are planned for the coming 6 to 12 months, and when do they choose a venue?"));
        questions.AddRange(leads.Where(lead => lead.Status is LeadStatus.Open or LeadStatus.Qualified).Take(1).Select(lead => new Text(
            $"Gaat dit door: {LeadTexts.Size(lead, Data.Language.Dutch)}?", $"Is this going ahead: {LeadTexts.Size(lead, Data.Language.English)}?")));
        questions.AddRange(market.Where(fact => fact.Competitor is not null).Take(1).Select(fact => new Text($"Kijken ze nog naar {fact.Competitor}?", $"Are they still looking at {fact.Competitor}?")));
        questions.AddRange(missing.Take(1).Select(role => new Text($"Wie is hier de {ContactTexts.Of(role).Nl}?", $"Who is the {ContactTexts.Of(role).En} here?")));
        if (scores.Where(score => !score.IsEstimate).All(score => (turn.Now - score.At).TotalDays > ScoreAge))
            questions.Add(new("Hoe waarschijnlijk bevelen ze ons aan, van 0 tot 10?", "How likely are they to recommend us, from 0 to 10?"));
        return [.. questions.Take(MostQuestions).Select(turn.Say)];
    }
}
