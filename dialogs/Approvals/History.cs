using System.Globalization;
using SalesBot.Cards;
using SalesBot.Cards.Approvals;
using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;
using SalesBot.Data.Lists;
using SalesBot.Data.People;
using SalesBot.Data.Quotes;
using SalesBot.Data.Store;
using SalesBot.Dialogs.Engine;
using SalesBot.Dialogs.Presses;
using SalesBot.Dialogs.Quotes;

namespace SalesBot.Dialogs.Approvals;

using CardTexts = SalesBot.Cards.Quotes.QuoteTexts;

/// <summary>Something that is decided on, with what its history is told from.</summary>
/// <param name="Title">What tells it from the others of the same customer.</param>
internal sealed record HistoryOf(Subject Subject, TeamId Team, AccountId Account, string AccountName, string Name, string Title, Status Status, DateTimeOffset At, object Record)
{
    public string Id => Subject.Value;

    /// <summary>Of a quote from an older system only some dates are known.</summary>
    public bool IsImported => Record is Quote { Imported: not null };
}

/// <summary>Finds what the reader may read the history of, and writes it down page by page.</summary>
internal static class History
{
    /// <summary>The list's name in the buttons for its other pages.</summary>
    public const string List = "history";

    private const int MostLatest = 50;

    private static readonly SubjectKind[] BesideQuotes = [SubjectKind.Agreement, SubjectKind.AccountPlan, SubjectKind.Proposal];

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<HistoryOf>> FindAsync(IReadOnlyCollection<SubjectKind> kinds, string? number, AccountId? account, Turn turn, CancellationToken cancel)
    {
        var found = new List<HistoryOf>();
        var names = (await turn.Book.AccountsAsync(cancel)).ToDictionary(one => one.Id, one => one.Name);
        if (kinds.Contains(SubjectKind.Quote))
            found.AddRange((await QuotesAsync(number, account, turn, cancel)).Select(stored => Of(stored.Record, turn.User.Team, names.GetValueOrDefault(stored.Record.Account, ""), turn.Language)));
        var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, turn.User.Team, turn.Now);
        foreach (var kind in BesideQuotes.Where(kinds.Contains))
        {
            var asked = await turn.Book.Store.ListAsync(reading.Partition, Kinds.Approval, $"{Subject.WordOf(kind)}:", int.MaxValue, cancel);
            foreach (var subject in asked.Select(stored => stored.Record).Where(approval => account is null || approval.Account == account).Select(approval => approval.Subject).Distinct())
                if (await ReadAsync(reading, subject, turn, cancel) is { } one) found.Add(one);
        }
        return [.. found.OrderByDescending(one => one.At)];
    }

    /// <summary>Where nothing is named, the last ones are offered.</summary>
    private static async Task<IReadOnlyList<Stored<Quote>>> QuotesAsync(string? number, AccountId? account, Turn turn, CancellationToken cancel) =>
        number is not null ? await QuoteNumbering.FindAsync(number, turn.Book, cancel)
        : account is { } whose ? await turn.Book.QuotesAsync(whose, cancel)
        : (await turn.Book.QuotePageAsync([new(Listing.OpenQuotes), new(Listing.ClosedQuotes)], _ => true, 0, MostLatest, cancel)).Items;

    /// <summary>A quote of another team, whose deciders are above it: by its number only.</summary>
    public static async Task<HistoryOf?> ElsewhereAsync(string number, Turn turn, CancellationToken cancel)
    {
        if (turn.User.Role != Role.Supervisor) return null;
        var people = await turn.Book.PeopleAsync(cancel);
        foreach (var team in people.Values.Select(user => user.Team).Distinct().Where(team => team != turn.User.Team))
        {
            var reading = new ApprovalReading(turn.Book.Store, turn.Book.Tenant, team, turn.Now);
            var called = await turn.Book.Store.ListAsync(reading.Partition, Kinds.Listed, $"{Listing.Numbers}|{Listing.LastDigits(number)}|", MostLatest, cancel, descending: true);
            foreach (var key in called.Select(stored => stored.Record.Key).Where(key => QuoteNumbering.Means(number, new(key))))
                if (await ReadAsync(reading, new QuoteNumber(key), turn, cancel) is { } one) return one;
        }
        return null;
    }

    /// <summary>The page that a button asks for; null: it is not there or not for this reader.</summary>
    public static async Task<AdaptiveCard?> PageAsync(string? subject, int skip, Turn turn, CancellationToken cancel)
    {
        if (subject?.Split('/', 2) is not [{ Length: > 0 } team, { Length: > 0 } value] || !PressReading.IsId(team) || !PressReading.IsKey(value.Replace(':', '|'))) return null;
        var about = Subject.Of(value);
        var one = about.Kind == SubjectKind.Quote && team == turn.User.Team.Value && await turn.Book.QuoteAsync(new(about.Key), cancel) is { Record: var quote }
            ? Of(quote, turn.User.Team, (await turn.Book.AccountAsync(quote.Account, cancel))?.Record.Name ?? "", turn.Language)
            : await ReadAsync(new(turn.Book.Store, turn.Book.Tenant, new(team), turn.Now), about, turn, cancel);
        return one is null ? null : await CardAsync(one, skip, turn, cancel);
    }

    public static async Task<AdaptiveCard> CardAsync(HistoryOf one, int skip, Turn turn, CancellationToken cancel)
    {
        var lines = await LinesAsync(one, turn, cancel);
        skip = Math.Clamp(skip, 0, Math.Max(0, (lines.Count - 1) / HistoryCard.PageSize * HistoryCard.PageSize));
        var about = $"{one.Team}/{one.Subject}";
        return HistoryCard.Of(
            new(one.Name, one.AccountName, one.Status, [.. lines.Skip(skip).Take(HistoryCard.PageSize)], skip, lines.Count)
            {
                Earlier = skip > 0 ? new(List, skip - HistoryCard.PageSize, about) : null,
                Later = skip + HistoryCard.PageSize < lines.Count ? new(List, skip + HistoryCard.PageSize, about) : null,
            },
            turn.Language);
    }

    private static async Task<HistoryOf?> ReadAsync(ApprovalReading reading, Subject subject, Turn turn, CancellationToken cancel)
    {
        if (await ApprovalFile.ReadAsync(reading, subject, null, cancel) is not { Approval.Record: var approval } file || !file.MayBeSeenBy(turn.User)) return null;
        if (file.Item.Record is Quote quote) return Of(quote, reading.Team, file.Account.Name, turn.Language);
        var status = ApprovalTexts.Of(approval.State, turn.Language);
        return new(subject, reading.Team, file.Account.Id, file.Account.Name, file.Matter.Name, $"{file.Matter.Name} · {status.Text}", status, approval.RequestedAt, file.Item.Record);
    }

    private static HistoryOf Of(Quote quote, TeamId team, string account, Language language)
    {
        var status = CardTexts.Of(quote.Status, language);
        return new(
            quote.Number, team, quote.Account, account, quote.Number.Value, $"{quote.Number} · {language.Money(quote.Value)} · {status.Text}", status, quote.RequestedAt, quote);
    }

    private static async Task<IReadOnlyList<HistoryLine>> LinesAsync(HistoryOf one, Turn turn, CancellationToken cancel)
    {
        var (store, partition) = (turn.Book.Store, Partition.Of(turn.Book.Tenant, one.Team));
        var people = await turn.Book.PeopleAsync(cancel);
        string NameOf(UserId id) => people.TryGetValue(id, out var user) ? user.Name : "SalesBot";
        var approvals = (await store.ListAsync(partition, Kinds.Approval, $"{one.Subject}|", 1000, cancel)).ToDictionary(stored => stored.Record.Version, stored => stored.Record);
        var trail = await store.ListAsync(partition, Kinds.Trail, $"{one.Subject}|", int.MaxValue, cancel);
        var phrases = new HistoryPhrases(one.Record, approvals, NameOf, turn.Language);
        var lines = trail.Select(stored => stored.Record).Select(entry =>
        {
            var (what, words) = phrases.Of(entry);
            return new HistoryLine(entry.At, NameOf(entry.By), AsLine(what), words);
        }).ToList();
        return lines.Count > 0 || one.Record is not Quote quote ? lines : [.. Remembered(quote, turn, NameOf(quote.Owner))];
    }

    /// <summary>Of a quote from an older system only its own dates are known.</summary>
    private static IEnumerable<HistoryLine> Remembered(Quote quote, Turn turn, string owner)
    {
        (DateTimeOffset? At, string What, string? Words)[] known =
        [
            (quote.RequestedAt, turn.Say(new("Aangevraagd", "Requested")), null), (quote.SubmittedAt, turn.Say(new("Ter goedkeuring voorgelegd", "Put up for approval")), null),
            (quote.ApprovedAt, turn.Say(new("Goedgekeurd", "Approved")), null), (quote.SentAt, turn.Say(new("Verstuurd naar de klant", "Sent to the customer")), null),
            (quote.DecidedAt, CardTexts.Of(quote.Status, turn.Language).Text, string.Join(" · ", new[] { quote.Reason, quote.Competitor }.OfType<string>())),
        ];
        return known.Where(moment => moment.At is not null).OrderBy(moment => moment.At).Select(moment => new HistoryLine(moment.At!.Value, owner, moment.What, moment.Words));
    }

    private static string AsLine(string said) => said.Length == 0 ? said : char.ToUpper(said[0], CultureInfo.InvariantCulture) + said[1..];
}
