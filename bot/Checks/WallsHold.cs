using System.Buffers;
using System.Text.Json;
using SalesBot.Cards.Welcome;
using SalesBot.Data;
using SalesBot.Data.Accounts;
using SalesBot.Data.Approvals;
using SalesBot.Data.People;
using SalesBot.Data.Privacy;
using SalesBot.Data.Store;

namespace SalesBot.Bot.Checks;

/// <summary>
/// What was delivered to somebody, or shown to a language model for them, names nothing of another team, and no contact's address or
/// quote of a colleague. What a person typed they may read again.
/// </summary>
internal sealed class WallsHold() : Invariant(9, "Walls hold", Told.Capture)
{
    public override Told Gains => Told.Clients;

    public override Task<IReadOnlyList<Violation>> CheckAsync(Evidence evidence, CancellationToken cancel)
    {
        var people = evidence.Chats.ToDictionary(chat => chat.Value.Conversation.Id!, chat => chat.Key);
        var forbidden = new Dictionary<UserId, SearchValues<string>>();
        var all = Words(evidence);
        var inChannels = SearchValues.Create([.. all.Where(word => word.Sort == Sort.Address).Select(word => word.Text)], StringComparison.OrdinalIgnoreCase);
        var violations = new List<Violation>();
        foreach (var captured in evidence.Capture!.Where(captured => captured.Body is not null && captured.Status is >= 200 and < 300))
        {
            UserId? reader = captured.Person ?? (captured.Conversation is { } conversation && people.TryGetValue(conversation, out var person) ? person : null);
            if (reader is { } known && !evidence.Users.ContainsKey(known)) continue;
            var hidden = reader is not { } who ? inChannels : forbidden.TryGetValue(who, out var words) ? words : forbidden[who] = Hidden(evidence, all, evidence.Users[who]);
            foreach (var text in Texts(captured.Body!.Value).Where(text => !Examples.Value.Contains(text)))
            {
                if (text.AsSpan().IndexOfAny(hidden) is not (>= 0 and var at)) continue;
                var word = all.Select(known => known.Text).Where(known => text.AsSpan(at).StartsWith(known, StringComparison.OrdinalIgnoreCase)).MaxBy(known => known.Length)!;
                if (reader is { } typist && HasSaid(evidence, typist, word)) continue;
                violations.Add(Violated($"{reader?.Value ?? "A channel"} was shown '{word}', which is not for them.", [$"{captured.At:O}  {captured.Method} to {captured.Conversation ?? "a language model"}: {text[Math.Max(0, at - 30)..Math.Min(text.Length, at + word.Length + 30)]}"]));
                break;
            }
        }
        return Task.FromResult<IReadOnlyList<Violation>>(violations);
    }

    /// <summary>The bot's own examples name customers of the demo organisation.</summary>
    private static readonly Lazy<HashSet<string>> Examples = new(() =>
    [
        .. from language in Enum.GetValues<Language>()
           from role in Enum.GetValues<Role>()
           from card in Enumerable.Range(-1, 40).Select(topic => HelpCard.Of(topic, role, language)).Append(WelcomeCard.Of(new("", role), language)).Append(WelcomeCard.ToTeam(language))
           from text in Texts(card.ToJson()).Append(card.Summary)
           select text,
    ]);

    private enum Sort { Name, Address, Quote }

    /// <param name="Sees">Beside those of the owner's team who see all of it.</param>
    private sealed record Word(string Text, Sort Sort, Partition Team, UserId? Owner, IReadOnlySet<UserId> Sees);

    private static List<Word> Words(Evidence evidence)
    {
        var words = new List<Word>();
        var nobody = new HashSet<UserId>();
        var accounts = evidence.Held(Kinds.Account).GroupBy(account => account.Record.Id).ToDictionary(group => group.Key, group => group.First());
        foreach (var (partition, account) in accounts.Values.Select(held => (held.Partition, held.Record)))
            words.Add(new(account.Name, Sort.Name, partition, OwnerOf(evidence, account), nobody));
        foreach (var (partition, contact) in evidence.Held(Kinds.Contact).Select(held => (held.Partition, held.Record)).Where(contact => contact.Record.Name != PersonalWords.Erased))
        {
            var owner = accounts.TryGetValue(contact.Account, out var account) ? OwnerOf(evidence, account.Record) : null;
            if (contact.Name.Contains(' ')) words.Add(new(contact.Name, Sort.Name, partition, owner, nobody));
            foreach (var address in new[] { contact.Email, contact.Phone }.OfType<string>().Where(address => address.Length > 5)) words.Add(new(address, Sort.Address, partition, owner, nobody));
        }
        var askers = evidence.Held(Kinds.Approval).ToLookup(held => held.Record.Subject.Value, held => held.Record);
        foreach (var (partition, quote) in evidence.Held(Kinds.Quote).Select(held => (held.Partition, held.Record)).Where(quote => quote.Record.Imported is null))
            words.Add(new(quote.Number.Value, Sort.Quote, partition, quote.Owner, Seers(evidence, quote.Owner, askers[quote.Number.Value])));
        // A name that two teams use says nothing.
        return [.. words.GroupBy(word => word.Text, StringComparer.OrdinalIgnoreCase).Where(group => group.Select(word => (word.Team, word.Owner)).Distinct().Count() == 1).Select(group => group.First())];
    }

    /// <summary>Null where the account has changed hands: who saw it before was right to.</summary>
    private static UserId? OwnerOf(Evidence evidence, Account account) => evidence.LinksOf(Kinds.Account.IdOf(account)).Count > 1 ? null : account.Owner;

    private static HashSet<UserId> Seers(Evidence evidence, UserId owner, IEnumerable<Approval> approvals)
    {
        var seers = approvals.SelectMany(approval => approval.Holders.Concat(approval.Requesters).Append(approval.DecidedBy ?? approval.Approver)).ToHashSet();
        if (evidence.Users.TryGetValue(owner, out var user)) seers.UnionWith(Mandates.Managers(user, evidence.Users).Select(manager => manager.Id));
        // Whoever stands in for one of them sees it as well.
        seers.UnionWith(evidence.Held(Kinds.Absence).Where(absence => seers.Contains(absence.Record.Person)).Select(absence => absence.Record.StandIn).ToList());
        return seers;
    }

    private static SearchValues<string> Hidden(Evidence evidence, IEnumerable<Word> words, User reader)
    {
        var home = Partition.Of(evidence.Tenant, reader.Team);
        return SearchValues.Create([.. words.Where(word => !word.Sees.Contains(reader.Id) && (word.Team != home
            ? !Leads(evidence, reader, word)
            : word.Sort != Sort.Name && reader.Role == Role.AccountManager && word.Owner is { } owner && owner != reader.Id)).Select(word => word.Text)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Managers above somebody of another team decide for that team, and so read its customers' names.</summary>
    private static bool Leads(Evidence evidence, User reader, Word word) =>
        word.Sort == Sort.Name && evidence.Users.Values.Any(user => Partition.Of(evidence.Tenant, user.Team) == word.Team && Mandates.Managers(user, evidence.Users).Any(manager => manager.Id == reader.Id));

    private static bool HasSaid(Evidence evidence, UserId person, string word) =>
        (evidence.Clients ?? []).Any(request => request.Person == person && request.Said?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Every text of it; who it is from and for says nothing.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("conversation" or "recipient" or "from")).SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
