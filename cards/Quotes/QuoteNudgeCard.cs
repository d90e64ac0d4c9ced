using SalesBot.Cards.Lists;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Quotes;

/// <summary>A reminder about one quote; its button brings the quote as it is then.</summary>
public static class QuoteNudgeCard
{
    public static AdaptiveCard Of(Quote quote, TeamId team, string words, Language language) => new(
        words,
        [new TextBlock(words), Parts.Remark($"{quote.Number} · {language.Money(quote.Value)}")],
        [new Execute(ListTexts.Open.In(language), "quote.show", new ActionData(("quote", quote.Number.Value), ("team", team.Value))) { IgnoresInputs = true }]);
}
