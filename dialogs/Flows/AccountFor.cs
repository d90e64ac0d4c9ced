using System.Text.RegularExpressions;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Visits;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Understanding;

namespace SalesBot.Dialogs.Flows;

/// <summary>The account that was named.</summary>
internal static class AccountFor
{
    /// <summary>A known account, or the new prospect that the speaker said it is, which is then created in the same commit.</summary>
    /// <exception cref="InvalidOperationException">It was taken away between the preview and the yes.</exception>
    public static async Task<Account> AsyncOrNew(SlotValue.Account named, string id, Turn turn, Effect effect, CancellationToken cancel)
    {
        if (named.Id is { } known)
            return (await turn.Book.AccountAsync(known, cancel))?.Record ?? throw new InvalidOperationException($"Account {known} is gone.");
        var prospect = new Account(new($"P-{id}"), named.Name, [], "", null, turn.User.Id, AccountStatus.Prospect);
        effect.Changes.Create(Kinds.Account, prospect);
        return prospect;
    }
}

/// <summary>Finds the contact that somebody means by a name, or a part of it.</summary>
internal static class ContactNames
{
    /// <summary>The one contact whose name holds all the spoken words; null where none or several do.</summary>
    public static Contact? Match(string spoken, IReadOnlyList<Data.Store.Stored<Contact>> contacts)
    {
        var words = Words(spoken);
        var matches = contacts.Where(contact => words.All(Words(contact.Record.Name).Contains)).ToList();
        return matches.FirstOrDefault(match => Words(match.Record.Name).Length == words.Length)?.Record ?? (matches.Count == 1 ? matches[0].Record : null);
    }

    /// <summary>Those whose name holds all the spoken words; those of exactly that name where there are any.</summary>
    public static IReadOnlyList<Contact> All(string spoken, IReadOnlyList<Contact> contacts)
    {
        var words = Words(spoken);
        var matches = contacts.Where(contact => words.All(Words(contact.Name).Contains)).ToList();
        return matches.Where(match => Words(match.Name).Length == words.Length).ToList() is { Count: > 0 } exact ? exact : matches;
    }

    private static string[] Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("mevrouw" or "meneer" or "mr" or "mrs" or "ms" or "dhr" or "mw"))];
}

/// <summary>Market information as the flows write it.</summary>
internal static partial class MarketFact
{
    /// <summary>What a competitor does is taken to hold for half a year.</summary>
    private const int MonthsValid = 6;

    /// <param name="source">Where it was heard; null: in the visit, or by the speaker's own eyes and ears.</param>
    public static MarketInfo Of(
        string id, string? competitor, string text, AccountId? account, Turn turn, string? visit = null, string? source = null, DateOnly? until = null) => new(
        id, competitor is null ? TopicOf(text) : MarketTopic.Competitor, text, turn.User.Id, turn.Now, source ?? (visit is null ? "chat" : "visit"),
        until ?? turn.Today.AddMonths(MonthsValid), account, competitor, visit);

    private static MarketTopic TopicOf(string text) =>
        PriceWords().IsMatch(text) ? MarketTopic.Price : NeedWords().IsMatch(text) ? MarketTopic.Need : MarketTopic.Trend;

    [GeneratedRegex(@"\b(prijs|prijzen|tarief|tarieven|korting|goedkoper|duurder|price|prices|rate|rates|discount|cheaper)\b|€|\beuro\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PriceWords();

    [GeneratedRegex(@"\b(behoefte|vraag naar|zoeken|willen|demand|need|needs|looking for|want)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NeedWords();
}
