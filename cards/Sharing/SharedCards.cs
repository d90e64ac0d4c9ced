using SalesBot.Cards.Accounts;
using SalesBot.Cards.Model;
using SalesBot.Cards.Quotes;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Quotes;

namespace SalesBot.Cards.Sharing;

/// <summary>
/// An account that somebody puts into a chat. Nobody knows who reads there, and the card never changes afterwards: it holds what a team
/// shares and what stays true (docs/decisions/0130-what-an-inserted-card-holds.md). No buttons that act: the chat is not the bot's.
/// </summary>
public static class SharedAccountCard
{
    public static AdaptiveCard Of(Account account, string ownerName, Language language)
    {
        var about = About(account);
        return new AdaptiveCard(
            about.Length == 0 ? account.Name : $"{account.Name}: {about}",
            [
                Parts.Header(account.Name, about.Length == 0 ? null : about),
                Parts.Row(AccountTexts.Owner.In(language), ownerName, even: true),
                Parts.Remark(SharedTexts.MoreOfAccount.In(language)),
            ]);
    }

    public static string About(Account account) => string.Join(" · ", new[] { account.Segment, account.City }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>A quote that somebody puts into a chat: which one it is, for whom and whose. No price, and not where it stands.</summary>
public static class SharedQuoteCard
{
    /// <param name="link">To the quote; null: the bot does not know its own address.</param>
    public static AdaptiveCard Of(Quote quote, string accountName, string ownerName, Uri? link, Language language)
    {
        var title = $"{QuoteTexts.Quote.In(language)} {quote.Number}";
        return new AdaptiveCard(
            $"{title}, {accountName}",
            [
                Parts.Header(title, accountName),
                Parts.Row(AccountTexts.Owner.In(language), ownerName, even: true),
                Parts.Remark(SharedTexts.MoreOfQuote(quote.Number).In(language)),
            ],
            link is null ? null : [new OpenLink(SharedTexts.Open.In(language), link)]);
    }
}

internal static class SharedTexts
{
    public static readonly Text
        MoreOfAccount = new("Meer weten? Vraag het SalesBot in je eigen chat.", "Want to know more? Ask SalesBot in your own chat."),
        Open = new("Bekijken", "View");

    public static Text MoreOfQuote(QuoteNumber number) => new(
        $"Prijs en stand geeft SalesBot in je eigen chat: zeg offerte {number}.",
        $"SalesBot gives price and state in your own chat: say quote {number}.");
}
