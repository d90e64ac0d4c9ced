using System.Text.RegularExpressions;
using SalesBot.Cards;
using SalesBot.Cards.Lists;
using SalesBot.Cards.Market;
using SalesBot.Cards.Model;
using SalesBot.Data.Indicators;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows.Market;

/// <summary>"Wat weten we van Fletcher?", "marktnieuws deze maand": what the team shares of competitors, prices, needs and trends.</summary>
internal sealed partial class AskMarket() : Flow(Intents.MarketNews, new("Marktinformatie", "Market information"), Competitor, Period, Account)
{
    private const int MostRead = 500;

    private static readonly Text AllOfIt = new("Alles wat nog geldt", "All that still holds");

    private static readonly Slot<string> Competitor = Slot.Words(SlotNames.Competitor, new("Concurrent", "Competitor"), default);

    private static readonly Slot<Period?> Period = Slot.Span(SlotNames.Period, new("Periode", "Period"), default, SlotNames.Date);

    /// <summary>A customer that the news is about; a name that nobody knows says nothing.</summary>
    private static readonly Slot<SlotValue.Account> Account = Slot.Derived(SlotNames.Account, value => value is SlotValue.Account { Id: not null, Others.Count: 0 } known ? known : null);

    public override bool Confirms => false;

    public override bool Takes(string heard, string words, IReadOnlyList<HeardSlot> said) => heard == Intent
        || heard is Intents.AccountOverview or Intents.LogMarketInfo && said.Any(slot => slot.Name == SlotNames.Competitor) && said.All(slot => slot.Name != SlotNames.Account) && Asks().IsMatch(words);

    public override async Task<Effect> FinishAsync(Answers known, Turn turn, CancellationToken cancel) =>
        Effect.Of(Message.Of(await CardAsync(turn, known.Of(Competitor), known.Of(Account), known.Of(Period), cancel)));

    /// <param name="without">One that this very turn takes back.</param>
    public static async Task<AdaptiveCard> CardAsync(Turn turn, string? competitor, SlotValue.Account? account, Period? period, CancellationToken cancel, string? without = null)
    {
        var people = await turn.Book.PeopleAsync(cancel);
        var facts = (await turn.Book.StoredMarketInfoAsync(turn.Today, MostRead, cancel))
            .Where(fact => fact.Id != without && (competitor is null || IsAbout(fact.Record, competitor)) && (account is null || fact.Record.Account == account.Id)
                && (period is null || period.Value.Contains(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(fact.Record.NotedAt, turn.Zone).DateTime)))).ToList();
        var about = string.Join(" · ", new[] { competitor, account?.Name, period is { } said ? turn.Language.Period(said) : null }.OfType<string>());
        return MarketCard.Of(
            new(about.Length == 0 ? turn.Say(AllOfIt) : about,
                [.. facts.Take(ListCard.PageSize + 1).Select(fact => new MarketItem(fact.Record, fact.Id, people.TryGetValue(fact.Record.By, out var by) ? by.Name : "?", fact.Record.By == turn.User.Id))],
                facts.Count, turn.Today),
            turn.Language);
    }

    /// <summary>NH is NH Hotels as well.</summary>
    public static bool IsAbout(MarketInfo fact, string competitor)
    {
        var (one, other) = (Understanding.Words.Fold(competitor), Understanding.Words.Fold(fact.Competitor ?? ""));
        return other.Length > 0 && (one == other || one.StartsWith(other + " ", StringComparison.Ordinal) || other.StartsWith(one + " ", StringComparison.Ordinal))
            || Understanding.Words.Fold(fact.Text).Contains(one, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\W*(en |and )?(wat|welke|hoe|is er|toon|laat|geef|what|which|how|any|show|tell me|is there|do we)\b|\?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();
}
