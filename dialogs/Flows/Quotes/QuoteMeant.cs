using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Data;
using SalesBot.Data.Lists;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Quotes;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Quotes;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>Which quote somebody means: by its number or part of it, by its customer, or the one that the talk was about.</summary>
internal static partial class QuoteMeant
{
    private const int MostNamed = 5;

    /// <summary>The one, or the question which.</summary>
    /// <param name="likely">Those that what is said can be about; they go before the others of the same customer.</param>
    public static async Task<(Stored<Quote>? One, Text Question)> FindAsync(
        string? number, AccountId? account, Func<QuoteFacts, bool> likely, Turn turn, CancellationToken cancel)
    {
        if (number is null && account is null)
        {
            if (turn.Lean.GetValueOrDefault(SlotNames.QuoteNumber) is SlotValue.Text { Value: var last }) number = last;
            else if (turn.Lean.GetValueOrDefault(SlotNames.Account) is SlotValue.Account { Id: { } talkedOf }) account = talkedOf;
        }
        var ofAccount = account is { } whose ? (await turn.Book.QuotesAsync(whose, cancel)).OrderByDescending(stored => stored.Record.RequestedAt).ToList() : [];
        // What is over is not meant unless its customer or number was named.
        IReadOnlyList<Stored<Quote>> open = account is null ? await turn.Book.OpenQuotesAsync(likely, cancel) : [.. ofAccount.Where(stored => likely(QuoteFacts.Of(stored.Record)))];
        if (number is not null)
        {
            if (Ordinal(number, open) is { } pointed) return (pointed, default);
            var named = await QuoteNumbering.FindAsync(number, turn.Book, cancel);
            // A short number is of this year, unless only an older one has it.
            var newest = named.Where(stored => stored.Record.RequestedAt.Year == turn.Today.Year).ToList();
            if ((newest.Count > 0 ? newest : named) is [var only]) return (only, default);
            return (null, named.Count == 0 ? QuoteSentences.NoQuote : await WhichAsync(named, turn, cancel));
        }
        if (open is [var one]) return (one, default);
        if (open.Count > 1) return (null, await WhichAsync(open, turn, cancel));
        if (account is null) return (null, Nothing);
        // None that it fits: the customer's last one tells why not.
        var others = ofAccount.Where(stored => stored.Record.Imported is null).ToList();
        return others.Count > 0 ? (others[0], default) : (null, Nothing);
    }

    private static readonly Text Nothing = new(
        "Om welke offerte gaat het? Noem het nummer of de klant.", "Which quote is it about? Give me its number or the account.");

    private static async Task<Text> WhichAsync(IReadOnlyList<Stored<Quote>> quotes, Turn turn, CancellationToken cancel)
    {
        var names = await turn.Book.NamesAsync(quotes.Take(MostNamed).Select(stored => stored.Record.Account), cancel);
        string Listed(Language language) => string.Join("\n", quotes.Take(MostNamed).Select(stored =>
            $"{stored.Record.Number} · {names.GetValueOrDefault(stored.Record.Account, "?")} · {language.Money(stored.Record.Value)} · {CardTexts.Of(stored.Record.Status, language).Text}"));
        return new($"Welke offerte bedoel je?\n{Listed(Language.Dutch)}", $"Which quote do you mean?\n{Listed(Language.English)}");
    }

    private static Stored<Quote>? Ordinal(string words, IReadOnlyList<Stored<Quote>> open) =>
        First().IsMatch(words) && open.Count > 0 ? open[0] : Second().IsMatch(words) && open.Count > 1 ? open[1] : Last().IsMatch(words) && open.Count > 0 ? open[^1] : null;

    [GeneratedRegex(@"^\W*(de |the )?(eerste|bovenste|nieuwste|first|top|newest|latest)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex First();

    [GeneratedRegex(@"^\W*(de |the )?(tweede|second)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Second();

    [GeneratedRegex(@"^\W*(de |the )?(laatste|onderste|oudste|last|bottom|oldest)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Last();
}
